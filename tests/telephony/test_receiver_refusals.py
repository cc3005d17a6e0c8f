"""Who is refused, with which answer, and that nothing is reported and the receiver goes on."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.telephony.receiver_bench import NUMBER, Bench, read_answer, running

EVENT = {"event": "incoming", "call_id": "x1", "number": NUMBER}
PREFLIGHT = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Private-Network": "true",
    "Access-Control-Request-Local-Network": "true",
}


def echo(verb: str, arguments: dict[str, object]) -> dict[str, object]:
    return {"verb": verb, "arguments": arguments}


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with running(tmp_path, control=echo) as bench:
        yield bench


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]", "127.0.0.1:1", "[::1]:65535"])
def test_a_host_that_names_this_machine_is_accepted(bench: Bench, host: str) -> None:
    assert bench.post(EVENT, Host=host).status == 202


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:80",
        "",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost.",
        "127.0.0.1@evil.example",
        "127.0.0.2",
        "0.0.0.0",
        "2130706433",
        "[::]",
        "::1",
        "127.0.0.1:port",
        "127.0.0.1, evil.example",
    ],
)
def test_a_host_that_names_anything_else_is_forbidden(bench: Bench, host: str) -> None:
    assert bench.post(EVENT, Host=host).status == 403
    assert bench.still_answers()


@pytest.mark.parametrize(
    "raw",
    [
        "GET /v1/call/incoming?token={token} HTTP/1.1\r\n\r\n",
        "GET /v1/call/incoming?token={token} HTTP/1.0\r\n\r\n",
        "GET /v1/call/incoming?token={token} HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET /v1/call/incoming?token={token} HTTP/1.1\r\nHost: 127.0.0.1\r\nhost: evil.example\r\n\r\n",
        "GET /v1/call/incoming?token={token} HTTP/1.0\r\nHost: evil.example\r\nHost: 127.0.0.1\r\n\r\n",
        "GET http://evil.example/v1/call/incoming?token={token} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET http://127.0.0.1@evil.example/v1/call/incoming?token={token} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET http://127.0.0.1/v1/call/incoming?token={token} HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    ],
    ids=["none", "none in 1.0", "two", "two that differ", "two in 1.0", "absolute", "absolute user", "absolute local"],
)
def test_a_missing_double_or_foreign_host_is_forbidden(bench: Bench, raw: str) -> None:
    assert bench.exchange(raw.format(token=bench.token).encode()).status == 403
    assert bench.still_answers()


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1", "http://localhost:80", ""])
@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "application/x-www-form-urlencoded"])
def test_a_request_of_a_web_page_is_forbidden(bench: Bench, origin: str, content_type: str) -> None:
    answer = bench.post(EVENT, **{"Origin": origin, "Content-Type": content_type})
    assert answer.status == 403
    assert bench.still_answers()


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("cross-site", "no-cors", 403),
        ("cross-site", "cors", 403),
        ("cross-site", None, 403),
        ("same-site", "no-cors", 403),
        ("Cross-Site", "NO-CORS", 403),
        ("cross-site", "navigate", 202),
        ("same-site", "navigate", 202),
        ("none", "navigate", 202),
        ("same-origin", "cors", 202),
    ],
)
def test_a_request_that_a_foreign_page_makes_in_secret_is_forbidden(
    bench: Bench, site: str, mode: str | None, status: int
) -> None:
    headers = {"Sec-Fetch-Site": site, **({"Sec-Fetch-Mode": mode} if mode else {})}
    assert bench.request("GET", "/v1/call/incoming?id=x1", headers).status == status
    assert bench.facts.qsize() == (1 if status == 202 else 0)


@pytest.mark.parametrize("target", ["/v1/call", "/v1/control/dial", "/", "*"])
@pytest.mark.parametrize("headers", [{}, PREFLIGHT, {**PREFLIGHT, "Origin": "https://evil.example"}])
def test_no_preflight_is_granted(bench: Bench, target: str, headers: dict[str, str]) -> None:
    answer = bench.request("OPTIONS", target, headers)
    assert answer.status == 403
    assert "allow" not in answer.headers


@pytest.mark.parametrize(
    ("target", "headers"),
    [
        ("/v1/call/incoming", {}),
        ("/v1/call/incoming?token=", {}),
        ("/v1/call/incoming?token=wrong", {}),
        ("/v1/call/incoming?token=%FF", {}),
        ("/v1/call/incoming/wrong", {}),
        ("/v1/call", {"Authorization": "Bearer wrong"}),
        ("/v1/call", {"Authorization": "Bearer "}),
        ("/v1/call", {"Authorization": "Basic {token}"}),
        ("/v1/call", {"X-CTI-Token": "m\xfcll"}),
        ("/v1/call?token={control_token}", {}),
        ("/v1/call", {"Authorization": "Bearer {control_token}"}),
        ("/v1/control/dial", {}),
        ("/v1/control/dial", {"Authorization": "Bearer {token}"}),
        ("/v1/control/dial?token={control_token}", {}),
        ("/v1/control/dial?token={token}", {}),
    ],
)
def test_without_the_right_token_in_the_right_place_nothing_happens(
    bench: Bench, target: str, headers: dict[str, str]
) -> None:
    words = {"token": bench.token, "control_token": bench.control_token}
    filled = {name: value.format(**words) for name, value in headers.items()}
    answer = bench.request("POST", target.format(**words), filled, token=False)
    assert answer.status == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert bench.still_answers()


@pytest.mark.parametrize("cut", [1, -1])
def test_a_piece_of_the_token_is_not_the_token(bench: Bench, cut: int) -> None:
    headers = {"Authorization": f"Bearer {bench.token[:cut]}"}
    assert bench.request("POST", "/v1/call", headers, token=False).status == 401


@pytest.mark.parametrize(
    "target", ["/", "/v1", "/v2/call", "/v1/calls", "/v1/call/a/b/c", "/v1/control", "/v1/control/A%00", "/favicon.ico"]
)
def test_other_addresses_are_not_found(bench: Bench, target: str) -> None:
    assert bench.request("GET", target).status == 404
    assert bench.request("GET", target, token=False).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "TRACE", "BREW"])
def test_other_methods_are_not_allowed(bench: Bench, method: str) -> None:
    with bench.connect() as connection, connection.makefile("rb") as reader:
        connection.sendall(bench.head(method, "/v1/call/incoming"))
        assert reader.readline().split()[1] == b"405"
        headers = list(iter(reader.readline, b"\r\n"))
        assert b"Allow: GET, POST\r\n" in headers
    assert bench.still_answers()


@pytest.mark.parametrize("method", ["GET", "PUT"])
@pytest.mark.parametrize("token", ["token", "control_token"])
def test_commands_are_for_post_alone(bench: Bench, method: str, token: str) -> None:
    headers = {"Authorization": f"Bearer {getattr(bench, token)}"}
    assert bench.exchange(bench.head(method, "/v1/control/dial", headers)).status == 405


def test_connect_opens_no_tunnel(bench: Bench) -> None:
    answer = bench.exchange(bench.head("CONNECT", "evil.example:443"))
    assert answer.status == 404
    assert bench.still_answers()


def test_an_upgrade_is_not_granted(bench: Bench) -> None:
    answer = bench.request("GET", "/v1/call/incoming", {"Connection": "Upgrade", "Upgrade": "websocket"})
    assert answer.status == 202


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b'{"event": "incoming"', "body"),
        (b"incoming", "body"),
        (b"[]", "body"),
        (b'"incoming"', "body"),
        (b"null", "body"),
        (b"[" * 8000, "body"),
        (b'{"a":' * 1600, "body"),
        (b'{"a":' * 400 + b"1" + b"}" * 400, "event"),
        (b'{"event": "incoming", "number": NaN}', "body"),
        (b'{"event": "incoming", "other": -Infinity}', "body"),
        (b'{"event": "incoming", "number": 1e999}', "number"),
        (b'{"event": "incoming", "number": 1.5}', "number"),
        (b'{"event": "incoming", "number": true}', "number"),
        (b'{"event": "incoming", "phone": ["1"]}', "number"),
        (b'{"event": "incoming", "name": {"a": 1}}', "name"),
        (b'{"event": {}}', "event"),
        (b'{"event": "incoming", "number": "1", "number": "2"}', "number"),
        (b'{"event": "incoming", "Event": "ended"}', "Event"),
        (b'{"event": "incoming", "other": {"a": 1, "a": 2}}', "a"),
        (b'{"event": "incoming", "name": "\xff"}', "body"),
        ('{"event": "incoming"}'.encode("utf-16"), "body"),
        (b'{"event": "incoming", "name": "a\nb"}', "body"),
        (b'{"number": "1"}', "event"),
        (b'{"event": ""}', "event"),
        (b'{"event": "explode"}', "event"),
        (b'{"event": "incoming", "direction": "sideways"}', "direction"),
        (b'{"event": "ended", "cause": "boredom"}', "cause"),
        (b'{"event": "dialing", "origin": "me"}', "origin"),
        (b'{"event": "incoming", "id": "%s"}' % (b"x" * 300), "call_id"),
    ],
)
def test_a_bad_body_is_refused_by_name(bench: Bench, body: bytes, problem: str) -> None:
    answer = bench.post(body)
    assert answer.status == 400
    assert answer.error.startswith(f"{problem}: ")
    assert answer.values["field"] == problem
    assert "Traceback" not in answer.error
    assert len(answer.error) < 160
    assert bench.still_answers()


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("/v1/call?number=1", "event"),
        ("/v1/call/explode", "event"),
        ("/v1/call/incoming?number=1&number=2", "number"),
        ("/v1/call/incoming?number=1&NUMBER=2", "NUMBER"),
        ("/v1/call/incoming?name=M%FCller", "name"),
        ("/v1/call/incoming?%FF=1", "query"),
        ("/v1/call/incoming?direction=up", "direction"),
    ],
)
def test_a_bad_address_is_refused_by_name(bench: Bench, target: str, problem: str) -> None:
    answer = bench.request("GET", target)
    assert (answer.status, answer.values["field"]) == (400, problem)
    assert bench.still_answers()


@pytest.mark.parametrize("content_type", ["text/plain", "multipart/form-data; boundary=x", "application/xml", ""])
def test_a_body_of_another_type_is_refused(bench: Bench, content_type: str) -> None:
    answer = bench.post(EVENT, **{"Content-Type": content_type})
    assert (answer.status, answer.values["field"]) == (400, "Content-Type")
    assert bench.still_answers()


def test_json_sent_as_a_form_gets_a_hint(bench: Bench) -> None:
    answer = bench.post(EVENT, **{"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status == 400
    assert "application/json" in answer.error


def test_events_beyond_the_rate_are_told_to_come_later(tmp_path: Path) -> None:
    times = iter([0.0] * 1000)
    with running(tmp_path, control=echo, events=(2.0, 3), clock=lambda: next(times)) as bench:
        answers = [bench.post({**EVENT, "call_id": str(index)}) for index in range(5)]
        assert [answer.status for answer in answers] == [202, 202, 202, 429, 429]
        assert answers[-1].headers["retry-after"] == "1"
        assert bench.facts.qsize() == 3
        control = {"Authorization": f"Bearer {bench.control_token}"}
        assert bench.request("POST", "/v1/control/status", control).status == 200
        assert bench.request("POST", "/v1/call", token=False).status == 401


def test_no_more_than_five_hundred_events_a_second_are_taken_for_long(tmp_path: Path) -> None:
    now = [0.0]
    with running(tmp_path, clock=lambda: now[0]) as bench, bench.connect() as phone, phone.makefile("rb") as reader:

        def taken(count: int) -> int:
            for _ in range(0, count, 50):
                phone.sendall(bench.head("GET", "/v1/call/ringing?call_id=x1") * 50)
                statuses.extend(read_answer(reader).status for _ in range(50))
            return statuses[-count:].count(202)

        statuses: list[int] = []
        assert taken(2050) == 2000
        now[0] = 1.0
        assert taken(550) == 500
        assert set(statuses) == {202, 429}


def test_the_rate_recovers_with_time(tmp_path: Path) -> None:
    now = [0.0]
    with running(tmp_path, events=(2.0, 1), clock=lambda: now[0]) as bench:
        assert [bench.post(EVENT).status for _ in range(2)] == [202, 429]
        now[0] = 0.5
        assert bench.post(EVENT).status == 202


def test_requests_without_the_token_do_not_use_up_the_rate(tmp_path: Path) -> None:
    with running(tmp_path, events=(0.001, 1)) as bench:
        for _ in range(20):
            assert bench.request("GET", "/v1/call/incoming", token=False).status == 401
        assert bench.post(EVENT).status == 202


def test_a_disabled_source_takes_commands_but_no_events(tmp_path: Path) -> None:
    with running(tmp_path, enabled=False, control=echo) as bench:
        assert bench.post(EVENT).status == 404
        assert bench.facts.empty()
        control = {"Authorization": f"Bearer {bench.control_token}"}
        assert bench.request("POST", "/v1/control/raise", control).values == {"verb": "raise", "arguments": {}}


def test_a_fault_behind_the_receiver_is_no_traceback(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with running(tmp_path) as bench:
        bench.receiver.stop()

    def fail(_: object) -> None:
        raise RuntimeError(f"the queue is broken by {NUMBER}")

    from tray.telephony.receiver import Receiver

    receiver = Receiver(tmp_path, fail)
    receiver.start()
    try:
        assert bench.post(EVENT).status == 500
        assert bench.post(EVENT).error == "CTI Tray could not handle this request."
    finally:
        receiver.stop()
    assert NUMBER not in caplog.text
    assert "RuntimeError" in caplog.text


def test_logs_hold_neither_tokens_nor_numbers_and_refusals_are_few(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "cti_tray.receiver")
    bench.post(EVENT)
    for _ in range(100):
        bench.request("GET", f"/v1/call/incoming?number={NUMBER}&token=wrong{bench.token}", token=False)
        bench.post({**EVENT, "direction": f"\n{NUMBER}"})
    texts = [record.getMessage() for record in caplog.records]
    assert not [text for text in texts if bench.token in text or NUMBER[1:] in text or "\n" in text]
    assert any("...101" in text for text in texts)
    assert 1 <= len([record for record in caplog.records if record.levelno == logging.WARNING]) <= 20


def test_refusals_are_json_that_no_page_may_keep(bench: Bench) -> None:
    answer = bench.post(EVENT, Origin="null")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert set(json.loads(answer.body)) == {"error"}
