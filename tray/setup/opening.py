"""Opening the store that a machine's config.toml names.

It is apart from the stores, so that no database library is imported before a store is really opened.
"""

from __future__ import annotations

from pathlib import Path

from tray.config_readers import BUSINESS_CENTRAL, SQLITE
from tray.errors import ConfigError
from tray.setup.store import SetupStore
from tray.texts import translate

STORE_FILE = "setup.db"


def open_store(url: str, folder: Path) -> SetupStore:
    """Open the store that `store.url` of config.toml names; creates or upgrades its tables where needed.

    Args:
        url: `sqlite` for a file in `folder`, or `postgresql+psycopg://...`.
        folder: the data folder.

    Raises:
        ConfigError: the address cannot be used.
        Offline: the store cannot be reached.
        DataDamaged: the file cannot be read; it is kept aside under another name.
        CtiError: it was written by a newer version, or its folder cannot be written to.
    """
    if url == BUSINESS_CENTRAL:
        raise ConfigError(
            translate("Setup", "store.url: this version cannot keep its setup in Business Central."),
            hint=translate("Setup", 'Set it to "{name}" or to a PostgreSQL address.').format(name=SQLITE),
        )
    from tray.setup import sql_store

    if url == SQLITE:
        return sql_store.open_file(folder / STORE_FILE)
    return sql_store.open_server(url)
