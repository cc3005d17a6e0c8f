"""What an attack on the receiver costs the user: the windows and an honest phone, beside the quiet of the same tray.

Nothing here judges by the clock. The attack runs in a process of its own and takes part of the machine away, too.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.processes import Phone, environment
from tests.benchmarks.table import Spread, Table, percentile
from tests.benchmarks.ui_ping import UiPing
from tests.desk import DeskTray
from tests.display import Desktop
from tests.telephony.fire import EVENTS_A_SECOND, HUGE_BYTES, IDLE, Fire

pytestmark = [pytest.mark.benchmark, pytest.mark.display]

TIMES = 60
PAUSE_S = 0.01


def test_the_receiver_under_fire(tmp_path: Path, costs: Table) -> None:
    with Desktop() as desktop, DeskTray(tmp_path / "home", environment(desktop)) as tray:
        phone, calls = Phone.of(tray.folder), iter(range(1_000_000))
        phone.report("offered", "held", number="+31206000003")
        card = desktop.wait_for_window("Caller card")

        def report() -> float:
            begun = time.perf_counter()
            phone.report("missed", f"honest-{next(calls)}", number="+31206000004")
            return time.perf_counter() - begun

        keys = json.loads((tray.folder / "receiver.json").read_text(encoding="utf-8"))
        with UiPing(desktop.name, card) as ping:
            quiet_ui, quiet_phone = measured(ping.ask), measured(report)
            with Fire(keys["port"], keys["token"]) as fire:
                fire_ui, fire_phone = measured(ping.ask), measured(report)
                fire.put_out()
    attack = f"{IDLE} idle, {HUGE_BYTES // 1_000_000} MB bodies, {EVENTS_A_SECOND} events/s"
    costs.add(f"under fire ({attack})", f"{fire.reported['202']} events taken, 0 refused", budget="0")
    for what, quiet, under in (
        ("  user interface blocked, p95", quiet_ui, fire_ui),
        ("  honest phone waits for its answer, p95", quiet_phone, fire_phone),
    ):
        slow, usual = percentile(under, 95), percentile(quiet, 95)
        times = f"{slow / usual:.1f} x that of the quiet tray"
        costs.add(what, f"{slow * 1000:.1f} ms, {times} (most {Spread.of(under).most * 1000:.1f} ms)")
    assert set(fire.reported) <= {"202", "again"}


def measured(do: Callable[[], float]) -> list[float]:
    """So many measurements, with a little rest between them."""
    times = []
    for _ in range(TIMES):
        times.append(do())
        threading.Event().wait(PAUSE_S)
    return times
