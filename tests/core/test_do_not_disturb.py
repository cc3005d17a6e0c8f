"""Do not disturb as the user's own: kept over restarts, damaged means off, and what cannot be kept is told."""

from __future__ import annotations

import json
import stat
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.screen import PATIENCE_S
from tray.condition import Condition
from tray.do_not_disturb import FILE_NAME, DoNotDisturb, load, save
from tray.errors import CtiError


class Desk:
    """The switch with the condition that it changes, and what is told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.refused: list[Exception] = []
        self.condition = Condition(lambda _: None, do_not_disturb=load(folder))
        self.switch = DoNotDisturb(folder, self.condition, self.refused.append)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def test_it_is_off_at_the_first_start_and_nothing_is_written(desk: Desk) -> None:
    assert not desk.condition.do_not_disturb
    assert not desk.folder.exists()


def test_it_holds_after_a_restart_until_it_is_switched_off(desk: Desk) -> None:
    desk.switch.switch(on=True)
    again = Desk(desk.folder)
    assert again.condition.do_not_disturb
    again.switch.switch(on=False)
    assert not Desk(desk.folder).condition.do_not_disturb


def test_the_menu_switches_at_once_and_the_end_of_the_tray_waits_for_the_disk(desk: Desk) -> None:
    for _ in range(5):
        desk.switch.toggle()
    assert desk.condition.do_not_disturb
    desk.switch.stop()
    assert load(desk.folder)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'{"on": "yes"}', b'{"on": 1}', b"\xff\x00", b"[" * 1000, b'{"off": true}']
)
def test_a_damaged_file_means_off_and_the_next_switch_mends_it(desk: Desk, content: bytes) -> None:
    desk.folder.mkdir()
    (desk.folder / FILE_NAME).write_bytes(content)
    assert not load(desk.folder)
    desk.switch.switch(on=True)
    assert load(desk.folder)


@given(st.binary(max_size=40))
def test_no_content_of_the_file_keeps_the_tray_from_starting(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / FILE_NAME).write_bytes(content)
    assert load(folder) in {True, False}


def test_a_half_written_file_is_never_seen(desk: Desk) -> None:
    desk.switch.switch(on=True)
    assert json.loads((desk.folder / FILE_NAME).read_bytes()) == {"on": True}
    assert [file.name for file in desk.folder.iterdir()] == [FILE_NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_the_file_is_for_its_user_only(desk: Desk) -> None:
    save(desk.folder, on=True)
    assert stat.S_IMODE((desk.folder / FILE_NAME).stat().st_mode) == 0o600


def test_what_cannot_be_kept_holds_all_the_same_and_is_told(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / FILE_NAME).mkdir()
    desk.switch.toggle()
    desk.switch.stop()
    assert desk.condition.do_not_disturb
    (error,) = desk.refused
    assert FILE_NAME in str(error)
    with pytest.raises(CtiError, match=FILE_NAME):
        desk.switch.switch(on=False)
    assert not desk.condition.do_not_disturb


def test_of_many_switches_at_once_the_file_says_what_holds_in_the_end(desk: Desk) -> None:
    begin = threading.Barrier(5)

    def work(on: bool | None) -> None:
        begin.wait(PATIENCE_S)
        for _ in range(10):
            if on is None:
                desk.switch.toggle()
            else:
                desk.switch.switch(on=on)

    threads = [threading.Thread(target=work, args=(on,)) for on in (True, False, None, True, None)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    desk.switch.stop()
    assert load(desk.folder) is desk.condition.do_not_disturb
    assert desk.refused == []
