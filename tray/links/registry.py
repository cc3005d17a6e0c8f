"""What Windows has to be told so that the tray is a program for links, as data: keys, names and values.

Everything lies under HKEY_CURRENT_USER, so that no administrator is needed and no other user is touched. `ctitray:` is
the tray's own and works at once; for `tel:` and `callto:` the tray is offered in Settings > Apps > Default apps, where
the user alone may choose it (learn.microsoft.com, "Default Programs", and "Registering an Application to a URI
Scheme"). Pure: nothing here touches a registry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from tray.links.command import windows_line
from tray.links.model import DIAL_SCHEMES, OWN_SCHEME, SCHEMES, LinkState
from tray.paths import APP_NAME

PROGRAM_ID = "CTITray.Link.1"
CLASSES = "Software\\Classes"
CAPABILITIES = f"Software\\{APP_NAME}\\Capabilities"
REGISTERED = "Software\\RegisteredApplications"
_CHOICES = "Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations"
_OPEN = "shell\\open\\command"
_DESCRIPTION = "Shows who calls, and dials numbers that you click, after asking you."


@dataclass(frozen=True, slots=True)
class Value:
    """One text (REG_SZ) under HKEY_CURRENT_USER; `name` is "" for the default value of the key."""

    key: str
    name: str
    text: str

    def __str__(self) -> str:
        return f"HKCU\\{self.key}  {self.name or '(Default)'} = {self.text}"


class Registry(Protocol):
    """The part of HKEY_CURRENT_USER, and of the merged HKEY_CLASSES_ROOT, that this needs."""

    def text(self, key: str, name: str) -> str | None:
        """A text of the user; None where there is none."""
        ...

    def is_class(self, scheme: str) -> bool:
        """Whether a scheme is registered for links, by the user or the machine."""
        ...

    def write(self, value: Value) -> None:
        """Write a text."""
        ...

    def delete_key(self, key: str) -> None:
        """Delete a key with everything below; one that is not there is no error."""
        ...

    def delete_value(self, key: str, name: str) -> None:
        """Delete one text; one that is not there is no error."""
        ...

    def tell(self) -> None:
        """Tell the desktop that programs for links have changed."""
        ...


def values(command: tuple[str, ...]) -> tuple[Value, ...]:
    """Everything that is written, in an order in which a half-written registration sends no link anywhere."""
    return (*_classes(windows_line(command), command[0]), *_capabilities(command[0]))


def _classes(line: str, program: str) -> Iterator[Value]:
    for place, called in ((PROGRAM_ID, f"{APP_NAME} link"), (OWN_SCHEME, f"URL:{APP_NAME}")):
        key = f"{CLASSES}\\{place}"
        yield Value(key, "", called)
        yield Value(key, "URL Protocol", "")
        yield Value(f"{key}\\Application", "ApplicationName", APP_NAME)
        yield Value(f"{key}\\DefaultIcon", "", f'"{program}",0')
        yield Value(f"{key}\\{_OPEN}", "", line)


def _capabilities(program: str) -> Iterator[Value]:
    yield Value(CAPABILITIES, "ApplicationName", APP_NAME)
    yield Value(CAPABILITIES, "ApplicationDescription", _DESCRIPTION)
    yield Value(CAPABILITIES, "ApplicationIcon", f'"{program}",0')
    for scheme in SCHEMES:
        yield Value(f"{CAPABILITIES}\\URLAssociations", scheme, PROGRAM_ID)
    yield Value(REGISTERED, APP_NAME, CAPABILITIES)


class WindowsLinks:
    """The programs for links on Windows."""

    def __init__(self, registry: Registry, command: tuple[str, ...]) -> None:
        self._registry = registry
        self._command = command

    def register(self) -> None:
        """Write everything; a former registration from another folder is replaced."""
        written = values(self._command)
        self._delete()
        for value in written:
            self._registry.write(value)
        self._registry.tell()

    def remove(self) -> None:
        """Take away what `register` wrote; what the user chose in the settings of Windows is left to Windows."""
        self._delete()
        self._registry.tell()

    def state(self, scheme: str) -> LinkState:
        """Windows 11 writes the user's choice into `UserChoiceLatest`, and leaves an older one beside it."""
        if self._registry.text(f"{CLASSES}\\{PROGRAM_ID}\\{_OPEN}", "") is None:
            return LinkState.NOT_REGISTERED
        chosen = self._chosen(scheme)
        if chosen == PROGRAM_ID or (chosen is None and scheme == OWN_SCHEME):
            return LinkState.CHOSEN
        return LinkState.OFFERED

    def has_program(self, scheme: str) -> bool:
        """Whether the user chose a program, or one is registered."""
        return self._chosen(scheme) is not None or self._registry.is_class(scheme)

    def plan(self) -> tuple[str, ...]:
        """The keys and values."""
        return tuple(map(str, values(self._command)))

    def advice(self) -> tuple[str, ...]:
        """Windows lets nobody but the user choose."""
        schemes = " and ".join(f"{scheme}:" for scheme in DIAL_SCHEMES)
        return (f"Now choose {APP_NAME} for {schemes} links in Settings > Apps > Default apps.",)

    def _chosen(self, scheme: str) -> str | None:
        places = ("UserChoiceLatest\\ProgId", "UserChoiceLatest", "UserChoice")
        found = (self._registry.text(f"{_CHOICES}\\{scheme}\\{place}", "ProgId") for place in places)
        return next((program for program in found if program), None)

    def _delete(self) -> None:
        self._registry.delete_value(REGISTERED, APP_NAME)
        self._registry.delete_key(CAPABILITIES)
        for place in (PROGRAM_ID, OWN_SCHEME):
            self._registry.delete_key(f"{CLASSES}\\{place}")
