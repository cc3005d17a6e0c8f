"""Port and tokens: kept across restarts, private, and made anew where they are damaged or taken."""

from __future__ import annotations

import json
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.telephony.receiver_bench import Bench, running
from tray.errors import CtiError, DataDamaged
from tray.telephony.base import SourceState
from tray.telephony.receiver import Receiver
from tray.telephony.receiver_file import FILE_NAME, Keys, fresh_keys, load_keys, save_keys

GOOD = {"port": 23456, "token": "t" * 43, "control_token": "c" * 43}


def test_port_and_token_survive_a_restart(tmp_path: Path) -> None:
    with running(tmp_path) as first:
        before = first.receiver.address
        assert before == (f"http://127.0.0.1:{first.port}", first.token)
    with running(tmp_path) as second:
        assert second.receiver.address == before
        assert second.still_answers()


def test_the_control_token_is_another_after_a_restart(tmp_path: Path) -> None:
    tokens = set()
    for _ in range(2):
        with running(tmp_path) as bench:
            tokens |= {bench.control_token, bench.token}
    assert len(tokens) == 3


def test_a_new_token_is_in_force_at_once_and_stays(tmp_path: Path) -> None:
    event = {"event": "incoming", "call_id": "x1"}
    with running(tmp_path, control=lambda verb, _: {"verb": verb}) as bench:
        old, control = bench.token, {"Authorization": f"Bearer {bench.control_token}"}
        bench.receiver.new_token()
        assert bench.post(event).status == 401
        assert bench.request("GET", f"/v1/call/incoming?token={old}", token=False).status == 401
        assert bench.request("GET", f"/v1/call/{old}/incoming", token=False).status in {401, 404}
        bench.learn_keys()
        assert bench.token not in {old, bench.control_token}
        assert bench.receiver.address[1] == bench.token
        assert bench.post(event).status == 202
        assert bench.request("GET", f"/v1/call/{bench.token}/incoming", token=False).status == 202
        assert bench.request("POST", "/v1/control/status", control).status == 200
        new = bench.token
    with running(tmp_path) as bench:
        assert bench.token == new


