"""Taking out of a text whatever must not be pasted into a mail: tokens, phone numbers, accounts, the user's folders.

Pure. What is known to be secret is given; what only looks like it is found by its form, as for the log.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from tray.logs import mask

REMOVED = "[removed]"
_HOME = re.compile(
    r"(?:\b[A-Za-z]:|(?<![\w.~\])-]))[\\/]+(?:home|Users)[\\/]+(?!Public\b)[^\\/\s\"'<>|:*?]+", re.IGNORECASE
)
_MAIL = re.compile(r"([\w.+-])[\w.+%'-]*@(?=[\w-])")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_PRIVATE_ADDRESS = re.compile(
    rf"(?<![\d.+])(?:127\.0\.0\.1|10\.{_OCTET}\.{_OCTET}\.{_OCTET}|192\.168\.{_OCTET}\.{_OCTET}"
    rf"|172\.(?:1[6-9]|2\d|3[01])\.{_OCTET}\.{_OCTET})(?::\d{{1,5}})?(?![\d.]*\d)"
)
_SHORTEST_SECRET = 4
_SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True)
class Private:
    """What is known to be private here: texts that are secret, folders that are the user's, and names of the user."""

    secrets: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def redact(text: str, private: Private = Private(), *, versions: bool = False) -> str:
    """`text` with nothing in it that is private. In `versions` long numbers stay, because they are no phone numbers."""
    for secret in sorted(private.secrets, key=len, reverse=True):
        for written in (secret, quote(secret, safe="")):
            text = text.replace(written, REMOVED) if len(secret) >= _SHORTEST_SECRET else text
    for home in sorted(private.homes, key=len, reverse=True):
        text = _without_home(text, home)
    text = _HOME.sub("~", text)
    text = _MAIL.sub(r"\1***@", text)
    for name in sorted(private.names, key=len, reverse=True):
        if len(name) >= _SHORTEST_NAME:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", f"{name[0]}***", text, flags=re.IGNORECASE)
    return text if versions else "".join(_masked(text))


def _without_home(text: str, home: str) -> str:
    """The user's folder as `~`, however its slashes are written; the root of a disk is nobody's folder."""
    parts = [part for part in re.split(r"[\\/]+", home) if part]
    if not parts or (len(parts) == 1 and parts[0].endswith(":")):
        return text
    start = "" if parts[0].endswith(":") else r"[\\/]+"
    pattern = start + r"[\\/]+".join(re.escape(part) for part in parts) + r"(?![\w-])"
    put: Callable[[re.Match[str]], str] = lambda _: "~"  # noqa: E731 - a backslash has no meaning in it
    return re.sub(pattern, put, text, flags=re.IGNORECASE)


def _masked(text: str) -> Iterator[str]:
    """Numbers and tokens taken out, while addresses of this computer and its network stay."""
    end = 0
    for found in _PRIVATE_ADDRESS.finditer(text):
        yield mask(text[end : found.start()])
        yield found.group()
        end = found.end()
    yield mask(text[end:])
