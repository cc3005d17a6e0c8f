"""What Windows is told about links, as data; and what register, remove and state do with a registry."""

from __future__ import annotations

import pytest

from tray.errors import CtiError
from tray.links.command import windows_line
from tray.links.model import SCHEMES, LinkState
from tray.links.registry import PROGRAM_ID, Value, WindowsLinks, values

PROGRAM = r"C:\Program Files\CTI Tray\pythonw.exe"
COMMAND = (PROGRAM, "-P", "-m", "tray.open_link", "--")
LINE = rf'"{PROGRAM}" -P -m tray.open_link -- "%1"'
CHOICES = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations"


class Hive:
    """A registry in memory: texts by key and name, in small letters as Windows compares them."""

    def __init__(self) -> None:
        self.texts: dict[tuple[str, str], str] = {}
        self.classes: set[str] = set()
        self.told = 0

    def text(self, key: str, name: str) -> str | None:
        return self.texts.get((key.lower(), name.lower()))

    def is_class(self, scheme: str) -> bool:
        return scheme in self.classes or self.text(f"Software\\Classes\\{scheme}", "URL Protocol") is not None

    def write(self, value: Value) -> None:
        self.texts[value.key.lower(), value.name.lower()] = value.text

    def delete_key(self, key: str) -> None:
        gone = key.lower()
        self.texts = {
            place: text
            for place, text in self.texts.items()
            if place[0] != gone and not place[0].startswith(f"{gone}\\")
        }

    def delete_value(self, key: str, name: str) -> None:
        self.texts.pop((key.lower(), name.lower()), None)

    def tell(self) -> None:
        self.told += 1


def test_everything_that_is_written() -> None:
    written = {(value.key, value.name): value.text for value in values(COMMAND)}
    icon = f'"{PROGRAM}",0'
    for place, called in ((PROGRAM_ID, "CTI Tray link"), ("ctitray", "URL:CTI Tray")):
        key = rf"Software\Classes\{place}"
        assert written.pop((key, "")) == called
        assert written.pop((key, "URL Protocol")) == ""
        assert written.pop((rf"{key}\Application", "ApplicationName")) == "CTI Tray"
        assert written.pop((rf"{key}\DefaultIcon", "")) == icon
        assert written.pop((rf"{key}\shell\open\command", "")) == LINE
    capabilities = r"Software\CTI Tray\Capabilities"
    assert written.pop((capabilities, "ApplicationName")) == "CTI Tray"
    assert written.pop((capabilities, "ApplicationDescription"))
    assert written.pop((capabilities, "ApplicationIcon")) == icon
    for scheme in ("tel", "callto", "ctitray"):
        assert written.pop((rf"{capabilities}\URLAssociations", scheme)) == PROGRAM_ID
    assert written.pop((r"Software\RegisteredApplications", "CTI Tray")) == capabilities
    assert written == {}


def test_the_classes_of_tel_and_callto_are_left_alone() -> None:
    """They belong to whichever program had them before; the user alone may choose."""
    assert not [
        value
        for value in values(COMMAND)
        if value.key.lower().startswith(("software\\classes\\tel", "software\\classes\\callto"))
    ]


def test_the_registration_is_offered_only_when_it_is_complete() -> None:
    assert values(COMMAND)[-1].key.endswith("RegisteredApplications")


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (r"C:\tray\pythonw.exe", r'"C:\tray\pythonw.exe" open -- "%1"'),
        (r"C:\Program Files (x86)\a b\t.exe", r'"C:\Program Files (x86)\a b\t.exe" open -- "%1"'),
        (r"\\server\share\Jürgen & Söhne\t.exe", '"\\\\server\\share\\Jürgen & Söhne\\t.exe" open -- "%1"'),
    ],
)
def test_the_link_is_one_quoted_argument_behind_the_end_of_options(program: str, line: str) -> None:
    assert windows_line((program, "open", "--")) == line


def test_a_path_that_windows_would_fill_in_is_refused() -> None:
    with pytest.raises(CtiError, match="%"):
        windows_line((r"C:\100%1\t.exe", "open", "--"))


def test_what_is_registered_is_taken_away_again_and_nothing_else() -> None:
    hive = Hive()
    others = [
        Value(r"Software\RegisteredApplications", "Other", "x"),
        Value(r"Software\Classes\tel", "URL Protocol", ""),
        Value(r"Software\Classes\CTITray.Link.10", "", "no neighbour"),
    ]
    for value in others:
        hive.write(value)
    before = dict(hive.texts)
    links = WindowsLinks(hive, COMMAND)
    assert {links.state(scheme) for scheme in SCHEMES} == {LinkState.NOT_REGISTERED}
    links.register()
    assert [links.state(scheme) for scheme in SCHEMES] == [LinkState.OFFERED, LinkState.OFFERED, LinkState.CHOSEN]
    once = dict(hive.texts)
    WindowsLinks(hive, COMMAND).register()
    assert hive.texts == once
    links.remove()
    links.remove()
    assert hive.texts == before
    assert hive.told == 4


@pytest.mark.parametrize(
    ("choices", "state"),
    [
        ({}, LinkState.OFFERED),
        ({"UserChoice": PROGRAM_ID}, LinkState.CHOSEN),
        ({"UserChoice": "Other"}, LinkState.OFFERED),
        ({"UserChoiceLatest\\ProgId": PROGRAM_ID, "UserChoice": "Other"}, LinkState.CHOSEN),
        ({"UserChoiceLatest\\ProgId": "Other", "UserChoice": PROGRAM_ID}, LinkState.OFFERED),
        ({"UserChoiceLatest": PROGRAM_ID}, LinkState.CHOSEN),
    ],
)
def test_the_newest_choice_of_the_user_counts(choices: dict[str, str], state: LinkState) -> None:
    hive = Hive()
    links = WindowsLinks(hive, COMMAND)
    links.register()
    for place, program in choices.items():
        hive.write(Value(rf"{CHOICES}\tel\{place}", "ProgId", program))
    assert links.state("tel") is state
    links.remove()
    assert links.state("tel") is LinkState.NOT_REGISTERED


def test_a_program_for_a_scheme_is_one_that_is_chosen_or_registered() -> None:
    hive = Hive()
    links = WindowsLinks(hive, COMMAND)
    assert not links.has_program("msteams")
    hive.classes.add("msteams")
    assert links.has_program("msteams")
    hive.write(Value(rf"{CHOICES}\tel\UserChoice", "ProgId", "Other"))
    assert links.has_program("tel")


def test_the_plan_names_every_key_and_the_advice_says_where_to_choose() -> None:
    links = WindowsLinks(Hive(), COMMAND)
    assert len(links.plan()) == len(values(COMMAND))
    assert rf"HKCU\Software\Classes\ctitray\shell\open\command  (Default) = {LINE}" in links.plan()
    assert "Default apps" in links.advice()[0]
