"""`cti-tray`: reading the command line and handing over to the command.

It stays cheap to import; each command imports what it needs. Errors of the product become one line on stderr.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from tray.commands.manual import EPILOGS
from tray.errors import CtiError, InvalidInput, NotRunning

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

_MOST_DIGITS = 9
DONE, FAILED, BAD_INPUT, NOT_RUNNING, INTERRUPTED = 0, 1, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code: 0 done, 1 failed, 2 bad input, 3 no tray runs."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["event"]:
        from tray.event import main as event

        return event(arguments[1:])
    if arguments[:1] == ["open"]:
        from tray.open_link import main as open_link

        return open_link(arguments[1:])
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else BAD_INPUT
    try:
        return _handler(options.handler)(options)
    except NotRunning as error:
        return _fail(NOT_RUNNING, error)
    except InvalidInput as error:
        return _fail(BAD_INPUT, error)
    except CtiError as error:
        return _fail(FAILED, error)
    except BrokenPipeError:
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a traceback helps nobody who only uses the product
        return _fail(FAILED, _unexpected(error))


def _handler(name: str) -> Callable[[argparse.Namespace], int]:
    module, _, function = name.rpartition(".")
    handler: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(f"tray.commands.{module}"), function)
    return handler


def _unexpected(error: Exception) -> CtiError:
    """An error that should have been turned into one of the product, named by kind and place."""
    import traceback

    *_, place = traceback.extract_tb(error.__traceback__)
    text = f"CTI Tray met an error that nobody expected: {type(error).__name__} at {place.filename}:{place.lineno}."
    return CtiError(text, hint="Please report it.")


def _fail(code: int, error: CtiError) -> int:
    sys.stderr.write(f"cti-tray: {error}\n")
    return code


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every other error of the product."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}. See {self.prog} --help.\n")


class _Version(argparse.Action):
    """Looks the version up only when somebody asks for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        sys.stdout.write(f"{_version()}\n")
        parser.exit(DONE)


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="cti-tray",
        description="Computer telephony for this desk: caller cards, records, call log.",
        epilog="exit code: 0 done, 1 failed, 2 bad input, 3 CTI Tray is not running",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and end")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_live(commands)
    _add_records(commands)
    _add_setup(commands)
    _add_users(commands)
    return parser


def _add(commands: Commands, name: str, handler: str, text: str) -> argparse.ArgumentParser:
    raw = argparse.RawDescriptionHelpFormatter
    command = commands.add_parser(name, help=text, description=text, epilog=EPILOGS.get(handler), formatter_class=raw)
    command.set_defaults(handler=handler)
    return command


def _add_live(commands: Commands) -> None:
    run = _add(commands, "run", "live.run", "Start the tray; a second start raises the first.")
    run.add_argument("--demo", action="store_true", help="on the first start, place a demo call")
    run.add_argument("--offscreen", metavar="FOLDER", help="without a desktop: save card and page as PNG there and end")
    run.add_argument("--background", action="store_true", help="leave a tray that runs already as it is")
    _add(commands, "demo", "live.demo", "Place a demo call through the running tray.")
    _add(commands, "quit", "live.leave", "End the running tray.")
    dial = _add(commands, "dial", "live.dial", "Dial a number through the running tray.")
    dial.add_argument("number", metavar="NUMBER")
    commands.add_parser("event", help="Tell the tray what the phone does; as cti-event.", add_help=False)
    commands.add_parser("open", help="Hand a link to the tray: tel:, callto: or ctitray:.", add_help=False)
    _add_links(commands)
    _with_json(_add(commands, "status", "live.status", "What the tray does at the moment; exit code 3 when none runs."))
    _with_json(_add(commands, "doctor", "examining.doctor", "What is missing and what to do about it; safe to paste."))
    quiet = _add(commands, "do-not-disturb", "quiet.do_not_disturb", "No cards from the next call on, or cards again.")
    quiet.add_argument("state", choices=("on", "off", "show"))
    _with_json(quiet)
    sign_in = _add(commands, "sign-in", "signing.sign_in", "Sign in to Microsoft, in the browser.")
    sign_in.add_argument("--device-code", action="store_true", help="sign in on any device with a code instead")
    _add(commands, "sign-out", "signing.sign_out", "Forget the account and its tokens on this computer.")
    receiver = _add(commands, "receiver", "live.receiver", "Address and token with which softphones report calls.")
    receiver.add_argument(
        "--new-token", action="store_true", help="make a new token; the former one is refused at once"
    )
    receiver.add_argument("--lan", action="store_true", help="those with which desk phones report over the network")
    _with_json(receiver)
    _add(commands, "teams-pair", "live.pair_teams", "Let Teams ask you whether CTI Tray may connect to it.")


