"""The LAN listener: whom it hears, whom it refuses with which answer, and that it can do nothing but report."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.telephony.lan_bench import COMPUTER, OTHER_PHONE, PHONE, STRANGER, LanBench, free_port, listening
from tests.telephony.receiver_bench import NUMBER
from tray.calls.model import CallState, Direction
from tray.telephony.base import SourceState
from tray.telephony.heard import Remark, Trouble
from tray.telephony.lan import LanListener, LanSettings
from tray.telephony.lan_addresses import AllowedAddresses, names_address
from tray.telephony.loopback_messages import Limits
from tray.telephony.receiver_calls import FormerCall
from tray.telephony.receiver_file import Keys, fresh_keys


@pytest.fixture
def bench() -> Iterator[LanBench]:
    with listening() as bench:
        yield bench


def ends_without_an_answer(connection: socket.socket) -> bool:
    try:
        return connection.recv(1) == b""
    except ConnectionError:
        return True


# -- what it hears


def test_a_call_of_a_desk_phone_arrives_as_a_fact_of_its_own_source(bench: LanBench) -> None:
    assert bench.get("incoming", f"number=%2B{NUMBER[1:]}&display_remote=Ann&call_id=7").status == 202
    fact = bench.next_fact()
    assert (fact.source, fact.state, fact.direction) == (f"lan@{PHONE}", CallState.OFFERED, Direction.INCOMING)
    assert (fact.number, fact.name, fact.call_id) == (NUMBER, "Ann", f"{PHONE}/7")


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
@pytest.mark.parametrize("everywhere", ["0.0.0.0", "[::]", "[0:0:0:0:0:0:0:0]"])
def test_at_all_addresses_phones_of_ipv4_are_heard_because_that_is_the_address_they_are_given(everywhere: str) -> None:
    bench = LanBench()
    bench.listener.apply(LanSettings(True, f"{everywhere}:{free_port()}", (PHONE,)))
    try:
        assert bench.listener.status().state is SourceState.CONNECTED
        assert bench.get("incoming", "call_id=7").status == 202
        assert bench.next_fact().call_id == f"{PHONE}/7"
        with bench.connect(STRANGER) as refused:
            assert ends_without_an_answer(refused)
        assert bench.next_remark() == Remark("lan", Trouble.ADDRESS, client=STRANGER)
    finally:
        bench.listener.stop()


@pytest.mark.parametrize("where", ["query", "path", "Authorization", "X-CTI-Token"])
def test_the_token_may_stand_where_a_phone_can_put_it(bench: LanBench, where: str) -> None:
    target, headers = "/v1/call/incoming", {}
    match where:
        case "query":
            target += f"?token={bench.token}"
        case "path":
            target = f"/{bench.token}{target}"
        case "Authorization":
            headers = {where: f"Bearer {bench.token}"}
        case _:
            headers = {where: bench.token}
    assert bench.request("GET", target, headers).status == 202


def test_two_phones_with_one_id_have_two_calls(bench: LanBench) -> None:
    for client in (PHONE, OTHER_PHONE):
        assert bench.get("incoming", f"number={NUMBER}&call_id=33093", client).status == 202
    assert bench.next_fact().call_id != bench.next_fact().call_id


def test_what_one_phone_says_without_an_id_is_not_about_the_call_of_another(bench: LanBench) -> None:
    """A call rings at two phones of one user, is answered at one, and the other says that it is over there."""
    said = [("incoming", PHONE), ("incoming", OTHER_PHONE), ("connected", PHONE), ("end", OTHER_PHONE), ("end", PHONE)]
    for event, phone in said:
        assert bench.get(event, f"number={NUMBER}", client=phone).status == 202
    rings, rings_too, answered, gone, over = [bench.next_fact() for _ in said]
    assert rings.call_id == answered.call_id == over.call_id != rings_too.call_id == gone.call_id
    assert {rings.source, rings_too.source} == {f"lan@{PHONE}", f"lan@{OTHER_PHONE}"}
    assert (gone.source, over.source) == (rings_too.source, rings.source)
    assert bench.get("end", client=OTHER_PHONE).status == 202
    assert bench.next_fact().call_id != rings.call_id


def test_a_call_of_a_former_run_is_still_known() -> None:
    bench = LanBench()
    former = FormerCall("l1-1", NUMBER, Direction.INCOMING, answered=True, age_s=30, phone=PHONE)
    bench.listener.start([former])
    try:
        assert bench.get("end", f"number={NUMBER}").status == 202
        assert bench.next_fact().call_id == "l1-1"
    finally:
        bench.listener.stop()


# -- whom it does not hear


def test_an_address_that_is_not_listed_is_hung_up_on_before_a_byte_is_read(bench: LanBench) -> None:
    with bench.connect(STRANGER) as stranger:
        assert ends_without_an_answer(stranger)
    assert bench.next_remark() == Remark("lan", Trouble.ADDRESS, client=STRANGER)
    assert bench.still_answers()


def test_an_empty_list_allows_nobody_and_says_so() -> None:
    listener = LanListener(LanSettings(True, f"{COMPUTER}:{free_port()}"), fresh_keys, pytest.fail)
    listener.start()
    try:
        with socket.create_connection((COMPUTER, listener.port), timeout=20) as connection:
            assert ends_without_an_answer(connection)
        assert listener.status().state is SourceState.WAITING
        assert "sources.lan.allowed" in listener.status().detail
    finally:
        listener.stop()


def test_a_listed_network_is_let_in() -> None:
    with listening("10.0.0.0/8", "127.0.0.0/29") as bench:
        assert bench.get("incoming", client=PHONE).status == 202
        with bench.connect(STRANGER) as stranger:
            assert ends_without_an_answer(stranger)


@pytest.mark.parametrize(
    "host",
    [
        "phone.example",
        "localhost",
        "127.0.0.2",
        "0.0.0.0",
        "[::1]",
        "127.0.0.1.evil.example",
        "2130706433",
        "127.1",
        "",
    ],
)
def test_a_host_that_is_not_the_address_it_came_to_is_forbidden(bench: LanBench, host: str) -> None:
    assert bench.get("incoming", Host=host).status == 403
    assert bench.next_remark().trouble is Trouble.WEB_PAGE_OR_HOST
    assert bench.still_answers()


@pytest.mark.parametrize(
    ("method", "target", "headers", "status", "trouble"),
    [
        ("GET", "/v1/call/incoming?token=TOKEN", {"Origin": "http://127.0.0.1"}, 403, Trouble.WEB_PAGE_OR_HOST),
        ("GET", "/v1/call/incoming?token=TOKEN", {"Sec-Fetch-Site": "cross-site"}, 403, Trouble.WEB_PAGE_OR_HOST),
        ("OPTIONS", "/v1/call/incoming?token=TOKEN", {}, 403, Trouble.WEB_PAGE_OR_HOST),
        ("GET", "/v1/call/incoming", {}, 401, Trouble.NO_KEY),
        ("GET", "/v1/call/incoming?token=wrong", {}, 401, Trouble.WRONG_KEY),
        ("GET", "/v1/call/incoming?token=EVENTS", {}, 401, Trouble.WRONG_KEY),
        ("GET", "/v1/calls/incoming?token=TOKEN", {}, 404, Trouble.PLACE),
        ("POST", "/v1/control/dial?token=TOKEN", {}, 404, Trouble.PLACE),
        ("POST", "/v1/control/status", {"Authorization": "Bearer CONTROL"}, 404, Trouble.PLACE),
        ("DELETE", "/v1/call/incoming?token=TOKEN", {}, 405, Trouble.METHOD),
        ("POST", "/v1/call/incoming?token=TOKEN", {"Content-Length": "9000"}, 413, None),
        ("GET", "/v1/call/whatever?token=TOKEN", {}, 400, Trouble.FIELD),
    ],
)
def test_what_is_refused_gets_its_answer_and_is_told(
    bench: LanBench, method: str, target: str, headers: dict[str, str], status: int, trouble: Trouble | None
) -> None:
    secrets = {"TOKEN": bench.token, "EVENTS": bench.keys.token, "CONTROL": bench.keys.control_token}
    for word, secret in secrets.items():
        target = target.replace(word, secret)
        headers = {name: value.replace(word, secret) for name, value in headers.items()}
    assert bench.request(method, target, headers).status == status
    if trouble is not None:
        assert bench.next_remark().trouble is trouble
    assert bench.still_answers()


def test_what_is_no_http_is_refused(bench: LanBench) -> None:
    assert bench.exchange(b"REGISTER sip:127.0.0.1 SIP/2.0\r\n\r\n").status == 400
    assert bench.next_remark().trouble is Trouble.NOT_HTTP


def test_too_many_events_are_refused() -> None:
    with listening(events=(0.001, 2)) as bench:
        assert [bench.get("incoming").status for _ in range(3)] == [202, 202, 429]
        assert bench.next_remark().trouble is Trouble.RATE


def test_a_slow_phone_is_cut_off_and_the_next_one_is_heard() -> None:
    with listening(limits=Limits(request_s=0.2, idle_s=0.2, linger_s=0.2)) as bench:
        with bench.connect() as slow, slow.makefile("rb") as reader:
            slow.sendall(b"GET /v1/call/inc")
            assert b"400" in reader.readline()
        assert bench.still_answers()


def test_no_link_comes_in_by_the_network(bench: LanBench) -> None:
    headers = {"X-CTI-Door": "link"}
    assert bench.get("end", f"number={NUMBER}", **headers).status == 202, "it is an event like any other"
    assert bench.next_fact().state is CallState.ENDED


def test_a_placeholder_that_came_as_it_is_is_told_before_the_fact(bench: LanBench) -> None:
    assert bench.get("incoming", "number=$remote&name=$display_remote").status == 202
    assert [bench.next_remark() for _ in range(2)] == [
        Remark("lan", Trouble.PLACEHOLDER, field, PHONE) for field in ("number", "name")
    ]
    assert bench.next_fact().number == ""


# -- switched on and off, and its tokens


def test_a_new_token_holds_at_once(bench: LanBench) -> None:
    old = bench.token
    bench.keys = bench.keys.with_new_lan_token()
    assert bench.request("GET", f"/v1/call/incoming?token={old}").status == 401
    assert bench.get("incoming").status == 202


@pytest.mark.parametrize("query", ["token=", "token", ""])
def test_without_a_token_of_its_own_it_takes_nothing(bench: LanBench, query: str) -> None:
    bench.keys = Keys(0, "", "")
    assert bench.request("GET", f"/v1/call/incoming?{query}").status == 401
    assert bench.request("GET", "/v1/call/incoming", {"Authorization": "Bearer "}).status == 401
    assert bench.facts.empty()


def test_other_settings_hold_at_once(bench: LanBench) -> None:
    settings = bench.listener.settings
    bench.listener.apply(replace(settings, allowed=(STRANGER,)))
    assert bench.get("incoming", client=STRANGER).status == 202
    with bench.connect(PHONE) as former:
        assert ends_without_an_answer(former)
    port = bench.listener.port
    bench.listener.apply(replace(settings, enabled=False))
    assert (bench.listener.port, bench.listener.status().state) == (0, SourceState.OFF)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((COMPUTER, port), timeout=20)


def test_a_taken_port_is_told_and_another_one_helps(bench: LanBench) -> None:
    other = LanListener(replace(bench.listener.settings), fresh_keys, pytest.fail)
    other.start()
    try:
        assert other.status().state is SourceState.ERROR
        assert str(bench.listener.port) in other.status().detail
        other.apply(replace(other.settings, address=f"{COMPUTER}:{free_port()}"))
        assert other.status().state is SourceState.CONNECTED
    finally:
        other.stop()


@pytest.mark.parametrize(
    "settings",
    [
        LanSettings(True, "pbx.example:8125"),
        LanSettings(True, "192.0.2.1:8125"),
        LanSettings(True, "nowhere"),
        LanSettings(True, "127.0.0.1:8125", ("phone",)),
    ],
)
def test_settings_that_cannot_be_are_told_and_nothing_listens(settings: LanSettings) -> None:
    listener = LanListener(settings, fresh_keys, pytest.fail)
    listener.start()
    assert listener.status().state is SourceState.ERROR
    assert listener.port == 0
    listener.stop()
    assert listener.status().state is SourceState.OFF


def test_it_is_off_unless_it_is_switched_on() -> None:
    listener = LanListener(LanSettings(), fresh_keys, pytest.fail)
    listener.start()
    assert (listener.port, listener.status().state) == (0, SourceState.OFF)


def test_its_keys_control_nothing() -> None:
    keys = fresh_keys()
    assert (keys.for_lan().token, keys.for_lan().control_token) == (keys.lan_token, "")
    assert len({keys.token, keys.control_token, keys.lan_token}) == 3
    assert isinstance(keys.with_new_token(), Keys)
    assert keys.with_new_token().lan_token == keys.lan_token != keys.with_new_lan_token().lan_token


# -- addresses


@pytest.mark.parametrize(
    ("allowed", "client", "held"),
    [
        ("192.168.1.20", "192.168.1.20", True),
        ("192.168.1.20", "192.168.1.21", False),
        ("192.168.1.77/24", "192.168.1.21", True),
        ("192.168.1.20", "::ffff:192.168.1.20", True),
        ("fe80::/10", "fe80::1%eth0", True),
        ("::/0", "192.168.1.20", False),
        ("0.0.0.0/0", "no address", False),
    ],
)
def test_who_is_allowed(allowed: str, client: str, held: bool) -> None:
    assert AllowedAddresses((allowed,)).hold(client) is held


@pytest.mark.parametrize(
    ("host", "own", "named"),
    [
        ("192.168.1.5", "192.168.1.5", True),
        ("192.168.1.5:8125", "192.168.1.5", True),
        ("[fe80::1]:8125", "fe80::1%eth0", True),
        ("[fe80::1]", "fe80::1", True),
        ("fe80::1", "fe80::1", False),
        ("[192.168.1.5]", "192.168.1.5", False),
        ("192.168.1.5:", "192.168.1.5", False),
        ("192.168.1.5:http", "192.168.1.5", False),
        ("192.168.1.6", "192.168.1.5", False),
        ("computer:8125", "192.168.1.5", False),
    ],
)
def test_which_host_is_this_machine(host: str, own: str, named: bool) -> None:
    assert names_address(host, own) is named
