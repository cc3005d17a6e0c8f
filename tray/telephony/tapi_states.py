"""What Windows telephony can tell, and how it is doing, in the user's words.

It names no line, because names of lines can hold numbers.
"""

from __future__ import annotations

from tray.telephony.base import Ability, SourceState
from tray.telephony.line_source import TRYING_AGAIN
from tray.telephony.tapi_session import SERVICE_GONE, TapiSession
from tray.texts import Text, joined, translate

REPORTS = (
    Ability.INCOMING,
    Ability.OUTGOING,
    Ability.CONNECTED,
    Ability.ENDED,
    Ability.HELD,
    Ability.NUMBER,
    Ability.NAME,
    Ability.CAUSE,
    Ability.DIAL,
)
ASKING = translate("Phones", "Asking Windows for its telephony lines.")
NOT_HERE = translate("Phones", "Telephony lines of Windows are there on Windows only.")
FAULT = translate("Phones", "An internal fault; see the log file.")
NO_LIBRARY = translate("Phones", "Windows telephony is not installed.")
_NOT_RUNNING = translate("Phones", "The service Telephony of Windows is not running.")
_NOT_READY = translate("Phones", "Windows telephony is not ready.")
_NO_LINES = translate("Phones", "Windows has no telephony line for calls; the driver of a telephone system brings one.")
_NOT_FOUND = translate("Phones", "None of the lines in sources.tapi.lines is there.")
_NOT_OPEN = translate("Phones", "The telephony lines do not open.")
_LISTENING = translate("Phones", "Listening to the telephony lines of Windows.")
_SOME_ABSENT = translate("Phones", "Some of the lines in sources.tapi.lines are not there.")
_SOME_CLOSED = translate("Phones", "Some lines do not open.")


def state_with(session: TapiSession) -> tuple[SourceState, Text]:
    """The state while there is a session."""
    if session.open_lines:
        limits = (_SOME_ABSENT if session.absent else "", _SOME_CLOSED if session.missing() else "")
        return SourceState.CONNECTED, joined(_LISTENING, *limits)
    if session.missing():
        return SourceState.WAITING, joined(_NOT_OPEN, TRYING_AGAIN)
    return SourceState.WAITING, _NOT_FOUND if session.has_voice_lines else _NO_LINES


def words_of(code: int) -> Text:
    """Why there is no session, by the error that ended it or kept it from beginning."""
    return _NOT_RUNNING if code in SERVICE_GONE else _NOT_READY
