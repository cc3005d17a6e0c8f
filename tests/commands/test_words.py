"""`cti-tray status` for people: words, never the values of a program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.desk import DeskTray
from tests.display import wait_until
from tray.commands.words import ago, counted, status_lines

STATUS: dict[str, Any] = {
    "user": "ann",
    "store": {"kind": "sqlite", "state": "online", "setup_age_s": 23.4, "detail": ""},
    "sign_in": {"state": "signed_out", "account": None},
    "directory": {"numbers": 1, "age_s": 7300.0},
    "outbox": {"waiting": 2, "failed": 0},
    "calls": [],
}


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (None, "never"),
        (True, "never"),
        (-5, "0 s ago"),
        (59.9, "59 s ago"),
        (60, "1 minute ago"),
        (3599, "59 minutes ago"),
        (7300, "2 hours ago"),
        (86_400 * 1500, "1,500 days ago"),
    ],
)
def test_an_age_is_a_few_words(seconds: object, expected: str) -> None:
    assert ago(seconds) == expected


def test_one_thing_is_no_plural() -> None:
    assert [counted(count, "number") for count in (0, 1, 1000)] == ["0 numbers", "1 number", "1,000 numbers"]


def test_a_quiet_tray_in_words() -> None:
    assert [line.split(maxsplit=1) for line in status_lines(STATUS)] == [
        ["user", "ann"],
        ["setup", "sqlite, online, confirmed 23 s ago"],
        ["sign-in", "signed out"],
        ["directory", "1 number, loaded 2 hours ago"],
        ["activities", "2 waiting, 0 failed"],
        ["calls", "no calls"],
    ]


def test_calls_that_go_on_are_shown_with_name_and_number() -> None:
    calls = [
        {"direction": "incoming", "state": "offered", "name": "Adatum", "number": "+31205550101"},
        {"direction": "outgoing", "state": "dialing", "name": "", "number": ""},
    ]
    *_, first, second = status_lines({**STATUS, "calls": calls})
    assert first.split(maxsplit=1) == ["calls", "incoming, offered: Adatum +31205550101"]
    assert second.strip() == "outgoing, dialing: number withheld"


def test_do_not_disturb_is_said_while_it_is_on() -> None:
    assert "cards      none, because do not disturb is on" in list(status_lines({**STATUS, "do_not_disturb": True}))
    assert list(status_lines({**STATUS, "do_not_disturb": False})) == list(status_lines(STATUS))


def test_an_answer_of_another_version_is_shown_too() -> None:
    odd = {"store": 5, "calls": [3], "directory": {"numbers": "many"}, "sign_in": {"account": "a@b.example"}}
    assert len(list(status_lines(odd))) == len(list(status_lines({}))) == 6


def test_a_running_tray_says_its_status_in_words(tmp_path: Path) -> None:
    with DeskTray(tmp_path / "home") as tray:
        wait_until(lambda: tray.status()["store"]["state"] == "online", seconds=30, what="the setup store")
        tray.report("offered", call_id="1", number="+31205550101", name="Ann")
        wait_until(lambda: tray.status()["calls"], what="the call in the status")
        told = tray.command("status")
    assert re.search(r"^receiver +connected", told, re.MULTILINE)
    assert re.search(r"^setup +sqlite, online, confirmed \d+ s ago$", told, re.MULTILINE)
    assert re.search(r"^sign-in +signed out$", told, re.MULTILINE)
    assert re.search(r"^calls +incoming, offered: .*\+31205550101$", told, re.MULTILINE)
    assert not re.search("None|True|False|signed_out|[{}]", told)
