"""Writing the whole audit trail into a file: CSV for a spreadsheet, JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tray.csv_text import csv_file
from tray.files import replace_file
from tray.setup.audit import AuditEntry
from tray.setup.listing import audit_data
from tray.setup.model import Actor
from tray.setup.store import SetupStore

PAGE = 1000
COLUMNS = ("at", "who", "action", "record", "subject", "field", "from", "to")


def export_audit(store: SetupStore, actor: Actor, target: Path) -> int:
    """Write every entry, oldest first, as JSON where the name ends with .json, else as CSV; gives their number.

    The file appears complete or not at all; an existing one is replaced.

    Raises:
        Refused: the actor is no licensed admin.
        CtiError: the store cannot be read, or the file cannot be written.
    """
    entries = [audit_data(entry) for entry in reversed(list(_every_entry(store, actor)))]
    if target.suffix.casefold() == ".json":
        content = (json.dumps(entries, ensure_ascii=False, indent=1) + "\n").encode()
    else:
        content = csv_file(COLUMNS, ([entry[column] for column in COLUMNS] for entry in entries))
    replace_file(target, content)
    return len(entries)


def _every_entry(store: SetupStore, actor: Actor) -> Iterator[AuditEntry]:
    before: int | None = None
    while page := store.audit(actor, PAGE, before):
        yield from page
        before = page[-1].id
