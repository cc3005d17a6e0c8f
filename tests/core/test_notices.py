from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest

from tests.core.screen import PATIENCE_S, Screen
from tray.errors import Offline, Refused
from tray.notices import Notices
from tray.setup.model import Standing
from tray.views import Notice


@pytest.fixture
def notices(screen: Screen) -> Notices:
    return Notices(screen, Path("tray.log"))


def test_the_same_trouble_is_told_once(notices: Notices, screen: Screen) -> None:
    for _ in range(3):
        notices.failed(Offline("The box is away.", hint="Switch it on."))
    notices.failed(Offline("The other box is away."))
    assert screen.notices == [
        Notice("Offline", "The box is away.", "Switch it on."),
        Notice("Offline", "The other box is away."),
    ]


@pytest.mark.parametrize(
    ("count", "hint"), [(1, ""), (3, ""), (4, "1 more; see tray.log."), (9, "6 more; see tray.log.")]
)
def test_troubles_of_one_place_are_one_notice_and_all_in_the_log(
    notices: Notices, screen: Screen, caplog: pytest.LogCaptureFixture, count: int, hint: str
) -> None:
    problems = [f"Key {number} is wrong." for number in range(count)]
    notices.together("Settings file", problems)
    assert screen.notices == [Notice("Settings file", " ".join(problems[:3]), hint)]
    assert caplog.messages == problems


def test_no_trouble_is_no_notice(notices: Notices, screen: Screen) -> None:
    notices.together("Settings file", ())
    assert screen.notices == []


def test_the_same_trouble_on_many_threads_is_told_once(notices: Notices, screen: Screen) -> None:
    begin = threading.Barrier(8)

    def fail() -> None:
        begin.wait(PATIENCE_S)
        notices.failed(Offline("The box is away."))

    threads = [threading.Thread(target=fail) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert len(screen.notices) == 1


def test_a_refused_command_is_told_every_time(notices: Notices, screen: Screen) -> None:
    for _ in range(2):
        notices.refused(Refused("112 is not dialled from here."))
    assert [notice.text for notice in screen.notices] == ["112 is not dialled from here."] * 2


def test_mistakes_are_logged_whole_and_told_once_without_a_word_of_code(
    notices: Notices, screen: Screen, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        for error in (KeyError("missing"), ZeroDivisionError("division")):
            notices.failed(error)
    (notice,) = screen.notices
    assert notice.title == "Something went wrong"
    assert "KeyError" not in f"{notice}"
    assert "tray.log" in notice.hint
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [KeyError, ZeroDivisionError]


def test_a_standing_is_told_whenever_it_becomes_another_bad_one(notices: Notices, screen: Screen) -> None:
    for standing in (
        Standing.GOOD,
        Standing.EXPIRED,
        Standing.EXPIRED,
        Standing.NOT_LICENSED,
        Standing.GOOD,
        Standing.EXPIRED,
    ):
        notices.standing(standing)
    told = [notice.text for notice in screen.notices]
    assert len(told) == 3
    assert told[0] == told[2]
