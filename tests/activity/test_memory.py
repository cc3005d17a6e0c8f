"""What is kept in memory is bounded, and agrees with the file."""

from __future__ import annotations

import sqlite3

import pytest

from tests.activity.phone import ADATUM, FABRIKAM, OFFSET, Desk, ended, offered
from tray.activity.memory import LastCalls, RememberedChoices
from tray.activity.reader import JournalReader
from tray.errors import DataDamaged


def loaded(desk: Desk, most: int) -> RememberedChoices:
    choices = RememberedChoices(desk.journal.writer.submit, most)
    desk.journal.writer.submit(choices.load)
    assert desk.journal.flush()
    return choices


def test_the_oldest_choice_is_forgotten_first_in_memory_and_on_disk(desk: Desk) -> None:
    choices = loaded(desk, 3)
    for number in ("1", "2", "3", "1", "4"):
        choices[number] = ("Contact", f"CT{number}")
    assert list(choices) == ["3", "1", "4"]
    assert len(choices) == 3
    assert dict(loaded(desk, 3)) == dict(choices)
    assert list(loaded(desk, 2)) == ["1", "4"]
    assert list(loaded(desk, 9)) == ["1", "4"]


def test_the_oldest_last_call_is_forgotten_first() -> None:
    last = LastCalls(most=1)
    last.add(ended(offered("a", number=ADATUM)), OFFSET)
    last.add(ended(offered("b", number=FABRIKAM)), OFFSET)
    assert last.get(ADATUM.key) is None
    assert last.get(FABRIKAM.key) is not None


def test_a_value_that_nobody_understands_is_one_clear_error(desk: Desk) -> None:
    desk.place("x1")
    desk.journal.writer.submit(spoil)
    assert desk.journal.flush()
    with JournalReader(desk.path) as reader, pytest.raises(DataDamaged, match="nonsense"):
        reader.recent(1)


def spoil(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE call SET origin = 'nonsense'")
