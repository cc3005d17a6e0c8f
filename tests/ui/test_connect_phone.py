"""The window that connects a phone: what it shows for whom, what it copies, what its test says, what it switches."""

from __future__ import annotations

import socket
import threading
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clipping import clipped
from tests.ui.conftest import Speaking
from tests.ui.phone_bench import PhoneBench, PhoneDriver, phone_bench
from tests.ui.phone_samples import PLACES, Tells, desk_of
from tests.ui.window_driver import keys_of
from tray.calls.model import CallEvent, CallState, Direction
from tray.telephony.heard import Arrival, Remark, Trouble
from tray.telephony.recipe import Recipe, Way
from tray.telephony.recipes import RECIPES
from ui.connect_phone import ConnectPhoneWindow
from ui.heard_words import arrival_words, missing_words, trouble_words
from ui.language import Language
from ui.theme import Theme


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[PhoneBench]:
    with phone_bench(tmp_path) as bench:
        yield bench


@pytest.fixture
def driver(qtbot: QtBot, theme: Theme, bench: PhoneBench) -> PhoneDriver:
    return PhoneDriver(qtbot, theme, bench)


def line_text(driver: PhoneDriver, number: int) -> str:
    found = driver.connect.findChild(QTextEdit, f"lineText{number}")
    assert found is not None
    return found.toPlainText()


