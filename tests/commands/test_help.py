"""`--help` of every command that others build on: form, keys or columns, an example, exit codes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tray.calls.replay import play
from tray.calls.scenario import read_scenario
from tray.cli import main
from tray.directory.loader import directory_of

CALL_KEYS = "call_id source direction origin outcome cause number name table no started connected ended duration_s"
WORDS = {
    (
        "replay",
    ): "module user mappings directory region numbers run_until events dismiss choose note dial decision file",
    ("setup", "set"): "open_mask_on internal_calls close_mask_on caller_card_delay crm_active Connected 120",
    ("setup", "import"): "module user mappings priority table card_page phone_fields name_field",
    ("setup", "export"): "module user mappings",
    ("status",): "running sources store setup_age_s sign_in presence contacts directory age_s outbox calls",
    ("calls",): f"{CALL_KEYS} decisions",
    ("activity",): "id call_id outcome template table no state waiting delivered failed local attempts last_error",
    ("directory", "import"): "UTF-8 Windows-1252 comma semicolon phone",
    ("directory", "sync"): "phone phone2 mobile home_phone --full mapping",
    ("receiver",): "url token /v1/call event call_id direction number name line cause Bearer",
    ("dial",): "call_id",
    ("open",): "tel: callto: ctitray: Call",
    ("links", "register"): "Default apps [dial]",
    ("links", "remove"): "links register",
    ("links", "show"): "schemes writes registered chosen",
    ("doctor",): "ok attention problem findings area level text advice pasted",
    ("do-not-disturb",): "on off show --json Teams restarts",
    ("event",): "incoming connected missed ctitray:",
}


def help_of(capsys: pytest.CaptureFixture[str], command: tuple[str, ...]) -> str:
    assert main([*command, "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", WORDS)
def test_help_gives_form_example_and_exit_codes(command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    told = help_of(capsys, command)
    assert "example: " in told
    assert "exit code: 0 " in told
    assert [word for word in WORDS[command].split() if word not in told] == []
    assert max(len(line) for line in told.partition("exit code")[0].splitlines()) <= 120


def between(text: str, begin: str, end: str) -> Any:
    return json.loads(text.partition(begin)[2].partition(end)[0])


def test_the_scenario_in_the_help_can_be_played(capsys: pytest.CaptureFixture[str]) -> None:
    example = between(help_of(capsys, ("replay",)), "example: ", "exit code")
    decisions = [each.to_data()["decision"] for each in play(read_scenario(json.dumps(example)), directory_of)]
    assert decisions == ["open_card", "no_page", "call_ended", "no_activity"]


@pytest.mark.usefixtures("own_home")
def test_the_setup_in_the_help_can_be_imported(
    capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    told = help_of(capsys, ("setup", "import"))
    file = tmp_path_factory.mktemp("given") / "setup.json"
    file.write_text(told[told.index('{"module"') : told.index("example:")], encoding="utf-8")
    assert main(["setup", "import", str(file)]) == 0
