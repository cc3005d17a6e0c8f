"""Links that ask to dial, in the whole tray of this process: what is asked, and that one answer dials one call."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.screen import PATIENCE_S, HandClock, Screen
from tests.core.test_tray import ADATUM, ROW, Bench
from tests.display import wait_until
from tray.calls.model import CallEvent, CallState, Direction
from tray.config import LoadedConfig
from tray.config_model import Config, DialConfig
from tray.config_schema import DialMethod
from tray.control import ask
from tray.dial_requests import LIFE_S, MOST_A_MINUTE, DialRequests
from tray.errors import CtiError, InvalidInput, Refused
from tray.outgoing import COMES_BACK_S, TWICE_S, Outgoing
from tray.phones import Phones
from tray.telephony.dialling import DialSettings
from tray.views import DialRequestView, DialWay

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="dials through xdg-open")

LINK = "tel:020-555-0101"
BY_SIP = LoadedConfig(replace(Config(), dial=DialConfig(DialMethod.TEMPLATE, "sip:{number}@pbx.example")))


class Asking:
    """A tray that dials by `sip:` addresses, with a clock of its own for requests, and what the system was given."""

    def __init__(self, bench: Bench, notes: Path) -> None:
        self.bench = bench
        self.screen = bench.screen
        self.clock = HandClock()
        tray = bench.tray
        self.requests = DialRequests(
            tray.outgoing,
            tray.reader,
            tray.phones.dial_settings,
            tray._owner_of,
            bench.screen,
            tray.notices.refused,
            lambda: self.clock.now,
        )
        self._notes = notes

    @property
    def views(self) -> list[DialRequestView]:
        return [view for view in self.screen.of("show_dial_request") if isinstance(view, DialRequestView)]

    @property
    def opened(self) -> list[str]:
        return self._notes.read_text().splitlines() if self._notes.exists() else []

    def ask(self, link: str = LINK) -> CtiError | None:
        """Open a link; gives what stands in the way."""
        done, refusals = threading.Event(), []

        def work() -> None:
            try:
                self.requests.ask(link)
            except CtiError as error:
                refusals.append(error)
            done.set()

        self.bench.tray.core.run(work)
        assert done.wait(PATIENCE_S)
        return refusals[0] if refusals else None

    def answer(self, request: str, *, dial: bool) -> None:
        self.bench.tray.core.run(lambda: self.requests.answer(request, dial=dial))
        self.bench.settle()


@pytest.fixture
def asking(tmp_path: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asking]:
    monkeypatch.setenv("PYSTRAY_BACKEND", "dummy")
    programs, notes = tmp_path / "programs", tmp_path / "notes"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(f"#!/bin/sh\necho \"$1\" >> '{notes}'\n")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    bench = Bench(tmp_path / "home", screen, BY_SIP)
    bench.folder.mkdir()
    bench.start()
    yield Asking(bench, notes)
    bench.tray.close()


def test_a_link_asks_with_the_name_of_the_directory_and_one_answer_dials_once(asking: Asking) -> None:
    asking.bench.load()
    asking.bench.map(ROW)
    assert asking.ask(f"{LINK};ext=12") is None
    (view,) = asking.views
    assert (view.name, view.number_text, view.key_in) == ("Adatum", "020 555 0101", "12")
    assert asking.opened == []
    for _ in range(5):
        asking.answer(view.request, dial=True)
    wait_until(lambda: asking.opened, what="the dialled number")
    asking.bench.tray.close()
    assert asking.opened == [f"sip:{ADATUM.replace('+', '%2B')}@pbx.example"]
    assert [card.name for card in asking.screen.cards][:1] == ["Adatum"]
    assert len({card.call for card in asking.screen.cards}) == 1


def test_the_request_shows_the_extension_that_a_tel_link_of_the_tray_takes_along(asking: Asking) -> None:
    tray = asking.bench.tray
    by_tel = DialRequests(
        *(tray.outgoing, tray.reader, DialSettings(DialMethod.TEL), tray._owner_of, asking.screen),
        *(tray.notices.refused, lambda: asking.clock.now),
    )
    tray.core.run(lambda: by_tel.ask(f"{LINK};ext=12;postd=3"))
    asking.bench.settle()
    assert [(view.extension, view.key_in) for view in asking.views] == [("12", "3")]


def test_cancel_dials_nothing_and_neither_does_a_click_after_it(asking: Asking) -> None:
    asking.ask()
    (view,) = asking.views
    asking.answer(view.request, dial=False)
    asking.answer(view.request, dial=True)
    asking.answer("made up", dial=True)
    assert asking.screen.cards == []


def test_a_newer_link_takes_the_place_of_an_older_one(asking: Asking) -> None:
    asking.ask("tel:020-555-0101")
    asking.ask("tel:020-555-0102")
    first, second = asking.views
    asking.answer(first.request, dial=True)
    assert asking.screen.cards == []
    asking.answer(second.request, dial=True)
    assert {card.number for card in asking.screen.cards} == {"+31205550102"}


def test_the_same_link_again_is_the_same_request(asking: Asking) -> None:
    asking.ask()
    asking.ask("callto:+31205550101")
    first, second = asking.views
    assert first == second


def test_a_request_that_nobody_answered_in_time_is_worth_nothing(asking: Asking) -> None:
    asking.ask()
    asking.clock.now += LIFE_S + 0.001
    asking.answer(asking.views[0].request, dial=True)
    assert asking.screen.cards == []
    asking.ask()
    assert asking.views[1].request != asking.views[0].request


def test_so_many_requests_come_in_a_minute_and_no_more(asking: Asking) -> None:
    refusals = [asking.ask(f"tel:02055501{number:02}") for number in range(50)]
    assert [refusal is None for refusal in refusals] == [True] * MOST_A_MINUTE + [False] * (50 - MOST_A_MINUTE)
    assert all(isinstance(refusal, Refused) for refusal in refusals[MOST_A_MINUTE:])
    assert len(asking.views) == MOST_A_MINUTE
    assert asking.screen.notices == []
    asking.clock.now += 60 / MOST_A_MINUTE
    assert asking.ask() is None
    assert asking.ask() is not None


def test_a_link_that_cannot_be_dialled_is_told_to_the_user_but_not_for_ever(asking: Asking) -> None:
    refusals = [asking.ask("tel:0800FLOWERS") for _ in range(50)]
    assert isinstance(refusals[0], InvalidInput)
    assert len(asking.screen.notices) == MOST_A_MINUTE
    assert asking.screen.notices[0].title == "A link was not dialled"
    assert "Letters" in asking.screen.notices[0].text
    assert asking.views == []


def test_a_number_that_was_handed_to_the_system_as_a_link_is_known_when_it_comes_back(
    asking: Asking, tmp_path: Path
) -> None:
    """The program that the system names keeps the number for a while, and then gives it to the tray."""
    tray, clock, failures = asking.bench.tray, HandClock(), []
    phones = Phones(
        tmp_path / "other",
        replace(Config(), dial=DialConfig(DialMethod.TEMPLATE, "callto:{number}")),
        tray.reader,
        tray.core.report,
        lambda verb, _: {"verb": verb},
        lambda done: done(),
        lambda: None,
    )
    outgoing = Outgoing(tray.core, phones, tray.reader, lambda: clock.now, failures.append, asking.screen.show_notice)
    number, other = tray.reader.read("0205550101"), tray.reader.read("0205550102")
    loop, seen = Refused("a circle"), []

    def work() -> None:
        outgoing.dial_now("+31 20 555 0101")
        seen.extend(outgoing.came_back(each, loop) for each in (other, number, number))
        outgoing.dial_now("+31 20 555 0101")
        clock.now += COMES_BACK_S + 0.001
        seen.append(outgoing.came_back(number, loop))

    tray.core.run(work)
    asking.bench.settle()
    assert seen == [False, True, False, False]
    assert failures == [loop]


def test_a_link_for_a_number_that_a_phone_has_taken_is_the_users_own(asking: Asking, tmp_path: Path) -> None:
    tray, failures, seen = asking.bench.tray, list[CtiError](), list[bool]()
    phones = Phones(
        *(tmp_path / "other", replace(Config(), dial=DialConfig(DialMethod.TEMPLATE, "callto:{number}"))),
        *(tray.reader, tray.core.report, lambda verb, _: {"verb": verb}, lambda done: done(), lambda: None),
    )
    outgoing = Outgoing(tray.core, phones, tray.reader, lambda: 1.0, failures.append, asking.screen.show_notice)
    number = tray.reader.read(ADATUM)
    tray.core.run(lambda: outgoing.dial_now(ADATUM))
    asking.bench.settle()
    at = tray.clocks.monotonic()
    tray.core.report(CallEvent("receiver", "p1", CallState.DIALING, at, Direction.OUTGOING, number=ADATUM))
    tray.core.run(lambda: seen.append(outgoing.came_back(number, Refused("a circle"))))
    asking.bench.settle()
    assert (seen, failures) == ([False], [])


def test_a_double_click_on_a_number_dials_it_once(asking: Asking) -> None:
    tray, clock = asking.bench.tray, HandClock()
    outgoing = Outgoing(
        tray.core, tray.phones, tray.reader, lambda: clock.now, tray.notices.refused, asking.screen.show_notice
    )

    def calls_after(*numbers: str) -> int:
        for number in numbers:
            outgoing.dial(number)
        asking.bench.settle()
        return len({card.call for card in asking.screen.cards})

    assert calls_after(ADATUM, ADATUM) == 1
    assert calls_after("020 555 0102") == 2
    clock.now += TWICE_S
    assert calls_after("020 555 0102") == 3


def test_the_command_line_hands_over_links_and_is_told_why_one_is_refused(asking: Asking) -> None:
    folder = asking.bench.folder
    assert ask(folder, "open-link", {"link": LINK}) == {}
    assert len(asking.views) == 1
    with pytest.raises(Refused, match="Emergency"):
        ask(folder, "open-link", {"link": "tel:112"})
    with pytest.raises(InvalidInput, match="link: must be a text"):
        ask(folder, "open-link", {"link": 5})


def test_what_the_phone_cannot_pass_on_is_shown_when_the_call_begins(asking: Asking) -> None:
    asking.bench.ask("dial", number="020 555 0101 ext. 12,,34#")
    (notice,) = asking.screen.notices
    assert notice.title == "Key in after the answer"
    assert notice.text.startswith("12 34# ")
    assert {card.number for card in asking.screen.cards} == {ADATUM}


@pytest.mark.parametrize(
    ("dial", "number", "obstacle"),
    [
        (DialConfig(DialMethod.TEMPLATE, "sip:{number}"), "", ""),
        (DialConfig(DialMethod.TEMPLATE, "sip:{number}"), "112", "Emergency numbers are not dialled from here."),
        (DialConfig(DialMethod.BARESIP), "020 555 0101", "baresip is not enabled."),
        (DialConfig(DialMethod.TAPI), "020 555 0101", "Windows telephony is not enabled."),
        (DialConfig(DialMethod.TEAMS), "102", "Teams dials complete numbers only."),
        (DialConfig(DialMethod.TEAMS), "020 555 0101", ""),
    ],
)
def test_how_a_number_is_dialled_is_said_with_what_stands_in_the_way(
    tmp_path: Path, screen: Screen, dial: DialConfig, number: str, obstacle: str
) -> None:
    tray = Bench(tmp_path, screen, LoadedConfig(replace(Config(), dial=dial))).tray
    answers: list[DialWay] = []
    done = threading.Event()
    tray.dial_way(number, lambda way: (answers.append(way), done.set()))
    assert done.wait(PATIENCE_S)
    assert answers[0].how.endswith("dials.") or "through TAPI" in answers[0].how
    assert answers[0].obstacle.startswith(obstacle)
    assert bool(answers[0].obstacle) == bool(obstacle)
    tray.archive.stop()
