"""Save a picture of every window in every state and look, to be judged by eye.

    .venv/bin/python -m tests.ui.pictures [FOLDER]

Writes PNG files into .artifacts/pictures (or FOLDER), named after what they show, look, language and scaling: light,
dark and 200 % text in every language, high contrast in English, each at 100 % and 200 %. Needs no screen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tray.views import CardView, DialRequestView
    from ui.theme import Theme

FOLDER = Path(".artifacts/pictures")
BIG = (4096, 2304)
"""A screen with room for every window at 200 %."""
SMALL = (1920, 1040)
"""What the task bar leaves of the screen of a notebook, on which Windows suggests 200 %."""
LANGUAGES = ("en", "nl", "de")
LOOKS = {"light": LANGUAGES, "dark": LANGUAGES, "light-text": LANGUAGES, "contrast": ("en",)}
"""The languages of each look: colours have nothing to do with words, so that one language shows high contrast."""


def main(arguments: list[str]) -> int:
    """Draw everything; each look and scaling in a process of its own, as Qt reads both at its start."""
    folder = folder_of(arguments)
    in_every_look("tests.ui.pictures", folder, "offscreen")
    sys.stdout.write(f"Pictures are in {folder.resolve()}\n")
    return 0


def folder_of(arguments: list[str]) -> Path:
    """Where the pictures go."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def in_every_look(module: str, folder: Path, platform: str) -> None:
    """Run a module once for each look, language and scaling, on this platform of Qt."""
    from tests.portal import SettingsPortal

    with SettingsPortal(contrast=True, dark=True) as portal:
        for look, languages in LOOKS.items():
            desktop = portal.environment if look == "contrast" else {}
            for language in languages:
                for percent in (100, 200):
                    in_one_look(module, folder, platform, (look, language, percent), desktop)


