"""The command line beside a running tray: the shapes that others build on, exit codes, and one line for an error."""

from __future__ import annotations

import json
import re
import shutil
import urllib.error
import urllib.request
from datetime import datetime
from pathlib import Path

import pytest

from tests.desk import DeskTray, decided
from tests.display import wait_until
from tray.cli import main

COMMANDS = (
    (),
    ("run",),
    ("demo",),
    ("quit",),
    ("dial",),
    ("event",),
    ("status",),
    ("receiver",),
    ("replay",),
    ("calls",),
    ("activity",),
    ("directory",),
    ("directory", "import"),
    ("directory", "sync"),
    ("directory", "show"),
    ("directory", "clear"),
    ("setup",),
    ("setup", "show"),
    ("setup", "set"),
    ("setup", "export"),
    ("setup", "import"),
    ("setup", "audit"),
    ("users",),
    ("users", "list"),
    ("users", "activate"),
    ("users", "deactivate"),
    ("users", "admin"),
    ("users", "add"),
    ("users", "import"),
    ("users", "remove"),
    ("setup", "licence"),
)
CODES = {"crm_active": True, "incoming_template": "IN", "missed_incoming_template": "MISSED"}
MAPPINGS = [
    {
        "priority": 1,
        "table": "Customer",
        "card_page": "https://erp.example/c/{no}",
        "phone_fields": ["phone"],
        "name_field": "name",
    }
]
CALL_KEYS = {
    *("call_id", "source", "direction", "origin", "outcome", "cause", "number", "name", "table", "no"),
    *("started", "connected", "ended", "duration_s", "decisions"),
}
ACTIVITY_KEYS = {"id", "call_id", "outcome", "template", "table", "no", "state", "attempts", "last_error"}
DIRECTORY = "no,name,phone\nC1,Adatum,020 555 0101\nC2,Fabrikam,020 555 0102\n"


def is_time(text: object) -> bool:
    return datetime.fromisoformat(str(text)).tzinfo is not None


@pytest.fixture(scope="module")
def desk(shared_tray: DeskTray) -> DeskTray:
    """A tray with a setup and two records."""
    shared_tray.load("Customer", DIRECTORY)
    shared_tray.set_up({"module": CODES, "user": CODES, "mappings": MAPPINGS})
    return shared_tray


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    name = "cti-event" if command == ("event",) else " ".join(("cti-tray", *command))
    assert told.out.startswith(f"usage: {name} [-h]")
    assert len(told.out.splitlines()) > 3


def test_status_has_the_promised_shape(desk: DeskTray) -> None:
    desk.report("offered", call_id="status", number="+31205550101", name="Ann")
    wait_until(lambda: desk.status()["calls"], what="the call in the status")
    status = desk.status()
    desk.report("ended", call_id="status")
    receiver = next(source for source in status["sources"] if source["name"] == "receiver")
    assert receiver["state"] == "connected"
    assert {"incoming", "outgoing", "connected", "ended"} <= set(receiver["reports"])
    assert {source["state"] for source in status["sources"]} <= {"off", "waiting", "connected", "error"}
    assert all(source.keys() == {"name", "state", "detail", "reports"} for source in status["sources"])
    assert status["running"] is True
    assert status["do_not_disturb"] is False
    assert (status["store"]["kind"], status["store"]["state"]) == ("sqlite", "online")
    assert 0 <= status["store"]["setup_age_s"] < 600
    sign_in = {
        "state": "signed_out",
        "account": None,
        "access_token": False,
        "refresh_token": False,
        "authorization_time": None,
        "token_expires": None,
    }
    assert "sign_in.client_id" in status["sign_in"].pop("detail")
    assert status["sign_in"] == sign_in
    assert status["presence"] == {"state": "off", "age_s": None}
    assert status["directory"]["numbers"] == 2
    assert status["directory"]["age_s"] >= 0
    assert status["outbox"].keys() == {"waiting", "failed"}
    (call,) = status["calls"]
    assert (call["call_id"], call["state"], call["number"]) == ("status", "offered", "+31205550101")
    assert desk.call("status")["name"] == "Adatum"


