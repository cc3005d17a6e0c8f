"""The words and lines of the icon's menu and tooltip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.menu import SEPARATOR, IconView, menu_entries, tooltip
from tray.setup.model import SignInState
from tray.views import IconCommand, TrayState


def test_the_menu_has_open_first_in_bold_and_quit_last_after_a_separator() -> None:
    entries = menu_entries(IconView())
    assert [entry.text for entry in entries if entry is not SEPARATOR] == [
        "Open",
        "Recent calls",
        "Dial...",
        "Do not disturb",
        "Connect my phone...",
        "Setup",
        "Help",
        "Quit",
    ]
    assert [entry.command for entry in entries if entry.default] == [IconCommand.OPEN]
    assert entries[-2] is SEPARATOR


@pytest.mark.parametrize("on", [True, False])
def test_do_not_disturb_alone_has_a_check_mark(on: bool) -> None:
    entries = menu_entries(IconView(do_not_disturb=on))
    assert {entry.command: entry.checked for entry in entries if entry.checked is not None} == {
        IconCommand.DO_NOT_DISTURB: on
    }


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (None, ()),
        (SignInState.SIGNED_OUT, ("Sign in to Microsoft",)),
        (SignInState.SIGNED_IN, ("Sign out of Microsoft",)),
        (SignInState.SIGN_IN_NEEDED, ("Sign in again to Microsoft",)),
    ],
)
def test_signing_in_and_out_are_offered_where_they_apply(state: SignInState | None, offered: tuple[str, ...]) -> None:
    commands = {IconCommand.SIGN_IN, IconCommand.SIGN_OUT}
    assert tuple(e.text for e in menu_entries(IconView(sign_in=state)) if e.command in commands) == offered


def test_menu_and_tooltip_are_translated_by_the_given_function() -> None:
    assert next(entry.text for entry in menu_entries(IconView(), str.upper)) == "OPEN"
    assert tooltip(IconView(TrayState.IN_CALL), str.upper) == "CTI Tray - IN CALL"


@pytest.mark.parametrize(
    ("state", "words"),
    [(TrayState.IN_CALL, "In a Teams call"), (TrayState.RINGING, "Ringing"), (TrayState.IDLE, "Ready")],
)
def test_the_tooltip_tells_a_call_in_teams_from_one_of_this_desk(state: TrayState, words: str) -> None:
    assert tooltip(IconView(state, in_teams=True)) == f"CTI Tray - {words}"


@pytest.mark.parametrize("state", list(TrayState))
def test_the_tooltip_names_product_user_and_state(state: TrayState) -> None:
    assert tooltip(IconView(state, "Ada Vance")).startswith("CTI Tray - Ada Vance - ")


def test_do_not_disturb_is_said_also_where_something_else_is_more_urgent() -> None:
    said = {state: tooltip(IconView(state, "Ada", do_not_disturb=True)) for state in TrayState}
    assert said[TrayState.OFFLINE] == "CTI Tray - Ada - Offline - Do not disturb"
    assert said[TrayState.RINGING] == "CTI Tray - Ada - Ringing - Do not disturb"
    assert said[TrayState.DO_NOT_DISTURB] == "CTI Tray - Ada - Do not disturb"


def test_no_two_states_share_a_word() -> None:
    assert len({tooltip(IconView(state)) for state in TrayState}) == len(TrayState)


def test_a_long_name_is_cut_and_the_state_stays() -> None:
    text = tooltip(IconView(TrayState.SIGN_IN_NEEDED, "x" * 500))
    assert len(text) == 127
    assert text.endswith("\N{HORIZONTAL ELLIPSIS} - Sign-in needed")


@given(st.text(max_size=300), st.sampled_from(list(TrayState)), st.booleans())
def test_any_name_gives_one_line_under_128_units(name: str, state: TrayState, quiet: bool) -> None:
    text = tooltip(IconView(state, name, do_not_disturb=quiet))
    assert len(text.encode("utf-16-le")) // 2 < 128
    assert text.isprintable() or all(character.isprintable() or ord(character) > 0x7F for character in text)
    assert not {"\n", "\0", "\N{RIGHT-TO-LEFT OVERRIDE}"} & set(text)
    assert text.startswith("CTI Tray - ")
