"""A desk phone at a whole tray: the listener of config.toml, its token from the command line, its call."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from pathlib import Path

from tests.desk import DeskTray
from tests.display import wait_until
from tests.telephony.lan_bench import free_port
from tray.logs import LOG_NAME


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_its_call_is_heard_and_a_new_token_holds_at_once(tmp_path: Path) -> None:
    port = free_port()
    config = f'[sources.lan]\nenabled = true\naddress = "127.0.0.1:{port}"\nallowed = ["127.0.0.1"]\n'
    with DeskTray(tmp_path / "home", config=config) as tray:
        answer = tray.json("receiver", "--lan")
        assert answer["url"] == f"http://127.0.0.1:{port}"
        assert answer["token"] != tray.json("receiver")["token"]
        (source,) = (each for each in tray.json("status")["sources"] if each["name"] == "lan")
        assert (source["state"], "dial" in source["reports"]) == ("connected", False)
        query = f"number=%2B31205550101&call_id=5&token={answer['token']}"
        for event in ("incoming", "connected", "end"):
            assert status_of(f"{answer['url']}/v1/call/{event}?{query}") == 202
        wait_until(
            lambda: [row["outcome"] for row in tray.json("calls")] == ["incoming"], what="the call in the journal"
        )
        (row,) = tray.json("calls")
        assert (row["source"], row["number"]) == ("lan@127.0.0.1", "+31205550101")
        renewed = tray.json("receiver", "--lan", "--new-token")
        assert status_of(f"{answer['url']}/v1/call/incoming?{query}") == 401
        assert status_of(f"{answer['url']}/v1/call/incoming?token={renewed['token']}") == 202
        assert status_of(f"{answer['url']}/v1/control/quit?token={renewed['token']}") == 404
        log = (tray.folder / LOG_NAME).read_text(encoding="utf-8")
        assert answer["token"] not in log
        assert renewed["token"] not in log
        assert "31205550101" not in log


def test_a_call_that_rings_at_two_phones_of_the_user_is_one_call_until_the_one_that_took_it_hangs_up(
    tmp_path: Path,
) -> None:
    port, desk, wall = free_port(), "127.0.0.2", "127.0.0.3"
    config = f'[sources.lan]\nenabled = true\naddress = "127.0.0.1:{port}"\nallowed = ["{desk}", "{wall}"]\n'
    with DeskTray(tmp_path / "home", config=config) as tray:
        token = tray.json("receiver", "--lan")["token"]

        def report(phone: str, event: str, own_id: str) -> None:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20, source_address=(phone, 0))
            try:
                connection.request("GET", f"/v1/call/{event}?number=%2B31205550101{own_id}&token={token}")
                assert connection.getresponse().status == 202
            finally:
                connection.close()

        for round_, ids in enumerate([("", ""), ("&call_id=7", "&call_id=8")], start=1):
            for phone, event in ((desk, "incoming"), (wall, "incoming"), (desk, "connected"), (wall, "end")):
                report(phone, event, ids[phone == wall])
            (call,) = tray.json("status")["calls"]
            assert call["state"] == "connected"
            report(desk, "end", ids[0])
            wait_until(lambda: not tray.json("status")["calls"], what="the end of the call")
            assert [row["outcome"] for row in tray.json("calls")] == ["incoming"] * round_
