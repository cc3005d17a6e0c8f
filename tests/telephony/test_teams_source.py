"""The source that listens to Teams, against a strict Teams whose words come in random pieces."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from websockets.server import ServerProtocol

from tests.display import wait_until
from tests.teams import TeamsClient
from tray.errors import CtiError
from tray.telephony.base import Ability, SourceState
from tray.telephony.connection import Timing
from tray.telephony.listened import Pairing
from tray.telephony.teams import TeamsSource, TokenKept

QUICK = Timing(first_retry_s=0.02, longest_retry_s=0.05)


@dataclass
class Store:
    """Where the token is kept; locked where it says so."""

    token: str = ""
    locked: bool = False
    asked: int = 0

    def load(self) -> str:
        self.asked += 1
        if self.locked:
            raise CtiError("locked")
        return self.token

    def save(self, token: str) -> None:
        if self.locked:
            raise CtiError("locked")
        self.token = token


@dataclass
class Desk:
    """The source, and what it told."""

    source: TeamsSource
    store: Store
    told: list[bool | None]
    skipped: list[float] = field(default_factory=list)

    def wait(self, *talking: bool | None) -> None:
        wait_until(lambda: self.told == list(talking), what=f"{talking}, not {self.told}")

    def wait_for(self, state: SourceState) -> None:
        wait_until(lambda: self.source.status().state is state, what=f"Teams to be {state}")

    def wait_for_pairing(self, pairing: Pairing) -> None:
        wait_until(lambda: self.source.pairing is pairing, what=f"pairing to be {pairing}")

    @property
    def detail(self) -> str:
        return self.source.status().detail


@pytest.fixture
def desks() -> Iterator[list[Desk]]:
    """The desks of a test, which end with it."""
    found: list[Desk] = []
    yield found
    for desk in found:
        desk.source.stop()


def open_desk(desks: list[Desk], address: str, store: Store | None = None) -> Desk:
    told: list[bool | None] = []
    kept = store or Store()
    skipped: list[float] = []
    source = TeamsSource(
        address,
        lambda talking, _: told.append(talking),
        lambda: time.monotonic() + sum(skipped),
        token=TokenKept(kept.load, kept.save),
        timing=QUICK,
    )
    desks.append(Desk(source, kept, told, skipped))
    source.start()
    return desks[-1]


@pytest.fixture
def teams() -> Iterator[TeamsClient]:
    with TeamsClient() as teams:
        yield teams


@pytest.fixture
def desk(teams: TeamsClient, desks: list[Desk]) -> Desk:
    desk = open_desk(desks, teams.address)
    desk.wait(False)
    return desk


@pytest.fixture
def paired(teams: TeamsClient, desks: list[Desk]) -> Desk:
    """A desk that was paired in an earlier run."""
    teams.tokens.add("known")
    desk = open_desk(desks, teams.address, Store("known"))
    desk.wait(False)
    return desk


def test_without_pairing_a_call_is_guessed_from_what_teams_offers(teams: TeamsClient, desk: Desk) -> None:
    assert desk.source.status().state is SourceState.CONNECTED
    assert "Not paired" in desk.detail
    assert "never tells that it rings" in desk.detail
    teams.call(True)
    desk.wait(False, True)
    teams.call(False)
    desk.wait(False, True, False)
    assert [each["action"] for each in teams.asked] == ["query-state"]
    assert "token" not in teams.queries[0]


def test_a_user_who_never_asked_is_never_asked_by_teams(teams: TeamsClient, desk: Desk) -> None:
    for goes_on in (True, False, True):
        teams.call(goes_on)
    desk.wait(False, True, False, True)
    assert teams.prompts == 0
    assert desk.source.pairing is Pairing.NONE


def test_in_a_call_teams_asks_at_once_and_the_token_is_kept_and_used_again(teams: TeamsClient, desk: Desk) -> None:
    teams.call(True)
    desk.wait(False, True)
    desk.source.pair()
    teams.wait_for_prompt()
    desk.wait_for_pairing(Pairing.ASKED)
    wait_until(lambda: "choose Allow" in desk.detail)
    token = teams.allow()
    desk.wait_for_pairing(Pairing.PAIRED)
    wait_until(lambda: desk.store.token == token)
    assert token not in desk.detail + repr(desk.source.status())
    teams.call(False)
    desk.wait(False, True, False)
    teams.stop()
    desk.wait_for(SourceState.WAITING)
    teams.start()
    desk.wait_for(SourceState.CONNECTED)
    desk.wait_for_pairing(Pairing.PAIRED)
    assert teams.queries[-1]["token"] == [token]
    desk.source.pair()
    teams.call(True)
    desk.wait(False, True, False, None, False, True)
    assert teams.prompts == 1


def test_before_a_call_the_question_waits_for_the_next_one(teams: TeamsClient, desk: Desk) -> None:
    desk.source.pair()
    desk.wait_for_pairing(Pairing.WAITING)
    wait_until(lambda: "In your next call" in desk.detail)
    assert teams.prompts == 0
    teams.call(True)
    teams.wait_for_prompt()
    teams.call(False)
    teams.call(True)
    desk.wait(False, True, False, True)
    assert (teams.prompts, desk.source.pairing) == (1, Pairing.NONE)
    desk.source.pair()
    teams.wait_for_prompt(2)


def test_a_refusal_is_told_and_not_repeated_until_the_user_asks_again(teams: TeamsClient, desk: Desk) -> None:
    teams.blocked = True
    teams.call(True)
    desk.source.pair()
    desk.wait_for_pairing(Pairing.REFUSED)
    wait_until(lambda: "Teams has refused" in desk.detail)
    teams.call(False)
    teams.call(True)
    desk.wait(False, True, False, True)
    assert [each["action"] for each in teams.asked].count("pair") == 1
    teams.blocked = False
    desk.source.pair()
    teams.wait_for_prompt()
    teams.allow()
    desk.wait_for_pairing(Pairing.PAIRED)


def test_who_is_paired_is_told_of_calls_by_the_state_of_meetings(teams: TeamsClient, paired: Desk) -> None:
    assert paired.source.pairing is Pairing.PAIRED
    assert "Not paired" not in paired.detail
    assert teams.queries[0]["token"] == ["known"]
    teams.call(True)
    paired.wait(False, True)
    assert Ability.ENDED in paired.source.status().reports
    teams.push_raw(json.dumps({"meetingUpdate": {"meetingPermissions": {"canLeave": False}}}))
    teams.push_raw(json.dumps({"meetingUpdate": {"meetingState": {"isMuted": True}}}))
    teams.call(False)
    paired.wait(False, True, False)


def test_a_token_that_was_taken_back_leaves_the_desk_unpaired(teams: TeamsClient, paired: Desk) -> None:
    teams.tokens.clear()
    teams.stop()
    teams.start()
    paired.wait(False, None, False)
    teams.call(True)
    paired.wait_for_pairing(Pairing.NONE)
    wait_until(lambda: "Not paired" in paired.detail)


def test_a_token_that_is_refused_outright_is_left_out_the_next_time(desks: list[Desk]) -> None:
    with TeamsClient(refuses_unknown=True) as teams:
        desk = open_desk(desks, teams.address, Store("old"))
        desk.wait_for(SourceState.CONNECTED)
        assert [query.get("token") for query in teams.queries] == [["old"], None]
        desk.source.stop()
    assert desk.store.token == "old"


def test_a_locked_credential_store_leaves_the_desk_unpaired_until_it_opens(
    teams: TeamsClient, desks: list[Desk]
) -> None:
    teams.tokens.add("known")
    desk = open_desk(desks, teams.address, Store("known", locked=True))
    desk.wait(False)
    assert desk.source.pairing is Pairing.NONE
    desk.store.locked = False
    teams.stop()
    teams.start()
    desk.wait_for_pairing(Pairing.PAIRED)


def test_a_token_that_cannot_be_kept_is_good_for_this_run(teams: TeamsClient, desk: Desk) -> None:
    desk.store.locked = True
    teams.call(True)
    desk.source.pair()
    teams.wait_for_prompt()
    token = teams.allow()
    desk.wait_for_pairing(Pairing.PAIRED)
    teams.stop()
    teams.start()
    wait_until(lambda: teams.queries[-1].get("token") == [token])
    desk.wait_for_pairing(Pairing.PAIRED)
    assert desk.store.token == ""


def test_teams_that_is_not_running_is_a_calm_state(teams: TeamsClient, desk: Desk) -> None:
    teams.call(True)
    desk.wait(False, True)
    teams.stop()
    desk.wait(False, True, None)
    wait_until(lambda: "Teams is not running" in desk.detail)
    status = desk.source.status()
    assert status.state is SourceState.WAITING
    assert "ends is not heard" in desk.detail
    assert Ability.ENDED not in status.reports
    assert Ability.NUMBER in status.reports
    teams.start()
    desk.wait(False, True, None, True)


def test_no_token_is_asked_for_before_something_listens_there(desks: list[Desk]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    desk = open_desk(desks, address)
    wait_until(lambda: "Teams is not running" in desk.detail)
    assert desk.source.status().state is SourceState.WAITING
    desk.source.pair()
    desk.wait_for_pairing(Pairing.WAITING)
    assert desk.store.asked == 0


def test_a_message_in_several_frames_is_one(teams: TeamsClient, desk: Desk) -> None:
    text = json.dumps({"meetingUpdate": {"meetingPermissions": {"canLeave": True, "canPair": True}}, "name": "Zoë"})
    for connection in list(teams._connections):
        connection.send([text[:9], text[9:60], text[60:]])
    desk.wait(False, True)


def test_a_ping_is_answered(teams: TeamsClient, desk: Desk) -> None:
    assert teams.ping()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[1]",
        '{"errorMsg": "The message does not fit the protocol"}',
        '{"errorMsg": 5, "requestId": "1"}',
        '{"meetingUpdate": []}',
        '{"meetingUpdate": {"meetingState": {"isInMeeting": "true"}, "meetingPermissions": null}}',
        '{"tokenRefresh": ["x"]}',
        '{"tokenRefresh": "two\\nlines"}',
    ],
)
def test_what_is_not_understood_is_passed_over(teams: TeamsClient, desk: Desk, text: str) -> None:
    teams.push_raw(text)
    teams.call(True)
    desk.wait(False, True)
    assert (desk.source.pairing, desk.store.token) == (Pairing.NONE, "")


def play(listener: socket.socket, words: bytes) -> None:
    """Answer every connection with the same words, until the listener is closed."""
    try:
        while True:
            line = listener.accept()[0]
            with line:
                line.recv(4096)
                line.sendall(words)
                line.recv(4096)
    except OSError:
        return


@pytest.mark.parametrize(
    "words",
    [b"220 mail.example\r\n\r\n", b"HTTP/1.1 101 Switching Protocols\r\n\r\n", b"\x00" * 40_000],
    ids=["another protocol", "no WebSocket", "nothing but zeros"],
)
def test_another_program_on_the_port_is_named_and_is_no_error(desks: list[Desk], words: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        player = threading.Thread(target=play, args=(listener, words), daemon=True)
        player.start()
        desk = open_desk(desks, f"127.0.0.1:{listener.getsockname()[1]}")
        wait_until(lambda: "is not Teams" in desk.detail)
        assert desk.source.status().state is SourceState.WAITING
        desk.source.stop()
        listener.shutdown(socket.SHUT_RDWR)
        player.join(10)
    assert desk.told in ([], [None] * len(desk.told))


def test_a_program_with_pages_on_the_port_is_taken_for_teams_that_is_away(desks: list[Desk]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        words = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
        player = threading.Thread(target=play, args=(listener, words), daemon=True)
        player.start()
        desk = open_desk(desks, f"127.0.0.1:{listener.getsockname()[1]}")
        wait_until(lambda: "Teams is not running" in desk.detail)
        desk.source.stop()
        listener.shutdown(socket.SHUT_RDWR)
        player.join(10)


def test_teams_that_says_goodbye_with_its_first_bytes_is_away_and_no_fault(
    desks: list[Desk], caplog: pytest.LogCaptureFixture
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def greet_and_go() -> None:
            while True:
                try:
                    client, _ = listener.accept()
                except OSError:
                    return
                with client:
                    server = ServerProtocol()
                    server.receive_data(client.recv(65_536))
                    (request,) = server.events_received()
                    server.send_response(server.accept(request))
                    server.send_text(b'{"meetingUpdate": {"meetingPermissions": {"canPair": true}}}')
                    server.send_close(1008)
                    client.sendall(b"".join(server.data_to_send()))

        player = threading.Thread(target=greet_and_go, daemon=True)
        player.start()
        desk = open_desk(desks, f"127.0.0.1:{listener.getsockname()[1]}")
        desk.source.pair()
        wait_until(lambda: len(desk.told) >= 4, what="the second goodbye")
        wait_until(lambda: "Teams is not running" in desk.detail)
        desk.source.stop()
        listener.shutdown(socket.SHUT_RDWR)
        player.join(10)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_who_says_nothing_is_left_again(desks: list[Desk]) -> None:
    with TeamsClient() as teams:
        teams.silent = True
        desk = open_desk(desks, teams.address)
        teams.wait_for_client()
        assert desk.source.status().state is SourceState.WAITING
        desk.skipped.append(11.0)
        desk.source.pair()
        wait_until(lambda: "is not Teams" in desk.detail)
        teams.silent = False
        desk.wait_for(SourceState.CONNECTED)
        desk.source.stop()


def test_a_message_without_an_end_is_not_from_teams(teams: TeamsClient, desk: Desk) -> None:
    teams.push_raw("x" * 70_000)
    wait_until(lambda: "is not Teams" in desk.detail)
    desk.wait_for(SourceState.CONNECTED)


def test_teams_that_says_goodbye_is_away(teams: TeamsClient, desk: Desk) -> None:
    for connection in list(teams._connections):
        connection.close()
    desk.wait(False, None, False)
