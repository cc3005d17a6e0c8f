from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from tray.errors import CtiError
from tray.paths import APP_NAME, HOME_VARIABLE, data_folder, machine_folder, prepare


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "a b"))
    assert data_folder() == tmp_path / "a b"


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, "")
    assert data_folder().name == APP_NAME


def test_the_administrators_folder_is_the_same_for_everybody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = machine_folder()
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert before == machine_folder()
    assert before is not None
    assert before.name == APP_NAME


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
def test_a_folder_is_made_with_its_parents_for_its_user_alone(tmp_path: Path) -> None:
    folder = prepare(tmp_path / "one" / "two")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    assert stat.S_IMODE(prepare(folder).stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["file", "file/below", "x" * 300])
def test_a_folder_that_cannot_be_made_is_named_with_the_way_out(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("here is a file")
    with pytest.raises(CtiError, match="data folder") as caught:
        prepare(tmp_path / name)
    assert HOME_VARIABLE in caught.value.hint
