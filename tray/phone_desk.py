"""Helping the user to connect a phone: what to enter, who is heard, and what can be switched for it.

It acts for one window and decides nothing about calls.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tray.control_verbs import ControlVerbs
from tray.errors import CtiError
from tray.listening_post import Listener, ListeningPost
from tray.paths import machine_folder
from tray.phones import Phones, TeamsWires
from tray.teams_talk import kept_token
from tray.telephony.base import SourceState
from tray.telephony.listened import LineState, LineView, Listened
from tray.telephony.own_address import lan_url
from tray.telephony.recipe import Places
from tray.telephony.tapi_model import TapiLine, is_named
from tray.telephony.tapi_source import TapiSource
from tray.telephony.teams import TeamsSource
from tray.worker import Worker

if TYPE_CHECKING:
    from tray.wiring import Tray


class PhoneDesk:
    """Implements `tray.interfaces.PhoneCommands`. Every method may be called from any thread and returns at once."""

    def __init__(
        self, folder: Path, phones: Phones, post: ListeningPost, receiver_on: bool, failed: Callable[[Exception], None]
    ) -> None:
        self._folder = folder
        self._phones = phones
        self._post = post
        self._receiver_on = receiver_on
        self._worker = Worker("phone desk", failed, lambda: None)

    def places(self) -> Places:
        """What is entered in phones, as it is now."""
        keys, lan = self._phones.receiver.keys, self._phones.lan
        status = lan.status()
        parts = urlsplit(lan_url(lan.settings.address))
        return Places(
            program=str(_program()),
            port=keys.port,
            token=keys.token,
            receiver_on=self._receiver_on,
            lan_host=parts.netloc.rpartition(":")[0],
            lan_port=int(parts.netloc.rpartition(":")[2]),
            lan_token=keys.lan_token,
            lan_on=status.state in {SourceState.CONNECTED, SourceState.WAITING},
            lan_detail=status.detail,
            lan_allowed=lan.settings.allowed,
        )

    def listen(self, take: Listener) -> Callable[[], None]:
        """Hear what phones say from now on, on any thread, until what is given back is called."""
        return self._post.listen(take)

    def switch_lan(self, *, on: bool, allowed: str, answer: Callable[[Places | CtiError], None]) -> None:
        """Listen for these phones or stop, now and after the next start; always answers, once."""

        def switch() -> None:
            try:
                self._switch(on, tuple(filter(None, re.split(r"[\s,;]+", allowed))))
            except CtiError as error:
                answer(error)
            else:
                answer(self.places())

        self._worker.do(switch)

    def listened(self) -> Listened:
        """How it is now with Teams, and with the telephony lines of Windows."""
        phones = self._phones
        status = {status.name: status for status in phones.statuses()}
        teams, lines = status[TeamsSource.name], status[TapiSource.name]
        chosen = phones.chosen_lines
        return Listened(
            pairing=phones.teams_pairing,
            reached=teams.state is SourceState.CONNECTED,
            teams_detail=teams.detail,
            all_lines=None if chosen is None else not chosen,
            hears_lines=lines.state is SourceState.CONNECTED,
            lines_detail=lines.detail,
            lines=() if chosen is None else _lines(phones.telephony_lines(), chosen),
        )

    def unheard(self, source: str) -> str:
        """Why nothing can be heard from this source now, in a sentence; "" where it listens."""
        status = next(status for status in self._phones.statuses() if status.name == source)
        return "" if status.state is SourceState.CONNECTED else status.detail

    def pair_teams(self) -> None:
        """The user wants Teams to be paired; `listened` tells what comes of it."""
        self._worker.do(self._phones.pair_teams)

    def choose_lines(self, lines: tuple[str, ...], answer: Callable[[Listened | CtiError], None]) -> None:
        """Listen to these telephony lines, now and after the next start; always answers, once."""

        def choose() -> None:
            try:
                self._set({"sources.tapi.lines": lines})
            except CtiError as error:
                answer(error)
            else:
                self._phones.choose_lines(lines)
                answer(self.listened())

        self._worker.do(choose)

    def stop(self) -> None:
        """Do what was asked, and end."""
        self._worker.stop()

    def _switch(self, on: bool, allowed: tuple[str, ...]) -> None:
        self._set({"sources.lan.allowed": allowed, "sources.lan.enabled": on})
        self._phones.lan.apply(replace(self._phones.lan.settings, enabled=on, allowed=allowed))

    def _set(self, values: Mapping[str, object]) -> None:
        from tray.config_write import set_value  # its library takes long to load, and few ever need it

        for name, value in values.items():
            set_value(self._folder, name, value, machine_folder())


def open_phones(tray: Tray) -> tuple[Phones, PhoneDesk]:
    """What the running tray hears, and what helps the user to connect it."""
    post = ListeningPost(tray.reader)
    config = tray.loaded.config
    phones = Phones(
        tray.folder,
        config,
        tray.reader,
        post.before(tray.core.report),
        ControlVerbs(tray),
        tray.when_kept,
        tray.phones_changed,
        tell=post.remarked,
        teams=TeamsWires(tray.teams.client, kept_token(tray.folder)),
    )
    return phones, PhoneDesk(tray.folder, phones, post, config.sources.receiver.enabled, tray.failed)


def _lines(lines: tuple[TapiLine, ...], chosen: tuple[str, ...]) -> tuple[LineView, ...]:
    """The lines that are there, then those that are chosen and not there."""

    def views() -> Iterator[LineView]:
        for line in lines:
            wanted = not chosen or is_named(chosen, line.line_id, line.name)
            state = LineState.OPEN if line.open else LineState.CLOSED
            yield LineView(line.name, line.line_id, state if wanted else LineState.IGNORED)
        for name in chosen:
            if not any(is_named((name,), line.line_id, line.name) for line in lines):
                yield LineView(name, name, LineState.ABSENT)

    return tuple(views())


def _program() -> Path:
    """Where `cti-event` was installed: beside the interpreter that runs this."""
    return Path(sys.executable).with_name("cti-event.exe" if sys.platform == "win32" else "cti-event")
