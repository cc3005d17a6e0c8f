"""The directory and the activities: how much there is, how old it is, and what could not be delivered."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable

from tray.activity.model import ActivityState
from tray.activity.reader import JournalReader
from tray.commands.words import ago, counted
from tray.directory.store import FILE_NAME as DIRECTORY_FILE
from tray.doctor.data import open_to_look
from tray.doctor.model import Area, Finding, Level, Scene, count
from tray.errors import CtiError
from tray.paths import JOURNAL_FILE

STALE_S = 7 * 86_400.0
_IMPORT = "Load one: cti-tray directory import FILE.csv --table NAME"
_FAILED = "See why: cti-tray activity"


def directory(scene: Scene) -> Iterable[Finding]:
    """Whether callers can have a name."""
    told = scene.part("directory")
    if scene.status is not None:
        yield _directory(count(told, "numbers"), told.get("age_s"))
        return
    path = scene.folder / DIRECTORY_FILE
    if not path.is_file():
        yield _directory(0, None)
        return
    try:
        with open_to_look(path) as connection:
            numbers, loaded = connection.execute("SELECT total(numbers), max(loaded) FROM source").fetchone()
    except sqlite3.Error:
        return  # the data folder says it
    yield _directory(int(numbers), None if loaded is None else max(0.0, time.time() - loaded))


def _directory(numbers: int, age_s: object) -> Finding:
    if not numbers:
        return Finding(
            Area.DIRECTORY, Level.ATTENTION, "It is empty, so that cards show numbers without names.", _IMPORT
        )
    text = f"{counted(numbers, 'number')}, loaded {ago(age_s)}."
    if isinstance(age_s, int | float) and age_s > STALE_S:
        return Finding(Area.DIRECTORY, Level.ATTENTION, text, "It is old. Load it again: cti-tray directory import")
    return Finding(Area.DIRECTORY, Level.OK, text)


def activities(scene: Scene) -> Iterable[Finding]:
    """Whether calls reach the CRM."""
    if scene.status is not None:
        outbox = scene.part("outbox")
        waiting, failed = count(outbox, "waiting"), count(outbox, "failed")
    else:
        path = scene.folder / JOURNAL_FILE
        if not path.is_file():
            return
        try:
            with JournalReader(path) as reader:
                counts = reader.activity_counts()
        except CtiError:
            return  # the data folder says it
        waiting, failed = counts[ActivityState.WAITING], counts[ActivityState.FAILED]
    text = f"{waiting:,} waiting to be delivered, {failed:,} failed."
    yield Finding(Area.ACTIVITIES, Level.ATTENTION if failed else Level.OK, text, _FAILED if failed else "")
