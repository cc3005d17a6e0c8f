"""What the setup dialogs say of the changes of others."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tray.setup.audit import Action, AuditEntry, Record, SetupConflict
from ui.audit_model import action_word, record_word
from ui.setup_words import change_words

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def entry(number: int) -> AuditEntry:
    old, new = str(number), str(number + 1)
    return AuditEntry(number, NOW, "Alex", Action.CHANGED, Record.CARD, "Anna", "caller_card_delay", old, new)


@pytest.mark.parametrize(("count", "end"), [(5, "from 5 to 6."), (6, "And 1 more."), (7, "And 2 more.")])
def test_of_many_changes_the_newest_are_told_and_the_rest_is_counted(count: int, end: str) -> None:
    words = change_words(SetupConflict(Record.CARD, [entry(number) for number in range(1, count + 1)]))
    assert words.count("Alex changed") == 5
    assert f"from {count} to {count + 1}." in words
    assert words.endswith(end)


def test_whatever_the_audit_trail_reports_has_a_word() -> None:
    assert len({action_word(action) for action in Action}) == len(Action)
    assert len({record_word(record) for record in Record}) == len(Record)
