"""The tray as the program for links of a real desktop: a click in a real browser, loops, a tray that does not run."""

from __future__ import annotations

import functools
import json
import os
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.app.dial_driver import REQUEST, confirm, wait_for_request
from tests.desk import DeskTray
from tests.display import Desktop, require, wait_until
from tests.phones import Baresip, Callee

CHECKOUT = str(Path(__file__).parents[2])
LINK = "tel:+49-30-123456"
_PAGE = """<!doctype html><title>Customer card</title><body style="margin: 0">
<a href="tel:+49-30-123456;ext=12" style="display: block; height: 100vh">+49 30 123456</a>"""


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class BrowserPage:
    """Chromium with one page that is nothing but a link to a telephone number.

    The user has told it before that this site may open the program for such links.
    """

    def __init__(self, desktop: Desktop, folder: Path, environment: dict[str, str]) -> None:
        require("chromium", "xdg-open", "xdg-mime")
        folder.mkdir()
        (folder / "index.html").write_text(_PAGE, encoding="ascii")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()
        origin = f"http://127.0.0.1:{self._server.server_port}"
        allowed = {"protocol_handler": {"allowed_origin_protocol_pairs": {origin: {"tel": True}}}}
        (folder / "profile/Default").mkdir(parents=True)
        (folder / "profile/Default/Preferences").write_text(json.dumps(allowed), encoding="ascii")
        options = ["--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-sync", "--window-size=600,500"]
        options += ["--disable-background-networking", "--log-level=3", f"--user-data-dir={folder / 'profile'}"]
        self._desktop = desktop
        self._process = desktop.start("chromium", *options, f"--app={origin}/", **environment)

    def click(self) -> None:
        """Click the link, once the page is there."""
        area = self._desktop.area(self._desktop.wait_for_window("Customer card", seconds=60))
        wait_until(lambda: self._is_painted(area.centre), what="the page")
        self._desktop.click(*area.centre)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _is_painted(self, place: tuple[int, int]) -> bool:
        return self._desktop.screenshot().getpixel(place) == (255, 255, 255)


@pytest.fixture
def phone(tmp_path: Path, callee: Callee) -> Iterator[Baresip]:
    with Baresip(tmp_path / "phone", proxy=callee.address) as phone:
        yield phone


@pytest.mark.display
@pytest.mark.sip
def test_a_click_on_a_number_in_the_browser_dials_it_after_a_click_in_the_tray(
    desktop: Desktop, phone_tray: DeskTray, callee: Callee, tmp_path: Path
) -> None:
    """The way of a click in Business Central: browser, system, `cti-tray open`, tray, user, phone.

    It is one call, one row of the journal and one activity; the phone cannot pass the extension on, so it is shown.
    """
    phone_tray.load("Customer", "no,name,phone\nC3,Contoso,+4930123456\n")
    codes = {"crm_active": True, "outgoing_template": "OUT"}
    row = {"priority": 1, "table": "Customer", "phone_fields": ["phone"], "name_field": "name"}
    phone_tray.set_up({"module": codes, "user": {"crm_active": True}, "mappings": [row]})
    phone_tray.wait_for_source("baresip")
    system = {**phone_tray.environment, "PATH": os.environ["PATH"], "PYTHONPATH": CHECKOUT}
    phone_tray.environment["PYTHONPATH"] = CHECKOUT
    phone_tray.command("links", "register")
    page = BrowserPage(desktop, tmp_path / "page", system)
    try:
        page.click()
        request = wait_for_request(desktop, "Contoso")
        assert phone_tray.json("calls") == []
        confirm(desktop, request)
        desktop.wait_for_window("Notice - Key in after the answer")
        desktop.wait_for_window("Caller card - Contoso")
        callee.answer()
        wait_until(lambda: phone_tray.status()["calls"][0]["connected"], what="the answer")
        callee.hang_up()
        callee.finish()
    finally:
        page.close()
    phone_tray.command("links", "remove")
    call = phone_tray.call()
    assert phone_tray.json("calls") == [call]
    assert (call["origin"], call["outcome"], call["number"]) == ("user", "outgoing", "+4930123456")
    assert [(each["call_id"], each["template"]) for each in phone_tray.json("activity")] == [(call["call_id"], "OUT")]


@pytest.mark.display
def test_a_tray_that_is_the_program_for_tel_links_does_not_dial_by_them(screen_tray: DeskTray) -> None:
    require("xdg-mime")
    screen_tray.command("links", "register")
    assert screen_tray.json("links", "show")["schemes"]["tel"] == "registered and chosen"
    done = screen_tray.run("dial", "+4930123456")
    assert (done.returncode, done.stdout) == (1, "")
    assert "come back to CTI Tray" in done.stderr
    assert "[dial]" in done.stderr
    screen_tray.command("links", "remove")
    assert screen_tray.json("links", "show")["schemes"]["tel"] == "not registered"
    assert screen_tray.json("calls") == []


@pytest.mark.display
def test_a_number_that_comes_back_by_any_way_is_not_offered_again(desktop: Desktop, screen_tray: DeskTray) -> None:
    """The system says that somebody else takes the links, and still gives them to the tray."""
    opener = screen_tray.folder.parent / "programs/xdg-open"
    came, done = opener.with_name("came"), opener.with_name("done")
    command = f"'{sys.executable}' -m tray.cli open -- \"$1\""
    opener.write_text(f"#!/bin/sh\necho \"$1\" >> '{came}'\n{command} 2> '{done}.new'\nmv '{done}.new' '{done}'\n")
    screen_tray.command("dial", "+49 30 123456;ext=12")
    wait_until(done.exists, what="the way back")
    assert "come back to CTI Tray" in done.read_text()
    assert came.read_text() == "tel:+4930123456;ext=12\n"
    call = screen_tray.call()
    assert (call["cause"], call["origin"]) == ("failed", "user")
    assert screen_tray.json("calls") == [call]
    desktop.wait_for_window("Notice - ")
    assert desktop.windows(REQUEST) == []


def test_a_link_starts_the_tray_where_none_runs(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home")
    tray.environment["PYTHONPATH"] = CHECKOUT
    try:
        done = tray.run("open", "--", LINK)
        assert (done.returncode, done.stderr) == (0, "")
        assert tray.status()["running"]
        assert tray.json("calls") == []
    finally:
        tray.run("quit")
    wait_until(lambda: tray.run("status").returncode == 3, what="the end of the tray")


def test_a_link_says_so_where_the_tray_cannot_start(tmp_path: Path) -> None:
    tray = DeskTray(tmp_path / "home")
    nowhere = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": "", "WAYLAND_DISPLAY": "", "PYTHONPATH": CHECKOUT}
    tray.environment |= nowhere
    done = tray.run("open", "--", LINK)
    assert (done.returncode, done.stdout) == (3, "")
    assert (
        done.stderr == "cti-tray open: CTI Tray is not running and could not be started. Start it, and click again.\n"
    )
