"""A second start while the first cannot be reached says what is wrong, in one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tray import app
from tray.errors import CtiError
from tray.instance import InstanceLock
from tray.telephony.receiver_file import FILE_NAME, Keys, save_keys


@pytest.fixture
def held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a tray that has the lock and does not answer."""
    monkeypatch.setattr(app, "_PATIENCE_S", 0.0)
    lock = InstanceLock(tmp_path)
    assert lock.acquire()
    yield tmp_path
    lock.release()


@pytest.mark.parametrize(("content", "state"), [(None, "missing"), (b"", "damaged"), (b"{}", "damaged")])
def test_a_file_that_is_missing_or_damaged_is_named(held: Path, content: bytes | None, state: str) -> None:
    if content is not None:
        (held / FILE_NAME).write_bytes(content)
    with pytest.raises(CtiError) as caught:
        app.start(held, app.StartOptions())
    assert f"{held / FILE_NAME} is {state}." in caught.value.message
    assert "Quit" in caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_tray_that_is_just_ending_is_not_blamed_on_its_file(held: Path) -> None:
    save_keys(held, Keys(1, "t" * 43, "c" * 43))
    with pytest.raises(CtiError, match="already being started or ended"):
        app.start(held, app.StartOptions())


def test_a_start_in_the_background_leaves_the_tray_that_has_the_lock_alone(
    held: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link that finds no tray may come together with fifty others; none of them may raise a window."""
    assert app.start(held, app.StartOptions(background=True)) == 0
    assert capsys.readouterr().out == ""
