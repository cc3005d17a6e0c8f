"""The built-in record page: what it shows, where it goes, and how many there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window_samples import NOW, history_rows, record_view
from ui.formats import field_label
from ui.placement import Rect, Size
from ui.record_page import SIZE, RecordPage
from ui.record_pages import MOST_PAGES, RecordPages
from ui.record_placement import CARD_WIDTH, place_page
from ui.theme import Space, Theme

_Part = TypeVar("_Part", bound=QWidget)
SCREEN = Rect(0, 0, 1920, 1040)
PAGE = Size(520, 560)
CARD = Rect(1920 - 12 - 380, 1040 - 12 - 240, 380, 240)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> RecordPage:
    page = RecordPage(theme, lambda: NOW)
    qtbot.addWidget(page)
    page.show_view(record_view())
    return page


def _part(page: QWidget, kind: type[_Part], name: str) -> _Part:
    part = page.findChild(kind, name)
    assert part is not None
    return part


def _values(page: RecordPage) -> dict[str, str]:
    return {text.accessibleName(): text.toPlainText() for text in page.findChildren(QTextEdit)}


def test_title_name_and_badge_name_the_record(page: RecordPage) -> None:
    assert page.objectName() == "recordPage"
    assert page.windowTitle() == "Master data - Adatum Corporation"
    assert _part(page, QTextEdit, "nameLabel").toPlainText() == "Adatum Corporation"
    assert _part(page, QLabel, "recordBadge").text() == "Customer 10000"


def test_a_record_without_name_is_known_by_its_number(page: RecordPage) -> None:
    page.show_view(replace(record_view(), name=""))
    assert page.windowTitle() == "Master data - 10000"


def test_fields_stand_in_their_order_and_empty_ones_are_left_out(page: RecordPage) -> None:
    labels = [label.text() for label in page.findChildren(QLabel) if label.objectName().startswith("label")]
    assert labels[:6] == ["No.", "Name", "Address", "City", "Phone No.", "Mobile"]
    assert "Fax" not in labels


def test_line_breaks_of_an_address_stay(page: RecordPage) -> None:
    assert _values(page)["Address"] == "Station Road, 21\nGate B, second floor"


def test_markup_is_shown_as_text(page: RecordPage) -> None:
    assert _values(page)["Contact <b>person</b>"] == "<script>alert(1)</script> & Robin"
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel))


def test_values_can_be_selected_but_not_changed(page: RecordPage) -> None:
    value = _part(page, QTextEdit, "value3")
    assert value.isReadOnly()
    assert value.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_long_value_wraps_within_the_page(qtbot: QtBot, page: RecordPage) -> None:
    page.present()
    page.resize(400, 500)
    reference = next(text for text in page.findChildren(QTextEdit) if text.accessibleName() == "Reference")
    qtbot.waitUntil(lambda: reference.height() > 4 * reference.fontMetrics().height())
    assert reference.width() < 400
    assert reference.horizontalScrollBar().maximum() == 0


def test_a_huge_hostile_record_is_cut_and_cleaned(page: RecordPage) -> None:
    evil = "\N{RIGHT-TO-LEFT OVERRIDE}evil\0" + "x" * 100_000
    page.show_view(replace(record_view(), name=evil, fields=(("f" * 5000, evil), ("", "value"))))
    assert len(page.windowTitle()) < 400
    assert all(len(text) <= 4100 and "\0" not in text for text in _values(page).values())
    assert all("\N{RIGHT-TO-LEFT OVERRIDE}" not in text for text in _values(page).values())


def test_phone_fields_dial_what_the_record_says(qtbot: QtBot, page: RecordPage) -> None:
    button = _part(page, QPushButton, "dial4")
    assert button.accessibleName() == "Call +31 20 555 0101, Phone No."
    with qtbot.waitSignal(page.dial_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["+31 20 555 0101"]


def test_a_fax_is_text_and_no_number_to_dial(page: RecordPage) -> None:
    fields = (("Phone No.", "020 555 0101"), ("Fax No.", "020 555 0109"))
    page.show_view(replace(record_view(), fields=fields, phone_fields=frozenset({"Phone No.", "Fax No."})))
    assert [button.text() for button in page.findChildren(QPushButton)] == ["020 555 0101"]
    assert _values(page)["Fax No."] == "020 555 0109"


def test_a_call_that_goes_on_is_none_of_the_last_calls(page: RecordPage) -> None:
    going_on, *ended = history_rows(3)
    page.show_view(replace(record_view(), calls=(going_on, *ended)))
    words = {label.text() for label in page.findChildren(QLabel) if label.objectName().startswith(("call", "state"))}
    assert {"Missed", "Outgoing"} <= words
    assert "In progress" not in words
    page.show_view(replace(record_view(), calls=(going_on,)))
    assert not page.findChildren(QLabel, "headingLabel")


def test_no_text_cursor_until_somebody_comes_to_a_text(qtbot: QtBot, page: RecordPage) -> None:
    page.present()
    qtbot.waitUntil(page.isActiveWindow)
    assert {text.cursorWidth() for text in page.findChildren(QTextEdit)} == {0}
    name = _part(page, QTextEdit, "nameLabel")
    qtbot.mouseClick(name.viewport(), Qt.MouseButton.LeftButton)
    name.clearFocus()
    name.setFocus(Qt.FocusReason.TabFocusReason)
    assert name.cursorWidth() == 1


def test_the_last_calls_are_listed_in_words(page: RecordPage) -> None:
    words = {label.text() for label in page.findChildren(QLabel) if label.objectName().startswith(("call", "state"))}
    assert {"Missed", "Outgoing", "Answered by another", "Busy"} <= words


def test_escape_closes(qtbot: QtBot, page: RecordPage) -> None:
    page.present()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


# -- several pages


@pytest.fixture
def dialled() -> list[str]:
    return []


@pytest.fixture
def pages(qtbot: QtBot, theme: Theme, dialled: list[str]) -> RecordPages:
    return RecordPages(theme, dialled.append, lambda _: None, lambda: NOW)


def test_the_same_record_uses_the_same_window(pages: RecordPages) -> None:
    first = pages.show(record_view(), asked=False)
    again = pages.show(replace(record_view(), name="Adatum International"), asked=False)
    assert again is first
    assert first.windowTitle() == "Master data - Adatum International"
    assert len(pages.pages) == 1
    pages.close_all()


def test_there_are_never_more_than_a_handful(pages: RecordPages) -> None:
    for number in range(3 * MOST_PAGES):
        pages.show(replace(record_view(), no=str(number)), asked=False)
    assert len(pages.pages) == MOST_PAGES
    assert [page.key[1] for page in pages.pages] == ["8", "9", "10", "11"]
    pages.close_all()


def test_a_closed_page_is_used_again(pages: RecordPages) -> None:
    first = pages.show(record_view(), asked=False)
    first.close()
    assert pages.show(replace(record_view(), no="2"), asked=False) is first
    pages.close_all()


def test_a_page_that_opens_by_itself_does_not_ask_for_the_keyboard(pages: RecordPages) -> None:
    page = pages.show(record_view(), asked=False)
    assert page.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    pages.close_all()


def test_its_size_is_remembered(pages: RecordPages) -> None:
    page = pages.show(record_view(), asked=False)
    page.resize(600, 400)
    page.close()
    assert pages.show(replace(record_view(), no="2"), asked=False).size().toTuple() == (600, 400)
    pages.close_all()


@pytest.mark.parametrize("asked", [False, True])
def test_a_page_is_as_high_as_its_content_and_no_higher_than_usual(
    qtbot: QtBot, pages: RecordPages, theme: Theme, *, asked: bool
) -> None:
    few = replace(record_view(), fields=record_view().fields[:5], calls=())
    page = pages.show(few, asked=asked)
    low = page.height()
    area = _part(page, QScrollArea, "recordArea")
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())
    assert area.verticalScrollBar().maximum() == 0
    body = area.widget()
    assert body.height() - body.layout().totalHeightForWidth(body.width()) <= Space.GROUP
    again = pages.show(replace(record_view(), no="2"), asked=asked)
    assert again.height() == theme.text_px(SIZE.height()) > low
    assert again.width() == page.width()
    pages.close_all()


def test_a_page_that_is_used_again_follows_its_new_content(pages: RecordPages) -> None:
    page = pages.show(replace(record_view(), fields=record_view().fields[:5], calls=()), asked=False)
    low = page.height()
    page.close()
    assert pages.show(replace(record_view(), no="2"), asked=False).height() > low
    pages.close_all()


def test_another_page_begins_with_the_size_of_the_last_one(pages: RecordPages) -> None:
    pages.show(record_view(), asked=False).resize(600, 400)
    assert pages.show(replace(record_view(), no="2"), asked=False).size().toTuple() == (600, 400)
    pages.close_all()


def test_a_page_dials_through_the_core(qtbot: QtBot, pages: RecordPages, dialled: list[str]) -> None:
    page = pages.show(record_view(), asked=False)
    qtbot.mouseClick(_part(page, QPushButton, "dial5"), Qt.MouseButton.LeftButton)
    assert dialled == ["06 5550 0101"]
    pages.close_all()


# -- placement


def test_the_page_stands_left_of_its_card_on_the_same_line() -> None:
    rect = place_page(SCREEN, PAGE, CARD)
    assert rect.right == CARD.x - 12
    assert rect.bottom == CARD.bottom


def test_without_a_card_the_corner_of_the_cards_stays_free() -> None:
    assert place_page(SCREEN, PAGE, None).right == SCREEN.right - 12 - CARD_WIDTH - 12


def test_without_room_on_the_left_it_stands_on_the_right() -> None:
    rect = place_page(SCREEN, PAGE, Rect(12, 700, 380, 240))
    assert rect.x == 12 + 380 + 12


def test_a_second_page_does_not_hide_the_first() -> None:
    first = place_page(SCREEN, PAGE, CARD)
    second = place_page(SCREEN, PAGE, CARD, [first])
    assert (second.x, second.y) != (first.x, first.y)


_rects = st.builds(Rect, st.integers(-500, 3000), st.integers(-500, 2000), st.integers(1, 900), st.integers(1, 900))


@given(_rects, st.lists(_rects, max_size=4), st.integers(50, 4000), st.integers(50, 4000))
def test_a_page_is_always_inside_the_work_area(card: Rect, taken: list[Rect], width: int, height: int) -> None:
    assert SCREEN.contains(place_page(SCREEN, Size(width, height), card, taken))


def test_field_names_are_read_as_labels() -> None:
    assert field_label("job_title") == "Job title"
    assert field_label("E-Mail") == "E-Mail"
    assert field_label("") == ""
