"""The CSV of the activities: complete, readable by spreadsheets, and harmless in them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.activity.phone import Desk
from tray.activity.export import COLUMNS, export_csv
from tray.csv_text import csv_file, safe_cell
from tray.errors import CtiError


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_every_activity_is_one_row(desk: Desk, tmp_path: Path) -> None:
    desk.place("x1", 10.0, note='said "hello",\nthen rang off')
    desk.place("x2", 20.0)
    target = tmp_path / "out.csv"
    assert export_csv(desk.activities(), target) == 2
    head, first, second = read(target)
    assert head == list(COLUMNS)
    row = dict(zip(head, first, strict=True))
    assert row["note"] == 'said "hello",\nthen rang off'
    assert (row["call_id"], row["template"], row["no"], row["duration_s"]) == ("x1", "M-IN", "CT0001", "57.0")
    assert (row["started"], row["number"]) == ("2023-11-14T22:13:30.000Z", "'+31205550101")
    assert second[1] == "x2"


def test_an_empty_log_is_a_file_with_a_heading(tmp_path: Path) -> None:
    assert export_csv([], tmp_path / "out.csv") == 0
    assert read(tmp_path / "out.csv") == [list(COLUMNS)]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+31205550101",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\v=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff201",
    ],
)
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('a;=HYPERLINK("x")', 'a;\'=HYPERLINK("x")'),
        ("a; +1;-2", "a; '+1;'-2"),
        ('a;"=1', "a;\"'=1"),
        ("=1;=2", "'=1;'=2"),
    ],
)
def test_what_a_semicolon_would_make_a_formula_is_text(text: str, cell: str) -> None:
    assert safe_cell(text) == cell


@given(st.text('a;=+- "'))
def test_a_spreadsheet_that_separates_by_semicolons_finds_no_formula(text: str) -> None:
    written = csv_file(("first", "second"), [("x", text)]).decode("utf-8-sig")
    for part in written.split(";")[1:]:
        assert not part.lstrip(' "').startswith(("=", "+", "-"))


@pytest.mark.parametrize("text", ["", "a;b", "a; b=1", "Adatum", "a=1", "1-2", "M-IN", "2023-11-14T22:13:30.000Z"])
def test_other_cells_are_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text())
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert not safe_cell(text).lstrip().startswith(("=", "+", "-", "@"))


def test_a_file_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    target = tmp_path / "missing" / "out.csv"
    with pytest.raises(CtiError, match=r"out\.csv"):
        export_csv([], target)
