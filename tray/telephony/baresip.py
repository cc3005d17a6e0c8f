"""The source that listens to baresip through its module ctrl_tcp, and dials with it.

baresip serves one control client, tells nothing about what went before, and silently forgets a client when a newer one
comes. So this source asks for the calls whenever it has connected, asks again after half a minute of silence, and takes
the silence that follows as the sign to connect anew. A line that is back within `grace_s` loses no call that is still
up; calls end as lost when it stays away longer or when they are gone on return.
Protocol: the documentation comments of baresip's ctrl_tcp module, and measurements against baresip 1.0.0.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tray.errors import InvalidInput, Offline, SourceFailed
from tray.telephony.baresip_calls import SOURCE, BaresipCalls
from tray.telephony.baresip_control import Answer, BaresipControl
from tray.telephony.baresip_words import current_account
from tray.telephony.base import Ability, Failed, Report, SourceState, StatusChanged
from tray.telephony.connection import Timing, WrongPeer
from tray.telephony.line_source import TRYING_AGAIN, LineSource
from tray.telephony.netstring import NetstringError
from tray.texts import joined, translate

_DIALLABLE = re.compile(r"\+?[0-9]{1,32}|sips?:[A-Za-z0-9+._~%-]{1,64}@[A-Za-z0-9.:\[\]-]{1,255}")
_COMMANDS = {
    "dial": translate("Phones", "dial"),
    "accept": translate("Phones", "accept the call"),
    "hangup": translate("Phones", "hang up"),
}
_HINT = translate("Phones", "Start baresip with the module ctrl_tcp, and check the address in the settings.")


@dataclass(frozen=True, slots=True)
class BaresipTiming:
    """Waiting times in seconds: of the line; for an answer; before a silent line is probed; before calls are lost."""

    line: Timing = field(default_factory=Timing)
    reply_s: float = 5.0
    probe_s: float = 30.0
    grace_s: float = 5.0


class BaresipSource(LineSource):
    """One baresip, by the address of its ctrl_tcp. Arguments as those of `LineSource`, but `timing`."""

    name = SOURCE
    phone = "baresip"
    reports = (
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

    def __init__(
        self,
        address: str,
        report: Report,
        clock: Callable[[], float] = time.monotonic,
        *,
        jitter: random.Random | None = None,
        changed: StatusChanged = lambda: None,
        timing: BaresipTiming | None = None,
    ) -> None:
        self._timing = timing or BaresipTiming()
        super().__init__(address, report, clock, jitter=jitter, changed=changed, line=self._timing.line)
        self._calls = BaresipCalls()
        self._control = BaresipControl(self._line.send, self._timing.reply_s, clock)
        self._heard = 0.0
        self._lost_at: float | None = None
        self._after_drop = False
        self._listing = False
        self._dial_checks: list[tuple[float, int, Failed]] = []

    def dial(self, number: str, failed: Failed) -> None:
        """Let baresip dial; returns at once, and the call shows itself by its facts.

        Args:
            number: digits with or without a leading plus, or a SIP address.
            failed: called on the source's thread where baresip refuses, or begins no call.

        Raises:
            InvalidInput: baresip must not be given that text.
            Offline: baresip is not connected.
        """
        if not _DIALLABLE.fullmatch(number):
            raise InvalidInput(translate("Phones", "This number cannot be given to baresip."))
        self._need_line()
        self._line.post(lambda: self._dial(number, failed))

    def accept(self, call_id: str, failed: Failed) -> None:
        """Answer the call that was reported under this id. Errors as in `dial`."""
        self._need_line()
        self._line.post(lambda: self._command("accept", call_id, failed))

    def hang_up(self, call_id: str, failed: Failed) -> None:
        """End, refuse or cancel the call that was reported under this id. Errors as in `dial`."""
        self._need_line()
        self._line.post(lambda: self._command("hangup", call_id, failed))

    # The line's thread, from here on.

    def opened(self) -> None:
        """Ask for the calls: the answer proves that this is baresip, and that it listens to us."""
        self._control.begin()
        self._heard = self._clock()
        self._list_calls()

    def received(self, data: bytes) -> None:
        """Take the next bytes of the control line."""
        self._heard = self._clock()
        try:
            for values in self._control.feed(data):
                self._tell(self._calls.event(values, self._clock()))
                if self._calls.hold_unknown:
                    self._list_calls()
        except NetstringError as error:
            raise WrongPeer(
                translate("Phones", "What answers at {address} is not baresip's ctrl_tcp.").format(
                    address=self._line.address
                )
            ) from error
        self._plan()

    def closed(self, reason: str, *, wrong_peer: bool) -> None:
        """Keep the calls for a moment; fail what was asked."""
        self._listing = False
        self._after_drop = True
        if self._calls and self._lost_at is None:
            self._lost_at = self._clock() + self._timing.grace_s
        self._set(SourceState.ERROR if wrong_peer else SourceState.WAITING, joined(reason, TRYING_AGAIN))
        self._control.end()
        self._plan()

    def alarm(self) -> None:
        """Something is due: a reply that did not come, a probe, a dial without a call, or calls that are lost."""
        now = self._clock()
        if self._lost_at is not None and now >= self._lost_at:
            self._lost_at = None
            self._tell(self._calls.lose_all(now))
        if self._control.reply_due is not None and now >= self._control.reply_due:
            self._line.drop(
                translate(
                    "Phones", "baresip at {address} does not answer; another program may have taken its line."
                ).format(address=self._line.address)
            )
            return
        overdue = [check for check in self._dial_checks if now >= check[0]]
        self._dial_checks = [check for check in self._dial_checks if now < check[0]]
        for _, seen, failed in overdue:
            self._check_dialled(seen, failed)
        if self._is_up() and now >= self._heard + self._timing.probe_s:
            self._list_calls()
        self._plan()

    def stopping(self) -> None:
        """Nobody will hear the ends any more."""
        self._tell(self._calls.lose_all(self._clock()))

    def _ask(self, command: str, params: str, answer: Answer) -> None:
        self._control.ask(command, params, answer)
        self._plan()

    def _list_calls(self) -> None:
        """Ask for the current account and its calls."""
        self._calls.hold_unknown = False
        if self._listing:
            return
        self._listing = True
        self._ask("reginfo", "", self._list_of_account)

    def _list_of_account(self, ok: bool, text: str) -> None:
        account = current_account(text) if ok else None
        seen = self._calls.incoming_seen
        self._ask("listcalls", "", lambda fine, calls: self._take_list(fine, calls, account, seen))

    def _take_list(self, ok: bool, text: str, account: str | None, seen: int) -> None:
        self._listing = False
        if not self._control.is_open:
            return
        if seen != self._calls.incoming_seen:
            self._list_calls()  # a call between the two answers may have changed the current account
            return
        if ok:
            self._tell(self._calls.listed(text, account, self._clock(), after_drop=self._after_drop))
        self._after_drop = False
        self._lost_at = None
        self._line.proven()
        if not self._is_up():
            limits = translate("Phones", "Its module menu is missing, so that it can neither dial nor list its calls.")
            self._is_connected("" if ok else limits)

    def _dial(self, number: str, failed: Failed) -> None:
        seen = self._calls.outgoing_seen

        def answered(ok: bool, text: str) -> None:
            if not ok:
                failed(_refused("dial", text))
            else:
                self._dial_checks.append((self._clock() + self._timing.reply_s, seen, failed))

        self._ask("dial", number, answered)

    def _check_dialled(self, seen: int, failed: Failed) -> None:
        """baresip says ok to a dial that begins nothing, so only the call itself proves it."""
        if self._calls.outgoing_seen == seen:
            failed(
                SourceFailed(
                    translate("Phones", "baresip did not begin a call."),
                    hint=translate("Phones", "Check that baresip has a working account."),
                )
            )

    def _command(self, command: str, call_id: str, failed: Failed) -> None:
        sip_id = self._calls.sip_id(call_id)
        if sip_id is None or not sip_id.isprintable():
            failed(SourceFailed(translate("Phones", "baresip has no such call any more.")))
            return

        def done(ok: bool, text: str) -> None:
            if not ok:
                failed(_refused(command, text))

        def found(ok: bool, text: str) -> None:
            if ok:
                self._ask(command, sip_id, done)
            else:
                failed(_refused(command, text))

        self._ask("callfind", sip_id, found)

    def _need_line(self) -> None:
        if not self._is_up():
            raise Offline(translate("Phones", "baresip is not connected."), hint=_HINT)

    def _plan(self) -> None:
        """Wake up for the next thing that can become due, and for nothing else."""
        due = [self._control.reply_due, self._lost_at, *(check[0] for check in self._dial_checks)]
        if self._is_up() and not self._listing:
            due.append(self._heard + self._timing.probe_s)
        self._line.wake_at(min((instant for instant in due if instant is not None), default=None))


def _refused(command: str, text: str) -> SourceFailed:
    return SourceFailed(
        translate("Phones", "baresip refused to {command}.").format(command=_COMMANDS.get(command, command)),
        hint=_HINT if not text else "",
    )
