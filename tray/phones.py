"""The sources that config.toml enables, and dialling through them: made, started and ended together.

It decides nothing about calls; facts go straight from a source into the core's queue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from tray.activity.recovery import LostCall
from tray.activity.rows import SAME_CALL_S
from tray.calls.numbers import NumberReader
from tray.config_model import Config
from tray.config_schema import DialMethod
from tray.errors import CtiError, SourceFailed
from tray.opener import open_address
from tray.telephony.baresip import BaresipSource
from tray.telephony.base import Failed, Report, Source, SourceState, SourceStatus
from tray.telephony.dialling import Dialler, DialSettings, Phone, make_dialler
from tray.telephony.fritzbox import FritzBoxSource
from tray.telephony.line_source import LineSource
from tray.telephony.receiver import Receiver
from tray.telephony.receiver_api import SOURCE, Control, Kept
from tray.telephony.receiver_calls import FormerCall
from tray.telephony.tapi_model import TapiLine
from tray.telephony.tapi_source import TapiSource
from tray.texts import joined, translate
from tray.views import Notice

_Part = TypeVar("_Part")
_OPTIONAL: tuple[type[LineSource | TapiSource], ...] = (BaresipSource, FritzBoxSource, TapiSource)


class Phones:
    """All sources of this machine.

    Args:
        folder: the data folder.
        config: which sources there are.
        reader: reads numbers to dial.
        report: takes the facts.
        control: runs the verbs of the command line.
        kept: tells when the reports so far are safe on disk.
        changed: called when the state of a source became another, on its thread.
    """

    def __init__(
        self,
        folder: Path,
        config: Config,
        reader: NumberReader,
        report: Report,
        control: Control,
        kept: Kept,
        changed: Callable[[], None],
    ) -> None:
        sources = config.sources
        self.receiver = Receiver(
            folder, report, port=sources.receiver.port, enabled=sources.receiver.enabled, control=control, kept=kept
        )
        self._sources: list[Source] = [self.receiver]
        self._problems: list[CtiError] = []
        self._baresip: BaresipSource | None = None
        self._fritzbox: FritzBoxSource | None = None
        if sources.baresip.enabled:
            self._baresip = self._made(lambda: BaresipSource(sources.baresip.address, report, changed=changed))
        if sources.fritzbox.enabled:
            self._fritzbox = self._made(lambda: FritzBoxSource(sources.fritzbox.address, report, changed=changed))
        self._tapi = TapiSource(sources.tapi.lines, report, changed=changed) if sources.tapi.enabled else None
        self._sources += [each for each in (self._baresip, self._fritzbox, self._tapi) if each is not None]
        settings = DialSettings(config.dial.method, config.dial.template)
        phones: dict[DialMethod, Phone] = {}
        if self._baresip is not None:
            phones[DialMethod.BARESIP] = self._baresip
        if self._tapi is not None:
            phones[DialMethod.TAPI] = self._tapi
        self._dialler: Dialler | None = self._made(lambda: make_dialler(settings, reader, open_address, phones))

    def start(self, lost: Iterable[LostCall] = (), now: float = 0.0) -> None:
        """Start every source.

        Args:
            lost: the calls that a former process left open.
            now: the wall time.
        """
        self.receiver.start(_former_calls(lost, now))
        for source in self._sources:
            if source is not self.receiver:
                source.start()

    def stop(self) -> None:
        """End every source."""
        for source in self._sources:
            source.stop()

    def retry_now(self) -> None:
        """Try to reach phones that are away, at once."""
        for source in (self._baresip, self._fritzbox, self._tapi):
            if source is not None:
                source.retry_now()

    def statuses(self) -> list[SourceStatus]:
        """The state of every source there is, those included that are switched off."""
        known = [source.status() for source in self._sources]
        made = {status.name for status in known}
        return known + [_switched_off(source) for source in _OPTIONAL if source.name not in made]

    def telephony_lines(self) -> tuple[TapiLine, ...]:
        """The lines of Windows telephony as they were last seen; none where it is not listened to."""
        return self._tapi.lines() if self._tapi is not None else ()

    def dial(self, number: str, failed: Failed) -> None:
        """Begin to dial; returns at once.

        Raises:
            CtiError: the number or the phone does not allow it.
        """
        if self._dialler is None:
            raise SourceFailed(
                translate("Phones", "Dialling is not set up."), hint=translate("Phones", "Check [dial] in config.toml.")
            )
        self._dialler.dial(number, failed)

    def notices(self) -> list[Notice]:
        """What the user should know: settings that cannot be used, and sources that cannot work as they are set up."""
        broken = [status for status in self.statuses() if status.state is SourceState.ERROR]
        return [
            *(Notice(problem.title, problem.message, problem.hint) for problem in self._problems),
            *(Notice(problem.title, problem.message, problem.hint) for problem in self.receiver.problems),
            *(
                Notice(
                    SourceFailed.title,
                    joined(f"{status.name}:", status.detail),
                )
                for status in broken
            ),
        ]

    def _made(self, make: Callable[[], _Part]) -> _Part | None:
        """Make a part; one whose settings cannot be used is left out and told."""
        try:
            return make()
        except CtiError as error:
            self._problems.append(error)
            return None


def _former_calls(lost: Iterable[LostCall], now: float) -> list[FormerCall]:
    """Those calls of the receiver that the journal would still take up."""
    return [
        FormerCall(call.name.call_id, call.number, call.direction, call.answered, max(0.0, now - call.seen))
        for call in lost
        if call.name.source == SOURCE and abs(now - call.seen) <= SAME_CALL_S
    ]


def _switched_off(source: type[LineSource | TapiSource]) -> SourceStatus:
    detail = translate("Phones", "Switched off, or not set up: see [sources.{name}] in config.toml.").format(
        name=source.name
    )
    return SourceStatus(source.name, SourceState.OFF, detail, source.reports)
