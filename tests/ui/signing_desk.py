"""A whole tray whose user can sign in: real provider, browser and credential store, and windows read by a person.

with signing_desk(folder, qapp, qtbot, signing_config(provider)) as desk:
    desk.raise_window()
    desk.press("signInButton")
    desk.wait_for("You are signed in")
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.openid import OpenIdProvider
from tests.ui.whole_tray import NO_PHONE, WholeTray, whole_tray
from tray.config import LoadedConfig
from tray.config_model import SignInConfig
from tray.control import ask
from tray.views import IconCommand, TrayState
from ui.notice_card import NoticeCard
from ui.sign_in_window import SignInWindow
from ui.user_card import UserCardDialog

_Window = TypeVar("_Window", bound=QWidget)
PATIENCE_MS = 60_000


def signing_config(provider: OpenIdProvider) -> LoadedConfig:
    """The settings of a desk whose administrator has set up this provider."""
    sign_in = SignInConfig(client_id=provider.client_id, authority=provider.oidc_authority)
    return replace(NO_PHONE, config=replace(NO_PHONE.config, sign_in=sign_in))


class SigningDesk:
    """What a person can see of the sign-in, and press."""

    def __init__(self, whole: WholeTray, qtbot: QtBot) -> None:
        self.whole = whole
        self.tray = whole.tray
        self._qtbot = qtbot

    # -- the window

    def raise_window(self) -> SignInWindow:
        """Choose Sign in in the menu of the icon; gives the window."""
        self.tray.choose_in_menu(IconCommand.SIGN_IN)
        return shown(self._qtbot, SignInWindow)

    def press(self, name: str) -> None:
        """Press a button of the window that can be seen."""
        button = shown(self._qtbot, SignInWindow).findChild(QPushButton, name)
        assert button is not None
        assert button.isVisible(), name
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def wait_for(self, title: str, text: str = "") -> None:
        """Wait until the window has this title, and this within what it says."""

        def said() -> None:
            assert (self.title, text in self.says) == (title, True), self.says

        self._qtbot.waitUntil(said, timeout=PATIENCE_MS)

    @property
    def title(self) -> str:
        """What the window says first."""
        return words(shown(self._qtbot, SignInWindow), "titleLabel")

    @property
    def says(self) -> str:
        """Everything that stands in the window."""
        window = shown(self._qtbot, SignInWindow)
        return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text())

    @property
    def offers(self) -> list[str]:
        """What can be pressed in the window, from left to right."""
        window = shown(self._qtbot, SignInWindow)
        buttons = [button for button in window.findChildren(QPushButton) if button.isVisible() and button.isEnabled()]
        return [button.text().replace("&", "") for button in buttons]

    # -- the tab of the own card

    def open_card(self) -> UserCardDialog:
        """Open the own setup card."""
        self.whole.windows._setup.show_card(None)
        card = shown(self._qtbot, UserCardDialog)
        self._qtbot.waitUntil(lambda: card.can_edit)
        card.tabs.setCurrentIndex(1)
        return card

    def tab(self) -> dict[str, str]:
        """What the tab says."""
        card = shown(self._qtbot, UserCardDialog)
        names = ("sign_in", "access_token", "refresh_token", "authorization_time", "token_expires")
        return {name: words(card, f"fact_{name}Edit") for name in names}

    def reading(self) -> tuple[str, str] | None:
        """What the tab says of presence and contacts; None where it says nothing."""
        card = shown(self._qtbot, UserCardDialog)
        names = ("fact_presenceEdit", "fact_contactsEdit")
        labels = [card.findChild(QLabel, name) for name in names]
        return (words(card, names[0]), words(card, names[1])) if all(e and e.isVisible() for e in labels) else None

    def wait_for_tab(self, state: str) -> dict[str, str]:
        """What the tab says, once its state is this."""
        self._qtbot.waitUntil(lambda: self.tab()["sign_in"] == state, timeout=PATIENCE_MS)
        return self.tab()

    # -- everything else

    def status(self) -> dict[str, Any]:
        """The sign-in as `cti-tray status --json` reports it."""
        found = ask(self.tray.folder, "status")["sign_in"]
        assert isinstance(found, dict)
        return found

    @property
    def icon(self) -> TrayState:
        """What the icon shows."""
        return self.tray.condition.icon_view("").state

    @property
    def menu(self) -> list[IconCommand | None]:
        """What the menu of the icon offers."""
        return [entry.command for entry in self.tray.icon.entries()]

    @staticmethod
    def notices() -> list[str]:
        """The titles of the notices on the screen."""
        cards = [each for each in QApplication.topLevelWidgets() if isinstance(each, NoticeCard)]
        return [card.windowTitle() for card in cards if card.isVisible()]


@contextmanager
def signing_desk(folder: Path, qapp: QApplication, qtbot: QtBot, loaded: LoadedConfig) -> Iterator[SigningDesk]:
    """Start a tray, and end it with everything that belongs to it."""
    with whole_tray(folder, qapp, loaded) as whole:
        qtbot.waitUntil(lambda: whole.tray.setup.state().online, timeout=PATIENCE_MS)
        known = lambda: whole.tray.sign_in.status.configured or whole.tray.sign_in.status.detail  # noqa: E731
        qtbot.waitUntil(lambda: bool(known()), timeout=PATIENCE_MS)
        yield SigningDesk(whole, qtbot)


def shown(qtbot: QtBot, kind: type[_Window]) -> _Window:
    """The visible window of this kind, as soon as there is one."""

    def windows() -> list[_Window]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(windows()), timeout=PATIENCE_MS)
    return windows()[0]


def words(window: QWidget, name: str) -> str:
    """The text of a label."""
    label = window.findChild(QLabel, name)
    assert label is not None, name
    return label.text()
