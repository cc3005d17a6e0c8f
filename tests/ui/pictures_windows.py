"""Save a picture of every window beside the cards and of every icon state, to be judged by eye.

    .venv/bin/python -m tests.ui.pictures_windows [FOLDER]

Writes PNG files into .artifacts/pictures (or FOLDER), in the looks, languages and scalings of `pictures`, and in German
on a small screen. Needs no screen.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.ui.pictures import BIG, SMALL, folder_of, in_every_look, in_one_look, screen_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.sign_in_samples import Told
    from tray.identity.model import SignInStatus
    from tray.views import CandidateView, HistoryRow
    from ui.sign_in_window import SignInWindow
    from ui.theme import Theme


def main(arguments: list[str]) -> int:
    """Draw everything; each look and scaling in a process of its own, as Qt reads both at its start."""
    folder = folder_of(arguments)
    in_every_look("tests.ui.pictures_windows", folder, screen_of(folder, *BIG))
    in_one_look("tests.ui.pictures_windows", folder, screen_of(folder, *SMALL), ("small", "de", 200))
    icon_sheet().save(folder / "icons.png")
    sys.stdout.write(f"Pictures are in {folder.resolve()}\n")
    return 0


def icon_sheet() -> Any:
    """Every icon state in every size on both task bars, as it is and eight times as large."""
    from PIL import Image

    from tray.icon_image import SIZES, on_bar, picture
    from tray.views import TrayState

    sheet = Image.new("RGB", (6 * 300, 2 * sum(size * 8 + 16 for size in SIZES)), (128, 128, 128))
    y = 0
    for light in (False, True):
        for size in SIZES:
            for column, state in enumerate(TrayState):
                icon = on_bar(picture(state, size, light_bar=light), size, size, light_bar=light)
                sheet.paste(icon, (column * 300 + 4, y + 8))
                sheet.paste(icon.resize((size * 8, size * 8), Image.Resampling.NEAREST), (column * 300 + 40, y + 8))
            y += size * 8 + 16
    return sheet


def draw(look: str, language: str, percent: int, folder: Path) -> None:
    """Draw every window in one look and language."""
    from PySide6.QtWidgets import QApplication

    from tests.ui.pictures import _theme

    application = QApplication(sys.argv[:1])
    theme = _theme(application, look, language)
    for name, window in windows(theme, application.processEvents).items():
        window.grab().save(str(folder / f"window-{name}-{look}-{language}-{percent}.png"))
        window.hide()


def windows(theme: Theme, settle: Callable[[], object]) -> dict[str, QWidget]:
    """Every window by name, filled and laid out."""
    from tests.ui.core_stand_in import Core
    from tests.ui.sign_in_samples import Told, statuses
    from tests.ui.window_samples import NOW, candidates, history_rows, record_view
    from tray.dial_ways import loop_error
    from tray.views import DialWay
    from ui.dial_box import DialBox
    from ui.help_page import HelpWindow
    from ui.history import HistoryWindow
    from ui.record_pages import RecordPages

    def dialing(text: str, found: tuple[CandidateView, ...] = (), obstacle: str = "") -> DialBox:
        core = Core(found={text: found})
        core.ways = {number: DialWay("", obstacle) for number in (text, "") if obstacle}
        box = DialBox(theme, core)
        box.open(text)
        return box

    def calls(rows: tuple[HistoryRow, ...], search: str = "") -> HistoryWindow:
        window = HistoryWindow(theme, Core(rows), lambda: NOW)
        window.open()
        settle()
        window._search.setText(search)
        return window

    help_window = HelpWindow(theme, lambda _: None)
    help_window.open("connect-a-phone")
    page = RecordPages(theme, lambda _: None, lambda _: None, lambda: NOW).show(record_view(), asked=True)
    shown: dict[str, QWidget] = {
        "history": calls(history_rows()),
        "history-empty": calls(()),
        "history-nothing-found": calls(history_rows(), "zebra"),
        "record": page,
        "dial-empty": dialing(""),
        "dial-name": dialing("ada", candidates()),
        "dial-number": dialing("020 555 0199"),
        "dial-wrong": dialing("zebra"),
        "dial-circle": dialing("020 555 0199", obstacle=loop_error().message),
        "help": help_window,
    }
    shown |= connect_phone(theme)
    shown |= {f"sign-in-{name}": sign_in_window(theme, Told(status)) for name, status in statuses().items()}
    shown |= {
        f"first-run-{name}": first_run(theme, statuses()[name]) for name in ("looking", "signed-out", "signed-in")
    }
    settle()
    wrong = shown["dial-wrong"]
    assert isinstance(wrong, DialBox)
    wrong._do_dial()
    for _ in range(3):
        settle()
    return shown


def connect_phone(theme: Theme) -> dict[str, QWidget]:
    """The window that connects a phone, for each kind of product, and with what a test says."""
    from tests.ui.phone_samples import ARRIVAL, PLACES, REFUSED, Tells, desk_of
    from ui.connect_phone import ConnectPhoneWindow

    def window(product: str, *heard: object) -> ConnectPhoneWindow:
        desk = Tells(PLACES)
        window = ConnectPhoneWindow(theme, desk_of(desk))
        window.show_product(product)
        window.open()
        if heard:
            window._test.button.click()
        for each in heard:
            window._test._hear(each)
        return window

    return {
        "phone-microsip": window("microsip"),
        "phone-yealink": window("yealink", REFUSED),
        "phone-3cx": window("3cx", ARRIVAL),
        "phone-teams": window("teams"),
        "phone-tapi": window("tapi"),
    }


def sign_in_window(theme: Theme, told: Told) -> SignInWindow:
    """The open window of a desk whose sign-in is as it was told; an attempt began while the window was open."""
    from tray.identity.model import AttemptState
    from ui.sign_in_window import SignInWindow

    status = told.status
    attempt = status.attempt
    if attempt is not None:
        told.status = replace(status, attempt=replace(attempt, state=AttemptState.STARTING))
    window = SignInWindow(theme, told)
    window.open()
    told.status = status
    window.refresh()
    return window


def first_run(theme: Theme, status: SignInStatus) -> QWidget:
    """The page of the first start, with a sign-in that is so far."""
    from tests.ui.sign_in_samples import Told
    from ui.first_run import FirstRunWindow

    window = FirstRunWindow(theme, Told(status))
    window.present()
    return window


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        draw(sys.argv[2], sys.argv[3], int(sys.argv[4]), Path(sys.argv[5]))
    else:
        raise SystemExit(main(sys.argv[1:]))
