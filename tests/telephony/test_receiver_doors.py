"""What phones may send, in every spelling, and what comes out as the fact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from tests.telephony.receiver_bench import NUMBER, Bench, running
from tray.calls.model import CallState, Cause, Direction, Origin

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
INCOMING, OUTGOING = Direction.INCOMING, Direction.OUTGOING


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with running(tmp_path) as bench:
        yield bench


def test_the_documented_json_becomes_one_fact(bench: Bench) -> None:
    fields = {
        "event": "offered",
        "call_id": "x1",
        "direction": "incoming",
        "number": NUMBER,
        "name": "Ann",
        "line": "7",
    }
    answer = bench.post({**fields, "cause": ""})
    assert (answer.status, answer.values) == (202, {"call_id": "x1"})
    assert answer.headers["content-type"] == "application/json"
    fact = bench.next_fact()
    assert (fact.source, fact.call_id, fact.state, fact.direction) == ("receiver", "x1", CallState.OFFERED, INCOMING)
    assert (fact.number, fact.name, fact.line, fact.cause) == (NUMBER, "Ann", "7", None)
    assert bench.facts.empty()


def test_every_door_reports_the_same_fact(bench: Bench) -> None:
    fields = {"call_id": "x1", "number": NUMBER, "name": "Müller & Söhne"}
    query = urlencode(fields)
    doors = [
        ("POST", "/v1/call", JSON, json.dumps({**fields, "event": "offered"}).encode()),
        ("POST", "/v1/call/offered", JSON, json.dumps(fields).encode()),
        ("POST", "/v1/call", FORM, f"event=offered&{query}".encode()),
        ("POST", "/v1/call/offered", {"Content-Type": FORM["Content-Type"] + "; charset=UTF-8"}, query.encode()),
        ("POST", f"/v1/call/offered?{query}", {}, b""),
        ("GET", f"/v1/call/offered?{query}", {}, b""),
        ("GET", f"/v1/call?event=offered&{query}", {}, b""),
        ("GET", f"/v1/call/offered/?{query}", {}, b""),
        ("GET", f"/v1/call/Offered?{query}#fragment", {}, b""),
        ("GET", f"http://127.0.0.1:{bench.port}/v1/call/offered?{query}", {}, b""),
    ]
    for method, target, headers, body in doors:
        answer = bench.request(method, target, headers, body)
        assert (answer.status, answer.values) == (202, {"call_id": "x1"}), target
        fact = bench.next_fact()
        assert (fact.state, fact.number, fact.name) == (CallState.OFFERED, NUMBER, "Müller & Söhne"), target


@pytest.mark.parametrize(
    "where",
    ["bearer", "lower-case bearer", "x-cti-token", "query", "last path element", "first path element", "escaped path"],
)
def test_the_token_is_taken_from_header_query_or_path(bench: Bench, where: str) -> None:
    target, token, headers = "/v1/call/incoming", bench.token, {}
    if where == "bearer":
        headers = {"Authorization": f"Bearer {token}"}
    elif where == "lower-case bearer":
        headers = {"authorization": f"bearer  {token}"}
    elif where == "x-cti-token":
        headers = {"X-CTI-Token": token}
    elif where == "query":
        target += f"?token={token}"
    elif where == "last path element":
        target += f"/{token}"
    elif where == "first path element":
        target = f"/{token}{target}"
    else:
        target = f"/v1/call/%{ord(token[0]):02x}{token[1:]}/incoming"
    assert bench.request("GET", target, headers, token=False).status == 202
    assert bench.next_fact().state is CallState.OFFERED


NUMBER_FIELDS = ["number", "phone", "remote", "callerid", "caller", "from", "cli", "ani", "tel", "n", "NUMBER"]
NUMBER_FIELDS += ["caller_number", "CallerNumber"]
NAME_FIELDS = ["name", "display", "display_remote", "displayname", "caller_name", "d", "DisplayName"]
LINE_FIELDS = ["line", "local", "called", "to", "extension", "dnid", "did", "active_user", "account", "Account"]
ID_FIELDS = ["call_id", "id", "callid", "call-id", "uuid", "Call-ID"]
EVENT_FIELDS = ["event", "state", "type", "action", "Event"]
DIRECTION_FIELDS = ["direction", "dir", "CallDirection"]


@pytest.mark.parametrize(
    ("field", "attribute"),
    [(field, "number") for field in NUMBER_FIELDS]
    + [(field, "name") for field in NAME_FIELDS]
    + [(field, "line") for field in LINE_FIELDS]
    + [(field, "call_id") for field in ID_FIELDS],
)
def test_every_spelling_of_a_field_is_known(bench: Bench, field: str, attribute: str) -> None:
    bench.request("GET", f"/v1/call/incoming?{field}=0205550101")
    assert getattr(bench.next_fact(), attribute) == "0205550101"


@pytest.mark.parametrize("field", EVENT_FIELDS)
def test_every_spelling_of_the_event_field_is_known(bench: Bench, field: str) -> None:
    assert bench.fact({field: "hold", "id": "x1"}).state is CallState.HELD


@pytest.mark.parametrize("field", DIRECTION_FIELDS)
@pytest.mark.parametrize(("word", "direction"), [("incoming", INCOMING), ("Outgoing", OUTGOING), ("out", OUTGOING)])
def test_every_spelling_of_the_direction_is_known(bench: Bench, field: str, word: str, direction: Direction) -> None:
    assert bench.fact({"event": "connected", "id": "x1", field: word}).direction is direction


EVENTS = [
    ("incoming offered offering cmdIncomingCall inbound", CallState.OFFERED, INCOMING, None),
    ("ring ringing cmdCallRing", CallState.RINGING, None, None),
    ("outgoing dial dialing calling outbound cmdOutgoingCall", CallState.DIALING, OUTGOING, None),
    ("answer answered connected established start cmdCallStart cmdCallAnswer", CallState.CONNECTED, None, None),
    ("unhold resume", CallState.CONNECTED, None, None),
    ("hold held", CallState.HELD, None, None),
    ("end ended hangup terminated disconnected onhook cmdCallEnd", CallState.ENDED, None, None),
    ("missed missed_call noanswer", CallState.ENDED, None, Cause.MISSED),
    ("busy cmdCallBusy", CallState.ENDED, None, Cause.BUSY),
    ("reject rejected", CallState.ENDED, None, Cause.REJECTED),
]


@pytest.mark.parametrize(
    ("word", "state", "direction", "cause"),
    [(word, state, direction, cause) for words, state, direction, cause in EVENTS for word in words.split()],
)
def test_every_event_word_is_known(
    bench: Bench, word: str, state: CallState, direction: Direction | None, cause: Cause | None
) -> None:
    assert bench.request("GET", f"/v1/call/{word}?id=x1").status == 202
    fact = bench.next_fact()
    assert (fact.state, fact.direction, fact.cause) == (state, direction, cause)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("$remote", ""),
        ("{phone}", ""),
        ("%CallerNumber%", ""),
        ("$$REMOTENUMBER$$", ""),
        ("sip:$remote@pbx.example", ""),
        ("sip:+31205550101@pbx.example;user=phone", NUMBER),
        ("SIPS:+31205550101@pbx.example:5061", NUMBER),
        ("tel:+31205550101;phone-context=nl", NUMBER),
        ("callto:+31205550101", NUMBER),
        ("callto://+31205550101", NUMBER),
        ('"Ann" <sip:+31205550101@pbx.example>', NUMBER),
        ('"<sip:+15550000000@x>" <sip:+31205550101@pbx.example>', NUMBER),
        ("<+31205550101>", NUMBER),
        ('"+31205550101"', NUMBER),
        ("%2B31205550101", NUMBER),
        ("sip:%2B31205550101@pbx.example", NUMBER),
        ("%252B31205550101", "%2B31205550101"),
        (" 31205550101", NUMBER),
        ("tel: 31205550101", NUMBER),
        ("+31 (20) 555-0101", "+31 (20) 555-0101"),
        ("Anonymous", "Anonymous"),
        ("sip:anonymous@anonymous.invalid", "anonymous"),
        ("", ""),
        ("+31\r\n20\x005550101\x1b", "+31 205550101"),
        ("+312055\u202e50101", NUMBER),
        ("1" * 200, "1" * 64),
        ("*21#", "*21#"),
        ("+49'; DROP TABLE calls--", "+49"),
    ],
)
def test_numbers_are_cleaned(bench: Bench, written: str, number: str) -> None:
    assert bench.fact({"event": "incoming", "id": "x1", "number": written}).number == number


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("number=+31205550101", NUMBER),
        ("number=%2B31205550101", NUMBER),
        ("number=%252B31205550101", NUMBER),
        ("number=%20" + NUMBER[1:], NUMBER),
        ("number=sip:+31205550101@pbx.example", NUMBER),
        ("number=%CallerNumber%", ""),
        ("number=$remote", ""),
        ("number={phone}", ""),
        ("number=$$REMOTENUMBER$$", ""),
        ("number=&phone=+31205550101", NUMBER),
        ("number=$remote&phone=+31205550101", NUMBER),
    ],
)
def test_numbers_in_addresses_are_cleaned(bench: Bench, query: str, number: str) -> None:
    assert bench.request("GET", f"/v1/call/incoming?{query}").status == 202
    assert bench.next_fact().number == number


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("%CallerDisplayName%", ""),
        ("$display_remote", ""),
        ("Jan\u00a0de  Vries\r\n", "Jan de Vries"),
        ("\u202eevil\u202c \u200bname\x00", "evil name"),
        ('<img src="file:///x.png"> & <b>Ann</b>', '<img src="file:///x.png"> & <b>Ann</b>'),
        ("100% Ann", "100% Ann"),
        ("Ann \ud800", "Ann"),
        ("x" * 5000, "x" * 128),
    ],
)
def test_names_are_one_plain_line(bench: Bench, written: str, name: str) -> None:
    assert bench.fact({"event": "incoming", "id": "x1", "name": written}).name == name


def test_numbers_may_come_as_json_numbers(bench: Bench) -> None:
    assert bench.fact({"event": "incoming", "id": 7, "number": 31205550101}).number == "31205550101"


def test_a_number_of_ten_thousand_digits_is_capped(bench: Bench) -> None:
    assert bench.fact(b'{"event": "incoming", "id": "x1", "number": %s}' % (b"1" * 6000)).number == "1" * 64


def test_unknown_fields_are_the_phones_own_business(bench: Bench) -> None:
    answer = bench.post({"event": "incoming", "id": "x1", "mac": "00:11", "model": {"a": [1.5, True, None]}})
    assert answer.status == 202


def test_the_event_of_the_path_goes_before_the_field(bench: Bench) -> None:
    bench.post({"event": "incoming", "id": "x1"}, "/v1/call/end")
    assert bench.next_fact().state is CallState.ENDED


def test_cause_and_origin_are_taken(bench: Bench) -> None:
    assert bench.fact({"event": "ended", "id": "x1", "cause": "answered_elsewhere"}).cause is Cause.ANSWERED_ELSEWHERE
    assert bench.fact({"event": "dialing", "id": "x2", "origin": "user"}).origin is Origin.USER


def test_json_may_begin_with_a_byte_order_mark(bench: Bench) -> None:
    assert bench.fact(b'\xef\xbb\xbf{"event": "incoming", "id": "x1"}').call_id == "x1"


@pytest.mark.parametrize(
    ("accept", "page"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", True),
        ("text/html", True),
        ("text/html;q=0.9, application/json;q=0.5", True),
        ("*/*", False),
        ("application/json, text/html;q=0.9", False),
        ("text/html;q=0", False),
        ("text/html;q=nonsense, application/json", False),
        ("", False),
    ],
)
def test_a_browser_gets_a_page_that_closes_itself(bench: Bench, accept: str, page: bool) -> None:
    answer = bench.request("GET", f"/v1/call/incoming?number={quote(NUMBER)}&name=<b>", {"Accept": accept})
    assert bench.next_fact().number == NUMBER
    if page:
        assert answer.status == 200
        assert answer.headers["content-type"].startswith("text/html")
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert b"close()" in answer.body
        assert b"<b>" not in answer.body
        assert NUMBER.encode() not in answer.body
    else:
        assert answer.status == 202
        assert set(answer.values) == {"call_id"}


def test_the_script_of_the_page_is_the_one_that_its_policy_allows(bench: Bench) -> None:
    import base64
    import hashlib

    answer = bench.request("GET", "/v1/call/incoming", {"Accept": "text/html"})
    script = answer.body.split(b"<script>")[1].split(b"</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]


def test_a_link_may_open_a_card_but_touches_no_call(bench: Bench) -> None:
    ours = bench.fact({"event": "incoming", "id": "x1", "number": "anonymous"})
    door = {"X-CTI-Door": "link", **FORM}
    for body in (b"event=ended&id=x1", b"event=connected", b"event=hold", b"event=missed"):
        assert bench.request("POST", "/v1/call", door, body).status == 400
    answer = bench.request("POST", "/v1/call", door, b"event=ring&id=x1&origin=user&number=%2B31205550102")
    fact = bench.next_fact()
    assert answer.status == 202
    assert fact.call_id != ours.call_id
    assert fact.origin is None
