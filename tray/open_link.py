"""`cti-tray open`: the program that the system runs for a link that somebody clicked.

Any web page can have it run, with any link. So it reads nothing and decides nothing: a link that asks to dial goes to
the running tray, which asks the user; one of the tray's own goes the way of `cti-event`, and may only open a card. The
browser waits for it, so it must not import Qt, msal, phonenumbers or anything else that takes long.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tray.control import ask
from tray.errors import CtiError, InvalidInput, NotRunning
from tray.event import main as event
from tray.paths import APP_NAME, data_folder
from tray.starting import until_taken

DONE, FAILED, BAD_ARGUMENTS, NO_TRAY = 0, 1, 2, 3
VERB = "open-link"
_DIAL_SCHEMES = ("tel:", "callto:")
_OWN_SCHEME = "ctitray:"
_MOST_HANDED_ON = 600
"""So many characters of a link are handed on; the tray takes fewer, and says so."""

_HELP = """\
usage: cti-tray open [--] LINK

Hand a link to the tray; the system runs this for links that somebody clicked. For a tel: or callto: link the tray asks
whether to dial, and dials when Call is clicked there; it is started where it does not run. A ctitray: link reports a
call, as with cti-event, and may only open a card.

example: cti-tray open -- "tel:+31205550101"

exit code: 0 handed over, 1 not accepted, 2 no such link, 3 CTI Tray is not running and cannot be started
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Hand one link to the tray; gives the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--help"], ["-h"]):
        sys.stdout.write(_HELP)
        return DONE
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    if len(arguments) != 1:
        return _fail(BAD_ARGUMENTS, "One link must be given, and nothing else.")
    link = arguments[0].strip()
    if link[: len(_OWN_SCHEME)].lower() == _OWN_SCHEME:
        return event([link])
    if not link.lower().startswith(_DIAL_SCHEMES):
        return _fail(BAD_ARGUMENTS, "Only tel:, callto: and ctitray: links can be opened.")
    try:
        _hand_over(data_folder(), link[:_MOST_HANDED_ON])
    except NotRunning as error:
        return _fail(NO_TRAY, str(error))
    except InvalidInput as error:
        return _fail(BAD_ARGUMENTS, str(error))
    except CtiError as error:
        return _fail(FAILED, str(error))
    return DONE


def _hand_over(folder: Path, link: str) -> None:
    """Give the link to the tray, which is started where it does not run."""
    if _taken(folder, link):
        return
    try:
        until_taken(lambda: _taken(folder, link), "Start it, and click again.")
    except NotRunning as error:
        _show(str(error))
        raise


def _taken(folder: Path, link: str) -> bool:
    """Whether a tray runs and took the link."""
    try:
        ask(folder, VERB, {"link": link})
    except NotRunning:
        return False
    return True


def _fail(code: int, message: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(f"cti-tray open: {message}\n")
    return code


def _show(message: str) -> None:
    """Say something to a user who has no terminal, as is usual on Windows."""
    if sys.platform == "win32" and sys.stderr is None:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, message, APP_NAME, 0x30)


if __name__ == "__main__":
    sys.exit(main())