def _add_links(commands: Commands) -> None:
    links = commands.add_parser("links", help="CTI Tray as the program for tel:, callto: and ctitray: links.")
    verbs = links.add_subparsers(required=True, metavar="VERB")
    _add(verbs, "register", "linking.register", "Register it for this user.")
    _add(verbs, "remove", "linking.remove", "Take the registration away.")
    _with_json(_add(verbs, "show", "linking.show", "What is registered, and what registering writes."))


def _add_records(commands: Commands) -> None:
    replay = _add(commands, "replay", "replaying.replay", "Play scenario files and print every decision as JSON.")
    replay.add_argument("files", nargs="+", metavar="FILE.json")
    calls = _with_json(_add(commands, "calls", "records.calls", "The call journal, newest first."))
    _with_limit(calls)
    activity = _with_json(_add(commands, "activity", "records.activity", "The activities, newest first."))
    activity.add_argument("--csv", metavar="FILE", help="write all of them into a CSV file")
    _with_limit(activity)
    directory = commands.add_parser("directory", help="The local directory of phone numbers.")
    verbs = directory.add_subparsers(required=True, metavar="VERB")
    load = _add(verbs, "import", "directory.load", "Load a CSV file as the new content of a table.")
    load.add_argument("file", metavar="FILE.csv")
    load.add_argument("--table", required=True, help="the table that business mapping rows name, for example Customer")
    load.add_argument("--phone", action="append", default=[], metavar="COLUMN", help="a column with phone numbers")
    sync = _add(verbs, "sync", "syncing.sync", "Read the user's Outlook contacts now.")
    sync.add_argument("--full", action="store_true", help="read all of them, not just what changed")
    _with_json(_add(verbs, "show", "directory.show", "What is loaded."))
    clear = _add(verbs, "clear", "directory.clear", "Remove a table.")
    clear.add_argument("--table", required=True)


def _add_setup(commands: Commands) -> None:
    setup = commands.add_parser("setup", help="Module setup, user setup card and business mapping.")
    verbs = setup.add_subparsers(required=True, metavar="VERB")
    _with_json(_add(verbs, "show", "setting.show", "Everything that is set, as JSON."))
    assign = _with_user(_add(verbs, "set", "setting.assign", "Set values, such as user.caller_card_delay=5."))
    assign.add_argument("assignments", nargs="+", metavar="NAME=VALUE")
    export = _with_user(_add(verbs, "export", "setting.export", "Write module setup, card and mappings as JSON."))
    export.add_argument("file", nargs="?", metavar="FILE.json")
    take_in = _with_user(_add(verbs, "import", "setting.take_in", "Read module setup, card and mappings from JSON."))
    take_in.add_argument("file", metavar="FILE.json", help="- for standard input")
    licence = _add(verbs, "licence", "setting.licence", "The licence as JSON; with a file, the one in it from now on.")
    licence.add_argument("file", nargs="?", metavar="FILE.json")
    audit = _with_json(_add(verbs, "audit", "setting.audit", "Who changed what, newest first; for admins."))
    audit.add_argument("--export", metavar="FILE", help="write all of it into a file: JSON for .json, else CSV")
    _with_limit(audit)


def _add_users(commands: Commands) -> None:
    users = commands.add_parser("users", help="Who uses the product, who is licensed, who is an admin.")
    verbs = users.add_subparsers(required=True, metavar="VERB")
    _with_json(_add(verbs, "list", "people.list_users", "The users."))
    for verb, text in (
        ("activate", "Give a user a seat."),
        ("deactivate", "Take a user's seat; the settings stay."),
        ("remove", "Forget a user with their setup card."),
    ):
        _add(verbs, verb, f"people.{verb}", text).add_argument("user", metavar="USER")
    admin = _add(verbs, "admin", "people.admin", "Make a user an admin.")
    admin.add_argument("user", metavar="USER")
    admin.add_argument("--off", action="store_true", help="take the role away")
    add = _add(verbs, "add", "people.add", "Enter a user before they connect, by account or sign-in name.")
    add.add_argument("--account", default="", help="the Windows account, such as OFFICE\\anna")
    add.add_argument("--email", default="", help="the sign-in name to Microsoft, such as anna@example.com")
    add.add_argument("--name", default="", help="how the user is called")
    add.add_argument("--licensed", action="store_true", help="give the user a seat")
    load = _add(verbs, "import", "people.load", "Enter the users of a CSV file; those known already stay as they are.")
    load.add_argument("file", metavar="FILE.csv")


def _with_json(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("--json", action="store_true", help="print JSON")
    return command


def _with_limit(command: argparse.ArgumentParser) -> None:
    command.add_argument("--limit", type=_count, default=200, metavar="N", help="at most so many (200)")


def _count(text: str) -> int:
    count = int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else 0
    if not count:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {10**_MOST_DIGITS - 1}, not {text[:40]!r}")
    return count


def _with_user(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("--user", metavar="USER", help="another user's card; for admins")
    return command


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"CTI Tray {version('cti-tray')}"
    except PackageNotFoundError:
        return "CTI Tray (not installed)"


if __name__ == "__main__":
    sys.exit(main())
