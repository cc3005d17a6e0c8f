"""Setup on this machine's disk, for commands while the store cannot be reached, and for the next start of the tray."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path
from typing import Any

from tray.errors import CtiError
from tray.setup import reading
from tray.setup.cached import CACHE_FILE, SetupCache, cache_owner
from tray.setup.listing import user_data
from tray.setup.model import SetupSnapshot
from tray.setup.transfer import export_data
from tray.setup.who import this_user


def cached_setup(folder: Path, store_url: str) -> SetupSnapshot | None:
    """The setup that this user's tray kept, of the same store; None where there is none that can be used."""
    return _cache(folder, store_url).load().snapshot


def keep_setup(folder: Path, store_url: str, snapshot: SetupSnapshot) -> None:
    """Keep the setup as a command left it: it holds from the first call on when the tray is started next."""
    with contextlib.suppress(CtiError):  # the tray asks the store itself
        _cache(folder, store_url).save(snapshot)


def _cache(folder: Path, store_url: str) -> SetupCache:
    return SetupCache(folder / CACHE_FILE, cache_owner(store_url, this_user().account))


def cached_data(snapshot: SetupSnapshot, store_url: str, now: datetime) -> dict[str, Any]:
    """What `setup show` prints of a cached setup; how many seats are taken is known to the store alone."""
    licence = reading.licence_data(snapshot.licence)
    return {
        "store": store_url.partition(":")[0].partition("+")[0],
        "store_state": "offline",
        "setup_age_s": snapshot.age_s(now),
        "you": user_data(snapshot.user) if snapshot.user else None,
        "licence": {**licence, "state": snapshot.licence.state(now).value, "seats_used": None},
        **export_data(snapshot.module, snapshot.card, snapshot.mappings),
        "module": reading.module_data(snapshot.module),
    }
