"""The setup store: which one it is, whether it is reached, and how old the setup is that holds here."""

from __future__ import annotations

from collections.abc import Iterable

from tray.commands.words import ago
from tray.config_readers import BUSINESS_CENTRAL, SQLITE
from tray.doctor.model import Area, Finding, Level, Scene, word
from tray.errors import CtiError
from tray.setup.opening import STORE_FILE

_AWAY = "Cards go by the setup that was read last. Check network and server, and store.url in config.toml."


def setup(scene: Scene) -> Iterable[Finding]:
    """The store as the running tray sees it, else as it is found from here."""
    if scene.loaded.store_unknown:
        return  # the settings say it
    if scene.status is not None:
        yield _told(scene)
        return
    url = scene.loaded.config.store.url
    if url == SQLITE:
        there = (scene.folder / STORE_FILE).exists()
        yield Finding(Area.SETUP, Level.OK, f"{STORE_FILE} in the data folder{'' if there else ', made at first use'}.")
    elif url == BUSINESS_CENTRAL:
        text = "store.url: this version cannot keep its setup in Business Central."
        yield Finding(Area.SETUP, Level.PROBLEM, text, "Set it to sqlite or to a PostgreSQL address.")
    else:
        yield _server(url)


def _told(scene: Scene) -> Finding:
    store = scene.part("store")
    age = ago(store.get("setup_age_s"))
    if word(store, "state") == "online":
        return Finding(Area.SETUP, Level.OK, f"{word(store, 'kind')}: online, confirmed {age}.")
    text = f"{word(store, 'kind')}: offline, confirmed {age}. {word(store, 'detail')}".strip()
    return Finding(Area.SETUP, Level.PROBLEM, text, _AWAY)


def _server(url: str) -> Finding:
    from tray.setup.sql_database import look_at_server  # its library takes long to load

    try:
        where, version = look_at_server(url)
    except CtiError as error:
        return Finding(Area.SETUP, Level.PROBLEM, str(error.message), str(error.hint) or _AWAY)
    tables = f"tables of format {version}" if version else "no tables yet; CTI Tray makes them at first use"
    return Finding(Area.SETUP, Level.OK, f"PostgreSQL, {where}: reached, {tables}.")
