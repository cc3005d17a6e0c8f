"""What a token can be refused for; each is another outcome, because the user can do something else about it."""

from __future__ import annotations

from tray.errors import CtiError, Offline
from tray.texts import translate


class SignedOut(CtiError):
    """Nobody is signed in."""

    title = translate("Errors", "Not signed in")


class SignInNeeded(CtiError):
    """The sign-in was revoked, has ended or must be confirmed; only the user can renew it."""

    title = translate("Errors", "Sign-in needed")


class ConsentMissing(CtiError):
    """Nobody has allowed this yet. A normal state: what needs it is left out."""

    title = translate("Errors", "Not allowed yet")


class LinkRefused(CtiError):
    """A link that a service gave leads nowhere, or not any more: what it stands for has to be read from the start."""

    title = translate("Errors", "Not understood")


class Cancelled(CtiError):
    """The user gave up."""

    title = translate("Errors", "Cancelled")


class TimedOut(CtiError):
    """Nobody answered in time."""

    title = translate("Errors", "No answer")


class Misconfigured(CtiError):
    """The sign-in cannot work as it is set up; the message names the setting or the server."""

    title = translate("Errors", "Sign-in settings")


class ServiceBusy(Offline):
    """The sign-in service answers, but not now; `retry_after_s` is how long it wants to be left alone."""

    def __init__(self, message: str, *, hint: str = "", retry_after_s: float = 0.0) -> None:
        super().__init__(message, hint=hint)
        self.retry_after_s = retry_after_s
