"""Callers choose their names: whatever they choose is shown as plain text, and nothing else happens."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.cards import CARD, close_cards
from tests.canary import Canaries
from tests.desk import DeskTray
from tests.display import Desktop
from tests.phones import Baresip, Caller
from tray.directory.csv_source import MAX_VALUE

pytestmark = pytest.mark.display

NUMBER = "+31205557788"
LONGEST_NAME = 128


@pytest.fixture
def canaries(tmp_path: Path) -> Iterator[Canaries]:
    with Canaries(tmp_path) as canaries:
        yield canaries


def number_of(place: int) -> str:
    """A number for each caller, because a card says more about one who called before."""
    return f"{NUMBER[:-3]}{place:03}"


def hostile_names(canaries: Canaries) -> dict[str, str]:
    """What callers may call themselves, and what is kept of it."""
    plain = (
        f"<img src='{canaries.web}'>",
        f'<img src="file://{canaries.path}">',
        f"<a href='{canaries.web}'>Klick</a>",
        f"<style>* {{ background: url({canaries.web}) }}</style><b>Bold</b>",
        f"![Bild]({canaries.web})",
        "&lt;b&gt; &amp; &#x41;",
        canaries.path,
        "../../../../etc/passwd",
        "\\\\127.0.0.1\\share\\canary.png",
        "javascript:alert(1)",
        "%s%n {0} {name} $HOME `id`",
        "Zoë 🦊👩‍👩‍👧 株式会社",
        "'; DROP TABLE call; --",
    )
    return {
        **{name: name for name in plain},
        "\u202egnp.exe\u202c Ann": "gnp.exe Ann",
        "Ann\0Bob": "AnnBob",
        "Ann\r\n2026-01-01 ERROR INJECTED\n": "Ann 2026-01-01 ERROR INJECTED",
        "Ann\ud83d \udc00Bob\udfff": "Ann Bob",
        "A" * 7000: "A" * LONGEST_NAME,
        "<b>" * 2000: ("<b>" * LONGEST_NAME)[:LONGEST_NAME],
    }


def test_names_of_the_receiver_are_plain_text(desktop: Desktop, screen_tray: DeskTray, canaries: Canaries) -> None:
    screen_tray.report("offered", call_id="plain", number=NUMBER, name="Ann")
    usual = desktop.area(desktop.wait_for_window("Caller card - Ann"))
    screen_tray.report("ended", call_id="plain")
    names = hostile_names(canaries)
    for place, (name, kept) in enumerate(names.items()):
        close_cards(desktop)
        call = f"hostile-{place}"
        screen_tray.report("offered", call_id=call, number=number_of(place), name=name)
        card = desktop.wait_for_window(CARD)
        assert desktop.title(card) == f"{CARD} - {kept}"
        assert desktop.area(card) == usual, name
        screen_tray.report("ended", call_id=call)
    last = screen_tray.call(call)
    assert last["outcome"] == "missed_incoming"
    rows = {row["call_id"]: (row["name"], row["number"]) for row in screen_tray.json("calls")}
    assert rows == {
        "plain": ("Ann", NUMBER),
        **{f"hostile-{place}": (kept, number_of(place)) for place, kept in enumerate(names.values())},
    }
    assert canaries.touched == []
    log = screen_tray.log()
    assert NUMBER[3:8] not in log
    assert "INJECTED" not in log


def test_a_name_of_ten_thousand_characters_from_a_softphone_is_one_line_on_a_usual_card(
    desktop: Desktop, screen_tray: DeskTray
) -> None:
    close_cards(desktop)
    screen_tray.report("offered", call_id="usual", number=NUMBER, name="Ann")
    usual = desktop.area(desktop.wait_for_window(f"{CARD} - Ann"))
    screen_tray.report("ended", call_id="usual")
    close_cards(desktop)
    hook = "import sys; from tray.event import main; sys.exit(main())"
    arguments = ["--name", "<b>" + "B" * 9_997, "--call-id", "long", number_of(1)]
    done = subprocess.run(
        [sys.executable, "-c", hook, *arguments],
        env=screen_tray.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("", "")
    card = desktop.wait_for_window(CARD)
    assert desktop.title(card) == f"{CARD} - <b>{'B' * (LONGEST_NAME - 3)}"
    assert desktop.area(card) == usual
    screen_tray.report("ended", call_id="long")


def test_a_name_of_the_directory_as_long_as_it_may_be_is_one_line_on_a_usual_card(
    desktop: Desktop, screen_tray: DeskTray
) -> None:
    close_cards(desktop)
    name = "<i>" + "D" * (MAX_VALUE - 3)
    screen_tray.load("Customer", f"no,name,phone\nC1,{name},{number_of(2)}\nC2,Ann,{number_of(3)}\n")
    mapping = {"priority": 1, "table": "Customer", "card_page": "builtin", "phone_fields": ["phone"]}
    screen_tray.set_up({"mappings": [mapping]})
    areas = []
    for place in (3, 2):
        screen_tray.report("offered", call_id=f"record-{place}", number=number_of(place))
        card = desktop.wait_for_window(CARD)
        areas.append(desktop.area(card))
        shown = desktop.title(card).removeprefix(f"{CARD} - ")
        kept = shown.removesuffix("\N{HORIZONTAL ELLIPSIS}")
        assert (shown == "Ann") if place == 3 else (len(kept) >= LONGEST_NAME and name.startswith(kept)), shown
        screen_tray.report("ended", call_id=f"record-{place}")
        close_cards(desktop)
    assert areas[0] == areas[1]


def test_a_name_of_ten_thousand_characters_is_more_than_the_receiver_takes(
    desktop: Desktop, screen_tray: DeskTray
) -> None:
    close_cards(desktop)
    assert screen_tray.offer("offered", call_id="huge", number=NUMBER, name="B" * 10_000) == 413
    screen_tray.report("offered", call_id="after", number=NUMBER, name="After")
    desktop.wait_for_window(f"{CARD} - After")
    assert len(desktop.windows(CARD)) == 1
    screen_tray.report("ended", call_id="after")


def test_records_of_the_directory_are_plain_text(desktop: Desktop, screen_tray: DeskTray, canaries: Canaries) -> None:
    close_cards(desktop)
    name = f"<img src='{canaries.web}'><a href='file://{canaries.path}'>Adatum</a>"
    fields = f'"{name}",020 555 7788,"<h1>{name}</h1>",file://{canaries.path},{canaries.web}'
    screen_tray.load("Customer", f"no,name,phone,company,photo,home_page\nC1,{fields}\n")
    mapping = {"priority": 1, "table": "Customer", "card_page": "builtin", "phone_fields": ["phone"]}
    screen_tray.set_up({"user": {"auto_open_master_data": True}, "mappings": [mapping]})
    screen_tray.report("offered", call_id="record", number=NUMBER)
    assert desktop.title(desktop.wait_for_window(CARD)) == f"{CARD} - {name}"
    page = desktop.wait_for_window("Master data")
    assert desktop.title(page) == f"Master data - {name}"
    screen_tray.report("ended", call_id="record")
    row = screen_tray.call("record")
    assert (row["name"], row["table"], row["no"]) == (name, "Customer", "C1")
    close_cards(desktop)
    screen_tray.run("run")
    desktop.close_window(desktop.wait_for_window("Recent calls"))
    desktop.close_window(page)
    assert canaries.touched == []


@pytest.mark.sip
def test_names_of_real_calls_are_plain_text(
    desktop: Desktop, phone: Baresip, phone_tray: DeskTray, canaries: Canaries
) -> None:
    phone_tray.wait_for_source("baresip")
    close_cards(desktop)
    names = {
        f"<img src='{canaries.web}'>": None,
        f"<a href=file://{canaries.path}>Ann</a>": None,
        "\u202egnp.exe\u202c Ann": "gnp.exe Ann",
        "\\\\127.0.0.1\\share 🦊": None,
        "C" * 5000: "C" * LONGEST_NAME,
    }
    for name, kept in names.items():
        with Caller(phone, number=NUMBER, name=name) as caller:
            card = desktop.wait_for_window(CARD)
            assert desktop.title(card) == f"{CARD} - {kept or name}"
            caller.hang_up()
            caller.finish()
        assert phone_tray.call(caller.call_id)["name"] == (kept or name)
        close_cards(desktop)
    assert canaries.touched == []
    assert NUMBER[3:] not in phone_tray.log()
