"""The telephony lines of Windows as the running tray sees them: which there are, how to name them, which are heard.

Names of lines come from their drivers and often hold numbers: they are redacted with the rest of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tray.doctor.model import Area, Finding, Level, Part, Scene, word

_PERMANENT_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8}", re.IGNORECASE)
_STATES = {
    (True, True): (Level.OK, "is listened to"),
    (True, False): (Level.ATTENTION, "should be listened to, but does not open"),
    (False, False): (Level.OK, "is not chosen"),
    (False, True): (Level.OK, "is being closed"),
}
_CLOSED = "Look whether your phone system's driver lets this user use the line, or choose others in Connect my phone."


def lines(scene: Scene) -> Iterable[Finding]:
    """One line of the report for each telephony line."""
    found = scene.status.get("telephony_lines") if scene.status is not None else None
    for line in found if isinstance(found, list) else []:
        if isinstance(line, Mapping):
            yield _told(line)


def _told(line: Part) -> Finding:
    name, line_id = word(line, "name"), word(line, "line_id")
    level, state = _STATES[line.get("chosen") is True, line.get("open") is True]
    permanent = f" Permanent id {line_id}." if _PERMANENT_ID.fullmatch(line_id) else ""
    advice = _CLOSED if level is Level.ATTENTION else ""
    return Finding(Area.PHONES, level, f'tapi: the line "{name}" {state}.', advice, permanent)
