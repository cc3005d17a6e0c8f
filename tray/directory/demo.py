"""The demo directory: invented companies and people, so that a newcomer sees a card within seconds.

The numbers are of ranges kept free for films and books (Germany, United Kingdom, USA) or stand for the 555 numbers
that such works use (the Netherlands). It never takes the place of somebody's own data.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path

from tray.calls.numbers import NumberReader
from tray.calls.pages import BUILTIN
from tray.calls.settings import MappingRow
from tray.directory.fields import mapped_name_fields, mapped_phone_fields
from tray.directory.importer import Progress, import_csv
from tray.directory.index import Directory

DEMO_CALLER = "+31205550101"
"""The number of the customer Adatum, from which the demo call comes."""

_FILES = {"Contact": "contacts.csv", "Customer": "customers.csv"}


def demo_mappings() -> tuple[MappingRow, ...]:
    """The business mapping that fits the demo directory: contacts first, then customers, both on the built-in page."""
    return (
        MappingRow(priority=1, table="Contact", card_page=BUILTIN, phone_fields=("phone", "mobile")),
        MappingRow(priority=2, table="Customer", card_page=BUILTIN, phone_fields=("phone", "fax")),
    )


def load_demo(
    folder: Path, reader: NumberReader, *, now: float, progress: Callable[[Progress], None] = lambda _: None
) -> bool:
    """Load the demo directory into an empty directory; False, and nothing done, where anything is loaded already.

    Args:
        folder: the data folder.
        reader: reads the numbers; all of them are written the international way or the Dutch one.
        now: wall time in seconds since the epoch.
        progress: told as by `import_csv`, for one file after the other.

    Raises:
        CtiError: the directory cannot be written to.
    """
    with Directory.open(folder) as directory:
        if directory.counts().tables:
            return False
    rows = demo_mappings()
    for table, name in _FILES.items():
        with resources.as_file(resources.files("resources") / "demo" / name) as path:
            import_csv(
                folder,
                path,
                table,
                reader,
                mapped_phone_fields(rows, table),
                now=now,
                name_fields=mapped_name_fields(rows, table),
                progress=progress,
            )
    return True