def test_the_journal_has_the_promised_shape(desk: DeskTray) -> None:
    desk.report("offered", call_id="shape", number="+31205550101")
    desk.report("connected", call_id="shape")
    desk.report("ended", call_id="shape")
    call = desk.call("shape")
    assert call.keys() == CALL_KEYS
    assert all(is_time(call[key]) for key in ("started", "connected", "ended"))
    assert [*decided(call)] == ["open_card", "no_page", "call_ended", "log_activity"]
    opened = call["decisions"][0]
    assert opened["reason"] == "open_mask_on=Call"
    assert opened["card"] == {
        "state": "offered",
        "number": "+31205550101",
        "name": "Adatum",
        "matches": 1,
        "match": "exact",
    }
    assert json.loads(desk.command("calls", "--json", "--limit", "1")) == [call]
    table = desk.command("calls").splitlines()
    assert re.fullmatch("started +direction +outcome +talked +number +name", table[0])
    assert re.search(r"incoming +incoming +\d+ s +\+31205550101 +Adatum$", table[1])


def test_activities_have_the_promised_shape(desk: DeskTray) -> None:
    desk.report("missed", call_id="act", number="+31205550102")
    desk.call("act")
    activity = desk.json("activity")[0]
    assert activity.keys() >= ACTIVITY_KEYS
    assert {key: activity[key] for key in ("call_id", "outcome", "template", "table", "no", "state", "attempts")} == {
        "call_id": "act",
        "outcome": "missed_incoming",
        "template": "MISSED",
        "table": "Customer",
        "no": "C2",
        "state": "local",
        "attempts": 0,
    }
    target = desk.folder / "activities.csv"
    assert "written to" in desk.command("activity", "--csv", str(target))
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == len(desk.json("activity")) + 1


def test_address_and_token_are_those_that_work(desk: DeskTray) -> None:
    answer = desk.json("receiver")
    assert answer.keys() == {"url", "token"}
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", answer["url"])
    assert desk.command("receiver").split() == ["Address", f"{answer['url']}/v1/call", "Token", answer["token"]]


def test_a_new_token_replaces_the_former_one_with_and_without_a_tray(tmp_path: Path) -> None:
    with DeskTray(tmp_path / "home") as tray:
        keys = json.loads((tray.folder / "receiver.json").read_text(encoding="utf-8"))
        address = f"http://127.0.0.1:{keys['port']}/v1/call/ended?call_id=x1&token="
        old = keys["token"]
        assert answer_of(address + old) == 202
        answer = tray.json("receiver", "--new-token")
        assert tray.json("receiver") == answer
        assert answer["token"] != old
        assert (answer_of(address + old), answer_of(address + answer["token"])) == (401, 202)
    newest = tray.json("receiver", "--new-token")["token"]
    assert newest not in {old, answer["token"]}
    with tray:
        assert (answer_of(address + answer["token"]), answer_of(address + newest)) == (401, 202)


def answer_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_setup_goes_out_and_in_again(desk: DeskTray) -> None:
    shown = desk.json("setup", "show")
    assert [row.items() >= MAPPINGS[0].items() for row in shown["mappings"]] == [True]
    assert shown["module"].items() >= CODES.items()
    file = desk.folder / "export.json"
    desk.command("setup", "export", str(file))
    exported = json.loads(file.read_text(encoding="utf-8"))
    assert exported.keys() == {"module", "user", "mappings"}
    desk.command("setup", "set", "user.caller_card_delay=7", "module.incoming_template=new")
    assert desk.json("setup", "show")["user"]["caller_card_delay"] == 7
    assert desk.json("setup", "show")["module"]["incoming_template"] == "NEW"
    assert desk.command("setup", "import", str(file)) == ""
    assert json.loads(desk.command("setup", "export")) == exported


