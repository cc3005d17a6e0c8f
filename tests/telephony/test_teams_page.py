"""The page that Teams opens for an incoming call, in a real Chromium: a number goes in, exactly one link comes out."""

from __future__ import annotations

import base64
import hashlib
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest

from tests import certificates
from tests.chromium import Browser, Chromium, Visit
from tests.telephony.receiver_bench import Bench
from tray.calls.model import CallState, Direction
from tray.event import main

PAGE = Path(__file__).parents[2] / "resources" / "teams" / "call.html"
LINK = "ctitray://call/v1?event=connected&direction=incoming&number={}&source=teams"
ADATUM = LINK.format("%2B31205550101")
NUMBERS = {
    "#n=%2B31205550101": "%2B31205550101",
    "#n=+31205550101": "%2B31205550101",
    "#n=%2031205550101": "%2B31205550101",
    "?n=%2B31205550101": "%2B31205550101",
    "?n=+31205550101": "%2B31205550101",
    "?n= 31205550101": "%2B31205550101",
    "?tenant=a&n=%2B31205550101&x=1": "%2B31205550101",
    "?n=%2B49305550101#n=%2B31205550101": "%2B31205550101",
    "#n=0205550101": "0205550101",
    "#n=%200205550101": "0205550101",
    "#n=%2B31%20(20)%20555-0101": "%2B31205550101",
    "#n=1234": "1234",
}
HOSTILE = [
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    '"><img src=x onerror=alert(1)>',
    "+31205550101&event=ended&call_id=1",
    "+31205550101#&event=ended",
    "+31205550101\r\nX: y",
    "%E0%A4%A",
    "%252B31205550101",
    "+31205550101;ext=5",
    "+3120555010112345",
    "12",
    "++31205550101",
    "+",
    "*21*0612345678#",
    "anonymous",
    "\u0661\u0662\u0663\u0664\u0665\u0666",
    "constructor",
]


class Site:
    """An ordinary web server with nothing but the page, and what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked, content = self.asked, PAGE.read_bytes()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/call.html"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join(10)
        self._server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with Chromium(certificates.make(tmp_path_factory.mktemp("certificates"))) as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: Chromium) -> Iterator[Browser]:
    with Browser(None, chromium) as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, site: Site) -> Callable[..., list[Visit]]:
    """Opens the page with each of these behind its address, all at once."""

    def visit(*behind: str) -> list[Visit]:
        for each in behind:
            browser.open(site.address + each)
        return [browser.wait_for_visit() for _ in behind]

    return visit


def test_a_number_is_handed_over_as_a_connected_call(visit: Callable[..., list[Visit]]) -> None:
    for number, seen in zip(NUMBERS.values(), visit(*NUMBERS), strict=True):
        assert seen.asked == (LINK.format(number),), seen.address
        assert seen.links == (LINK.format(number),)
        assert "Incoming call" in seen.text
        assert number.replace("%2B", "+") in seen.text
        assert "Show in CTI Tray" in seen.text


@pytest.mark.parametrize("door", ["#n=", "?n="])
def test_what_is_no_number_goes_nowhere(visit: Callable[..., list[Visit]], door: str) -> None:
    written = [each if re.match("%[0-9A-F]", each) else quote(each, safe="") for each in HOSTILE]
    for seen in visit(*(door + each for each in written)):
        assert (seen.asked, seen.links) == ((), ()), seen.address
        assert "is not a telephone number" in seen.text
        assert "<" not in seen.text
        assert "alert" not in seen.text


def test_what_stands_beside_the_number_changes_nothing(visit: Callable[..., list[Visit]]) -> None:
    beside = ("#n=%2B31205550101&event=ended", "#n=%2B31205550101&number=%2B1&n=%2B49305550101")
    assert [seen.asked for seen in visit(*beside)] == [(ADATUM,)] * 2


def test_without_a_number_it_says_what_the_administrator_must_look_at(visit: Callable[..., list[Visit]]) -> None:
    for seen in visit("", "#", "#n=", "?n=", "#n={phone}", "?n={phone}", "#n=%7Bphone%7D", "?n=%7bphone%7d", "#m=1"):
        assert (seen.asked, seen.links) == ((), ()), seen.address
        assert "No telephone number" in seen.text
        assert "#n={phone}" in seen.text


def test_what_stands_behind_the_hash_never_reaches_a_server_and_nothing_else_is_fetched(
    visit: Callable[..., list[Visit]], site: Site
) -> None:
    site.asked.clear()
    visit("#n=%2B31205550101")
    assert site.asked == ["/call.html"]


@pytest.mark.parametrize(
    ("locale", "words"),
    [("de-AT", "Eingehender Anruf"), ("nl-BE", "Inkomende oproep"), ("en-GB", "Incoming call"), ("fr-FR", "Incoming")],
)
def test_it_speaks_the_language_of_the_browser(chromium: Chromium, site: Site, locale: str, words: str) -> None:
    with Browser(None, chromium, locale=locale) as browser:
        browser.open(f"{site.address}#n=%2B31205550101")
        seen = browser.wait_for_visit()
    assert words in seen.text
    assert seen.asked == (ADATUM,)


def test_style_and_script_are_those_that_its_policy_allows() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for tag in ("style", "script"):
        body = text.split(f"<{tag}>", 1)[1].split(f"</{tag}>", 1)[0]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in text
    assert "default-src 'none'" in text
    assert re.findall(r"https?://(?!address)", text) == []


def test_the_link_of_the_page_makes_a_connected_call_from_teams(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CTI_TRAY_HOME", str(tmp_path))
    bench = Bench(tmp_path)
    bench.start()
    try:
        assert main([ADATUM]) == 0
        fact = bench.next_fact()
    finally:
        bench.receiver.stop()
    assert (fact.source, fact.state, fact.direction) == ("teams", CallState.CONNECTED, Direction.INCOMING)
    assert (fact.number, fact.end_unseen) == ("+31205550101", True)
