from __future__ import annotations

import pytest

from tray.calls.timers import Timers, later


def test_deadlines_come_in_order_of_time_and_of_setting() -> None:
    timers: Timers[str] = Timers()
    for key, due in (("late", 9.0), ("first", 2.0), ("second", 2.0)):
        timers.set(key, due)
    assert timers.next_due() == 2.0
    assert [timers.pop(), timers.pop(), timers.pop()] == ["first", "second", "late"]
    assert timers.next_due() is None


def test_a_deadline_can_be_moved_and_removed() -> None:
    timers: Timers[str] = Timers()
    timers.set("a", 1.0)
    timers.set("b", 2.0)
    timers.set("a", 3.0)
    timers.set("a", 3.0)
    timers.set("b", None)
    timers.set("never set", None)
    assert timers.next_due() == 3.0
    assert timers.pop() == "a"
    with pytest.raises(IndexError):
        timers.pop()


def test_later_is_exact_where_plain_addition_is_not() -> None:
    assert later(0.1, 0.2) == 0.3