def test_an_export_can_be_played(desk: DeskTray, tmp_path: Path) -> None:
    scenario = json.loads(desk.command("setup", "export"))
    scenario["directory"] = [{"table": "Customer", "no": "C1", "name": "Adatum", "phone": "020 555 0101"}]
    scenario["events"] = [
        {"at": 0, "source": "a", "call_id": "1", "event": "offered", "number": "+31205550101"},
        {"at": 5, "source": "a", "call_id": "1", "event": "ended"},
    ]
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(scenario), encoding="utf-8")
    lines = [json.loads(line) for line in desk.command("replay", str(file)).splitlines()]
    assert [(line["at"], line["decision"]) for line in lines] == [
        (0.0, "open_card"),
        (0.0, "no_page"),
        (5.0, "call_ended"),
        (5.0, "log_activity"),
    ]
    assert lines[0] == {
        "at": 0.0,
        "decision": "open_card",
        "call": "1",
        "reason": "open_mask_on=Call",
        "card": {"state": "offered", "number": "+31205550101", "name": "Adatum", "matches": 1, "match": "exact"},
    }
    both = desk.command("replay", str(file), str(file)).splitlines()
    assert {json.loads(line)["file"] for line in both} == {str(file)}


def test_users_and_the_trail_of_changes(desk: DeskTray) -> None:
    (user,) = desk.json("users", "list")
    assert (user["licensed"], user["admin"], user["active"]) == (True, True, True)
    assert re.match(r"user +name +licensed +admin\n", desk.command("users", "list"))
    refused = desk.run("users", "admin", user["account"], "--off")
    assert refused.returncode == 1
    assert "last" in refused.stderr
    assert desk.json("setup", "audit")


def test_the_directory_is_loaded_shown_and_cleared(desk: DeskTray, tmp_path: Path) -> None:
    file = tmp_path / "vendors.csv"
    file.write_text("no;name;phone\nV1;Contoso;020 555 0155\nV2;Nobody;not a number\nV2;Twice;020 555 0156\n")
    told = desk.command("directory", "import", str(file), "--table", "Vendor")
    assert "Vendor: 2 records with 1 number, 1 row left out, 1 number cannot be read.\n" in told
    assert f"{file}, line 3: the number in column phone cannot be read\n" in told
    refused = desk.run("directory", "import", str(file), "--table", "Vendor", "--phone", "mobil")
    assert refused.returncode == 2
    assert "has no column 'mobil'" in refused.stderr
    assert f"{file}, line 4: " in told
    shown = desk.json("directory", "show")
    assert [(table["table"], table["records"], table["numbers"]) for table in shown["tables"]] == [
        ("Customer", 2, 2),
        ("Vendor", 2, 1),
    ]
    assert (shown["records"], shown["numbers"]) == (4, 3)
    assert wait_until(lambda: desk.status()["directory"]["numbers"] == 3, what="the tray to see it")
    desk.command("directory", "clear", "--table", "Vendor")
    assert desk.json("directory", "show")["numbers"] == 2


def test_events_of_the_command_line_are_a_call(desk: DeskTray) -> None:
    told = desk.run("event", "--event", "incoming", "--call-id", "cli", "--number", "0205550102", "--name", "Ann")
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
    assert desk.run("event", "--event", "connected", "--call-id", "cli").returncode == 0
    assert desk.run("event", "--event", "end", "--call-id", "cli").returncode == 0
    call = desk.call("cli")
    assert (call["outcome"], call["number"], call["name"]) == ("incoming", "+31205550102", "Fabrikam")


def test_without_a_tray_commands_say_so_and_the_records_stay_readable(tmp_path: Path) -> None:
    gone = DeskTray(tmp_path / "home")
    shutil.rmtree(gone.folder)
    for arguments in (("status",), ("dial", "0205550101"), ("demo",), ("quit",), ("receiver",), ("event", "1")):
        done = gone.run(*arguments)
        assert (done.returncode, done.stdout) == (3, "")
        assert re.fullmatch(r"cti-(tray|event): [^\n]*\n", done.stderr)
    assert json.loads(gone.run("status", "--json").stdout) == {"running": False}
    assert gone.json("calls") == gone.json("activity") == []
    assert gone.json("directory", "show")["numbers"] == 0
    assert gone.json("setup", "show")["you"]["active"] is False
