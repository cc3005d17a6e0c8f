"""The log file: rotated, for this user only, and never with a token or a full phone number in it.

Masking happens in the handler, so that it holds for every logger, ours or a library's. Nothing here may disturb the
tray: what cannot be logged is not logged.
"""

from __future__ import annotations

import io
import logging
import os
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from tray.errors import CtiError

LOG_NAME = "tray.log"
VARIABLE = "CTI_TRAY_LOG"
"""Set to `debug`, it has everything logged that is said, also by the libraries."""
_MAX_BYTES = 1_000_000
_KEPT = 3
_LOOPBACK = "127.0.0.1"
_NUMBER = re.compile(r"(?<![\d.])127\.0\.0\.1(?!\.?\d)|\+?\d(?:[^\w\n,:;=]{0,3}_?\d){5,}")
_SECRET = re.compile(r"[A-Za-z0-9_\-]{22,}(?:\.[A-Za-z0-9_\-]+)*")
_DOTTED = re.compile(r"[A-Za-z0-9_.~\-]{22,}")
_LONG = 40
_NAME = r"(?:token|code|verifier|challenge|secret|password|assertion|state|nonce|client_info)[\w\-]{0,40}"
_NAMED_SECRET = re.compile(
    rf"""(?ix) (bearer\s+ | {_NAME} (?:\\*["'])? \s* (?:[=:]|%3D) \s* \[? b?)
    (?: (?P<quote>\\*["']) (?:(?!(?P=quote)) (?:\\.|.))+ (?P<end>(?P=quote)|$) | [^\s"'&,}}]{{8,}} )""",
    re.DOTALL,
)
_QUIET = ("msal", "urllib3", "PIL", "asyncio")


def mask(text: str) -> str:
    """`text` with every long run of digits cut to its last three, and everything that looks like a token removed.

    Up to three marks between two digits (blanks, brackets, dashes, reading direction) do not end a run.
    """
    text = _NAMED_SECRET.sub(_unnamed, text)
    text = _DOTTED.sub(lambda found: "[removed]" if _is_random(found.group()) else found.group(), text)
    text = _SECRET.sub("[removed]", text)
    return _NUMBER.sub(lambda found: _cut(found.group()), text)


def _unnamed(found: re.Match[str]) -> str:
    """What stands behind the name of a secret is removed, in quotes whole."""
    return f"{found[1]}{found['quote'] or ''}[removed]{found['end'] or ''}"


def _is_random(run: str) -> bool:
    """Whether these letters with dots are drawn, such as a verifier of PKCE, and no host, module or file."""
    mixed = any(letter.isupper() for letter in run) and any(letter.islower() for letter in run)
    return mixed and (len(run) >= _LONG or any(letter.isdigit() for letter in run))


def _cut(number: str) -> str:
    if number == _LOOPBACK:
        return number
    return f"...{''.join(character for character in number if character.isdecimal())[-3:]}"


class MaskingFormatter(logging.Formatter):
    """Formats a record and masks all of it, traceback included.

    Only the first line begins at the margin, so that no text from outside can pass for an entry of its own.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line for the file; the time in front is left as it is."""
        head = f"{self.formatTime(record)} {record.levelname} {record.threadName} {record.name}: "
        text = record.getMessage()
        if record.exc_info:
            text += "\n" + self.formatException(record.exc_info)
        return head + mask("\n    ".join(text.splitlines()))


class PrivateLog(RotatingFileHandler):
    """A rotated file that only its user can read."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk costs this entry, and shows nobody a traceback."""

    def _open(self) -> io.TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=_private)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def begin(folder: Path, level: int | None = None) -> PrivateLog:
    """Log into `folder` from now on; gives the handler, for `end`. Without a `level`, `VARIABLE` says which.

    Raises:
        CtiError: the file cannot be written.
    """
    path = folder / LOG_NAME
    try:
        handler = PrivateLog(path, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", errors="replace")
        path.chmod(0o600)
    except OSError as error:
        raise CtiError(f"The log file {path} cannot be written: {error.strerror or error}.") from error
    handler.setFormatter(MaskingFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    if level is None:
        level = logging.DEBUG if os.environ.get(VARIABLE, "").casefold() == "debug" else logging.INFO
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET if level <= logging.DEBUG else logging.WARNING)
    return handler


def end(handler: PrivateLog) -> None:
    """Stop logging into the file of `begin`."""
    logging.getLogger().removeHandler(handler)
    handler.close()
