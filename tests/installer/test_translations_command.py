"""`python -m installer translations`: a new text comes into every file, and what nobody says any more goes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from installer import translations
from installer.console import Console
from installer.environment import Environment
from installer.errors import SetupError

EMPTY = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
</TS>
"""


def checkout(folder: Path, source: str, *languages: str) -> Environment:
    for name in ("tray", "ui", translations.FOLDER):
        (folder / name).mkdir(parents=True)
    (folder / "ui" / "window.py").write_text(source, encoding="utf-8")
    for language in languages:
        (folder / translations.FOLDER / f"cti_tray_{language}.ts").write_text(EMPTY, encoding="utf-8")
    environment = Environment(folder, Console())
    environment.python = Path(sys.executable)
    return environment


def test_texts_come_into_every_file_and_what_is_gone_goes(tmp_path: Path) -> None:
    environment = checkout(tmp_path, 'a = translate("Window", "Old words")\n', "nl", "de")
    assert translations.make(environment, Console()) == 0
    (tmp_path / "ui" / "window.py").write_text('a = translate("Window", "New words")\n', encoding="utf-8")
    assert translations.make(environment, Console()) == 0
    for language in ("nl", "de"):
        file = tmp_path / translations.FOLDER / f"cti_tray_{language}.ts"
        text = file.read_text(encoding="utf-8")
        assert "New words" in text
        assert "Old words" not in text
        assert "<location" not in text
        assert file.with_suffix(".qm").stat().st_size > 0


def test_a_tool_that_fails_gives_its_exit_code(tmp_path: Path) -> None:
    environment = checkout(tmp_path, "", "nl")
    (tmp_path / translations.FOLDER / "cti_tray_nl.ts").write_text("this is no XML", encoding="utf-8")
    assert translations.make(environment, Console()) != 0


def test_a_checkout_without_translations_says_so(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"there is no \.ts file"):
        translations.make(checkout(tmp_path, ""), Console())
