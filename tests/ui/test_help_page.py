"""Help: every file can be read, links lead where they should, and nothing is loaded from elsewhere."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from ui.help_page import FIRST_TOPIC, HelpWindow, title_of, topics
from ui.language import Language
from ui.theme import Theme, ThemeChoice

TOPICS = topics(Language.ENGLISH)


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, opened: list[str]) -> HelpWindow:
    window = HelpWindow(theme, opened.append)
    qtbot.addWidget(window)
    return window


def _text(window: HelpWindow) -> QTextBrowser:
    text = window.findChild(QTextBrowser, "helpText")
    assert text is not None
    return text


def test_every_phone_has_a_topic() -> None:
    assert {FIRST_TOPIC, "web-addresses", "microsip", "baresip", "fritzbox", "windows-telephony"} <= set(TOPICS)


CODE = re.compile(r"^ {4,}\S.*$|`[^`]+`", re.MULTILINE)
OTHERS = (Language.DUTCH, Language.GERMAN)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_topics(language: Language) -> None:
    assert list(topics(language)) == list(TOPICS)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_language_has_the_same_headings_commands_links_and_tables(language: Language, topic: str) -> None:
    english, other = TOPICS[topic], topics(language)[topic]
    assert other != english
    for form in (r"^#+ ", r"^\|", r"^\d\. ", r"\]\([^)]+\)"):
        found = re.compile(form, re.MULTILINE)
        assert found.findall(other) == found.findall(english), form
    assert CODE.findall(other) == CODE.findall(english)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_can_be_read(window: HelpWindow, topic: str) -> None:
    assert window.show_topic(topic)
    assert window.topic == topic
    assert _text(window).toPlainText().startswith(title_of(TOPICS[topic]))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_link_leads_to_a_topic(topic: str) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", TOPICS[topic]):
        assert link.removesuffix(".md").lstrip("0123456789-") in TOPICS, link


def test_the_list_names_the_topics(window: HelpWindow) -> None:
    topic_list = window.findChild(QListWidget, "topicList")
    assert topic_list is not None
    names = [topic_list.item(row).text() for row in range(topic_list.count())]
    assert names[0] == "Connect a phone"
    assert all(names)


def test_a_link_to_a_topic_turns_the_page(window: HelpWindow, opened: list[str]) -> None:
    _text(window).anchorClicked.emit(QUrl("30-microsip.md"))
    assert window.topic == "microsip"
    assert opened == []


def test_an_https_link_goes_to_the_given_opener(window: HelpWindow, opened: list[str]) -> None:
    _text(window).anchorClicked.emit(QUrl("https://example.org/a?b=c"))
    assert opened == ["https://example.org/a?b=c"]


@pytest.mark.parametrize(
    "address",
    ["http://example.org/", "file:///etc/passwd", "javascript:alert(1)", "https://good@evil.example/", "x.txt",
     "//host/share", "nowhere.md"],
)  # fmt: skip
def test_every_other_link_does_nothing(window: HelpWindow, opened: list[str], address: str) -> None:
    before = window.topic
    _text(window).anchorClicked.emit(QUrl(address))
    assert opened == []
    assert window.topic == before


@pytest.mark.parametrize("address", ["https://example.org/x.png", "file:///etc/hostname", "10-connect-a-phone.md"])
def test_nothing_is_ever_loaded(window: HelpWindow, address: str) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert _text(window).loadResource(kind, QUrl(address)) is None


def test_another_look_keeps_the_page(window: HelpWindow, theme: Theme) -> None:
    window.show_topic("baresip")
    theme.choose(ThemeChoice.DARK)
    assert window.topic == "baresip"
    assert "ctrl_tcp.so" in _text(window).toPlainText()


def test_an_unknown_topic_is_told(window: HelpWindow) -> None:
    assert not window.show_topic("no-such-topic")
