"""What phone products do with a recipe, by their own rules: placeholders filled in, addresses opened, programs run."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tray.telephony.recipe import Places

_CTI_EVENT = "import sys; from tray.event import main; sys.exit(main())"
PROGRAM = r"C:\Program Files\CTI Tray\cti-event.exe"


@dataclass(frozen=True)
class Dialog:
    """A call as the product knows it."""

    number: str
    name: str = ""
    call_id: str = ""
    account: str = "201"


def as_places(port: int, token: str, *, host: str = "127.0.0.1") -> Places:
    """Places in which the receiver and the LAN listener are the same."""
    return Places(PROGRAM, port, token, True, host, port, token, True, "")


def insert(line: str, values: dict[str, str]) -> str:
    """The line with the product's placeholders replaced, the longest first, as they come."""
    marks = "|".join(re.escape(mark) for mark in sorted(values, key=len, reverse=True))
    return re.sub(marks, lambda found: values[found.group()], line)


def desk_phone(line: str, dialog: Dialog, *, raw: bool = False) -> str:
    """Yealink, Snom and Grandstream: the remote side as a SIP address, values encoded or, by old firmware, as is."""
    encode = (lambda text: text) if raw else quote
    values = {
        "$remote": f"sip:{dialog.number}@pbx.example",
        "$display_remote": dialog.name,
        "$call_id": dialog.call_id,
        "$call-id": dialog.call_id,
        "$active_user": dialog.account,
    }
    return insert(line, {mark: encode(value) for mark, value in values.items()})


def grandstream(line: str, dialog: Dialog) -> str:
    """The remote side as a bare number."""
    values = {"$remote": dialog.number, "$display_remote": dialog.name, "$active_user": dialog.account}
    return insert(line, {mark: quote(value) for mark, value in values.items()})


def mitel(line: str, dialog: Dialog) -> str:
    """Variables between two dollar signs; the display name comes with plus signs for blanks."""
    values = {
        "$$REMOTENUMBER$$": dialog.number,
        "$$INCOMINGNAME$$": dialog.name.replace(" ", "+"),
    }
    return insert(line, values)


def zoiper(line: str, dialog: Dialog) -> str:
    """Placeholders in braces, encoded as in a query."""
    values = {"{phone}": dialog.number, "{name}": dialog.name, "{Account}": dialog.account}
    return insert(line, {mark: quote(value) for mark, value in values.items()})


def nfon(line: str, dialog: Dialog) -> str:
    """Placeholders with a dollar sign, encoded."""
    values = {"$RemoteParty": dialog.number, "$RemoteAlias": dialog.name, "$CallGUID": dialog.call_id}
    return insert(line, {mark: quote(value) for mark, value in values.items()})


def three_cx_url(line: str, dialog: Dialog) -> str:
    """The browser gets the address with the number as it is, so that its plus sign stays one."""
    return insert(line, {"%CallerNumber%": dialog.number, "%CallerDisplayName%": quote(dialog.name)})


def windows_arguments(command: str) -> list[str]:
    """The arguments as Windows hands them to a program: split at blanks outside of quotes, which go away."""
    return [found.replace('"', "") for found in re.findall(r'(?:[^\s"]|"[^"]*")+', command)]


def microsip(line: str, dialog: Dialog) -> list[str]:
    """MicroSIP splits the line, joins it again without quotes and puts the number last; gives what is started."""
    command = line.partition("=")[2]
    program, *arguments = windows_arguments(command)
    joined = " ".join([*arguments, dialog.number])
    return [program, *joined.split()]


def run_program(arguments: list[str], home: Path) -> int:
    """Run the real `cti-event` with what a product starts it with; gives its exit code."""
    done = subprocess.run(
        [sys.executable, "-c", _CTI_EVENT, *arguments],
        env={"CTI_TRAY_HOME": str(home), "PATH": "", "PYTHONPATH": ""},
        capture_output=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    return done.returncode
