"""What the command line refuses: one line that names the thing, the right exit code, and nothing changed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk import DeskTray
from tray.cli import main


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("dial", "112"), 1, "Emergency"),
        (("dial", "*21#"), 1, "Service codes"),
        (("dial", "anonymous"), 2, "no number"),
        (("event", "--event", "nonsense"), 2, "event: 'nonsense'"),
        (("event", "--event", "end", "--cause", "x"), 2, "cause"),
        (("setup", "import", "/does/not/exist.json"), 2, "/does/not/exist.json"),
        (("setup", "set", "user.caller_card_delay=121"), 2, "caller_card_delay"),
        (("setup", "set", "user.caller_card_delay=2.5"), 2, "caller_card_delay"),
        (("setup", "set", "user.colour=red"), 2, "colour"),
        (("setup", "set", "module.incoming_template=MORE_THAN_TEN"), 2, "incoming_template"),
        (("setup", "export", "/does/not/exist.json"), 1, "/does/not/exist.json"),
        (("users", "activate", "nobody"), 2, "nobody"),
        (("directory", "import", "/does/not/exist.csv", "--table", "T"), 2, "/does/not/exist.csv"),
        (("directory", "import", "/", "--table", "T"), 2, "/"),
        (("directory", "clear", "--table", "Nothing"), 2, "Nothing"),
        (("replay", "/does/not/exist.json"), 2, "/does/not/exist.json"),
        (("activity", "--csv", "/does/not/exist.csv"), 1, "/does/not/exist.csv"),
        (("calls", "--limit", "0"), 2, "--limit"),
        (("calls", "--limit", "9" * 30), 2, "--limit"),
        (("nonsense",), 2, "nonsense"),
        (("dial",), 2, "NUMBER"),
        (("setup",), 2, "VERB"),
        ((), 2, "COMMAND"),
    ],
)
def test_an_error_is_one_line_with_its_exit_code(
    shared_tray: DeskTray,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    monkeypatch.setenv("CTI_TRAY_HOME", str(shared_tray.folder))
    assert main(arguments) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"cti-(tray|event)[^\n]*: [^\n]*\n", told.err)
    assert words in told.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "JSON"),
        ("[]", "the file"),
        ("{}", "module, user, mappings"),
        ('{"colour": 1}', "colour"),
        ('{"user": {"caller_card_delay": true}}', "user.caller_card_delay"),
        ('{"user": {"caller_card_delay": -1}}', "user.caller_card_delay"),
        ('{"user": {"open_mask_on": "Never"}}', "user.open_mask_on"),
        ('{"user": {"crm_active": "yes"}}', "user.crm_active"),
        ('{"module": {"incoming_template": "MORE THAN TEN"}}', "module.incoming_template"),
        ('{"mappings": [{"priority": 1, "table": "T", "card_page": "javascript:alert(1)"}]}', "card_page"),
        ('{"mappings": [{"priority": 1, "table": "T", "card_page": "file:///etc/passwd"}]}', "card_page"),
        ('{"mappings": [{"priority": 1, "table": "T", "card_page": "http://erp.example/{no}"}]}', "card_page"),
        ('{"mappings": [{"priority": 1, "table": "T", "card_page": "https://u:p@erp.example/{no}"}]}', "card_page"),
        ('{"mappings": [{"priority": 1, "table": "T", "card_page": "https://erp.example/{secret}"}]}', "card_page"),
        ('{"mappings": [{"priority": 1, "table": "T", "card_page": "https://{no}.example/"}]}', "card_page"),
        ('{"mappings": {"priority": 1}}', "mappings"),
    ],
)
def test_an_import_that_is_refused_names_the_field_and_changes_nothing(
    shared_tray: DeskTray,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: str,
    words: str,
) -> None:
    monkeypatch.setenv("CTI_TRAY_HOME", str(shared_tray.folder))
    file = tmp_path / "import.json"
    file.write_text(content, encoding="utf-8")
    assert main(["setup", "export"]) == 0
    before = capsys.readouterr().out
    assert main(["setup", "import", str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(r"cti-tray: [^\n]*\n", told.err)
    assert words in told.err
    assert main(["setup", "export"]) == 0
    assert capsys.readouterr().out == before


def test_an_import_from_a_pipe_that_is_no_text_is_refused(shared_tray: DeskTray) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tray.cli", "setup", "import", "-"],
        env={**shared_tray.environment, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8:strict"},
        input=b"\xff{}",
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"cti-tray: The input is not a UTF-8 text.\n"
