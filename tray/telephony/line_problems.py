"""Why a TCP line is not there, in the user's words: the system's error codes of connecting and reading."""

from __future__ import annotations

import errno

from tray.texts import Text, translate

NO_ANSWER = translate("Phones", "no answer")
_PROBLEMS = {
    errno.ECONNREFUSED: translate("Phones", "it refuses the connection"),
    errno.ECONNRESET: translate("Phones", "it was reset"),
    errno.ETIMEDOUT: NO_ANSWER,
    errno.EHOSTUNREACH: translate("Phones", "no way to it"),
    errno.ENETUNREACH: translate("Phones", "no network"),
}


def problem_words(code: int | None) -> Text:
    """What an error code means; for one that is not known, its number."""
    return _PROBLEMS.get(code or 0, translate("Phones", "system error {code}").format(code=code))
