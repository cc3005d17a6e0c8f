"""The Test panel of the business mapping: what a number would find and open, with the rows as they are edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import let_go
from tests.ui.mapping_driver import MappingDriver
from tests.ui.setup_bench import ROWS, Person, SetupBench
from tray.calls.settings import MappingRow
from tray.calls.trial import RowVerdict
from ui.theme import Theme

CUSTOMER, CONTACT, VENDOR = ROWS
V = RowVerdict


@pytest.fixture
def bench(bench: SetupBench) -> SetupBench:
    bench.map()
    return bench


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, bench: SetupBench) -> Iterator[MappingDriver]:
    dialog = MappingDriver(qtbot, theme, bench)
    yield dialog
    dialog.window.close()
    let_go(dialog.window)


@pytest.mark.parametrize(
    ("number", "verdicts", "caller", "page"),
    [
        ("020 555 0101", [V.OPENS, V.LATER, V.NOT_INDEXED], "Adatum Corporation (Customer 10000)", "customer/10000"),
        ("+31655500107", [V.NO_RECORD, V.OPENS, V.NOT_INDEXED], "Terry Adams (Contact CT0002)", "built-in"),
        ("020 555 0103", [V.SEVERAL, V.NO_RECORD, V.NOT_INDEXED], "One of: Trey Research (Customer 20000)", "No page"),
        ("+49 20 555 0101", [V.POSSIBLE_ONLY, V.POSSIBLE_ONLY, V.NOT_INDEXED], "Perhaps Adatum", "No page"),
        ("020 555 9999", [V.NO_RECORD, V.NO_RECORD, V.NOT_INDEXED], "Unknown caller", "No page"),
        ("anonymous", [V.NOT_LOOKED_UP] * 3, "Number withheld", "No page"),
        ("", [V.NOT_LOOKED_UP] * 3, "Number withheld", "No page"),
    ],
)
def test_what_a_number_would_bring(
    dialog: MappingDriver, number: str, verdicts: list[RowVerdict], caller: str, page: str
) -> None:
    dialog.try_number(number)
    assert dialog.verdicts == verdicts
    assert caller in dialog.text("trialCaller")
    assert page in dialog.text("trialPage")
    assert dialog.text("trialReason")
    assert all(dialog.verdict_words)
    assert dialog.window.isVisible(), "Enter tests and does not close"


def test_the_button_tests_and_each_row_says_why(dialog: MappingDriver) -> None:
    dialog.qtbot.keyClicks(dialog.line("trial"), "0205550101")
    dialog.press("trialButton")
    dialog.qtbot.waitUntil(lambda: len(dialog.verdicts) == 3)
    assert dialog.verdict_words == [
        "1  Customer: Opens Adatum Corporation (Customer 10000)",
        "2  Contact: Skipped: a row of higher priority comes first",
        "3  Vendor: Not loaded on this computer: nothing can be found",
    ]
    assert dialog.text("trialNumber") == "020 555 0101", "as people write it"


def test_the_rows_are_tried_as_edited_and_again_after_each_edit(dialog: MappingDriver) -> None:
    dialog.try_number("0205550101")
    dialog.key(Qt.Key.Key_Space)
    dialog.qtbot.waitUntil(lambda: dialog.verdicts == [V.DISABLED, V.OPENS, V.NOT_INDEXED])
    dialog.key(Qt.Key.Key_Space)
    dialog.choose("row_card_page", "No page")
    dialog.qtbot.waitUntil(lambda: dialog.verdicts == [V.NAMES_CALLER, V.OPENS, V.NOT_INDEXED])
    dialog.press("removeButton")
    dialog.qtbot.waitUntil(lambda: dialog.verdicts == [V.OPENS, V.NOT_INDEXED])
    assert dialog.saved == ROWS, "nothing was saved"


def test_a_result_keeps_the_rows_that_it_is_about_until_the_next_one_comes(dialog: MappingDriver) -> None:
    dialog.try_number("0205550101")
    dialog.press("removeButton")
    dialog.window._try(False)
    dialog.window.retranslate()
    assert len(dialog.verdicts) == 3
    dialog.qtbot.waitUntil(lambda: dialog.verdicts == [V.OPENS, V.NOT_INDEXED])


def test_a_row_without_a_page_behind_the_first_match(dialog: MappingDriver) -> None:
    dialog.save_elsewhere(replace(CUSTOMER, card_page=""), replace(CONTACT, card_page=""))
    dialog.window.refresh_if_open()
    dialog.qtbot.waitUntil(lambda: dialog.view.model().rowCount() == 2)
    dialog.try_number("0205550101")
    assert dialog.verdicts == [V.NAMES_CALLER, V.NO_PAGE]


def test_a_new_row_is_tried_before_it_is_saved(dialog: MappingDriver) -> None:
    for _ in ROWS:
        dialog.press("removeButton")
    dialog.press("addButton")
    line = dialog.list("row_table").lineEdit()
    dialog.qtbot.keyClicks(line, "Customer")
    dialog.choose("row_card_page", "Built-in page")
    dialog.try_number("0655500101")
    assert dialog.verdicts == [V.OPENS]


def test_an_incomplete_row_is_to_be_corrected_first(dialog: MappingDriver) -> None:
    dialog.press("addButton")
    dialog.select(0)
    dialog.press("trialButton")
    assert dialog.place == 3
    assert dialog.problem("row_table")
    assert dialog.find(QLabel, "trialHint").isVisible()
    line = dialog.list("row_table").lineEdit()
    dialog.qtbot.keyClicks(line, "Customer")
    dialog.press("trialButton")
    dialog.qtbot.waitUntil(lambda: len(dialog.verdicts) == 4)


def test_typing_does_not_ask_for_corrections(dialog: MappingDriver) -> None:
    dialog.try_number("0205550101")
    dialog.write("row_web_address", "https://erp.example/{n")
    dialog.qtbot.waitUntil(dialog.find(QLabel, "trialHint").isVisible)
    assert dialog.window.focusWidget() is not None
    assert not dialog.problem("row_web_address")
    dialog.qtbot.keyClicks(dialog.line("row_web_address"), "o}")
    dialog.qtbot.waitUntil(lambda: "customer" not in dialog.text("trialPage") and len(dialog.verdicts) == 3)
    dialog.qtbot.waitUntil(lambda: dialog.text("trialPage") == "Opens https://erp.example/10000")


def test_a_dialog_opened_again_shows_no_old_result(dialog: MappingDriver) -> None:
    dialog.try_number("0205550101")
    dialog.press("cancelButton")
    dialog.window.open()
    dialog.wait_for_sheet()
    assert dialog.line("trial").text() == ""
    assert dialog.find(QLabel, "trialHint").isVisible()


@pytest.mark.parametrize("person", [Person.PLAIN, Person.UNLICENSED], indirect=True)
def test_everybody_may_test(dialog: MappingDriver) -> None:
    dialog.try_number("0205550101")
    assert dialog.verdicts == [V.OPENS, V.LATER, V.NOT_INDEXED]


def test_rows_are_tried_while_the_store_is_away(dialog: MappingDriver) -> None:
    dialog.bench.lose_store()
    dialog.window.refresh_if_open()
    dialog.qtbot.waitUntil(lambda: dialog.banner != "")
    dialog.try_number("0205550101")
    assert dialog.verdicts[0] is V.OPENS


def test_hostile_rows_are_tried_literally(dialog: MappingDriver) -> None:
    dialog.save_elsewhere(MappingRow(1, "<i>x</i>", "builtin"))
    dialog.window.refresh_if_open()
    dialog.qtbot.waitUntil(lambda: dialog.view.model().rowCount() == 1)
    dialog.try_number("0205550101")
    assert dialog.verdict_words[0].startswith("1  <i>x</i>: ")
