"""The one error family of the product.

Adapters turn vendor exceptions into it at their edge, so that everything above can show a title, a message and a hint
without knowing who failed. It must not need anything but the standard library.
"""

from __future__ import annotations

from tray.texts import Text, joined, translate


class CtiError(Exception):
    """Base of every error that a user may see.

    Args:
        message: one sentence that names the thing that failed.
        hint: what the user can do about it; may be empty.

    Both may be a `tray.texts.Text`, which a window shows in the language in force; `str` of the error is English.
    """

    title: str = "CTI Tray"
    retryable = False

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return str(self.whole)

    @property
    def whole(self) -> Text:
        """Message and hint as one text."""
        return joined(self.message, self.hint)


class InvalidInput(CtiError):
    """Something that was typed, sent or read from a file is not acceptable; the message names the field."""

    title = translate("Errors", "Not accepted")


class InvalidField(InvalidInput):
    """A value is not acceptable; `field` names it as the one who wrote it knows it, for the dialogs."""

    def __init__(self, field: str, problem: str, **values: object) -> None:
        self.problem = problem.format(**values) if values else problem
        super().__init__(translate("Values", "{field}: {problem}.").format(field=field, problem=self.problem))
        self.field = field


class ConfigError(InvalidInput):
    """A value in config.toml is wrong; the message names file and key."""

    title = translate("Errors", "Settings file")


class Refused(CtiError):
    """The rules forbid what was asked (not an admin, no seat left, last admin); nothing was changed.

    `field` names the value that asked for it, where one did, as the one who wrote it knows it.
    """

    title = translate("Errors", "Not allowed")

    def __init__(self, message: str, *, hint: str = "", field: str = "") -> None:
        super().__init__(message, hint=hint)
        self.field = field


class UserGone(Refused):
    """The user who was asked about is not there any more."""


class Conflict(CtiError):
    """Somebody else changed the same record meanwhile; the message says who and what."""

    title = translate("Errors", "Changed by somebody else")
    retryable = True


class Offline(CtiError):
    """A server or device cannot be reached at the moment."""

    title = translate("Errors", "Offline")
    retryable = True


class DataDamaged(CtiError):
    """A file of the product cannot be read; the message names it."""

    title = translate("Errors", "Damaged file")


class SourceFailed(CtiError):
    """A source of phone events cannot work as it is set up."""

    title = translate("Errors", "Phone source")


class NotRunning(CtiError):
    """A command needs the running tray and there is none."""

    title = translate("Errors", "Not running")
