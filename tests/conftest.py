"""What holds for every test: no screen unless a test starts one, no data folder of the user, patient property tests."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CTI_TRAY_HOME"] = str(Path(tempfile.gettempdir()) / f"cti-tray-nobody-{os.getpid()}")

# A busy machine is no failure: no test judges by the clock, and neither does hypothesis.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("patient"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI", "").casefold() == "true" else "patient")
