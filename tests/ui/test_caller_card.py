"""The caller card as a person meets it: read, clicked and typed on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cards import CONTACTS, CUSTOMER, card_view
from tray.calls.matching import MatchKind
from tray.calls.model import CallState, Cause, Outcome
from ui.caller_card import CallerCard
from ui.theme import Theme

HOSTILE = "<img src='file:///x.png'><b>Bold</b>\u202egnp.exe\n\\\\host\\share"


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> Iterator[CallerCard]:
    card = CallerCard(theme)
    qtbot.addWidget(card)
    yield card
    card.clear()


def shown(card: CallerCard, qtbot: QtBot, **changes: object) -> CallerCard:
    card.show_view(card_view(**changes))
    card.resize_to(card.width(), card.height_wanted)
    with qtbot.waitExposed(card):
        card.appear()
    return card


def label(card: QWidget, name: str) -> str:
    found = card.findChild(QLabel, name)
    assert found is not None
    return found.text() if found.isVisible() else ""


def button(card: QWidget, name: str) -> QPushButton:
    found = card.findChild(QPushButton, name)
    assert found is not None
    return found


def click(qtbot: QtBot, card: QWidget, name: str) -> None:
    qtbot.mouseClick(button(card, name), Qt.MouseButton.LeftButton)


def note_of(card: QWidget) -> QLineEdit:
    found = card.findChild(QLineEdit, "noteEdit")
    assert found is not None
    return found


def test_it_shows_who_calls(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    assert card.windowTitle() == "Caller card - Adatum Corporation"
    assert label(card, "stateLabel") == "Incoming call"
    assert label(card, "nameLabel") == "Adatum Corporation"
    assert label(card, "detailLabel") == "Purchasing department"
    assert label(card, "numberLabel") == "+49 711 123456"
    assert label(card, "badgeLabel") == "Customer 10000"
    assert button(card, "primaryButton").text() == "Open record"
    assert card.width() == 380


def test_it_never_asks_for_the_keyboard_by_itself(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    flags = card.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.FramelessWindowHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert (flags & Qt.WindowType.WindowType_Mask) == Qt.WindowType.Tool
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_every_target_is_at_least_32_px_and_has_a_name(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, candidates=CONTACTS, note="x")
    for part in [*card.findChildren(QPushButton), note_of(card)]:
        if part.isVisible():
            interface = QAccessible.queryAccessibleInterface(part)
            assert interface.text(QAccessible.Text.Name), part.objectName()
            assert part.height() >= 32, part.objectName()
            assert part.width() >= 32, part.objectName()
            assert card.rect().contains(part.geometry()), part.objectName()


def test_foreign_text_is_shown_literally(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, name=HOSTILE, detail=HOSTILE, number_text=f"1 {HOSTILE}", line=HOSTILE)
    for name in ("nameLabel", "detailLabel", "numberLabel", "lineLabel"):
        found = card.findChild(QLabel, name)
        assert found is not None
        assert found.textFormat() is Qt.TextFormat.PlainText
        assert "<img src='file:///x.png'><b>Bold</b>" in found.text()
        assert "\u202e" not in found.text()
        assert "\n" not in found.text()
        assert "<img" not in found.toolTip()
    assert "\u202e" not in card.windowTitle()


def test_an_endless_name_does_not_change_the_size(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    size = card.size()
    card.show_view(card_view(name="W" * 10_000, detail="x" * 10_000, line="y" * 10_000))
    card.resize_to(card.width(), card.height_wanted)
    assert card.size() == size
    assert len(label(card, "nameLabel")) <= 300
    assert label(card, "timeLabel")


def test_nothing_jumps_from_ringing_to_ended(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    before = {part.objectName(): part.geometry() for part in card.findChildren(QPushButton) if part.isVisible()}
    size = card.size()
    card.show_view(card_view(state=CallState.CONNECTED))
    card.show_view(card_view(state=CallState.ENDED, outcome=Outcome.INCOMING, since=None, duration_s=61.0))
    QApplication.processEvents()
    assert card.height_wanted == size.height()
    after = {part.objectName(): part.geometry() for part in card.findChildren(QPushButton) if part.isVisible()}
    assert after == before
    assert label(card, "timeLabel") == "01:01"


def test_the_time_runs_while_the_card_is_on_the_screen_and_not_after(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, state=CallState.CONNECTED, since=time.monotonic() - 9.7)
    assert label(card, "timeLabel") == "00:09"
    qtbot.waitUntil(lambda: label(card, "timeLabel") == "00:10", timeout=5000)
    assert card._clock.isActive()
    card.hide()
    assert not card._clock.isActive()


def test_a_standing_time_needs_no_timer(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, since=None, duration_s=3723.0)
    assert label(card, "timeLabel") == "1:02:03"
    assert not card._clock.isActive()


def test_opening_the_record_chooses_it(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    with qtbot.waitSignal(card.chosen) as chosen:
        click(qtbot, card, "primaryButton")
    assert chosen.args == ["1", 0]


def test_the_close_button_and_the_window_manager_dismiss(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    with qtbot.waitSignal(card.dismissed) as dismissed:
        click(qtbot, card, "closeButton")
    assert dismissed.args == ["1"]
    assert not card.isVisible()
    shown(card, qtbot, call="2")
    with qtbot.waitSignal(card.dismissed) as dismissed:
        card.close()
    assert dismissed.args == ["2"]


def test_copying_takes_the_number_and_says_so(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    click(qtbot, card, "copyButton")
    assert QGuiApplication.clipboard().text() == "+49711123456"
    assert button(card, "copyButton").accessibleName() == "Copied"
    qtbot.waitUntil(lambda: button(card, "copyButton").accessibleName() == "Copy number", timeout=5000)


def test_calling_back_dials_the_number(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    with qtbot.waitSignal(card.dial_requested) as dialled:
        click(qtbot, card, "callBackButton")
    assert dialled.args == ["+49711123456"]


def test_a_missed_call_is_called_back_and_its_record_stays_one_click_away(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, state=CallState.ENDED, outcome=Outcome.MISSED_INCOMING, cause=Cause.MISSED, since=None)
    assert label(card, "stateLabel").startswith("Missed ")
    assert button(card, "primaryButton").text() == "Call back"
    assert not button(card, "callBackButton").isVisible()
    with qtbot.waitSignal(card.dial_requested):
        click(qtbot, card, "primaryButton")
    with qtbot.waitSignal(card.chosen):
        click(qtbot, card, "recordButton")


def test_a_withheld_number_offers_only_close_and_note(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, number="", number_text="", name="", detail="", match=MatchKind.WITHHELD, candidates=())
    assert card.windowTitle() == "Caller card - Number withheld"
    visible = {part.objectName() for part in card.findChildren(QPushButton) if part.isVisible()}
    assert visible == {"closeButton", "noteButton"}
    qtbot.keyClick(card, Qt.Key.Key_Return)


def test_without_a_match_the_number_is_the_name_and_can_be_searched(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, name="", detail="", match=MatchKind.NONE, candidates=())
    assert label(card, "nameLabel") == "+49 711 123456"
    assert label(card, "detailLabel") == "Not in the directory"
    assert label(card, "numberLabel") == ""
    with qtbot.waitSignal(card.search_requested) as searched:
        click(qtbot, card, "primaryButton")
    assert searched.args == ["+49711123456"]


def test_a_possible_match_says_so(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, match=MatchKind.POSSIBLE, directory_age_s=3 * 86400.0)
    assert label(card, "possibleLabel") == "Possible match"
    assert button(card, "primaryButton").text() == "Open possible match"
    assert label(card, "lastCallLabel") == "Directory from 3 days ago"


def test_several_records_are_chosen_by_click_and_by_digit(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, name="", detail="", candidates=CONTACTS)
    assert label(card, "detailLabel") == "6 records in Contact"
    assert [button(card, f"candidateButton{row}").text() for row in (1, 2, 3, 4)] == [
        contact.name for contact in CONTACTS[:4]
    ]
    assert button(card, "moreButton").text() == "2 more"
    with qtbot.waitSignal(card.chosen) as chosen:
        click(qtbot, card, "candidateButton2")
    assert chosen.args == ["1", 1]
    with qtbot.waitSignal(card.chosen) as chosen:
        qtbot.keyClick(card, Qt.Key.Key_5)
    assert chosen.args == ["1", 4]
    with qtbot.assertNotEmitted(card.chosen):
        qtbot.keyClick(card, Qt.Key.Key_9)


def test_more_records_unfold(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, candidates=CONTACTS)
    before = card.height_wanted
    with qtbot.waitSignal(card.resized):
        click(qtbot, card, "moreButton")
    assert button(card, "candidateButton6").isVisible()
    assert not button(card, "moreButton").isVisible()
    assert card.height_wanted > before


def test_a_record_without_a_page_cannot_be_opened_and_says_why(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, candidates=(replace(CUSTOMER, has_page=False),))
    assert not button(card, "primaryButton").isEnabled()
    assert "No page is set up" in button(card, "primaryButton").toolTip()


def test_enter_escape_and_tab_work_once_the_user_asked_for_the_keyboard(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    card.take_keyboard()
    qtbot.waitUntil(card.isActiveWindow)
    assert card.focusWidget() is button(card, "primaryButton")
    order = []
    for _ in range(5):
        order.append(card.focusWidget().objectName())
        qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Tab)
    assert order == ["primaryButton", "copyButton", "callBackButton", "noteButton", "closeButton"]
    with qtbot.waitSignal(card.chosen):
        qtbot.keyClick(card, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.dismissed):
        qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Escape)


def test_enter_presses_the_button_that_has_the_focus(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    card.take_keyboard()
    qtbot.waitUntil(card.isActiveWindow)
    button(card, "callBackButton").setFocus()
    with qtbot.waitSignal(card.dial_requested):
        qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Return)


def test_the_keyboard_that_went_elsewhere_does_not_come_back_by_a_click(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    card.take_keyboard()
    qtbot.waitUntil(card.isActiveWindow)
    assert not card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not card.isActiveWindow())
    assert card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_the_note_grows_the_card_and_every_letter_is_reported(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    before = card.height_wanted
    with qtbot.waitSignal(card.resized):
        click(qtbot, card, "noteButton")
    assert card.height_wanted > before
    qtbot.waitUntil(lambda: note_of(card).hasFocus())
    with qtbot.waitSignals([card.noted] * 3):
        qtbot.keyClicks(note_of(card), "hey")
    assert card.note == "hey"


def test_a_note_survives_updates_and_digits_are_typed_into_it(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, candidates=CONTACTS)
    click(qtbot, card, "noteButton")
    with qtbot.assertNotEmitted(card.chosen):
        qtbot.keyClicks(note_of(card), "at 12")
    card.show_view(card_view(state=CallState.CONNECTED, note="at"))
    card.show_view(card_view(state=CallState.ENDED, outcome=Outcome.INCOMING, since=None))
    assert note_of(card).text() == "at 12"
    assert note_of(card).isVisible()
    qtbot.keyClick(note_of(card), Qt.Key.Key_Escape)
    assert card.isVisible()
    assert card.note == "at 12"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_after_a_note_does_nothing_but_go_back_to_it(card: CallerCard, qtbot: QtBot, key: Qt.Key) -> None:
    shown(card, qtbot, state=CallState.ENDED, outcome=Outcome.MISSED_INCOMING, since=None)
    click(qtbot, card, "noteButton")
    qtbot.waitUntil(note_of(card).hasFocus)
    qtbot.keyClicks(note_of(card), "call at 4")
    qtbot.keyClick(note_of(card), key)
    qtbot.waitUntil(button(card, "noteButton").hasFocus)
    with qtbot.assertNotEmitted(card.dial_requested), qtbot.assertNotEmitted(card.chosen):
        qtbot.keyClick(button(card, "noteButton"), Qt.Key.Key_Return)
    assert note_of(card).hasFocus()
    assert card.note == "call at 4"


def test_the_next_call_starts_with_a_clean_card(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot, candidates=CONTACTS, directory_age_s=90_000.0)
    click(qtbot, card, "noteButton")
    qtbot.keyClicks(note_of(card), "for the first only")
    tall = card.height()
    card.clear()
    shown(card, qtbot, call="2")
    assert card.note == ""
    assert not note_of(card).isVisible()
    assert not button(card, "candidateButton1").isVisible()
    assert card.height() < tall


def test_the_keyboard_begins_at_the_main_action_whatever_was_clicked_before(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    click(qtbot, card, "copyButton")
    card.take_keyboard()
    assert card.focusWidget() is button(card, "primaryButton")


def test_text_size_and_colours_follow_the_theme_on_an_open_card(card: CallerCard, qtbot: QtBot) -> None:
    shown(card, qtbot)
    before = card.height_wanted
    card.theme.scale = 2.0
    card.theme._fonts = {role: card.theme._make_font(role) for role in card.theme._fonts}
    card.restyle()
    assert card.width() == 760
    assert card.height_wanted > before
    assert button(card, "copyButton").height() == 72


_STATES: dict[str, dict[str, Any]] = {
    "with a second line": {},
    "without a second line": {"detail": ""},
    "not in the directory": {"match": MatchKind.NONE, "candidates": (), "name": "", "detail": ""},
    "possible match": {"match": MatchKind.POSSIBLE},
    "withheld": {"match": MatchKind.WITHHELD, "candidates": (), "name": "", "detail": "", "number": ""},
    "missed": {"state": CallState.ENDED, "outcome": Outcome.MISSED_INCOMING, "cause": Cause.MISSED},
}


def test_a_caller_that_becomes_known_later_moves_nothing(qtbot: QtBot, theme: Theme) -> None:
    heights = {}
    for state, changes in _STATES.items():
        card = CallerCard(theme)
        qtbot.addWidget(card)
        card.show_view(card_view(**changes))
        heights[state] = card.height_wanted
    assert len(set(heights.values())) == 1, heights
