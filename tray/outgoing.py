"""Dialling for the user: the call opens at once, then the phone is asked, and what stands in the way is told."""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from tray.calls.model import CallEvent, CallState, Cause, PhoneNumber
from tray.calls.numbers import NumberReader, is_same
from tray.calls.tracker import DIAL_SOURCE
from tray.core import Core
from tray.errors import CtiError
from tray.phones import Phones
from tray.telephony.base import Failed
from tray.telephony.dial_reading import LINK_SCHEMES, read_dialled
from tray.telephony.dialling import left_to_key_in
from tray.texts import translate
from tray.views import Notice

COMES_BACK_S = 10.0
"""A link with a number that was handed to the system so recently is that number on its way back."""

TWICE_S = 2.0
"""Whoever asks for the same number again so soon has clicked twice and means one call."""

_MOST_REMEMBERED = 32


@dataclass(frozen=True, slots=True)
class _HandedOut:
    """A number that was given to the system as a link, when, its call, and what ends that."""

    call_id: str
    number: PhoneNumber
    at: float
    failed: Failed


class Outgoing:
    """Dials.

    Args:
        core: opens the call.
        phones: does the dialling.
        reader: reads numbers by the rules of this site.
        monotonic: the clock of the core.
        refused: told what stands in the way of something that the user asked for.
        tell: shows the user a notice.
    """

    def __init__(
        self,
        core: Core,
        phones: Phones,
        reader: NumberReader,
        monotonic: Callable[[], float],
        refused: Callable[[Exception], None],
        tell: Callable[[Notice], None],
    ) -> None:
        self._core = core
        self._phones = phones
        self._reader = reader
        self._monotonic = monotonic
        self._refused = refused
        self._tell = tell
        self._handed_out: deque[_HandedOut] = deque(maxlen=_MOST_REMEMBERED)
        self._clicked: tuple[str, float] | None = None

    def dial(self, number: str) -> None:
        """Dial a number, from any thread; what stands in the way is told in a notice. A double click dials once."""
        self._core.run(lambda: self._dial(number))

    def dial_now(self, text: str) -> str:
        """Dial a number as people write it, on the core's thread; gives the id of the call.

        Raises:
            CtiError: the number or the phone does not allow it.
        """
        wanted = read_dialled(text, self._reader)
        call_id = f"dial-{uuid.uuid4().hex[:12]}"

        def failed(error: CtiError) -> None:
            event = CallEvent(DIAL_SOURCE, call_id, CallState.ENDED, self._monotonic(), cause=Cause.FAILED)
            self._core.report(event)
            self._refused(error)

        # The phone's first report waits in the core's queue until this is done, so it finds the call.
        self._phones.dial(text, failed)
        settings = self._phones.dial_settings
        if settings.scheme in LINK_SCHEMES:
            self._handed_out.append(_HandedOut(call_id, wanted.number, self._monotonic(), failed))
        self._core.dial_now(call_id, wanted.number.key)
        key_in = left_to_key_in(settings, wanted)
        if key_in:
            self._tell(
                Notice(
                    translate("Outgoing", "Key in after the answer"),
                    translate("Outgoing", "{digits} belongs to the number, but cannot be dialled with it.").format(
                        digits=key_in
                    ),
                    translate("Outgoing", "Key it in on the phone when the other end asks for it."),
                )
            )
        return call_id

    def came_back(self, number: PhoneNumber, error: CtiError) -> bool:
        """Whether a link brings a number that was handed out just now; its call ends with the error then.

        A phone that has reported the call has it: then the link is the user's own, once more.
        """
        at, digits = self._monotonic(), self._reader.rules.match_digits
        for each in self._handed_out:
            is_recent = at - each.at <= COMES_BACK_S and is_same(each.number, number, digits)
            if is_recent and self._core.is_unheard(each.call_id):
                self._handed_out.remove(each)
                each.failed(error)
                return True
        return False

    def _dial(self, number: str) -> None:
        at = self._monotonic()
        if self._clicked is not None and self._clicked[0] == number and at - self._clicked[1] < TWICE_S:
            return
        try:
            self.dial_now(number)
        except CtiError as error:
            self._refused(error)
        else:
            self._clicked = number, at