def test_the_token_stays_where_a_new_one_cannot_be_kept(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with running(folder) as bench:
        folder.rename(tmp_path / "away")
        folder.write_text("not a folder", encoding="utf-8")
        with pytest.raises(CtiError):
            bench.receiver.new_token()
        assert bench.still_answers()


def test_tokens_are_long_and_never_the_same(tmp_path: Path) -> None:
    keys = [fresh_keys() for _ in range(20)]
    tokens = {token for each in keys for token in (each.token, each.control_token)}
    assert len(tokens) == 40
    assert min(len(token) for token in tokens) >= 43


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder's rights instead of a mode")
def test_the_file_is_for_its_user_alone(tmp_path: Path) -> None:
    with running(tmp_path):
        assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    (tmp_path / FILE_NAME).chmod(0o644)
    with running(tmp_path):
        assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
        assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_keys_do_not_show_their_tokens() -> None:
    keys = Keys(1, "secret-token", "secret-control")
    assert "secret" not in f"{keys!r} {keys}"


DAMAGE: list[Callable[[bytes], bytes]] = [
    lambda data: b"",
    lambda data: data[: len(data) // 2],
    lambda data: b"\x00" * len(data),
    lambda data: b"\xff\xfe" + data,
    lambda data: b"[]",
    lambda data: b"null",
    lambda data: b"[" * 4000,
    lambda data: data.replace(b'"token"', b'"tokens"'),
    lambda data: json.dumps({**GOOD, "port": "23456"}).encode(),
    lambda data: json.dumps({**GOOD, "port": True}).encode(),
    lambda data: json.dumps({**GOOD, "port": 70000}).encode(),
    lambda data: json.dumps({**GOOD, "port": 0}).encode(),
    lambda data: json.dumps({**GOOD, "home_port": 70000}).encode(),
    lambda data: json.dumps({**GOOD, "home_port": "23456"}).encode(),
    lambda data: json.dumps({**GOOD, "token": ""}).encode(),
    lambda data: json.dumps({**GOOD, "token": "short"}).encode(),
    lambda data: json.dumps({**GOOD, "token": None}).encode(),
    lambda data: json.dumps({**GOOD, "control_token": "c" * 42 + "\n"}).encode(),
    lambda data: json.dumps({**GOOD, "control_token": GOOD["token"]}).encode(),
    lambda data: data + b" " * 5000 + b"x",
]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_gives_a_new_token_and_one_notice(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    with running(tmp_path) as first:
        former = first.token
    path = tmp_path / FILE_NAME
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DataDamaged, match=FILE_NAME):
        load_keys(tmp_path)
    with running(tmp_path) as second:
        status = second.receiver.status()
        assert status.state is SourceState.CONNECTED
        assert status.detail.count("damaged") == 1
        assert second.token not in {former, GOOD["token"]}
        assert second.still_answers()
    with running(tmp_path) as third:
        assert "damaged" not in third.receiver.status().detail
        assert third.token == second.token


def test_a_file_that_is_a_folder_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    bench = Bench(tmp_path)
    bench.receiver.start()
    try:
        status = bench.receiver.status()
        assert status.state is SourceState.CONNECTED
        assert "cannot be written" in status.detail
    finally:
        bench.receiver.stop()


def test_the_configured_port_wins(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        former = bench.port
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        wanted = free.getsockname()[1]
    with running(tmp_path, port=wanted) as bench:
        assert bench.port == wanted != former
        assert bench.receiver.status().detail == "Listening for calls."
        assert bench.still_answers()


@pytest.mark.parametrize("configured", [True, False])
def test_a_taken_port_is_replaced_and_the_file_says_so(tmp_path: Path, configured: bool) -> None:
    with running(tmp_path) as bench:
        former, token = bench.port, bench.token
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", former))
        taken.listen()
        with running(tmp_path, port=former if configured else 0) as bench:
            status = bench.receiver.status()
            assert status.state is SourceState.CONNECTED
            (problem,) = bench.receiver.problems
            assert f"port {former} is taken by another program" in problem.message
            assert problem.message in status.detail
            assert ("[sources.receiver]" in problem.hint) == configured
            assert "restart CTI Tray" in problem.hint
            assert bench.port != former
            assert bench.token == token
            assert bench.still_answers()
            replacement = bench.port
            assert json.loads((tmp_path / FILE_NAME).read_bytes())["port"] == replacement
        with running(tmp_path) as bench:
            assert bench.port == replacement
    with running(tmp_path) as bench:
        assert bench.port == former
        assert bench.receiver.problems == ()
        assert bench.receiver.status().detail == "Listening for calls."


def test_a_file_without_a_home_port_has_it_where_it_listened(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        former, token = bench.port, bench.token
    path = tmp_path / FILE_NAME
    values = json.loads(path.read_bytes())
    del values["home_port"]
    path.write_text(json.dumps(values), encoding="utf-8")
    with running(tmp_path) as bench:
        assert (bench.port, bench.token) == (former, token)
        assert json.loads(path.read_bytes())["home_port"] == former


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("{"), lambda path: path.write_text("")])
@pytest.mark.parametrize("asked", ["status", "request", "refused"])
def test_a_file_that_is_lost_while_the_tray_runs_is_written_again(
    tmp_path: Path, damage: Callable[[Path], None], asked: str
) -> None:
    path = tmp_path / FILE_NAME
    with running(tmp_path) as bench:
        good = path.read_bytes()
        damage(path)
        match asked:
            case "status":
                bench.receiver.status()
            case "request":
                assert bench.still_answers()
            case _:
                assert bench.request("GET", "/", token=False).status == 404
        assert path.read_bytes() == good
        damage(path)
    bench.receiver.status()
    assert not path.exists() or path.read_bytes() != good


@pytest.mark.parametrize("port", [70000, -1])
def test_an_impossible_port_is_replaced(tmp_path: Path, port: int) -> None:
    with running(tmp_path, port=port) as bench:
        assert 0 < bench.port < 65536
        assert bench.still_answers()


def test_two_trays_on_one_machine_get_two_ports(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with running(tmp_path / "one") as one, running(tmp_path / "two") as two:
        assert one.port != two.port
        assert one.token != two.token
        headers = {"Authorization": f"Bearer {one.token}"}
        assert two.request("GET", "/v1/call/incoming", headers).status == 401


def test_before_the_start_there_is_no_address(tmp_path: Path) -> None:
    receiver = Receiver(tmp_path, print)
    assert receiver.address == ("", "")
    assert receiver.status().state is SourceState.OFF
    assert receiver.name == "receiver"


def test_the_status_tells_no_secrets(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        status = bench.receiver.status()
        assert "incoming" in status.reports
        assert "dial" not in status.reports
        assert bench.token not in repr(status)


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    with running(tmp_path / "new" / "folder") as bench:
        assert bench.still_answers()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(CtiError, match="blocked"):
        save_keys(blocked, Keys(23456, "t" * 43, "c" * 43))
    receiver = Receiver(blocked, print)
    receiver.start()
    try:
        assert receiver.status().state is SourceState.CONNECTED
        assert "cannot be written" in receiver.status().detail
    finally:
        receiver.stop()


def test_no_file_is_no_keys(tmp_path: Path) -> None:
    assert load_keys(tmp_path) is None


def test_the_token_of_desk_phones_is_kept_and_a_new_one_leaves_the_others(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        first = bench.receiver.keys
        assert len(first.lan_token) == 22, "some phones take addresses of 128 characters at most"
    with running(tmp_path) as bench:
        assert bench.receiver.keys.lan_token == first.lan_token
        bench.receiver.new_lan_token()
        kept = load_keys(tmp_path)
        assert kept is not None
        assert (kept.token, kept.lan_token) == (first.token, bench.receiver.keys.lan_token)
        assert kept.lan_token != first.lan_token


def test_a_file_of_before_gets_a_token_for_desk_phones(tmp_path: Path) -> None:
    save_keys(tmp_path, Keys(23457, "t" * 43, "c" * 43))
    with running(tmp_path) as bench:
        assert bench.token == "t" * 43
        assert bench.receiver.keys.lan_token
