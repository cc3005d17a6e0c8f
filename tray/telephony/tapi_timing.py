"""The waiting times of Windows telephony, in one place, so that tests can be quick."""

from __future__ import annotations

from dataclasses import dataclass, field

from tray.telephony.connection import Timing


@dataclass(frozen=True, slots=True)
class TapiTiming:
    """Waiting times, in seconds where the name does not say otherwise.

    `retry` lies between attempts to reach the service or to open a line, `message_ms` is the longest wait for one
    message and thereby for a stop. A command without outcome has failed after `reply_s`; a service that said nothing
    for `probe_s` is asked whether it is there; and a session that lasted `proven_s` is one that works.
    """

    retry: Timing = field(default_factory=Timing)
    message_ms: int = 1000
    reply_s: float = 30.0
    probe_s: float = 60.0
    proven_s: float = 10.0
