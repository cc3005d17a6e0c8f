from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.display import wait_until
from tray.calls.model import CallEvent
from tray.calls.numbers import NumberReader, NumberRules
from tray.config_model import (
    BaresipConfig,
    Config,
    DialConfig,
    FritzboxConfig,
    ReceiverConfig,
    SourcesConfig,
    TapiConfig,
    TeamsConfig,
)
from tray.config_schema import DialMethod
from tray.errors import CtiError, InvalidInput, Offline, Refused
from tray.phones import Phones
from tray.telephony.base import Ability, SourceState
from tray.telephony.listened import Pairing


def no_control(verb: str, arguments: dict[str, object]) -> dict[str, object]:
    pytest.fail(f"nobody asked for {verb} {arguments}")


def at_once(done: Callable[[], None]) -> None:
    done()


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Phones]:
    facts: list[CallEvent] = []

    def phones(sources: SourcesConfig | None = None, dial: DialConfig | None = None) -> Phones:
        config = replace(Config(), sources=sources or SourcesConfig(), dial=dial or DialConfig())
        reader = NumberReader(NumberRules(region="NL"))
        return Phones(tmp_path, config, reader, facts.append, no_control, at_once, lambda: None)

    return phones


def test_every_phone_is_listed_once_and_those_that_are_switched_off_say_so(make: Callable[..., Phones]) -> None:
    every = SourcesConfig(baresip=BaresipConfig(enabled=True), fritzbox=FritzboxConfig(enabled=True))
    for sources in (SourcesConfig(), every):
        names = [status.name for status in make(sources).statuses()]
        assert sorted(names) == ["baresip", "fritzbox", "lan", "receiver", "tapi", "teams"]
    switched_off = next(status for status in make().statuses() if status.name == "baresip")
    assert switched_off.state is SourceState.OFF
    assert "[sources.baresip] in config.toml" in switched_off.detail


def test_windows_telephony_is_off_elsewhere_and_says_why(make: Callable[..., Phones]) -> None:
    phones = make(dial=DialConfig(DialMethod.TAPI))
    phones.start()
    try:
        status = next(status for status in phones.statuses() if status.name == "tapi")
        assert (status.state, phones.telephony_lines(), phones.notices()) == (SourceState.OFF, (), [])
        assert "on Windows only" in status.detail
        assert Ability.DIAL in status.reports
        with pytest.raises(Offline, match="on Windows only"):
            phones.dial("020 555 0101", pytest.fail)
    finally:
        phones.stop()


def test_windows_telephony_can_be_switched_off(make: Callable[..., Phones]) -> None:
    phones = make(SourcesConfig(tapi=TapiConfig(enabled=False)), DialConfig(DialMethod.TAPI))
    status = next(status for status in phones.statuses() if status.name == "tapi")
    assert "[sources.tapi] in config.toml" in status.detail
    assert phones.telephony_lines() == ()
    with pytest.raises(CtiError, match="Windows telephony is not enabled"):
        phones.dial("020 555 0101", pytest.fail)


def test_phones_that_never_began_end_without_a_word(make: Callable[..., Phones]) -> None:
    phones = make(SourcesConfig(baresip=BaresipConfig(enabled=True), fritzbox=FritzboxConfig(enabled=True)))
    phones.retry_now()
    phones.stop()
    assert phones.notices() == []


def test_teams_is_paired_only_where_it_is_listened_to(make: Callable[..., Phones]) -> None:
    phones = make(SourcesConfig(teams=TeamsConfig(enabled=False)))
    assert phones.teams_pairing is None
    with pytest.raises(CtiError, match="Teams is switched off"):
        phones.pair_teams()
    assert "[sources.teams]" in phones.statuses()[-1].detail
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    phones = make(SourcesConfig(teams=TeamsConfig(address=address)))
    assert phones.teams_pairing is Pairing.NONE
    phones.start()
    try:
        phones.pair_teams()
        wait_until(lambda: phones.teams_pairing is Pairing.WAITING)
        assert phones.notices() == []
    finally:
        phones.stop()


def test_the_receiver_takes_commands_also_when_it_takes_no_events(make: Callable[..., Phones]) -> None:
    phones = make(SourcesConfig(receiver=ReceiverConfig(enabled=False)))
    phones.start()
    try:
        assert phones.receiver.address[0].startswith("http://127.0.0.1:")
        assert phones.statuses()[0].state is SourceState.OFF
        assert phones.notices() == []
    finally:
        phones.stop()


@pytest.mark.parametrize("address", ["nowhere", "127.0.0.1:99999", "http://box", "[::1", ""])
def test_an_address_that_cannot_be_one_is_told_and_the_other_phones_work(
    make: Callable[..., Phones], address: str
) -> None:
    phones = make(SourcesConfig(fritzbox=FritzboxConfig(enabled=True, address=address)))
    (notice,) = phones.notices()
    assert "sources.fritzbox" in notice.text
    phones.start()
    try:
        states = {status.name: status.state for status in phones.statuses()}
        assert (states["receiver"], states["fritzbox"]) == (SourceState.CONNECTED, SourceState.OFF)
    finally:
        phones.stop()


def test_a_template_that_dials_nothing_is_told_and_dialling_is_refused(make: Callable[..., Phones]) -> None:
    phones = make(dial=DialConfig(DialMethod.TEMPLATE, "javascript:{number}"))
    (notice,) = phones.notices()
    assert "dial.template" in notice.text
    with pytest.raises(CtiError, match="Dialling is not set up"):
        phones.dial("020 555 0101", pytest.fail)


@pytest.mark.parametrize(
    ("number", "error"), [("112", Refused), ("*21*0612345678#", Refused), ("hello", InvalidInput), ("", InvalidInput)]
)
def test_what_is_no_number_is_refused_before_any_phone_hears_of_it(
    make: Callable[..., Phones], number: str, error: type[CtiError]
) -> None:
    with pytest.raises(error):
        make().dial(number, pytest.fail)


def test_dialling_with_a_phone_that_is_not_enabled_says_so(make: Callable[..., Phones]) -> None:
    with pytest.raises(CtiError, match="baresip is not enabled"):
        make(dial=DialConfig(DialMethod.BARESIP)).dial("020 555 0101", pytest.fail)


def test_a_port_that_is_taken_is_told_in_the_status_and_to_the_user(make: Callable[..., Phones]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        phones = make(SourcesConfig(receiver=ReceiverConfig(port=taken.getsockname()[1])))
        phones.start()
        try:
            status = phones.statuses()[0]
            assert status.state is SourceState.CONNECTED
            assert "is taken by another program" in status.detail
            (notice,) = phones.notices()
            assert str(taken.getsockname()[1]) in notice.text
            assert "[sources.receiver]" in notice.hint
        finally:
            phones.stop()