def opened(address: str) -> int:
    """Open an address as a phone program does, from another thread's point of view."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def open_it(qtbot: QtBot, address: str) -> int:
    """The same, without holding up the windows."""
    answers: list[int] = []
    thread = threading.Thread(target=lambda: answers.append(opened(address)))
    thread.start()
    qtbot.waitUntil(lambda: bool(answers))
    thread.join()
    return answers[0]


# -- what it shows


def test_a_product_is_found_by_typing_its_name(driver: PhoneDriver) -> None:
    driver.qtbot.keyClicks(driver.products, "Gran")
    assert driver.products.currentText() == "Grandstream"
    assert driver.connect.recipe.name == "Grandstream"


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.product.value)
def test_every_product_is_shown_whole(driver: PhoneDriver, recipe: Recipe) -> None:
    driver.choose(recipe.name)
    assert clipped(driver.connect, {"lanAllowed"}) == []
    assert driver.text("stepsLabel").startswith("1. ")
    assert driver.button("testButton").isVisible()


def test_looking_at_others_before_leaves_no_gap(driver: PhoneDriver) -> None:
    """Room that nothing fills would push the lines down a little more with every product."""
    top = driver.top_of("lineWhere1")
    for name in ("Yealink", "NFON", "FRITZ", "Snom", "MicroSIP"):
        driver.choose(name)
    assert driver.top_of("lineWhere1") == top


def test_the_token_is_behind_dots_until_it_is_asked_for(driver: PhoneDriver, bench: PhoneBench) -> None:
    token = bench.phones.receiver.keys.token
    driver.choose("NFON")
    assert token not in line_text(driver, 1)
    driver.show_token()
    assert token in line_text(driver, 1)
    driver.choose("Zoiper")
    assert token not in line_text(driver, 1)


def test_copy_copies_the_whole_line_also_behind_dots(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.choose("NFON")
    driver.press("copyButton1")
    keys = bench.phones.receiver.keys
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"http://127.0.0.1:{keys.port}/v1/call/incoming?number=$RemoteParty")
    assert copied.endswith(f"&token={keys.token}")
    assert driver.visible_text("copiedLabel") == "Copied: Incoming call"


def test_lines_of_one_file_are_copied_together(driver: PhoneDriver) -> None:
    driver.choose("MicroSIP")
    driver.press("copyAllButton")
    copied = QGuiApplication.clipboard().text().splitlines()
    assert [line.partition("=")[0] for line in copied] == [line.where for line in driver.connect.recipe.lines]
    driver.choose("NFON")
    assert not driver.button("copyAllButton").isVisible()


def test_desk_phones_get_the_address_and_token_of_the_network(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.choose("Yealink")
    driver.press("copyButton1")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"http://127.0.0.1:{bench.lan_port}/v1/call/incoming?number=$remote")
    assert copied.endswith(f"&token={bench.phones.receiver.keys.lan_token}")
    assert driver.visible_text("lanState").startswith("Switched off")
    driver.choose("MicroSIP")
    lan = driver.connect.findChild(QWidget, "lanBox")
    assert lan is not None
    assert not lan.isVisible()


def test_a_receiver_that_is_switched_off_is_told_where_it_matters(qtbot: QtBot, theme: Theme) -> None:
    window = ConnectPhoneWindow(theme, desk_of(Tells(replace(PLACES, receiver_on=False))))
    qtbot.addWidget(window)
    window.open()
    off = window.findChild(QLabel, "receiverOffLabel")
    assert off is not None
    told = {recipe.way: off.isVisible() for recipe in RECIPES if window.show_product(recipe.product) is None}
    assert told == {Way.PROGRAM: True, Way.ADDRESS: True, Way.LAN: False, Way.LISTENED_TO: False}


def test_help_is_asked_for_by_button_and_key(driver: PhoneDriver) -> None:
    driver.choose("Snom")
    for ask in (
        lambda: driver.press("helpButton"),
        lambda: driver.qtbot.keyClick(driver.connect, Qt.Key.Key_F1),
    ):
        with driver.qtbot.waitSignal(driver.connect.help_requested) as asked:
            ask()
        assert asked.args == ["desk-phones"]


@pytest.mark.parametrize("product", ["microsip", "yealink", "3cx", "teams", "tapi"])
def test_every_key_behind_alt_is_there_once(driver: PhoneDriver, product: str) -> None:
    driver.connect.show_product(product)
    keys = keys_of(driver.connect)
    assert len(keys) == len(set(keys)), keys


def test_tab_leads_through_everything_and_back(driver: PhoneDriver) -> None:
    driver.choose("3CX")
    start = driver.connect.focusWidget()
    names = []
    for _ in range(20):
        driver.qtbot.keyClick(driver.connect.focusWidget(), Qt.Key.Key_Tab)
        names.append(driver.connect.focusWidget().objectName())
        if driver.connect.focusWidget() is start:
            break
    wanted = ["lineText1", "copyButton1", "lineText2", "copyButton2", "lineText3", "copyButton3", "showTokenBox"]
    assert [name for name in names if name in wanted] == wanted
    assert [name for name in names if name.endswith("Button")][-3:] == ["testButton", "helpButton", "closeButton"]
    assert names[-1] == "productBox"


def test_what_a_screen_reader_says_names_the_line(driver: PhoneDriver) -> None:
    driver.choose("3CX")
    assert driver.button("copyButton2").accessibleName() == "Copy Parameters"
    text = driver.connect.findChild(QTextEdit, "lineText2")
    assert text is not None
    assert text.accessibleName() == "Parameters"
    assert not isinstance(text, QPlainTextEdit)


def test_it_follows_the_language(driver: PhoneDriver, speaking: Speaking) -> None:
    translation = speaking(Language.ENGLISH)
    translation.choose(Language.GERMAN)
    driver.qtbot.waitUntil(lambda: driver.button("closeButton").text() != "C&lose")


# -- its test


def address(bench: PhoneBench, query: str, token: str = "") -> str:
    keys = bench.phones.receiver.keys
    return f"http://127.0.0.1:{keys.port}/v1/call/incoming?{query}&token={token or keys.token}"


def test_the_first_event_is_shown_in_words(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.press("testButton")
    assert driver.button("testButton").text() == "&Cancel the test"
    assert open_it(driver.qtbot, address(bench, "number=0205550101&name=Ann&line=7")) == 202
    driver.qtbot.waitUntil(lambda: "A call comes in." in driver.text("testWords"))
    assert (
        driver.text("testWords").splitlines()[1]
        == "Number: 020 555 0101, Name: Ann, Line: 7, Heard from: a phone program"
    )
    assert driver.text("testMissing") == ""
    assert driver.button("testButton").text() == "&Test"
    assert [fact.number for fact in bench.facts] == ["0205550101"]


def test_a_wrong_token_is_told_and_the_waiting_goes_on(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.press("testButton")
    assert open_it(driver.qtbot, address(bench, "number=1", "x" * 43)) == 401
    driver.qtbot.waitUntil(lambda: "wrong token" in driver.text("testMissing"))
    assert driver.text("testWords").startswith("Waiting")
    assert open_it(driver.qtbot, address(bench, "number=$remote")) == 202
    driver.qtbot.waitUntil(lambda: "placeholder: number" in driver.text("testMissing"))


@pytest.mark.parametrize(("name", "why"), [("Snom", "desk phones"), ("FRITZ!Box", "[sources.fritzbox]")])
def test_a_phone_that_is_not_listened_to_is_said_while_somebody_waits(
    driver: PhoneDriver, bench: PhoneBench, name: str, why: str
) -> None:
    driver.choose(name)
    assert driver.text("testMissing") == ""
    driver.press("testButton")
    assert "Switched off" in driver.text("testMissing")
    assert why in driver.text("testMissing")
    driver.choose("MicroSIP")
    driver.press("testButton")
    assert driver.text("testMissing") == ""


def test_an_event_of_any_source_ends_the_test(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.press("testButton")
    bench.post.before(bench.facts.append)(CallEvent("fritzbox", "1", CallState.OFFERED, 1.0, Direction.INCOMING))
    driver.qtbot.waitUntil(lambda: "Heard from: fritzbox" in driver.text("testWords"))
    assert driver.text("testMissing").startswith("The number came empty.")


def test_it_can_be_cancelled_and_hears_no_more(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.press("testButton")
    driver.press("testButton")
    assert driver.text("testWords") == "Press Test, then let the phone ring."
    assert bench.post._listeners == ()
    assert open_it(driver.qtbot, address(bench, "number=1")) == 202
    assert driver.text("testWords") == "Press Test, then let the phone ring."


def test_closing_ends_it(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.press("testButton")
    assert len(bench.post._listeners) == 1
    driver.press("closeButton")
    assert bench.post._listeners == ()


def test_it_gives_up_with_hints(qtbot: QtBot, theme: Theme, bench: PhoneBench) -> None:
    driver = PhoneDriver(qtbot, theme, bench, patience_ms=1)
    driver.press("testButton")
    qtbot.waitUntil(lambda: driver.text("testWords").startswith("Nothing was heard"))
    assert "firewall" in driver.text("testMissing")
    assert driver.button("testButton").text() == "&Test"
    assert bench.post._listeners == ()


# -- desk phones


def settings(bench: PhoneBench) -> dict[str, object]:
    found = tomllib.loads((bench.folder / "config.toml").read_text(encoding="utf-8"))
    lan: dict[str, object] = found["sources"]["lan"]
    return lan


def test_the_listener_for_desk_phones_is_switched_on_and_off_at_once(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.choose("Snom")
    driver.line("lanAllowed").setText("127.0.0.1, 192.168.1.0/24")
    driver.press("lanOnButton")
    driver.qtbot.waitUntil(lambda: driver.visible_text("lanState") == "Listening for desk phones.")
    assert settings(bench) == {"enabled": True, "allowed": ["127.0.0.1", "192.168.1.0/24"]}
    driver.press("testButton")
    driver.press("copyButton1")
    pasted = QGuiApplication.clipboard().text().replace("$remote", "sip:0205550101@pbx").replace("$display_remote", "")
    assert open_it(driver.qtbot, pasted.replace("$call-id", "9")) == 202
    driver.qtbot.waitUntil(lambda: "Heard from: a desk phone" in driver.text("testWords"))
    driver.press("lanOffButton")
    driver.qtbot.waitUntil(lambda: driver.visible_text("lanState").startswith("Switched off"))
    assert settings(bench)["enabled"] is False
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", bench.lan_port), timeout=20)


def test_a_phone_that_is_not_allowed_is_told(driver: PhoneDriver, bench: PhoneBench) -> None:
    driver.choose("Snom")
    driver.line("lanAllowed").setText("192.168.1.20")
    driver.press("lanOnButton")
    driver.qtbot.waitUntil(lambda: bench.phones.lan.port != 0)
    driver.press("testButton")
    socket.create_connection(("127.0.0.1", bench.lan_port), timeout=20).close()
    driver.qtbot.waitUntil(lambda: "127.0.0.1, which is not in the list" in driver.text("testMissing"))


def test_what_is_no_address_is_said_at_the_field_and_nothing_is_switched(
    driver: PhoneDriver, bench: PhoneBench
) -> None:
    driver.choose("Snom")
    driver.line("lanAllowed").setText("my phone")
    driver.press("lanOnButton")
    driver.qtbot.waitUntil(lambda: "sources.lan.allowed" in driver.text("lanWrong"))
    assert not (bench.folder / "config.toml").exists()
    assert bench.phones.lan.port == 0


# -- words


@pytest.mark.parametrize("state", CallState)
@pytest.mark.parametrize("direction", [*Direction, None])
def test_every_event_has_words(state: CallState, direction: Direction | None) -> None:
    words = arrival_words(Arrival(CallEvent("tapi", "1", state, 1.0, direction, number="+31205550101"), "020 555 0101"))
    assert words.splitlines()[0].endswith(".")
    assert "020 555 0101" in words


def test_a_withheld_number_and_a_hostile_name_are_told_as_they_are() -> None:
    fact = CallEvent(
        "lan@192.168.1.9", "1", CallState.OFFERED, 1.0, Direction.INCOMING, number="anonymous", name="<b>x</b>\u202egnp"
    )
    words = arrival_words(Arrival(fact, "", withheld=True))
    assert "Heard from: a desk phone" in words
    assert "Number: Number withheld, Name: <b>x</b>gnp" in words
    assert missing_words(Arrival(fact, "", withheld=True)) == ""
    assert "comes in or goes out" in missing_words(Arrival(replace(fact, direction=None), ""))


@pytest.mark.parametrize("trouble", Trouble)
def test_every_refusal_has_words(trouble: Trouble) -> None:
    words = trouble_words(Remark("lan", trouble, "number", "192.168.1.9"))
    assert words.endswith(".")
    assert "{" not in words


def test_every_way_is_taken_by_some_product() -> None:
    assert {recipe.way for recipe in RECIPES} == set(Way)
