"""Writing the activities into a CSV file that a spreadsheet opens without running anything in it.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, phone numbers included.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tray.activity.model import Activity, iso
from tray.csv_text import csv_file
from tray.files import replace_file

COLUMNS = (
    "id",
    "call_id",
    "source",
    "direction",
    "outcome",
    "template",
    "table",
    "no",
    "number",
    "name",
    "line",
    "started",
    "connected",
    "ended",
    "duration_s",
    "note",
    "state",
    "last_error",
)


def export_csv(activities: Iterable[Activity], target: Path) -> int:
    """Write activities as CSV (UTF-8 with byte order mark, as spreadsheets expect it); gives their number.

    The file appears complete or not at all; an existing one is replaced.

    Raises:
        CtiError: the file cannot be written; its message names it.
    """
    rows = [_values(activity) for activity in activities]
    replace_file(target, csv_file(COLUMNS, rows))
    return len(rows)


def _values(activity: Activity) -> tuple[object, ...]:
    return (
        activity.id,
        activity.call_id,
        activity.source,
        activity.direction.value,
        activity.outcome.value,
        activity.template,
        activity.table,
        activity.no,
        activity.number,
        activity.name,
        activity.line,
        iso(activity.started),
        None if activity.connected is None else iso(activity.connected),
        iso(activity.ended),
        activity.duration_s,
        activity.note,
        activity.state.value,
        activity.last_error,
    )
