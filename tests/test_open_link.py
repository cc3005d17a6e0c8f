"""`cti-tray open`: what it takes, and what it does where it cannot hand a link over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tray.calls.model import CallEvent, CallState
from tray.cli import main
from tray.open_link import main as open_link
from tray.paths import HOME_VARIABLE
from tray.telephony.base import Report
from tray.telephony.receiver import Receiver


class Desk:
    """A receiver of its own that notes what it is told."""

    def __init__(self, folder: Path) -> None:
        self.facts: list[CallEvent] = []
        self.commands: list[tuple[str, dict[str, object]]] = []
        report: Report = self.facts.append
        self.receiver = Receiver(folder, report, control=self._control)

    def _control(self, verb: str, arguments: dict[str, object]) -> dict[str, object]:
        self.commands.append((verb, arguments))
        return {}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    desk = Desk(tmp_path)
    desk.receiver.start()
    yield desk
    desk.receiver.stop()


@pytest.mark.parametrize("given", [["tel:020 555 0101"], ["--", "tel:020 555 0101"], ["--", " tel:020 555 0101 "]])
def test_a_link_that_asks_to_dial_goes_to_the_tray_as_it_is(desk: Desk, given: list[str]) -> None:
    assert open_link(given) == 0
    assert desk.commands == [("open-link", {"link": "tel:020 555 0101"})]
    assert desk.facts == []


@pytest.mark.parametrize(
    "link", ["TEL:1", "callto://1", 'tel:1" --x "', "tel:--help", "tel:\udcff", "tel:" + "1" * 9000]
)
def test_whatever_is_in_it_is_one_text(desk: Desk, link: str) -> None:
    assert main(["open", "--", link]) == 0
    ((verb, arguments),) = desk.commands
    assert verb == "open-link"
    assert link.startswith(str(arguments["link"]))
    assert len(str(arguments["link"])) <= 600


@pytest.mark.parametrize(
    "given",
    [
        *([], ["--"], ["tel:1", "tel:2"], ["--", "tel:1", "--background"], ["--", "--help"], ["--version"]),
        *(["sip:a@b"], ["https://example.com"], ["file:///etc/passwd"], [""], ["tel"], ["--", "--", "tel:1"]),
    ],
)
def test_anything_else_is_refused_in_one_line_and_reaches_nobody(
    desk: Desk, given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert open_link(given) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("cti-tray open: ")
    assert told.err.count("\n") == 1
    assert desk.commands == []


def test_a_link_of_the_tray_itself_opens_a_card_and_does_nothing_else(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert open_link(["--", "ctitray://call/v1?event=incoming&number=%2B31205550101"]) == 0
    assert [fact.state for fact in desk.facts] == [CallState.OFFERED]
    for event in ("end", "connected", "hold"):
        assert open_link(["--", f"ctitray://call/v1?event={event}&number=%2B31205550101"]) == 2
    for address in ("dial", "control/dial", "call/v1/dial", "open-link"):
        assert open_link(["--", f"ctitray://{address}?number=%2B31205550101"]) == 2
    assert len(desk.facts) == 1
    assert desk.commands == []
    assert capsys.readouterr().err.count("\n") == 7


def test_help_says_what_it_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert open_link(["--help"]) == 0
    told = capsys.readouterr().out
    assert "example: " in told
    assert "exit code: 0 " in told
