"""The form of a new user: what is wrong is said at its field, and what the store refuses in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import let_go
from tests.ui.setup_bench import Person, SetupBench
from tests.ui.window_driver import WindowDriver
from tray.errors import Refused
from tray.setup.model import Actor, NewUser
from ui.add_user import AddUserWindow
from ui.theme import Theme


class Form(WindowDriver):
    """The open form."""

    def __init__(self, qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
        window = AddUserWindow(theme, bench.administration)
        super().__init__(qtbot, window)
        self.window: AddUserWindow = window
        self.bench = bench
        window.open()

    def write(self, field: str, text: str) -> None:
        self.qtbot.keyClicks(self.line(f"new_{field}Edit"), text)

    def problem(self, field: str) -> str:
        label = self.window.findChild(QLabel, f"new_{field}Problem")
        assert label is not None
        return label.text() if label.isVisible() else ""


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, bench: SetupBench) -> Iterator[Form]:
    form = Form(qtbot, theme, bench)
    yield form
    form.window.close()
    let_go(form.window)


def test_a_user_is_entered_before_they_connect(qtbot: QtBot, form: Form) -> None:
    form.write("account", "OFFICE\\eve")
    form.write("name", "Eve Adams")
    with qtbot.waitSignal(form.window.added) as added:
        qtbot.keyClick(form.line("new_nameEdit"), Qt.Key.Key_Return)
    assert not form.window.isVisible()
    (eve,) = [
        user for user in form.bench.store.all_users(form.bench.admin, form.bench.clock()) if user.name == "Eve Adams"
    ]
    assert (eve.account, eve.licensed) == ("OFFICE\\eve", True)
    assert added.args == [eve.id]


def test_one_of_account_and_sign_in_name_is_needed(form: Form) -> None:
    form.write("name", "Nobody")
    form.press("addUserButton")
    assert form.problem("account")
    assert form.window.focusWidget() is form.line("new_accountEdit")
    form.write("email", "nobody")
    form.press("addUserButton")
    assert form.problem("email")


def test_somebody_who_is_known_is_told_at_the_field(form: Form) -> None:
    form.write("account", "office\\ANNA")
    form.press("addUserButton")
    form.qtbot.waitUntil(lambda: "known already" in form.problem("account"))
    assert form.window.isVisible()


def test_no_seat_left_is_told(form: Form) -> None:
    licence = form.bench.store.licence(form.bench.admin)
    form.bench.store.save_licence(form.bench.admin, replace(licence, seats=2), form.bench.clock())
    form.write("account", "OFFICE\\eve")
    form.press("addUserButton")
    form.qtbot.waitUntil(lambda: "2 seats" in form.banner)
    assert form.line("new_accountEdit").text() == "OFFICE\\eve", "what was typed is still there"


def test_escape_drops_what_was_typed(form: Form) -> None:
    form.write("account", "OFFICE\\eve")
    form.qtbot.keyClick(form.line("new_accountEdit"), Qt.Key.Key_Escape)
    assert not form.window.isVisible()
    form.window.open()
    assert form.line("new_accountEdit").text() == ""
    assert len(form.bench.store.all_users(form.bench.admin, form.bench.clock())) == 3


@pytest.mark.parametrize("person", [Person.PLAIN, Person.UNLICENSED], indirect=True)
def test_who_gets_past_the_absent_button_is_refused_by_the_store(form: Form, person: Person) -> None:
    form.write("account", "OFFICE\\eve")
    form.press("addUserButton")
    form.qtbot.waitUntil(lambda: "Only an administrator may do this" in form.banner)
    someone = Actor(form.bench.user(person).id)
    with pytest.raises(Refused):
        form.bench.store.add_users(someone, [NewUser("OFFICE\\eve")], form.bench.clock())
    assert len(form.bench.store.all_users(form.bench.admin, form.bench.clock())) == 3


def test_a_store_that_is_away_is_told_and_what_was_typed_stays(form: Form) -> None:
    form.bench.lose_store()
    form.write("account", "OFFICE\\eve")
    form.press("addUserButton")
    form.qtbot.waitUntil(lambda: "cannot be reached" in form.banner)
    assert form.line("new_accountEdit").text() == "OFFICE\\eve"
