"""What the systems have in common about links: which schemes there are, how far each is, and what an adapter can do."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

DIAL_SCHEMES = ("tel", "callto")
OWN_SCHEME = "ctitray"
SCHEMES = (*DIAL_SCHEMES, OWN_SCHEME)


class LinkState(StrEnum):
    """How far the system sends the links of a scheme to CTI Tray."""

    NOT_REGISTERED = "not registered"
    OFFERED = "registered, not chosen"
    CHOSEN = "registered and chosen"


class Links(Protocol):
    """The programs for links on one system, for this user alone. Every method may wait for the disk."""

    def register(self) -> None:
        """Make the tray known as a program for its schemes.

        Raises:
            CtiError: the system does not let it.
        """
        ...

    def remove(self) -> None:
        """Take away everything that `register` wrote, and nothing else.

        Raises:
            CtiError: the system does not let it.
        """
        ...

    def state(self, scheme: str) -> LinkState:
        """How far the system sends the links of a scheme here."""
        ...

    def has_program(self, scheme: str) -> bool:
        """Whether any program is registered for the links of a scheme."""
        ...

    def plan(self) -> tuple[str, ...]:
        """What `register` writes, line by line, for people."""
        ...

    def advice(self) -> tuple[str, ...]:
        """What is left for the user to do after `register`."""
        ...
