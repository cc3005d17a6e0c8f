"""What the engine asks the world while it decides: the directory, and where Business Central's pages are.

Nothing here may fail towards the engine: a card without a name is better than no card.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tray.calls.matching import NO_MATCH, Match, find_match
from tray.calls.model import PhoneNumber
from tray.calls.numbers import NumberReader
from tray.calls.pages import WebClient
from tray.calls.settings import MappingRow
from tray.config_model import BusinessCentralConfig
from tray.directory.index import Directory
from tray.errors import CtiError

Failed = Callable[[Exception], None]


def open_directory(folder: Path, failed: Failed) -> Directory:
    """The directory of a data folder; an empty one where it cannot be opened."""
    try:
        return Directory.open(folder, failed)
    except CtiError as error:
        failed(error)
        return Directory(None)


def look_up(
    directory: Directory, reader: NumberReader, failed: Failed, number: PhoneNumber, rows: tuple[MappingRow, ...]
) -> Match:
    """Whose number this is; nobody's where the directory cannot be asked."""
    try:
        return find_match(number, rows, directory, reader.rules.match_digits)
    except Exception as error:  # noqa: BLE001 - whatever the directory meets, the card must come
        failed(error)
        return NO_MATCH


def web_client(settings: BusinessCentralConfig) -> WebClient:
    """Where Business Central's web client is."""
    place = "/".join(part for part in (settings.tenant, settings.environment) if part)
    default = f"{WebClient().base}/{place}" if place else WebClient().base
    return WebClient(settings.web_client_url or default, settings.company)
