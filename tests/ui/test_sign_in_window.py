"""Signing in as a person does: the window, the tab of the own card, the icon and `status`, with all parts real."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.chromium import Browser
from tests.credential_store import CredentialStore
from tests.openid import OpenIdProvider
from tests.ui.conftest import Speaking
from tests.ui.pictures_windows import sign_in_window
from tests.ui.setup_bench import Person, SetupBench
from tests.ui.sign_in_samples import Told, statuses
from tests.ui.signing_desk import PATIENCE_MS, SigningDesk, shown, signing_config, signing_desk, words
from tests.ui.whole_tray import NO_PHONE
from tray.identity.model import AttemptState, ContactsState, GraphStatus, PresenceState
from tray.views import IconCommand, TrayState
from ui.help_page import HelpWindow
from ui.language import Language
from ui.sign_in_window import SignInWindow
from ui.theme import Theme
from ui.user_card import UserCardDialog

ANNA, BEN = "anna@example.org", "ben@example.org"
NOTHING = {
    "sign_in": "Signed out",
    "access_token": "No",
    "refresh_token": "No",
    "authorization_time": "none",
    "token_expires": "none",
}


@pytest.fixture(scope="module")
def provider() -> Iterator[OpenIdProvider]:
    with OpenIdProvider() as running:
        yield running


@pytest.fixture(scope="module")
def credentials() -> Iterator[CredentialStore]:
    with CredentialStore() as store:
        yield store


@pytest.fixture
def store(credentials: CredentialStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[CredentialStore]:
    with credentials.used_here(monkeypatch) as store:
        yield store


@pytest.fixture
def browser(provider: OpenIdProvider, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """A browser that was never used, of a user of whom the provider knows nothing."""
    provider.heal()
    provider.forget_consents()
    for name, value in provider.environment.items():
        monkeypatch.setenv(name, value)
    with Browser(provider) as running:
        monkeypatch.setattr("webbrowser.open", running.open)
        yield running


@pytest.fixture
def desk(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, provider: OpenIdProvider, store: CredentialStore, browser: Browser
) -> Iterator[SigningDesk]:
    with signing_desk(tmp_path, qapp, qtbot, signing_config(provider)) as desk:
        yield desk


@pytest.fixture
def signed_in(desk: SigningDesk, browser: Browser) -> SigningDesk:
    """The same desk after anna has signed in; the window is still open."""
    desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("You are signed in")
    browser.wait_for_visit()
    return desk


@contextmanager
def away(provider: OpenIdProvider) -> Iterator[None]:
    """The provider is away for a while."""
    provider.refuse()
    try:
        yield
    finally:
        provider.accept()


# -- signing in


def test_in_the_browser(desk: SigningDesk, browser: Browser) -> None:
    desk.open_card()
    assert desk.tab() == NOTHING
    assert IconCommand.SIGN_IN in desk.menu
    window = desk.raise_window()
    assert desk.title == "Sign in to Microsoft"
    assert desk.offers == ["Use a code instead", "Sign in"]
    assert desk.status()["state"] == "signed_out"
    desk.press("signInButton")
    assert desk.title in {"One moment", "Finish in your browser"}
    desk.wait_for("You are signed in", ANNA)
    assert desk.offers == ["Close"]
    assert browser.wait_for_visit().pages[-1] == "app"
    tab = desk.wait_for_tab("Signed in")
    assert (tab["access_token"], tab["refresh_token"]) == ("Yes", "Yes")
    assert "none" not in (tab["authorization_time"], tab["token_expires"])
    status = desk.status()
    assert (status["state"], status["account"], status["refresh_token"]) == ("signed_in", ANNA, True)
    assert desk.icon is TrayState.IDLE
    assert IconCommand.SIGN_OUT in desk.menu
    desk.press("closeButton")
    assert not window.isVisible()


def test_with_a_code_on_another_device(qtbot: QtBot, desk: SigningDesk, browser: Browser) -> None:
    window = desk.raise_window()
    desk.press("useCodeButton")
    desk.wait_for("Sign in with a code")
    code = words(window, "codeLabel")
    assert code
    desk.press("copyCodeButton")
    assert QGuiApplication.clipboard().text() == code
    assert "The code is copied." in desk.says
    attempt = desk.tray.sign_in.status.attempt
    assert attempt is not None
    browser.next_visit("nothing")
    desk.press("openPageButton")
    qtbot.waitUntil(lambda: browser.addresses == [attempt.address], timeout=PATIENCE_MS)
    browser.wait_for_visit()
    assert browser.enter_code(attempt.address, code, account="ben").pages[-1] == "done"
    desk.wait_for("You are signed in", BEN)
    desk.open_card()
    assert desk.wait_for_tab("Signed in")["refresh_token"] == "Yes"
    assert desk.status()["account"] == BEN


def test_a_code_takes_the_place_of_a_browser_that_waits(desk: SigningDesk, browser: Browser) -> None:
    browser.next_visit("nothing")
    window = desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("Finish in your browser")
    assert desk.offers == ["Use a code instead", "Cancel"]
    desk.press("useCodeButton")
    desk.wait_for("Sign in with a code")
    assert desk.offers == ["Open page", "Copy code", "Use the browser instead", "Cancel"]
    attempt = desk.tray.sign_in.status.attempt
    assert attempt is not None
    browser.enter_code(attempt.address, words(window, "codeLabel"))
    desk.wait_for("You are signed in", ANNA)


def test_another_account_takes_the_place_of_the_first(signed_in: SigningDesk, browser: Browser) -> None:
    signed_in.press("closeButton")
    signed_in.raise_window()
    signed_in.open_card()
    signed_in.wait_for_tab("Signed in")
    assert signed_in.title == "You are signed in"
    assert signed_in.offers == ["Sign out", "Use another account", "Close"]
    browser.next_visit("sign in", account="ben")
    signed_in.press("useAnotherButton")
    signed_in.wait_for("You are signed in", BEN)
    assert ANNA not in signed_in.says
    assert (signed_in.status()["account"], signed_in.icon) == (BEN, TrayState.IDLE)
    assert signed_in.wait_for_tab("Signed in")["refresh_token"] == "Yes"


# -- what comes in between


def test_the_user_cancels_and_tries_again(desk: SigningDesk, browser: Browser) -> None:
    desk.open_card()
    browser.next_visit("nothing")
    desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("Finish in your browser")
    desk.press("cancelButton")
    desk.wait_for("Not signed in", "The sign-in was cancelled.")
    assert desk.offers == ["Close", "Try again"]
    assert desk.tab() == NOTHING
    assert desk.status()["state"] == "signed_out"
    desk.press("tryAgainButton")
    desk.wait_for("You are signed in", ANNA)
    assert desk.wait_for_tab("Signed in")["access_token"] == "Yes"


def test_closing_the_window_gives_the_attempt_up(qtbot: QtBot, desk: SigningDesk, browser: Browser) -> None:
    browser.next_visit("nothing")
    window = desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("Finish in your browser")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()

    def ended() -> bool:
        attempt = desk.tray.sign_in.status.attempt
        return attempt is not None and attempt.state is AttemptState.CANCELLED

    qtbot.waitUntil(ended, timeout=PATIENCE_MS)
    desk.raise_window()
    assert desk.title == "Sign in to Microsoft"
    assert desk.status()["state"] == "signed_out"


def test_the_user_refuses_in_the_browser(desk: SigningDesk, browser: Browser) -> None:
    browser.next_visit("cancel")
    desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("Not signed in", "refused in the browser")
    assert desk.status()["state"] == "signed_out"


def test_a_second_account_that_is_not_wanted_after_all_leaves_the_first(
    signed_in: SigningDesk, browser: Browser
) -> None:
    signed_in.press("closeButton")
    signed_in.raise_window()
    browser.next_visit("nothing")
    signed_in.press("useAnotherButton")
    signed_in.wait_for("Finish in your browser")
    signed_in.press("cancelButton")
    signed_in.wait_for("Signed in as before", ANNA)
    assert signed_in.status()["account"] == ANNA


def test_nobody_answers_in_the_browser(desk: SigningDesk, browser: Browser) -> None:
    desk.tray.sign_in.service._browser_s = 0.5
    browser.next_visit("nothing")
    desk.open_card()
    desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("The time is up", "The browser brought no answer.")
    assert desk.offers == ["Use a code instead", "Close", "Try again"]
    assert (desk.status()["state"], desk.icon, desk.tab()) == ("signed_out", TrayState.IDLE, NOTHING)


def test_an_answer_with_a_wrong_state_changes_nothing(desk: SigningDesk, browser: Browser) -> None:
    browser.next_visit("nothing")
    desk.open_card()
    desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("Finish in your browser")
    browser.wait_for_visit()
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(browser.addresses[0]).query))
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(query["redirect_uri"], b"code=stolen&state=wrong", timeout=60)
    caught.value.close()
    assert caught.value.code == 400
    assert desk.title == "Finish in your browser"
    assert (desk.status()["state"], desk.icon, desk.tab()) == ("signed_out", TrayState.IDLE, NOTHING)
    desk.press("cancelButton")


def test_a_slow_provider_changes_nothing_either(signed_in: SigningDesk, provider: OpenIdProvider) -> None:
    signed_in.open_card()
    before = signed_in.wait_for_tab("Signed in")
    provider.hang("token")
    signed_in.tray.refresh()
    provider.wait_for_requests("token", 2)
    assert (signed_in.status()["state"], signed_in.icon, signed_in.tab()) == ("signed_in", TrayState.IDLE, before)
    provider.heal()


def test_what_the_user_did_not_allow_is_no_trouble(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, provider: OpenIdProvider, store: CredentialStore, browser: Browser
) -> None:
    loaded = signing_config(provider)
    sign_in = replace(loaded.config.sign_in, graph_url=provider.graph)
    loaded = replace(loaded, config=replace(loaded.config, sign_in=sign_in))
    provider.withhold("Presence.Read", "Contacts.Read")
    try:
        with signing_desk(tmp_path, qapp, qtbot, loaded) as desk:
            desk.open_card()
            desk.raise_window()
            desk.press("signInButton")
            desk.wait_for("You are signed in", ANNA)
            refused = GraphStatus(PresenceState.NOT_ALLOWED, ContactsState.NOT_ALLOWED)
            qtbot.waitUntil(lambda: replace(desk.tray.graph.status, problem="") == refused, timeout=PATIENCE_MS)
            tab = desk.wait_for_tab("Signed in")
            assert (tab["access_token"], tab["refresh_token"]) == ("Yes", "Yes")
            qtbot.waitUntil(lambda: desk.reading() == ("Not allowed", "Not allowed"), timeout=PATIENCE_MS)
            status = desk.status()
            assert (status["state"], status["detail"], desk.icon) == ("signed_in", "", TrayState.IDLE)
            assert desk.notices() == []
    finally:
        provider.withhold()


def test_a_renewal_moves_when_it_expires_and_nothing_else(
    qtbot: QtBot, desk: SigningDesk, provider: OpenIdProvider, browser: Browser
) -> None:
    provider.set(lifetime=600)
    try:
        desk.open_card()
        desk.raise_window()
        desk.press("signInButton")
        desk.wait_for("You are signed in", ANNA)
        before = desk.wait_for_tab("Signed in")
        assert desk.reading() == ("Not read", "Not read")
        provider.set(lifetime=7200)
        desk.tray.refresh()
        qtbot.waitUntil(lambda: desk.tab()["token_expires"] != before["token_expires"], timeout=PATIENCE_MS)
    finally:
        provider.set(lifetime=3600)
    assert desk.tab() == {**before, "token_expires": desk.tab()["token_expires"]}
    assert (desk.status()["state"], desk.icon) == ("signed_in", TrayState.IDLE)
    assert len(browser.addresses) == 1
    assert desk.notices() == []


def test_the_provider_is_away(desk: SigningDesk, provider: OpenIdProvider, browser: Browser) -> None:
    desk.open_card()
    desk.raise_window()
    with away(provider):
        desk.press("signInButton")
        desk.wait_for("Sign-in failed", "cannot be reached")
        assert (desk.tab(), desk.reading()) == (NOTHING, None)
    desk.press("tryAgainButton")
    desk.wait_for("You are signed in", ANNA)
    with away(provider):
        desk.tray.refresh()
        tab = desk.wait_for_tab("Offline")
        assert (tab["access_token"], tab["refresh_token"]) == ("Yes", "Yes")
        assert desk.status()["state"] == "offline"
        desk.wait_for("You are signed in", "cannot be reached")
    desk.tray.refresh()
    desk.wait_for_tab("Signed in")


# -- the end of a sign-in


def test_signing_out_in_the_window(qtbot: QtBot, signed_in: SigningDesk, store: CredentialStore) -> None:
    signed_in.open_card()
    signed_in.press("closeButton")
    signed_in.raise_window()
    signed_in.press("signOutButton")
    signed_in.wait_for("Sign in to Microsoft")
    assert ANNA not in signed_in.says
    signed_in.wait_for_tab("Signed out")
    assert signed_in.tab() == NOTHING
    assert signed_in.status()["account"] is None
    assert store.secrets() == []
    qtbot.waitUntil(lambda: IconCommand.SIGN_IN in signed_in.menu)


def test_signing_out_on_the_card_and_the_way_from_there_to_the_window(qtbot: QtBot, signed_in: SigningDesk) -> None:
    card = signed_in.open_card()
    shown(qtbot, SignInWindow).close()
    sign_in, sign_out = (card.findChild(QPushButton, name) for name in ("signInButton", "signOutButton"))
    assert sign_in is not None
    assert sign_out is not None
    qtbot.waitUntil(sign_out.isVisible, timeout=PATIENCE_MS)
    assert not sign_in.isVisible()
    qtbot.mouseClick(sign_out, Qt.MouseButton.LeftButton)
    signed_in.wait_for_tab("Signed out")
    assert not sign_out.isVisible()
    assert sign_in.text() == "Sign in"
    qtbot.mouseClick(sign_in, Qt.MouseButton.LeftButton)
    assert shown(qtbot, SignInWindow).isVisible()


def test_a_revoked_sign_in_is_told_once_and_renewed(
    qtbot: QtBot, signed_in: SigningDesk, provider: OpenIdProvider, browser: Browser
) -> None:
    signed_in.open_card()
    provider.revoke(access_tokens=True)
    signed_in.tray.refresh()
    signed_in.wait_for("Sign-in needed", "Calls still come up.")
    assert signed_in.offers == ["Sign out", "Use a code instead", "Sign in again"]
    assert signed_in.wait_for_tab("Sign-in needed")["refresh_token"] == "No"
    assert signed_in.status()["state"] == "sign_in_needed"
    assert signed_in.icon is TrayState.SIGN_IN_NEEDED
    qtbot.waitUntil(lambda: len(signed_in.notices()) == 1)
    signed_in.tray.refresh()
    signed_in.press("signInAgainButton")
    signed_in.wait_for("You are signed in", ANNA)
    assert signed_in.wait_for_tab("Signed in")["refresh_token"] == "Yes"
    assert "login_hint=anna" in browser.addresses[-1]
    assert len(signed_in.notices()) == 1
    qtbot.waitUntil(lambda: signed_in.icon is TrayState.IDLE)


# -- what is in the way


def test_nobody_has_set_it_up(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with signing_desk(tmp_path, qapp, qtbot, NO_PHONE) as desk:
        desk.raise_window()
        desk.wait_for("Sign-in is not set up", "sign_in.client_id is empty")
        assert "Ask your administrator" in desk.says
        assert desk.offers == ["Close"]
        card = desk.open_card()
        button, reason = card.findChild(QPushButton, "signInButton"), card.findChild(QLabel, "signInReason")
        assert button is not None
        assert reason is not None
        assert not button.isEnabled()
        assert "sign_in.client_id" in reason.text()
        assert IconCommand.SIGN_IN not in desk.menu
        assert desk.status()["state"] == "signed_out"


def test_without_a_credential_store_the_window_warns(desk: SigningDesk) -> None:
    keyring.set_keyring(fail.Keyring())
    desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("You are signed in", "This computer has no credential store: the sign-in ends with CTI Tray.")
    assert "stays signed in" not in desk.says
    assert not list(desk.tray.folder.glob("*.vault"))


# -- the window itself


def test_an_open_window_follows_the_language(
    qtbot: QtBot, desk: SigningDesk, browser: Browser, speaking: Speaking
) -> None:
    translation = speaking(Language.ENGLISH)
    browser.next_visit("nothing")
    window = desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("Finish in your browser")
    translation.choose(Language.GERMAN)
    qtbot.waitUntil(lambda: window.windowTitle() == "Bei Microsoft anmelden")
    assert desk.offers[-1] == "Abbrechen"
    assert desk.title == "Im Browser fortfahren"


def test_f1_shows_the_help_about_it(qtbot: QtBot, desk: SigningDesk) -> None:
    window = desk.raise_window()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert shown(qtbot, HelpWindow).topic == "sign-in"


@pytest.mark.parametrize("name", sorted(statuses()))
def test_the_window_is_no_higher_than_what_it_says(qtbot: QtBot, theme: Theme, name: str) -> None:
    window = sign_in_window(theme, Told(statuses()[name]))
    qtbot.addWidget(window)
    qtbot.waitUntil(window.isVisible)
    QApplication.processEvents()
    layout = window.layout()
    assert layout is not None
    needed = layout.totalHeightForWidth(window.width())
    assert needed <= window.height() <= max(needed, window.start_size().height())


@pytest.mark.parametrize("name", statuses())
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.DUTCH, Language.GERMAN])
def test_every_state_can_be_worked_by_keyboard(
    qtbot: QtBot, theme: Theme, speaking: Speaking, language: Language, name: str
) -> None:
    speaking(language)
    told = Told(statuses()[name])
    window = sign_in_window(theme, told)
    qtbot.addWidget(window)
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    keys = [button.text().split("&")[1][0].casefold() for button in buttons]
    assert len(set(keys)) == len(keys) > 0
    assert window.focusWidget() in buttons


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("signed-out", ["browser"]),
        ("needed", ["browser"]),
        ("cancelled", ["browser"]),
        ("failed", ["device_code"]),
        ("browser", ["cancel"]),
        ("signed-in", []),
        ("done", []),
    ],
)
def test_enter_does_what_is_most_likely_wanted(qtbot: QtBot, theme: Theme, name: str, asked: list[str]) -> None:
    told = Told(statuses()[name])
    window = sign_in_window(theme, told)
    qtbot.addWidget(window)
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert told.asked == asked
    assert window.isVisible() == bool(asked)


@pytest.mark.parametrize(("name", "asked"), [("code", ["cancel"]), ("starting", ["cancel"]), ("failed", [])])
def test_only_what_goes_on_is_given_up_by_closing(qtbot: QtBot, theme: Theme, name: str, asked: list[str]) -> None:
    told = Told(statuses()[name])
    window = sign_in_window(theme, told)
    qtbot.addWidget(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert told.asked == asked
    window.open()
    assert window.isVisible()


def test_an_attempt_that_fails_at_once_is_told(qtbot: QtBot, theme: Theme) -> None:
    """No status in between is ever seen then."""
    told = Told(statuses()["signed-out"])
    window = sign_in_window(theme, told)
    qtbot.addWidget(window)
    told.status = statuses()["failed"]
    window.refresh()
    assert words(window, "titleLabel") == "Sign-in failed"


def test_an_attempt_of_before_is_not_told_again(qtbot: QtBot, theme: Theme) -> None:
    window = SignInWindow(theme, Told(statuses()["failed"]))
    qtbot.addWidget(window)
    window.open()
    assert words(window, "titleLabel") == "Sign in to Microsoft"


def test_a_browser_that_cannot_be_opened_is_told(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    window = sign_in_window(theme, Told(statuses()["code"]))
    qtbot.addWidget(window)
    button = window.findChild(QPushButton, "openPageButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "No browser could be opened." in words(window, "codeSaid"))


def test_the_card_of_somebody_else_says_what_the_store_knows(qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
    commands = Told(statuses()["needed"])
    card = UserCardDialog(theme, bench.administration, bench.clock.wall, sign_in=commands)
    qtbot.addWidget(card)
    for own, state in ((False, "Signed in"), (True, "Sign-in needed")):
        card.open_for(None if own else bench.user(Person.PLAIN).id)
        card.tabs.setCurrentIndex(1)
        qtbot.waitUntil(lambda state=state: words(card, "fact_sign_inEdit") == state)
        seen = [button.text() for name in ("signInButton", "signOutButton") for button in visible(card, name)]
        assert seen == (["Sign in again", "Sign out"] if own else [])
    assert commands.asked == []


def visible(card: UserCardDialog, name: str) -> list[QPushButton]:
    return [button for button in card.findChildren(QPushButton, name) if button.isVisible()]
