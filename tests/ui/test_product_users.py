"""Activate Users: seats, roles, new users and files of users, with every refusal of the store in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import let_go
from tests.ui.setup_bench import Person, SetupBench
from tests.ui.window_driver import WindowDriver
from tray.errors import Refused
from tray.setup.model import Actor, User
from ui.add_user import AddUserWindow
from ui.product_users import ProductUsersWindow
from ui.theme import Theme


class ProductUsers(WindowDriver):
    """The open window."""

    def __init__(self, qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
        window = ProductUsersWindow(theme, bench.administration, bench.clock.wall)
        super().__init__(qtbot, window)
        self.window: ProductUsersWindow = window
        self.bench = bench
        window.open()

    def wait_for_users(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.cells()))

    def names(self) -> list[str]:
        return [cells[0] for cells in self.cells()]

    def user(self, person: Person) -> User:
        return self.bench.user(person)


@pytest.fixture
def users(qtbot: QtBot, theme: Theme, bench: SetupBench, person: Person) -> Iterator[ProductUsers]:
    users = ProductUsers(qtbot, theme, bench)
    if person is Person.ADMIN:
        users.wait_for_users()
    yield users
    users.window.close()
    let_go(users.window)


def test_everybody_is_listed_with_seats_and_licence(users: ProductUsers) -> None:
    assert [(cells[0], cells[2], cells[3]) for cells in users.cells()] == [
        ("Alex Boss", "Yes", "Yes"),
        ("Anna Vermeer", "Yes", "No"),
        ("Nico Newcomer", "No", "No"),
    ]
    assert users.text("seatLabel") == "2 of 25 seats used"
    assert users.text("licenceLabel") == "CTI Tray: Licensed"


def test_a_newcomer_is_activated(users: ProductUsers) -> None:
    users.select("Nico")
    assert users.button("seatButton").text().replace("&", "") == "Activate user"
    users.press("seatButton")
    users.qtbot.waitUntil(lambda: users.text("seatLabel") == "3 of 25 seats used")
    assert users.user(Person.UNLICENSED).licensed
    assert users.button("seatButton").text().replace("&", "") == "Deactivate user"


def test_deactivating_keeps_the_settings_and_can_be_taken_back(users: ProductUsers) -> None:
    users.bench.change_card(Person.PLAIN, caller_card_delay=9)
    users.select("Anna")
    users.press("seatButton")
    users.qtbot.waitUntil(lambda: "Anna Vermeer is deactivated" in users.banner)
    assert not users.user(Person.PLAIN).licensed
    users.press("bannerButton")
    users.qtbot.waitUntil(lambda: users.user(Person.PLAIN).licensed)
    card = users.bench.store.card(users.bench.admin, users.user(Person.PLAIN).id)
    assert card.calls.caller_card_delay == 9


def test_seats_are_never_exceeded(users: ProductUsers) -> None:
    users.bench.change_licence(seats=2)
    users.select("Nico")
    users.press("seatButton")
    users.qtbot.waitUntil(lambda: "2 seats" in users.banner)
    assert not users.user(Person.UNLICENSED).licensed
    with pytest.raises(Refused, match="2 seats"):
        users.bench.store.activate(users.bench.admin, users.user(Person.UNLICENSED).id, users.bench.clock())


@pytest.mark.parametrize("button", ["seatButton", "roleButton"])
def test_the_last_administrator_keeps_role_and_licence(users: ProductUsers, button: str) -> None:
    users.select("Alex")
    users.press(button)
    users.qtbot.waitUntil(lambda: "last licensed administrator" in users.banner)
    boss = users.user(Person.ADMIN)
    assert (boss.licensed, boss.admin) == (True, True)


def test_a_role_is_given_and_taken(users: ProductUsers) -> None:
    users.select("Anna")
    users.press("roleButton")
    users.qtbot.waitUntil(lambda: users.cells()[1][3] == "Yes")
    assert users.user(Person.PLAIN).admin
    users.press("roleButton")
    users.qtbot.waitUntil(lambda: users.cells()[1][3] == "No")
    assert not users.user(Person.PLAIN).admin


def test_removing_names_the_user_and_asks_first(users: ProductUsers) -> None:
    users.select("Nico")
    users.press("removeButton")
    assert "Remove Nico Newcomer" in users.banner
    assert "Nico Newcomer" in users.names()
    users.press("bannerButton")
    users.qtbot.waitUntil(lambda: "Nico Newcomer" not in users.names())


def test_another_row_is_not_removed_in_the_place_of_the_one_that_was_asked_for(users: ProductUsers) -> None:
    users.select("Nico")
    users.press("removeButton")
    users.select("Anna")
    users.press("bannerButton")
    users.qtbot.waitUntil(lambda: users.names() == ["Alex Boss", "Anna Vermeer"])


def test_the_last_administrator_is_not_removed(users: ProductUsers) -> None:
    users.select("Alex")
    users.press("removeButton")
    users.press("bannerButton")
    users.qtbot.waitUntil(lambda: "last licensed administrator" in users.banner)
    assert "Alex Boss" in users.names()


def test_what_another_administrator_does_shows(users: ProductUsers) -> None:
    users.bench.store.remove_user(users.bench.admin, users.user(Person.UNLICENSED).id, users.bench.clock())
    users.window.refresh_if_open()
    users.qtbot.waitUntil(lambda: users.names() == ["Alex Boss", "Anna Vermeer"])


def test_a_change_of_somebody_who_was_removed_meanwhile_is_refused_in_words(users: ProductUsers) -> None:
    users.select("Nico")
    users.bench.store.remove_user(users.bench.admin, users.user(Person.UNLICENSED).id, users.bench.clock())
    users.press("seatButton")
    users.qtbot.waitUntil(lambda: "There is no user" in users.banner)


def test_enter_opens_the_setup_card(qtbot: QtBot, users: ProductUsers) -> None:
    users.select("Nico")
    with qtbot.waitSignal(users.window.card_requested) as asked:
        qtbot.keyClick(users.rows(), Qt.Key.Key_Return)
    assert asked.args == [users.user(Person.UNLICENSED).id]


def test_a_file_of_users_is_taken_and_bad_lines_are_named(users: ProductUsers, tmp_path: Path) -> None:
    file = tmp_path / "users.csv"
    file.write_text("account,name,licensed\nOFFICE\\eve,Eve,yes\nOFFICE\\ben,Ben,perhaps\nOFFICE\\boss,,\n", "utf-8")
    users.window.import_file(file)
    users.qtbot.waitUntil(lambda: users.banner == "1 added, 1 known already, 1 left out.")
    report = users.window.findChild(QPlainTextEdit, "importReport")
    assert report is not None
    assert report.isVisible()
    assert report.toPlainText().startswith("Line 3: ")
    users.qtbot.waitUntil(lambda: "Eve" in users.names())
    assert users.text("seatLabel") == "3 of 25 seats used"


def test_a_file_with_more_users_than_seats_enters_nobody(users: ProductUsers, tmp_path: Path) -> None:
    users.bench.change_licence(seats=3)
    file = tmp_path / "users.csv"
    file.write_text("account,licensed\nOFFICE\\eve,yes\nOFFICE\\ben,yes\n", encoding="utf-8")
    users.window.import_file(file)
    users.qtbot.waitUntil(lambda: "3 seats" in users.banner)
    assert len(users.bench.store.all_users(users.bench.admin, users.bench.clock())) == 3


def test_in_an_expired_product_it_can_be_read_and_the_way_to_the_licence_is_open(
    qtbot: QtBot, users: ProductUsers
) -> None:
    users.bench.change_licence(valid_until=date(2026, 1, 31))
    users.window.reload()
    qtbot.waitUntil(lambda: "no valid licence" in users.banner)
    assert "Expired" in users.text("licenceLabel")
    assert len(users.cells()) == 3
    for name in ("seatButton", "roleButton", "removeButton", "addButton", "importButton"):
        assert not users.button(name).isEnabled(), name
        assert users.button(name).toolTip(), "and says why"
    with qtbot.waitSignal(users.window.module_requested):
        users.press("moduleButton")


@pytest.mark.parametrize("person", [Person.PLAIN, Person.UNLICENSED], indirect=True)
def test_who_gets_past_the_absent_button_is_refused_by_the_store(users: ProductUsers) -> None:
    users.qtbot.waitUntil(lambda: "Only an administrator may do this" in users.banner)
    assert users.cells() == []
    someone = Actor(users.user(users.bench.person).id)
    with pytest.raises(Refused):
        users.bench.store.all_users(someone, users.bench.clock())


def test_while_the_store_is_away_the_last_list_can_be_read(users: ProductUsers) -> None:
    users.bench.clock.forward(minutes=10)
    users.bench.lose_store()
    users.window.reload()
    users.qtbot.waitUntil(lambda: "10 minutes ago" in users.banner)
    assert len(users.cells()) == 3
    assert not users.button("seatButton").isEnabled()


# -- a new user


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
    with qtbot.waitSignal(form.window.added):
        qtbot.keyClick(form.line("new_nameEdit"), Qt.Key.Key_Return)
    assert not form.window.isVisible()
    (eve,) = [
        user for user in form.bench.store.all_users(form.bench.admin, form.bench.clock()) if user.name == "Eve Adams"
    ]
    assert (eve.account, eve.licensed) == ("OFFICE\\eve", True)


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
