"""The language of the windows: which one is chosen, what it costs, and that open windows follow another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.ui.cards import Notebook, card_view
from tests.ui.conftest import Speaking, let_go
from tests.ui.core_stand_in import Core
from tests.ui.window_samples import NOW, candidates, history_rows, record_view
from tray.texts import Text, translate
from tray.views import Notice
from ui.caller_card import CallerCard
from ui.card_stack import CardStack
from ui.dial_box import DialBox
from ui.formats import day_and_clock
from ui.help_page import HelpWindow
from ui.history import HistoryWindow
from ui.history_model import HistoryModel
from ui.language import Language, in_language, language_in_force, language_of_system
from ui.notice_card import NoticeCard
from ui.presenter import Presenter, UiSettings
from ui.record_page import RecordPage
from ui.screen_choice import ScreenChoice
from ui.theme import Theme
from ui.windows import DeskWindows

RECENT = translate("Icon", "Recent calls")


def texts(window: object, kind: type) -> list[str]:
    return [part.text() for part in window.findChildren(kind)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["nl-NL", "nl"], Language.DUTCH),
        (["nl_BE"], Language.DUTCH),
        (["de-AT", "de"], Language.GERMAN),
        (["en-GB"], Language.ENGLISH),
        (["fr-FR", "fr", "de"], Language.GERMAN),
        (["fr-FR"], Language.ENGLISH),
        (["C"], Language.ENGLISH),
        ([""], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_language_of_the_desktop_is_taken_where_the_product_speaks_it(
    wanted: list[str], language: Language
) -> None:
    assert language_of_system(wanted) is language


def test_without_a_choice_the_desktop_decides(qapp: QApplication, speaking: Speaking) -> None:
    wanted = language_of_system(QLocale.system().uiLanguages())
    assert speaking(Language.SYSTEM).language is wanted


def test_english_loads_nothing(qapp: QApplication, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    assert translation.children() == []
    assert in_language(RECENT) == "Recent calls"


@pytest.mark.parametrize(
    ("language", "words", "own"),
    [(Language.DUTCH, "Recente oproepen", "Annuleren"), (Language.GERMAN, "Letzte Anrufe", "Abbrechen")],
)
def test_a_language_speaks_in_texts_buttons_of_qt_and_dates(
    speaking: Speaking, language: Language, words: str, own: str
) -> None:
    speaking(language)
    assert in_language(RECENT) == words
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == own
    assert language_in_force() is language
    assert day_and_clock(NOW - 3 * 86400, NOW).split()[0] in {"zaterdag", "Samstag"}


def test_the_way_back_to_english_forgets_the_other_language(speaking: Speaking) -> None:
    translation = speaking(Language.GERMAN)
    translation.choose(Language.ENGLISH)
    assert in_language(RECENT) == "Recent calls"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert language_in_force() is Language.ENGLISH


def test_a_missing_file_leaves_its_texts_in_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, speaking: Speaking, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(QLibraryInfo, "path", staticmethod(lambda _: str(tmp_path)))
    speaking(Language.GERMAN)
    assert in_language(RECENT) == "Letzte Anrufe"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    assert caplog.messages == [f"the translation qtbase_de is not in {tmp_path}"]


def test_choosing_the_same_language_again_changes_nothing(qtbot: QtBot, speaking: Speaking) -> None:
    translation = speaking(Language.DUTCH)
    with qtbot.assertNotEmitted(translation.changed):
        translation.choose(Language.DUTCH)
    with qtbot.waitSignal(translation.changed):
        translation.choose(Language.GERMAN)


def test_dates_follow_the_desktop_where_it_speaks_the_language(
    monkeypatch: pytest.MonkeyPatch, speaking: Speaking
) -> None:
    austria = QLocale("de_AT")
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: austria))
    speaking(Language.GERMAN)
    assert QLocale().name() == "de_AT"
    speaking(Language.ENGLISH)
    assert QLocale().name() == "en_AT"


def test_values_stand_in_the_text_as_they_are(speaking: Speaking) -> None:
    speaking(Language.DUTCH)
    name = "{seats} <b>bold</b> {0.__class__} %1"
    text = translate("Setup", "{name} is the last licensed administrator and keeps role and licence.").format(name=name)
    assert in_language(text) == f"{name} is de laatste beheerder met licentie en houdt rol en licentie."


def test_a_text_within_a_text_is_translated_too(speaking: Speaking) -> None:
    speaking(Language.GERMAN)
    reason = translate("Phones", "no answer")
    text = translate("Phones", "Nothing answers at {address} ({problem}).").format(address="1.2.3.4:5", problem=reason)
    assert text == "Nothing answers at 1.2.3.4:5 (no answer)."
    assert in_language(text) == "Unter 1.2.3.4:5 antwortet nichts (keine Antwort)."


def test_what_is_no_text_of_the_product_stays_as_it_is(speaking: Speaking) -> None:
    speaking(Language.GERMAN)
    assert in_language("Recent calls") == "Recent calls"
    assert in_language(Text("Nobody", "never written down")) == "never written down"


# -- the running program


def test_a_start_in_a_language_and_another_one_on_request(qtbot: QtBot, qapp: QApplication, speaking: Speaking) -> None:
    speaking(Language.ENGLISH)  # puts the language of the desktop back at the end
    presenter = Presenter(qapp, UiSettings(language=Language.DUTCH))
    core = Notebook()
    presenter.begin(core, DeskWindows(presenter.theme, core, core, core))
    assert presenter.bridge.in_language(RECENT) == "Recente oproepen"
    presenter.bridge.choose_language("de")
    qtbot.waitUntil(lambda: core.asked == [("language_changed",)])
    assert presenter.bridge.in_language(RECENT) == "Letzte Anrufe"
    presenter.translation.choose(Language.ENGLISH)
    presenter.end()
    let_go(presenter)
    let_go(presenter.theme)


# -- open windows


def test_an_open_list_of_calls_follows(qtbot: QtBot, theme: Theme, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    window = HistoryWindow(theme, Core(history_rows()), lambda: NOW)
    qtbot.addWidget(window)
    window.open()
    qtbot.waitUntil(lambda: window._model.rowCount() > 0)
    window._search.setText("missed")
    assert window._model.rowCount() > 0
    window._search.clear()
    translation.choose(Language.DUTCH)
    qtbot.waitUntil(lambda: window.windowTitle() == "Recente oproepen")
    model = window._model
    assert isinstance(model, HistoryModel)
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == ["Oproep", "Naam", "Nummer"]
    assert "Gemist" in {model.index(row, 0).data() for row in range(model.rowCount())}
    assert window._search.placeholderText() == "Naam, nummer, record of soort oproep"
    assert "40 oproepen" in texts(window, QLabel)
    assert "Record &openen" in texts(window, QPushButton)
    window._search.setText("gemist")
    assert 0 < model.rowCount() < 40


def test_the_reasons_of_a_call_follow(qtbot: QtBot, theme: Theme, speaking: Speaking) -> None:
    translation = speaking(Language.DUTCH)
    window = HistoryWindow(theme, Core(history_rows(2)[1:]), lambda: NOW)
    qtbot.addWidget(window)
    window.open()
    reasons = window._detail._reasons
    qtbot.waitUntil(lambda: "Kaart geopend: uw instellingen openen de kaart" in reasons.toPlainText())
    translation.choose(Language.GERMAN)
    qtbot.waitUntil(lambda: "Karte geöffnet: Ihre Einrichtung öffnet die Karte" in reasons.toPlainText())


def test_a_caller_card_on_the_screen_and_a_spare_one_follow(qtbot: QtBot, theme: Theme, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    shown, spare = CallerCard(theme), CallerCard(theme)
    for card in (shown, spare):
        qtbot.addWidget(card)
    spare.prepare()
    shown.show_view(card_view())
    shown.appear()
    shown._parts.note.setText("typed before")
    translation.choose(Language.GERMAN)
    qtbot.waitUntil(lambda: shown._parts.state.text() == "Eingehender Anruf")
    assert shown.windowTitle() == "Anruferkarte - Adatum Corporation"
    assert shown._parts.primary.text() == "Datensatz öffnen"
    assert shown.note == "typed before"
    assert spare._parts.copy.accessibleName() == shown._parts.copy.accessibleName() == "Nummer kopieren"


def test_a_notice_follows_and_keeps_its_place_on_the_screen(qtbot: QtBot, theme: Theme, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    stack = CardStack(theme, ScreenChoice(), Core, lambda _: None)
    title = translate("Licence", "No caller cards")
    text = translate("Licence", "You are known to CTI Tray, but not activated yet.")
    stack.show_notice(Notice(title, text))
    (card,) = stack._notices
    assert isinstance(card, NoticeCard)
    translation.choose(Language.DUTCH)
    qtbot.waitUntil(lambda: card.windowTitle() == "Melding - Geen bellerkaarten")
    assert card._text.text() == "U bent bekend bij CTI Tray, maar nog niet geactiveerd."
    assert card.height() == card.height_wanted
    assert card.rect_on_screen.y + card.height() <= card.screen().availableGeometry().bottom() + 1
    stack.close_all()


def test_the_dial_box_follows(qtbot: QtBot, theme: Theme, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    box = DialBox(theme, Core(found={"ada": candidates()}))
    qtbot.addWidget(box)
    box.open("ada")
    qtbot.waitUntil(lambda: box._model.rowCount() > 0)
    translation.choose(Language.GERMAN)
    qtbot.waitUntil(lambda: box.windowTitle() == "Wählen")
    assert "&Wählen" in texts(box, QPushButton)
    assert box.findChild(QLineEdit, "dialEdit").placeholderText() == "Name oder Nummer"
    assert box._says.text().startswith("Enter wählt +31 20 555 0101")


def test_the_record_page_follows(qtbot: QtBot, theme: Theme, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    page = RecordPage(theme, lambda: NOW)
    qtbot.addWidget(page)
    page.show_view(record_view())
    page.present()
    translation.choose(Language.DUTCH)
    qtbot.waitUntil(lambda: page.windowTitle() == "Stamgegevens - Adatum Corporation")
    assert "Laatste oproepen" in texts(page, QLabel)


def test_the_help_turns_to_the_same_topic_in_the_other_language(qtbot: QtBot, theme: Theme, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    window = HelpWindow(theme, lambda _: None)
    qtbot.addWidget(window)
    window.open("cards")
    english = window.findChild(QTextBrowser).toPlainText()
    translation.choose(Language.DUTCH)
    qtbot.waitUntil(lambda: window.windowTitle() == "Help" and window._list.accessibleName() == "Onderwerpen")
    assert window.topic == "cards"
    assert window.findChild(QTextBrowser).toPlainText() != english
    assert window.findChild(QListWidget).count() > 5


def test_the_help_offers_the_languages_and_asks_for_the_chosen_one(
    qtbot: QtBot, theme: Theme, speaking: Speaking
) -> None:
    speaking(Language.GERMAN)
    asked: list[str] = []
    window = HelpWindow(theme, lambda _: None, asked.append)
    qtbot.addWidget(window)
    box = window.findChild(QComboBox, "languageBox")
    assert [box.itemText(index) for index in range(box.count())] == ["English", "Nederlands", "Deutsch"]
    assert box.currentText() == "Deutsch"
    box.activated.emit(1)
    assert asked == ["nl"]