def in_one_look(
    module: str, folder: Path, platform: str, drawn: tuple[str, str, int], desktop: dict[str, str] | None = None
) -> None:
    """Run a module once; `drawn` is look, language and percent, and `desktop` what a program of that desktop knows."""
    look, language, percent = drawn
    environment = {"QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(percent / 100)}
    command = [sys.executable, "-m", module, "--one", look, language, str(percent), str(folder)]
    subprocess.run(command, env=os.environ | (desktop or {}) | environment, check=True)


def screen_of(folder: Path, width: int, height: int) -> str:
    """The platform of Qt that draws off screen, with a screen of this size in physical pixels."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    look = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    settings = folder / f"screen-{width}.json"
    settings.write_text(json.dumps({"screens": [screen | look]}), encoding="ascii")
    return f"offscreen:configfile={settings.resolve()}"


def card_views() -> dict[str, CardView]:
    """Every state of the caller card by name, hostile and long texts included."""
    from tray.calls.matching import MatchKind
    from tray.calls.model import CallState, Cause, Direction, Outcome
    from tray.views import CandidateView, CardView, LastCall

    adatum = CandidateView("Customer", "10000", "Adatum Corporation", "", has_page=True)
    base = CardView(
        call="1",
        direction=Direction.INCOMING,
        state=CallState.OFFERED,
        number="+49711123456",
        number_text="+49 711 123456",
        name="Adatum Corporation",
        detail="Purchasing department",
        match=MatchKind.EXACT,
        candidates=(adatum,),
        chosen=None,
        started=1_700_000_000.0,
        since=None,
        duration_s=12.0,
    )
    several = tuple(
        CandidateView("Contact", f"CT{number:06d}", name, "", has_page=True)
        for number, name in enumerate(
            ("Robin Counts", "Terry Dodds", "Maria Anders", "Ana Trujillo", "Thomas Hardy", "Hanna Moos", "Yang Wang"),
            start=100,
        )
    )
    last = LastCall(started=1_699_900_000.0, duration_s=0, outcome=Outcome.MISSED_INCOMING)
    over = replace(base, state=CallState.ENDED, ended=1_700_000_030.0, duration_s=0.0)
    unknown = replace(base, name="", detail="", match=MatchKind.NONE, candidates=())
    return {
        "incoming": replace(base, last_call=last),
        "connected": replace(base, state=CallState.CONNECTED, duration_s=192.0, line="Service line"),
        "held": replace(base, state=CallState.HELD, duration_s=3912.0),
        "calling": replace(base, direction=Direction.OUTGOING, state=CallState.DIALING),
        "missed": replace(over, outcome=Outcome.MISSED_INCOMING, cause=Cause.MISSED, last_call=last),
        "declined": replace(over, outcome=Outcome.MISSED_INCOMING, cause=Cause.REJECTED),
        "ended": replace(over, outcome=Outcome.INCOMING, cause=Cause.COMPLETED, duration_s=754.0),
        "answered-by-another": replace(over, outcome=Outcome.ANSWERED_ELSEWHERE, cause=Cause.ANSWERED_ELSEWHERE),
        "forwarded": replace(over, outcome=Outcome.ANSWERED_ELSEWHERE, cause=Cause.FORWARDED),
        "busy": replace(
            over, direction=Direction.OUTGOING, outcome=Outcome.UNACCEPTED_OUTGOING, cause=Cause.BUSY, duration_s=0
        ),
        "no-match": unknown,
        "no-match-with-name": replace(unknown, name="Robin from reception"),
        "withheld": replace(unknown, number="", number_text="", match=MatchKind.WITHHELD),
        "possible": replace(base, match=MatchKind.POSSIBLE, directory_age_s=3 * 86400 + 5),
        "several": replace(base, name="", detail="", candidates=several, line="Sales"),
        "several-chosen": replace(base, name="Terry Dodds", detail="", candidates=several[:3], chosen=1),
        "no-page": replace(base, candidates=(replace(adatum, has_page=False),)),
        "note": replace(base, note="Wants a quote for 40 chairs, call back before noon"),
        "german": replace(
            base,
            name="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            detail="Rechtsschutzversicherungsgesellschaften, Abteilung Grundstücksverkehrsgenehmigungszuständigkeit",
            candidates=(CandidateView("Geschäftspartnerkontakt", "KT-2025-0000104711", "", "", has_page=True),),
            line="Zentrale Auftragsannahme und Kundendienst",
            state=CallState.CONNECTED,
            duration_s=36_061.0,
        ),
        "arabic": replace(base, name="شركة النور للتجارة", detail="قسم المبيعات"),
        "chinese": replace(base, name="北京联想科技有限公司", detail="采购部"),
        "markup": replace(
            base, name="<b>Bold</b> <img src='file:///etc/passwd'>", detail="\u202egnp.exe\u202c \\\\host\\x"
        ),
        "endless": replace(base, name="W" * 10_000, detail="x\u0301\u0302\u0303\u0304\u0305\u0306" * 2_000),
    }


def draw(look: str, language: str, percent: int, folder: Path) -> None:
    """Draw every window in one look and language."""
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    theme = _theme(application, look, language)
    suffix = f"{look}-{language}-{percent}"
    pictures = [(name, _card(theme, view)) for name, view in card_views().items()]
    pictures.append(("notice", _notice(theme)))
    pictures += [(f"dial-request-{name}", _dial_request(theme, view)) for name, view in dial_requests().items()]
    for name, widget in pictures:
        widget.grab().save(str(folder / f"{name}-{suffix}.png"))
    _sheet(pictures, theme).save(str(folder / f"sheet-{suffix}.png"))


def _theme(application: object, look: str, language: str) -> Theme:
    from PySide6.QtWidgets import QApplication

    from ui.language import Language, Translation
    from ui.theme import Theme, ThemeChoice

    assert isinstance(application, QApplication)
    Translation(application, Language(language))
    if look.endswith("text"):
        font = application.font()
        font.setPixelSize(24)
        application.setFont(font)
    choices = {"dark": ThemeChoice.DARK, "contrast": ThemeChoice.SYSTEM}
    theme = Theme(application, choices.get(look, ThemeChoice.LIGHT))
    assert theme.tokens.high_contrast == (look == "contrast"), "the desktop was asked for high contrast, and only then"
    return theme


def _card(theme: Theme, view: CardView) -> QWidget:
    from ui.caller_card import CallerCard

    card = CallerCard(theme)
    card.show_view(view)
    card.resize_to(card.width(), card.height_wanted)
    return card


def _notice(theme: Theme) -> QWidget:
    from tray.condition import standing_notice
    from tray.setup.model import Standing
    from ui.notice_card import NoticeCard

    return NoticeCard(theme, standing_notice(Standing.USER_NOT_LICENSED))


def dial_requests() -> dict[str, DialRequestView]:
    """What a link may ask for, by name."""
    from tray.views import DialRequestView

    adatum = DialRequestView("1", "020 555 0101", "Adatum Corporation")
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    return {
        "known": adatum,
        "unknown": replace(adatum, name="", number_text="+49 711 123456"),
        "extension": replace(adatum, extension="12", key_in="34#"),
        "long": replace(adatum, name=long, key_in="1234567890123456 " * 4),
    }


def _dial_request(theme: Theme, view: DialRequestView) -> QWidget:
    from PySide6.QtWidgets import QPushButton

    from ui.dial_request import DialRequestCard

    card = DialRequestCard(theme)
    card.show_view(view)
    if view.request and view.name and not view.key_in:
        call = card.findChild(QPushButton, "callButton")
        assert call is not None
        call.setEnabled(True)
    card.resize_to(card.width(), card.height_wanted)
    return card


def _sheet(pictures: list[tuple[str, QWidget]], theme: Theme) -> object:
    """All of them on one picture, in columns."""
    from PySide6.QtGui import QPainter, QPixmap

    from ui.colors import mix

    grabs = [widget.grab() for _, widget in pictures]
    ratio = grabs[0].devicePixelRatio()
    width = max(grab.deviceIndependentSize().width() for grab in grabs) + 16
    columns = 4
    heights = [16.0] * columns
    places = []
    for grab in grabs:
        column = heights.index(min(heights))
        places.append((16 + column * width, heights[column]))
        heights[column] += grab.deviceIndependentSize().height() + 16
    sheet = QPixmap(round((columns * width + 16) * ratio), round(max(heights) * ratio))
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(mix(theme.tokens.surface, theme.tokens.text, 0.25))
    painter = QPainter(sheet)
    for grab, (x, y) in zip(grabs, places, strict=True):
        painter.drawPixmap(round(x), round(y), grab)
    painter.end()
    return sheet


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        draw(sys.argv[2], sys.argv[3], int(sys.argv[4]), Path(sys.argv[5]))
    else:
        raise SystemExit(main(sys.argv[1:]))
