"""`cti-event`: a softphone's hook that tells the running tray about a call.

The softphone waits for it, so it only packs its arguments and hands them to the tray, which does all the reading and
checking. It must not import Qt, msal, phonenumbers or anything else that takes long.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tray.calls.spellings import FIELD_SPELLINGS
from tray.control import report
from tray.errors import CtiError, NotRunning
from tray.paths import data_folder
from tray.telephony.receiver_file import FILE_NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

DONE, FAILED, BAD_ARGUMENTS, NO_TRAY = 0, 1, 2, 3
_LINK = "ctitray:"
_FORM = "application/x-www-form-urlencoded"
_MOST_LINK = 4096
_AUTO = "auto"
_Answer = tuple[int, dict[str, object]]
MOST_BODY = 8 * 1024
"""So many bytes the receiver takes."""

MOST_KEPT = {"name": 128, "number": 64, "line": 64}
"""So many characters the tray keeps of a text; `tray.calls.facts` has the rule, which takes too long to import."""
_EPILOG = """\
events: incoming, ring, outgoing, connected, hold, resume, end, missed, busy, rejected (and the names that softphones
use for them, such as cmdIncomingCall). Calls without an id are told apart by number and direction.

options: every other name that phones have for a field is an option too, such as --callerid, --state or --remote.

example: cti-event --event incoming --number +31205550101 --call-id x1

A link ctitray://call/v1?event=incoming&number=... may stand as the only argument. Any web page can open a link,
so it may only open a card.

exit code: 0 told, 1 not accepted at the moment, 2 bad arguments, 3 CTI Tray is not running (with --start: and could
not be started)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Report one phone event; gives the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        packed = _pack(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else BAD_ARGUMENTS
    try:
        status, answer = _told(packed)
    except NotRunning as error:
        return _fail(NO_TRAY, str(error))
    except CtiError as error:
        return _fail(FAILED, str(error))
    if status == 202:
        return DONE
    if status == 404:
        return _fail(FAILED, "CTI Tray takes no events: sources.receiver is switched off in config.toml.")
    message = str(answer.get("error", f"CTI Tray answered with {status}."))
    return _fail(BAD_ARGUMENTS if status in {400, 413} else FAILED, message)


class _Packed:
    """What is handed to the tray: the body of the report, its type, the file with the token where one is named, and
    whether the tray is started where none runs. A plain class, because the rest would take long to import."""

    def __init__(self, body: bytes, content_type: str, file: Path | None = None, *, start: bool = False) -> None:
        self.body = body
        self.content_type = content_type
        self.file = file
        self.start = start


def _told(packed: _Packed) -> _Answer:
    """Tell the tray; gives status and answer.

    Raises:
        CtiError: as in `tray.control.report`.
    """
    file = packed.file or data_folder() / FILE_NAME
    link = packed.content_type == _FORM

    def tell() -> _Answer:
        return report(file.parent, packed.body, packed.content_type, link=link, file=file.name)

    try:
        return tell()
    except NotRunning:
        if not packed.start:
            raise
    return _told_after_start(tell)


def _told_after_start(tell: Callable[[], _Answer]) -> _Answer:
    """Start the tray, and tell it as soon as it listens."""
    from tray.starting import until_taken  # what hooks wait for need not load it

    answers: list[_Answer] = []

    def taken() -> bool:
        try:
            answers.append(tell())
        except NotRunning:
            return False
        return True

    until_taken(taken, "Start it, and try again.")
    return answers[-1]


class _Parser(argparse.ArgumentParser):
    """One whose complaint is a single line: a softphone shows it in a box, or writes it into a log."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_ARGUMENTS, f"cti-event: {' '.join(message.split())}\n")


def _pack(arguments: list[str]) -> _Packed:
    """What is handed to the tray. Exits as argparse does when the arguments are wrong."""
    parser = _parser()
    if any(argument[: len(_LINK)].lower() == _LINK for argument in arguments):
        if len(arguments) != 1:
            parser.error("a link must be the only argument")
        return _Packed(_query(arguments[0], parser), _FORM)
    given = vars(parser.parse_args(_in_one_spelling(arguments)))
    file = _token_file(given.pop("token_file"), parser)
    start, numbers = given.pop("start"), given.pop("numbers")
    fields = {name: value for name, value in given.items() if value is not None}
    if numbers:
        fields["number"] = numbers[-1]
    body = json.dumps(fields).encode()
    body = body if len(body) <= MOST_BODY else json.dumps(_cut(fields)).encode()
    return _Packed(body, "application/json", file, start=start)


def _in_one_spelling(arguments: list[str]) -> list[str]:
    """The arguments with the names of options in small letters and with hyphens."""
    options = arguments.index("--") if "--" in arguments else len(arguments)
    return [_option(argument) for argument in arguments[:options]] + arguments[options:]


def _option(argument: str) -> str:
    if not argument.startswith("--"):
        return argument
    name, equals, value = argument.partition("=")
    return f"{name.lower().replace('_', '-')}{equals}{value}"


def _token_file(named: str, parser: argparse.ArgumentParser) -> Path | None:
    if named == _AUTO:
        return None
    file = Path(named)
    if not file.is_file():
        parser.error(f"--token-file: there is no file {named}")
    return file


def _cut(fields: dict[str, str]) -> dict[str, str]:
    """The fields with no more of each text than is kept of it: a call must not be lost for a long name.

    Of a number in `<...>` the last one counts, whatever stands before it. Ids stay whole; half of one is another call.
    """
    number = fields.get("number", "")
    if "<" in number:
        fields = {**fields, "number": number[number.rindex("<") :]}
    return {name: value[: MOST_KEPT.get(name, len(value))] for name, value in fields.items()}


def _query(link: str, parser: argparse.ArgumentParser) -> bytes:
    address, _, query = link[len(_LINK) :].partition("#")[0].partition("?")
    if address.strip("/").lower() != "call/v1":
        parser.error("a link must begin with ctitray://call/v1")
    if len(query) > _MOST_LINK or not query.isascii():
        parser.error("the link is too long, or not plain ASCII")
    return query.encode()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="cti-event",
        description="Tell the running CTI Tray what the phone does.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("--event", default="incoming", help="what happened (default: incoming)")
    add("--number", help="the number of the other side, in any writing; also a sip: or tel: address")
    add("--name", help="the name that the phone shows")
    add("--call-id", help="the phone's own id of the call, if it has one")
    add("--direction", help="incoming or outgoing, where the event does not say it")
    add("--line", help="the line or extension on this side")
    add("--cause", help="why the call ended, for example answered_elsewhere")
    add("--origin", help="who began the call: user or external")
    add("--end", metavar="never", help="never: the phone will not report the end; such a call ends by itself")
    add("--start", action="store_true", help="start CTI Tray where it does not run; without this it is never started")
    add("--token-file", default=_AUTO, metavar="PATH", help="the receiver.json of the tray (default: auto, your own)")
    for field, words in FIELD_SPELLINGS.items():
        own = field.replace("_", "-")
        others = sorted({word.replace("_", "-") for word in words.split()} - {own})
        if others:
            add(*(f"--{other}" for other in others), dest=field, help=argparse.SUPPRESS)
    add("numbers", nargs="*", metavar="NUMBER", help="the number again; the last one counts")
    return parser


def _fail(code: int, message: str) -> int:
    sys.stderr.write(f"cti-event: {message}\n")
    return code
