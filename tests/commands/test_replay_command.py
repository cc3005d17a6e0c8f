"""`cti-tray replay` from outside: the documented example to the letter, several files, and files that are wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCENARIO: dict[str, Any] = {
    "module": {
        "crm_active": True,
        "incoming_template": "M-IN",
        "outgoing_template": "",
        "missed_incoming_template": "",
        "unaccepted_outgoing_template": "",
    },
    "user": {
        "open_mask_on": "Call",
        "close_mask_on": "None",
        "open_outgoing_mask_on": "User",
        "caller_card_delay": 0,
        "auto_open_master_data": False,
        "crm_active": False,
        "incoming_template": "",
    },
    "mappings": [
        {
            "priority": 1,
            "table": "Contact",
            "card_page": "https://erp.example/contact/{no}",
            "phone_fields": ["phone", "mobile"],
            "name_field": "name",
        }
    ],
    "directory": [{"table": "Contact", "no": "CT0001", "name": "Adatum", "phone": "020 555 0101"}],
    "region": "NL",
    "run_until": 600,
    "events": [
        {
            "at": 0.0,
            "source": "a",
            "call_id": "1",
            "direction": "incoming",
            "event": "offered",
            "number": "+31205550101",
        },
        {"at": 3.0, "setup": {"user": {"caller_card_delay": 5}}},
        {"at": 4.0, "card": "dismiss", "call_id": "1"},
    ],
}
CARD = {"state": "offered", "number": "+31205550101", "name": "Adatum", "matches": 1, "match": "exact"}
BAD = {
    "absent.json": (None, "absent.json"),
    "text.json": (b"not JSON", "line 1"),
    "bytes.json": (b"\xff\xfe", "UTF-8"),
    "key.json": (b'{"events": [], "colour": 1}', "colour"),
    "field.json": (b'{"events": [{"at": -1}]}', "events[0].at"),
    "delay.json": (b'{"events": [], "user": {"caller_card_delay": 121}}', "user.caller_card_delay"),
}


def replay(*files: Path) -> tuple[int, list[dict[str, Any]], list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "tray.cli", "replay", *map(str, files)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr.splitlines()


def written(folder: Path, name: str, scenario: dict[str, Any]) -> Path:
    path = folder / name
    path.write_text(json.dumps(scenario), encoding="utf-8")
    return path


@pytest.fixture
def documented(tmp_path: Path) -> Path:
    return written(tmp_path, "documented.json", SCENARIO)


@pytest.fixture
def talking(tmp_path: Path) -> Path:
    """The documented scenario with a conversation, automatic pages and active CRM."""
    offered = SCENARIO["events"][0]
    user = {**SCENARIO["user"], "auto_open_master_data": True, "crm_active": True}
    later = [
        {"at": at, "source": "a", "call_id": "1", "event": event} for at, event in ((4, "connected"), (9, "ended"))
    ]
    return written(tmp_path, "talking.json", {**SCENARIO, "user": user, "events": [offered, *later]})


EXPECTED_SAMPLE = [
    {"at": 0.0, "decision": "open_card", "call": "1", "reason": "open_mask_on=Call", "card": CARD},
    {"at": 0.0, "decision": "no_page", "call": "1", "reason": "auto_open_master_data=false"},
    {"at": 4.0, "decision": "close_card", "call": "1", "reason": "dismissed by the user"},
    {
        "at": 180.0,
        "decision": "call_ended",
        "call": "1",
        "reason": "cause lost",
        "outcome": "missed_incoming",
        "cause": "lost",
        "duration_s": 0.0,
    },
    {"at": 180.0, "decision": "no_activity", "call": "1", "reason": "no source reported how the call ended"},
]
EXPECTED_TALK = [
    {"at": 0.0, "decision": "open_card", "call": "1", "reason": "open_mask_on=Call", "card": CARD},
    {
        "at": 0.0,
        "decision": "open_page",
        "call": "1",
        "reason": "auto_open_master_data=true",
        "table": "Contact",
        "no": "CT0001",
        "url": "https://erp.example/contact/CT0001",
    },
    {
        "at": 9.0,
        "decision": "call_ended",
        "call": "1",
        "reason": "cause completed",
        "outcome": "incoming",
        "cause": "completed",
        "duration_s": 5.0,
    },
    {
        "at": 9.0,
        "decision": "log_activity",
        "call": "1",
        "reason": "module incoming_template",
        "outcome": "incoming",
        "template": "M-IN",
        "table": "Contact",
        "no": "CT0001",
    },
]


def test_the_documented_scenario_is_played_to_the_letter(documented: Path) -> None:
    assert replay(documented) == (0, EXPECTED_SAMPLE, [])


def test_a_conversation_opens_the_page_and_is_logged(talking: Path) -> None:
    assert replay(talking) == (0, EXPECTED_TALK, [])


def test_each_line_of_several_files_names_its_file(documented: Path, talking: Path) -> None:
    code, lines, errors = replay(talking, documented)
    assert (code, errors) == (0, [])
    assert lines == [
        *({"file": str(talking), **line} for line in EXPECTED_TALK),
        *({"file": str(documented), **line} for line in EXPECTED_SAMPLE),
    ]


def test_every_bad_file_is_one_line_and_the_good_ones_are_played(documented: Path, tmp_path: Path) -> None:
    for name, (content, _) in BAD.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
    code, lines, errors = replay(*(tmp_path / name for name in BAD), documented)
    assert code == 2
    assert [line["file"] for line in lines] == [str(documented)] * len(EXPECTED_SAMPLE)
    assert len(errors) == len(BAD)
    for error, (name, (_, word)) in zip(errors, BAD.items(), strict=True):
        assert error.startswith(f"cti-tray: {tmp_path / name}")
        assert word in error


def test_a_file_that_cannot_be_read_is_told_in_the_one_form(tmp_path: Path) -> None:
    absent = tmp_path / "absent.json"
    assert replay(absent) == (2, [], [f"cti-tray: {absent}: cannot be read: No such file or directory."])
