"""The translations are complete and current, and fit into every window."""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from installer import translations
from installer.console import Console
from installer.environment import Environment
from tests.ui.clipping import cells, clipped
from tests.ui.conftest import Speaking, let_go
from tests.ui.pictures import card_views
from tests.ui.pictures_setup import open_dialogs, open_own_card
from tests.ui.pictures_windows import windows
from tests.ui.window_driver import keys_of
from ui.caller_card import CallerCard
from ui.history import HistoryWindow
from ui.history_model import Column
from ui.language import Language
from ui.theme import Theme, ThemeChoice

HOME = Path(__file__).parents[2]
FOLDER = HOME / translations.FOLDER
CODES = ("nl", "de")
SPOKEN = (Language.ENGLISH, Language.DUTCH, Language.GERMAN)
Key = tuple[str, str]
UNCHANGED = {
    *("Name", "Offline", "Help", "Record", "{0} records in {1}", "Account", "Administrator", "R&egion", "Status"),
    "JSON (*.json)",
    *("Test", "Delete", "Code {0}", "Teams"),
    "Microsoft Teams OAuth 2.0",
}
"""Words that are the same in another language."""


def messages(path: Path) -> dict[Key, str]:
    """The translation of each text of a .ts file, by context and English words."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            assert translation.get("type") is None, f"{path.name}: {message.findtext('source')!r} is not finished"
            found[context.findtext("name") or "", message.findtext("source") or ""] = translation.text or ""
    return found


def ts_file(code: str) -> Path:
    return FOLDER / f"cti_tray_{code}.ts"


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def has_values(source: str) -> bool:
    """Whether a text is formatted; one whose braces are meant literally may hold anything."""
    try:
        return bool(placeholders(source))
    except ValueError:
        return False


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    """Every call of `translate` or `tr` in the source."""
    for top in translations.SOURCES:
        for path in sorted((HOME / top).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                    if name in {"translate", "tr"}:
                        yield path, node, name


def words_of(call: ast.Call) -> list[str]:
    return [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]


# -- the files


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated(code: str) -> None:
    found = messages(ts_file(code))
    assert len(found) > 400
    assert [key for key, text in found.items() if not text.strip()] == []
    same = {source for (_, source), text in found.items() if text == source and re.search(r"[A-Za-z]{4}", source)}
    same = {source for source in same if re.sub(r"\{\w+\}|dial\.template|min", "", source).strip(" .:,()")}
    assert same <= UNCHANGED


def test_both_languages_have_the_same_texts() -> None:
    dutch, german = (messages(ts_file(code)) for code in CODES)
    assert dutch.keys() == german.keys()


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_places_for_values_and_the_mnemonics_of_its_source(code: str) -> None:
    for (context, source), text in messages(ts_file(code)).items():
        where = f"{context}: {source!r}"
        if has_values(source):
            assert set(placeholders(text)) == set(placeholders(source)), where
        assert text.count("&") == source.count("&"), where
        assert text.strip() == text, where
        assert text[-1:] == source[-1:] or source[-1] not in ".:…" or text[-1] in ".)/", where


@pytest.mark.parametrize("code", CODES)
def test_the_same_words_are_translated_in_the_same_way_within_a_context(code: str) -> None:
    """Over all contexts a word may have two meanings, but only the named ones do."""
    by_source: dict[str, set[str]] = {}
    for (_, source), text in messages(ts_file(code)).items():
        by_source.setdefault(source, set()).add(text)
    assert {source for source, texts in by_source.items() if len(texts) > 1} == set()


def test_what_lupdate_finds_is_all_that_the_source_says() -> None:
    """lupdate overlooks silently a call that is not two plain texts."""
    known = messages(ts_file("nl"))
    sources = {source for _, source in known}
    said = set()
    for path, call, name in calls():
        if path.name == "texts.py" or (path.parent.name, path.name) == ("directory", "words.py"):
            continue
        words = words_of(call)
        assert len(words) == len(call.args), f"{path.name}, line {call.lineno}: not plain texts"
        assert not call.keywords, f"{path.name}, line {call.lineno}: values come by format"
        assert (tuple(words) in known) if name == "translate" else (words[0] in sources), f"{path.name}: {words}"
        said.add(words[-1])
    assert sources == said


def test_values_have_the_names_of_their_places() -> None:
    for top in translations.SOURCES:
        for path in sorted((HOME / top).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                    continue
                made = node.func.value
                if node.func.attr == "format" and isinstance(made, ast.Call) and words_of(made):
                    given = {str(index) for index in range(len(node.args))} | {str(one.arg) for one in node.keywords}
                    assert given == set(placeholders(words_of(made)[-1])), f"{path.name}, line {node.lineno}"


def test_the_files_are_what_the_tools_make_of_the_source(tmp_path: Path) -> None:
    """The command of the README, run on a copy, changes nothing."""
    for top in (*translations.SOURCES, translations.FOLDER):
        for path in (HOME / top).rglob("*"):
            if path.suffix in {".py", ".ts"}:
                copy = tmp_path / path.relative_to(HOME)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
    environment = Environment(tmp_path, Console())
    environment.python = Path(sys.executable)
    assert translations.make(environment, Console()) == 0
    for code in CODES:
        for name in (f"cti_tray_{code}.ts", f"cti_tray_{code}.qm"):
            assert (tmp_path / translations.FOLDER / name).read_bytes() == (FOLDER / name).read_bytes(), name


@pytest.mark.parametrize("code", CODES)
def test_what_the_product_loads_says_what_was_written(qapp: QApplication, code: str) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"cti_tray_{code}.qm"))
    written = messages(ts_file(code))
    assert {key: translator.translate(*key) for key in written} == written


def test_the_wheel_carries_the_translations_and_the_help(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=HOME, check=True, capture_output=True, timeout=100)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for code in CODES:
        assert f"{translations.FOLDER}/cti_tray_{code}.qm" in names
        assert f"resources/help/{code}/10-connect-a-phone.md" in names


# -- the windows


@pytest.fixture(params=[100, 200], ids=["100 %", "200 %"])
def sized_theme(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Theme]:
    """A theme at normal and at double text size."""
    former = QFont(qapp.font())
    font = QFont(former)
    font.setPixelSize(12 * request.param // 100)
    qapp.setFont(font)
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    let_go(theme)
    qapp.setFont(former)


FOREIGN = {"nameLabel", "detailLabel", "numberLabel", "badgeLabel", "recordBadge", "lineLabel", "resultList"}
"""Names, numbers and records; where they are too long they end with an ellipsis and show themselves as a tooltip."""


@pytest.mark.parametrize("language", SPOKEN)
def test_nothing_is_cut_off_in_the_windows(
    qtbot: QtBot, qapp: QApplication, sized_theme: Theme, speaking: Speaking, language: Language
) -> None:
    speaking(language)
    shown: dict[str, QWidget] = windows(sized_theme, qapp.processEvents)
    for window in shown.values():
        qtbot.addWidget(window)
    found = {name: problems for name, window in shown.items() if (problems := clipped(window, FOREIGN))}
    assert found == {}
    calls = shown["history"]
    assert isinstance(calls, HistoryWindow)
    for column in (Column.STATE, Column.TIME, Column.DURATION):
        assert list(cells(calls._list, column, calls._list.columnWidth(column))) == []


@pytest.mark.parametrize("language", SPOKEN)
def test_nothing_is_cut_off_in_the_setup_dialogs(
    qapp: QApplication, sized_theme: Theme, speaking: Speaking, language: Language
) -> None:
    speaking(language)
    with open_dialogs(sized_theme, qapp) as shown:
        found = {name: problems for name, window in shown if (problems := clipped(window, FOREIGN))}
    assert found == {}


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("who", ["ADMIN", "PLAIN"])
def test_nothing_is_cut_off_on_the_own_setup_card(
    qapp: QApplication, sized_theme: Theme, speaking: Speaking, language: Language, who: str
) -> None:
    speaking(language)
    with open_own_card(sized_theme, qapp, who) as shown:
        found = {name: problems for name, window in shown if (problems := clipped(window, FOREIGN))}
    assert found == {}


@pytest.mark.parametrize("language", SPOKEN)
def test_no_two_parts_of_a_setup_dialog_have_the_same_key(
    qapp: QApplication, theme: Theme, speaking: Speaking, language: Language
) -> None:
    speaking(language)
    with open_dialogs(theme, qapp) as shown:
        keys = {name: keys_of(window) for name, window in shown}
    assert all(keys.values())
    assert {name: found for name, found in keys.items() if len(found) != len(set(found))} == {}


@pytest.mark.parametrize("language", SPOKEN)
def test_nothing_is_cut_off_on_the_cards(
    qtbot: QtBot, qapp: QApplication, sized_theme: Theme, speaking: Speaking, language: Language
) -> None:
    speaking(language)
    card = CallerCard(sized_theme)
    qtbot.addWidget(card)
    for name, view in card_views().items():
        card.show_view(view)
        card.resize_to(card.width(), card.height_wanted)
        card.show()
        qapp.processEvents()
        assert clipped(card, FOREIGN) == [], name
    assert isinstance(card.findChild(QPushButton, "primaryButton"), QPushButton)
