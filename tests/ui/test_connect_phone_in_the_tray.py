"""The window that connects a phone in a whole tray: raised from the menu, told by the real LAN listener."""

from __future__ import annotations

import threading
import urllib.request
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.telephony.lan_bench import free_port
from tests.ui.whole_tray import NO_PHONE, whole_tray
from tray.config_model import LanConfig
from tray.views import IconCommand
from ui.connect_phone import ConnectPhoneWindow
from ui.user_list import UserListWindow


def test_it_is_raised_from_the_menu_and_hears_what_the_tray_hears(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    lan = LanConfig(enabled=True, address=f"127.0.0.1:{free_port()}", allowed=("127.0.0.1",))
    config = replace(NO_PHONE.config, sources=replace(NO_PHONE.config.sources, lan=lan))
    with whole_tray(tmp_path, qapp, replace(NO_PHONE, config=config)) as whole:
        qtbot.waitUntil(whole.tray.ready.is_set)
        whole.tray.choose_in_menu(IconCommand.CONNECT_PHONE)
        qtbot.waitUntil(lambda: any(isinstance(each, ConnectPhoneWindow) for each in QApplication.topLevelWidgets()))
        (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, ConnectPhoneWindow))
        qtbot.waitUntil(window.isVisible)
        window.show_product("yealink")
        button, words = window.findChild(QPushButton, "testButton"), window.findChild(QLabel, "testWords")
        assert button is not None
        assert words is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        places = whole.tray.phone_desk.places()
        assert places.lan_on
        address = f"http://{places.lan_host}:{places.lan_port}/v1/call/incoming?number=0205550101"
        thread = threading.Thread(
            target=lambda: urllib.request.urlopen(f"{address}&token={places.lan_token}", timeout=20).close()
        )
        thread.start()
        qtbot.waitUntil(lambda: "Number: 020 555 0101, Heard from: a desk phone" in words.text())
        thread.join()
        qtbot.waitUntil(lambda: bool(whole.presenter.stack.cards))


def test_the_setup_leads_to_it(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with whole_tray(tmp_path, qapp) as whole:
        qtbot.waitUntil(whole.tray.ready.is_set)
        whole.tray.choose_in_menu(IconCommand.SETUP)
        qtbot.waitUntil(lambda: bool(shown(UserListWindow)))
        (setup,) = shown(UserListWindow)
        button = setup.findChild(QPushButton, "phoneButton")
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        (window,) = shown(ConnectPhoneWindow)
        assert isinstance(window, ConnectPhoneWindow)


def shown(kind: type[QWidget]) -> list[QWidget]:
    """The visible windows of this kind."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
