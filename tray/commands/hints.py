"""What a saved setup means that its writer may not expect: one line each, never an error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tray.calls.settings import CloseMaskOn, MappingRow, OpenMaskOn
from tray.directory.fields import missing_fields
from tray.directory.index import Directory
from tray.setup.model import Change, UserSetup


def hints(folder: Path, saved: Change) -> Iterator[str]:
    """The hints about what was saved, with the directory of this machine beside it."""
    if saved.card is not None and _stays_open(saved.card):
        yield "The card opens at the answer and stays until you close it."
    if saved.mappings is not None and saved.mappings.rows:
        with Directory.open(folder) as directory:
            columns = {each.table: each.columns for each in directory.counts().tables}
        for row in saved.mappings.rows:
            yield from _about_row(row, columns)


def _stays_open(card: UserSetup) -> bool:
    user = card.calls
    return user.open_mask_on is OpenMaskOn.CONNECTED and user.close_mask_on is CloseMaskOn.CONNECTED


def _about_row(row: MappingRow, columns: dict[str, tuple[str, ...]]) -> Iterator[str]:
    if not row.enabled:
        return
    where = f"Row {row.priority} of the business mapping"
    if row.table not in columns:
        yield f"{where}: the table {row.table!r} is not in the directory yet."
        return
    missing = missing_fields(columns[row.table], row.phone_fields)
    standard = row.phone_fields == MappingRow(row.priority, row.table).phone_fields
    if missing and not (standard and len(missing) < len(row.phone_fields)):
        fields = f"phone field {missing[0]}" if len(missing) == 1 else f"phone fields {', '.join(missing)}"
        yield f"{where}: the table {row.table!r} has no {fields}."
