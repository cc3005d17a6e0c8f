"""What a start finds to do is decided by comparing two stamps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from installer import stamp
from installer.stamp import Stamp, Todo

RUN = Stamp(python="3.11 x86_64", checkout="/home/kim/cti", project="p1", locks={"requirements.lock": "a"})
TEST = replace(RUN, locks={"requirements.lock": "a", "tests/requirements.lock": "b"})


@pytest.mark.parametrize(
    ("last", "wanted", "todo"),
    [
        (RUN, RUN, Todo.NOTHING),
        (TEST, RUN, Todo.NOTHING),
        (RUN, TEST, Todo.MORE_PACKAGES),
        (None, RUN, Todo.UNFINISHED),
        (RUN, replace(RUN, checkout="/srv/cti"), Todo.MOVED),
        (RUN, replace(RUN, python="3.12 x86_64"), Todo.OTHER_PYTHON),
        (RUN, replace(RUN, locks={"requirements.lock": "z"}), Todo.OTHER_PACKAGES),
        (TEST, replace(TEST, locks=TEST.locks | {"tests/requirements.lock": "z"}), Todo.OTHER_PACKAGES),
        (RUN, replace(RUN, project="p2"), Todo.CHECKOUT),
        (RUN, replace(TEST, project="p2"), Todo.MORE_PACKAGES),
    ],
)
def test_todo_follows_from_what_changed(last: Stamp | None, wanted: Stamp, todo: Todo) -> None:
    assert stamp.todo(last, wanted, venv_there=True) is todo


@pytest.mark.parametrize("last", [None, RUN])
def test_without_an_environment_everything_is_to_do(last: Stamp | None) -> None:
    assert stamp.todo(last, RUN, venv_there=False) is Todo.FIRST


def test_the_environment_is_kept_only_when_its_packages_stay() -> None:
    assert {todo for todo in Todo if not todo.anew} == {Todo.NOTHING, Todo.CHECKOUT, Todo.MORE_PACKAGES}


def test_a_written_stamp_is_read_back(tmp_path: Path) -> None:
    stamp.write(tmp_path / "stamp.json", TEST)
    assert stamp.read(tmp_path / "stamp.json") == TEST
    assert [found.name for found in tmp_path.iterdir()] == ["stamp.json"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"python": "3.11"}', '{"python":"","checkout":"","project":"","locks":3}']
)
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp.json").write_text(text, encoding="utf-8")
    assert stamp.read(tmp_path / "stamp.json") is None


def test_the_stamp_of_a_checkout_changes_with_each_of_its_files(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "requirements.lock"):
        (tmp_path / name).write_text("first", encoding="utf-8")
    first = stamp.of(tmp_path, ["requirements.lock"])
    assert stamp.of(tmp_path, ["requirements.lock"]) == first
    (tmp_path / "requirements.lock").write_text("second", encoding="utf-8")
    second = stamp.of(tmp_path, ["requirements.lock"])
    assert (second.locks == first.locks, second.project == first.project) == (False, True)
    (tmp_path / "pyproject.toml").write_text("second", encoding="utf-8")
    assert stamp.of(tmp_path, ["requirements.lock"]).project != first.project
