"""`cti-tray calls` and `activity`: what was kept. They need no running tray.

They import little, because scripts ask them again and again.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tray.activity.model import iso
from tray.activity.reader import JournalReader
from tray.commands.output import Exit, say, say_json, table
from tray.paths import JOURNAL_FILE, data_folder


def calls(options: Namespace) -> int:
    """The call journal, newest first."""
    with JournalReader(data_folder() / JOURNAL_FILE) as reader:
        rows = reader.recent(options.limit)
    if options.json:
        say_json([row.to_data() for row in rows])
        return Exit.DONE
    heads = ("started", "direction", "outcome", "talked", "number", "name")
    table(
        heads,
        (
            (
                iso(row.started),
                row.direction,
                row.outcome or "going on",
                f"{row.duration_s:.0f} s",
                row.number,
                row.name,
            )
            for row in rows
        ),
    )
    return Exit.DONE


def activity(options: Namespace) -> int:
    """The activities, newest first; or all of them into a CSV file."""
    with JournalReader(data_folder() / JOURNAL_FILE) as reader:
        if options.csv:
            from tray.activity.export import export_csv

            count = export_csv(reader.every_activity(), Path(options.csv))
            say(f"{count:,} {'activity' if count == 1 else 'activities'} written to {options.csv}.")
            return Exit.DONE
        rows = reader.activities(options.limit)
    if options.json:
        say_json([row.to_data() for row in rows])
        return Exit.DONE
    table(
        ("state", "outcome", "template", "record", "error"),
        (
            (row.state, row.outcome, row.template, f"{row.table or ''} {row.no or ''}".strip(), row.last_error)
            for row in rows
        ),
    )
    return Exit.DONE
