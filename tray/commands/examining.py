"""`cti-tray doctor`: what was found, what is missing, what to do; safe to paste."""

from __future__ import annotations

import contextlib
import os
import re
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tray.commands.output import Exit, printable, say, say_json
from tray.commands.words import counted
from tray.doctor.examining import examine, look_around
from tray.doctor.model import Area, Finding, Level, Scene, word
from tray.doctor.redaction import Private, redact
from tray.errors import CtiError
from tray.paths import data_folder, machine_folder
from tray.setup.who import this_user
from tray.telephony.receiver_file import FILE_NAME

_INDENT = 13
_MOST_BYTES = 4096
_LONG = re.compile(r"[A-Za-z0-9_-]{16,}")
_LOGIN_VARIABLES = ("USER", "LOGNAME", "USERNAME")


def doctor(options: Namespace) -> int:
    """Examine everything; 0 when nothing is a problem, 1 otherwise."""
    scene = look_around(data_folder(), machine_folder())
    private = known_private(scene)
    findings = [_pasteable(finding, private) for finding in examine(scene)]
    if options.json:
        say_json({"problems": _how_many(findings, Level.PROBLEM), "findings": [_data(each) for each in findings]})
    else:
        for line in report(findings):
            say(printable(line))
    return Exit.FAILED if _how_many(findings, Level.PROBLEM) else Exit.DONE


def report(findings: Iterable[Finding]) -> Iterator[str]:
    """The report for people, section by section."""
    found = list(findings)
    for area in Area:
        lines = [finding for finding in found if finding.area is area]
        if lines:
            yield area.value
        for finding in lines:
            yield f"  {finding.level.value:{_INDENT - 2}}{finding.text}{finding.versions}"
            if finding.advice:
                yield f"{'':{_INDENT}}-> {finding.advice}"
    attention, problems = _how_many(found, Level.ATTENTION), _how_many(found, Level.PROBLEM)
    yield ""
    needs = f"{counted(attention, 'line')} to look at" if attention else "nothing else to look at"
    yield f"{counted(problems, 'problem')}, {needs}." if problems else f"No problem, {needs}."


def known_private(scene: Scene) -> Private:
    """What is known on this computer not to belong into a text that others read."""
    return Private(tuple(_secrets(scene)), tuple(_homes()), tuple(dict.fromkeys(_names(scene))))


def _pasteable(finding: Finding, private: Private) -> Finding:
    return Finding(
        finding.area,
        finding.level,
        redact(finding.text, private),
        redact(finding.advice, private),
        redact(finding.versions, private, versions=True),
    )


def _data(finding: Finding) -> dict[str, str]:
    return {
        "area": finding.area.value,
        "level": finding.level.value,
        "text": f"{finding.text}{finding.versions}",
        "advice": finding.advice,
    }


def _how_many(findings: Iterable[Finding], level: Level) -> int:
    return sum(finding.level is level for finding in findings)


def _secrets(scene: Scene) -> Iterator[str]:
    """Everything in the receiver's file that may be a token, damaged or not, and what the store's address hides."""
    with contextlib.suppress(OSError), (scene.folder / FILE_NAME).open("rb") as file:
        yield from _LONG.findall(file.read(_MOST_BYTES).decode("ascii", "replace"))
    with contextlib.suppress(ValueError):
        parts = urlsplit(scene.loaded.config.store.url)
        for part in (parts.password, parts.username):
            yield from (part, unquote(part)) if part else ()


def _homes() -> Iterator[str]:
    with contextlib.suppress(RuntimeError):
        yield str(Path.home())
    yield from (os.environ[name] for name in ("HOME", "USERPROFILE") if os.environ.get(name))


def _names(scene: Scene) -> Iterator[str]:
    """Under which names the user is known."""
    names = [os.environ.get(name, "") for name in _LOGIN_VARIABLES]
    with contextlib.suppress(CtiError):
        identity = this_user()
        names += [identity.account, identity.name]
    if scene.status is not None:
        names += [word(scene.status, "user"), word(scene.part("sign_in"), "account")]
    for name in names:
        yield from (name, name.rpartition("\\")[2], name.partition("@")[0]) if name else ()
