"""The sources that config.toml enables, and dialling through them: made, started and ended together.

It decides nothing about calls; facts go straight from a source into the core's queue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tray.activity.recovery import LostCall
from tray.activity.rows import SAME_CALL_S
from tray.calls.numbers import NumberReader
from tray.config_model import Config, TeamsConfig
from tray.config_schema import DialMethod
from tray.dial_ways import DialWays
from tray.errors import CtiError, SourceFailed
from tray.links.model import Links
from tray.links.system import system_links
from tray.telephony.baresip import BaresipSource
from tray.telephony.base import Failed, Report, Source, SourceState, SourceStatus
from tray.telephony.dialling import Dialler, DialSettings, Phone, make_dialler
from tray.telephony.fritzbox import FritzBoxSource
from tray.telephony.heard import Tell, door_of, phone_of, tell_nobody
from tray.telephony.lan import SOURCE as LAN
from tray.telephony.lan import LanListener, LanSettings
from tray.telephony.line_source import LineSource
from tray.telephony.listened import Pairing
from tray.telephony.receiver import Receiver
from tray.telephony.receiver_api import SOURCE, Control, Kept
from tray.telephony.receiver_calls import FormerCall
from tray.telephony.tapi_model import TapiLine
from tray.telephony.tapi_source import TapiSource
from tray.telephony.teams import Talked, TeamsSource, TokenKept
from tray.texts import joined, translate
from tray.views import DialWay, Notice

_Part = TypeVar("_Part")
_OPTIONAL: tuple[type[LineSource | TapiSource], ...] = (BaresipSource, FritzBoxSource, TapiSource, TeamsSource)


@dataclass(frozen=True, slots=True)
class TeamsWires:
    """What Teams is connected to: who hears whether the user is in a call, and where the pairing is kept."""

    talked: Talked = lambda _talking, _at: None
    token: TokenKept = field(default_factory=TokenKept)


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
        links: the programs for links on this system.
        tell: hears what the doors for phones refused, and why.
        teams: what Teams is connected to.
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
        *,
        links: Links | None = None,
        tell: Tell = tell_nobody,
        teams: TeamsWires | None = None,
    ) -> None:
        sources = config.sources
        self.receiver = Receiver(
            folder,
            report,
            port=sources.receiver.port,
            enabled=sources.receiver.enabled,
            control=control,
            kept=kept,
            tell=tell,
        )
        self.lan = LanListener(
            LanSettings(sources.lan.enabled, sources.lan.address, sources.lan.allowed),
            lambda: self.receiver.keys,
            report,
            kept=kept,
            changed=changed,
            tell=tell,
        )
        self._sources: list[Source] = [self.receiver, self.lan]
        self._problems: list[CtiError] = []
        self._baresip: BaresipSource | None = None
        self._fritzbox: FritzBoxSource | None = None
        if sources.baresip.enabled:
            self._baresip = self._made(lambda: BaresipSource(sources.baresip.address, report, changed=changed))
        if sources.fritzbox.enabled:
            self._fritzbox = self._made(lambda: FritzBoxSource(sources.fritzbox.address, report, changed=changed))
        self._tapi = TapiSource(sources.tapi.lines, report, changed=changed) if sources.tapi.enabled else None
        self._teams = self._made(lambda: _teams(sources.teams, teams or TeamsWires(), changed))
        found = (self._baresip, self._fritzbox, self._tapi, self._teams)
        self._sources += [source for source in found if source is not None]
        self.dial_settings = settings = DialSettings(config.dial.method, config.dial.template)
        phones: dict[DialMethod, Phone] = {}
        if self._baresip is not None:
            phones[DialMethod.BARESIP] = self._baresip
        if self._tapi is not None:
            phones[DialMethod.TAPI] = self._tapi
        self._ways = DialWays(settings, reader, links or system_links(), self.statuses)
        open_address = self._ways.open_address
        self._dialler: Dialler | None = self._made(lambda: make_dialler(settings, reader, open_address, phones))

    def start(self, lost: Iterable[LostCall] = (), now: float = 0.0) -> None:
        """Start every source.

        Args:
            lost: the calls that a former process left open.
            now: the wall time.
        """
        left = list(lost)
        self.receiver.start(_former_calls(left, now, SOURCE))
        self.lan.start(_former_calls(left, now, LAN))
        for source in self._sources:
            if source not in {self.receiver, self.lan}:
                source.start()

    def stop(self) -> None:
        """End every source."""
        for source in self._sources:
            source.stop()

    def retry_now(self) -> None:
        """Try to reach phones that are away, at once."""
        for source in (self._baresip, self._fritzbox, self._tapi, self._teams):
            if source is not None:
                source.retry_now()

    def statuses(self) -> list[SourceStatus]:
        """The state of every source there is, those included that are switched off."""
        known = {source.name: source.status() for source in self._sources}
        lines = {source.name: known.get(source.name) or _switched_off(source) for source in _OPTIONAL}
        others = {name: status for name, status in known.items() if name not in lines}
        return [*others.values(), *lines.values()]

    @property
    def teams_pairing(self) -> Pairing | None:
        """How far this machine and Teams are with one another; None where Teams is switched off."""
        return None if self._teams is None else self._teams.pairing

    def pair_teams(self) -> None:
        """The user wants Teams to be paired: Teams asks them in the call that goes on, else in the next one.

        Raises:
            SourceFailed: Teams is not listened to.
        """
        if self._teams is None:
            raise SourceFailed(
                translate("Phones", "Teams is switched off."),
                hint=translate("Phones", "Enable it under [sources.teams] in config.toml."),
            )
        self._teams.pair()

    def telephony_lines(self) -> tuple[TapiLine, ...]:
        """The lines of Windows telephony as they were last seen; none where it is not listened to."""
        return self._tapi.lines() if self._tapi is not None else ()

    @property
    def chosen_lines(self) -> tuple[str, ...] | None:
        """Permanent ids or names of the lines to listen to, empty for all; None where they are not listened to."""
        return None if self._tapi is None else self._tapi.chosen

    def choose_lines(self, lines: tuple[str, ...]) -> None:
        """Listen to these telephony lines from now on, by permanent id or name; to all where there is none."""
        if self._tapi is not None:
            self._tapi.choose(lines)

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

    def dial_way(self, text: str) -> DialWay:
        """How a number (or, for "", any) would be dialled, and what stands in the way; it may wait for the system."""
        return self._ways.way(text)

    def check_dialling(self) -> None:
        """Look whether the system sends what is dialled back to the tray; it may wait for the system.

        Raises:
            Refused: it does.
        """
        self._ways.check()

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


def _former_calls(lost: Iterable[LostCall], now: float, source: str) -> list[FormerCall]:
    """Those calls of this source that the journal would still take up."""
    return [
        FormerCall(
            call.name.call_id,
            call.number,
            call.direction,
            call.answered,
            max(0.0, now - call.seen),
            phone_of(call.name.source),
        )
        for call in lost
        if door_of(call.name.source) == source and abs(now - call.seen) <= SAME_CALL_S
    ]


def _teams(settings: TeamsConfig, wires: TeamsWires, changed: Callable[[], None]) -> TeamsSource | None:
    if not settings.enabled:
        return None
    return TeamsSource(settings.address, wires.talked, token=wires.token, changed=changed)


def _switched_off(source: type[LineSource | TapiSource]) -> SourceStatus:
    detail = translate("Phones", "Switched off, or not set up: see [sources.{name}] in config.toml.").format(
        name=source.name
    )
    return SourceStatus(source.name, SourceState.OFF, detail, source.reports)
