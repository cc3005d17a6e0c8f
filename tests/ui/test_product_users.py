"""Activate Users: seats, roles and files of users, with every refusal of the store in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Speaking, let_go
from tests.ui.setup_bench import Person, SetupBench
from tests.ui.window_driver import WindowDriver, keys_of
from tray.errors import Refused
from tray.setup.model import Actor, LicenceKind, NewUser, User
from ui.language import Language
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


def test_the_last_day_of_the_licence_is_written_as_other_days_are(users: ProductUsers) -> None:
    users.bench.change_licence(valid_until=date(2030, 12, 31))
    users.window.reload()
    users.qtbot.waitUntil(lambda: users.text("licenceLabel") == "CTI Tray: Licensed, until 31 Dec 2030")


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


def test_a_look_that_finds_nothing_new_touches_no_row(users: ProductUsers) -> None:
    model = users.rows().model()
    touched: list[str] = []
    for name in ("dataChanged", "layoutChanged", "modelReset", "rowsInserted", "rowsRemoved"):
        getattr(model, name).connect(lambda *_, name=name: touched.append(name))
    with users.qtbot.waitSignal(users.window._loads.arrived):
        users.window.refresh_if_open()
    assert touched == []
    users.bench.make_admin(Person.PLAIN)
    users.window.refresh_if_open()
    users.qtbot.waitUntil(lambda: users.cells()[1][3] == "Yes")
    assert touched == ["dataChanged"]


def test_what_another_administrator_does_shows(users: ProductUsers) -> None:
    users.bench.store.remove_user(users.bench.admin, users.user(Person.UNLICENSED).id, users.bench.clock())
    users.window.refresh_if_open()
    users.qtbot.waitUntil(lambda: users.names() == ["Alex Boss", "Anna Vermeer"])


def test_a_change_of_somebody_who_was_removed_meanwhile_is_refused_in_words(users: ProductUsers) -> None:
    users.select("Nico")
    users.bench.store.remove_user(users.bench.admin, users.user(Person.UNLICENSED).id, users.bench.clock())
    users.press("seatButton")
    users.qtbot.waitUntil(lambda: users.banner == "Nico Newcomer was removed by somebody else meanwhile.")
    users.qtbot.waitUntil(lambda: users.names() == ["Alex Boss", "Anna Vermeer"])


def test_enter_opens_the_setup_card(qtbot: QtBot, users: ProductUsers) -> None:
    users.select("Nico")
    with qtbot.waitSignal(users.window.card_requested) as asked:
        qtbot.keyClick(users.rows(), Qt.Key.Key_Return)
    assert asked.args == [users.user(Person.UNLICENSED).id, "Nico Newcomer"]


def test_a_file_of_users_is_taken_and_bad_lines_are_named(users: ProductUsers, tmp_path: Path) -> None:
    file = tmp_path / "users.csv"
    file.write_text("account,name,licensed\nOFFICE\\eve,Eve,yes\nOFFICE\\ben,Ben,perhaps\nOFFICE\\boss,,\n", "utf-8")
    users.window.import_file(file)
    users.qtbot.waitUntil(lambda: users.banner == "1 added, 1 known already, 1 left out.")
    report = users.window.findChild(QPlainTextEdit, "importReport")
    assert report is not None
    assert report.isVisible()
    assert users.text("importHeading") == "What was not entered"
    assert not report.verticalScrollBar().isVisible(), "it is as high as its two lines"
    lines = report.toPlainText().splitlines()
    assert lines[0].startswith("Line 3: licensed: ")
    assert lines[1:] == ["Known already: OFFICE\\boss"]
    users.qtbot.waitUntil(lambda: "Eve" in users.names())
    assert users.text("seatLabel") == "3 of 25 seats used"
    users.press("bannerButton")
    assert not report.isVisible()
    assert users.banner == ""


def test_the_report_of_an_import_follows_the_language(users: ProductUsers, speaking: Speaking, tmp_path: Path) -> None:
    file = tmp_path / "users.csv"
    file.write_text("account,email,licensed\nOFFICE\\eve,nobody,yes\nOFFICE\\ben,,perhaps\n", "utf-8")
    speaking(Language.DUTCH)
    users.window.import_file(file)
    report = users.window.findChild(QPlainTextEdit, "importReport")
    assert report is not None
    users.qtbot.waitUntil(report.isVisible)
    first, second = report.toPlainText().splitlines()
    assert first == "Regel 2: email: moet een aanmeldnaam zijn, zoals anna@example.com"
    assert second.startswith("Regel 3: licensed: moet")


def test_who_was_just_added_is_told_and_selected_whatever_was_searched_for(users: ProductUsers) -> None:
    users.qtbot.keyClicks(users.line("searchEdit"), "anna")
    (eve,) = users.bench.store.add_users(users.bench.admin, [NewUser("OFFICE\\eve", name="Eve")], users.bench.clock())
    users.window.show_added(eve.id)
    users.window.reload()
    users.qtbot.waitUntil(lambda: users.rows().currentIndex().data() == "Eve")
    assert users.banner == "Eve was added."
    users.window.reload()
    users.bench.store.add_users(users.bench.admin, [NewUser("OFFICE\\zoe", name="Zoe")], users.bench.clock())
    users.window.reload()
    users.qtbot.waitUntil(lambda: "Zoe" in users.names())
    assert users.rows().currentIndex().data() == "Eve"


def test_a_file_with_more_users_than_seats_enters_nobody(users: ProductUsers, tmp_path: Path) -> None:
    users.bench.change_licence(seats=3)
    file = tmp_path / "users.csv"
    file.write_text("account,licensed\nOFFICE\\eve,yes\nOFFICE\\ben,yes\nOFFICE\\jo,perhaps\n", encoding="utf-8")
    users.window.import_file(file)
    users.qtbot.waitUntil(lambda: "3 seats" in users.banner)
    report = users.window.findChild(QPlainTextEdit, "importReport")
    assert report is not None
    assert report.isVisible()
    assert report.toPlainText().startswith("Line 4: licensed: "), "and the lines that are wrong are told all the same"
    users.press("bannerButton")
    assert not report.isVisible()
    assert len(users.bench.store.all_users(users.bench.admin, users.bench.clock())) == 3


def test_in_an_expired_product_it_can_be_read_and_the_way_to_the_licence_is_open(
    qtbot: QtBot, users: ProductUsers
) -> None:
    users.bench.change_licence(valid_until=date(2026, 1, 31))
    users.window.reload()
    qtbot.waitUntil(lambda: "has expired" in users.banner)
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


def test_typing_finds_a_user_and_says_how_many(users: ProductUsers) -> None:
    users.qtbot.keyClick(users.rows(), "n")
    users.qtbot.keyClicks(users.line("searchEdit"), "ewc")
    assert users.names() == ["Nico Newcomer"]
    assert users.text("countLabel") == "1 of 3 users"
    users.qtbot.keyClick(users.line("searchEdit"), Qt.Key.Key_Escape)
    assert users.text("countLabel") == "3 users"


def test_a_click_on_licensed_brings_them_to_the_top_and_a_double_click_opens_the_card(
    qtbot: QtBot, users: ProductUsers
) -> None:
    rows = users.rows()
    place = QPoint(rows.header().sectionViewportPosition(2) + 10, rows.header().height() // 2)
    for first in ("Yes", "No"):
        qtbot.mouseClick(rows.header().viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert users.cells()[0][2] == first
    where = rows.visualRect(rows.model().index(0, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    with qtbot.waitSignal(users.window.card_requested) as asked:
        qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [users.user(Person.UNLICENSED).id, "Nico Newcomer"]


def test_without_a_selected_user_each_action_says_what_is_missing(users: ProductUsers) -> None:
    users.qtbot.keyClicks(users.line("searchEdit"), "zebra")
    for name in ("seatButton", "roleButton", "cardButton", "removeButton"):
        assert not users.button(name).isEnabled(), name
        assert "Select a user first." in users.button(name).toolTip(), name


def test_a_question_begins_at_the_harmless_button_and_escape_lets_it_go(qtbot: QtBot, users: ProductUsers) -> None:
    users.select("Nico")
    users.press("removeButton")
    assert users.window.focusWidget() is users.button("bannerCancelButton")
    qtbot.keyClick(users.button("bannerCancelButton"), Qt.Key.Key_Escape)
    assert users.window.isVisible()
    assert users.banner == ""
    users.press("removeButton")
    qtbot.keyClick(users.button("bannerCancelButton"), Qt.Key.Key_Space)
    assert users.banner == ""
    assert users.window.focusWidget() is users.rows()
    users.window.reload()
    qtbot.waitUntil(lambda: "Nico Newcomer" in users.names())


@pytest.mark.parametrize("button", ["seatButton", "roleButton"])
def test_who_would_shut_themselves_out_is_asked_first(users: ProductUsers, button: str) -> None:
    users.bench.make_admin(Person.PLAIN)
    users.window.reload()
    users.qtbot.waitUntil(lambda: users.cells()[1][3] == "Yes")
    users.select("Alex")
    users.press(button)
    assert "This is you" in users.banner
    assert users.user(Person.ADMIN).licensed
    users.press("bannerButton")
    users.qtbot.waitUntil(lambda: "may do this" in users.banner)
    users.qtbot.waitUntil(lambda: users.cells() == [])  # who may not see the list does not go on seeing it
    assert not users.button("addButton").isEnabled()


def test_every_one_of_several_changes_is_answered(users: ProductUsers) -> None:
    users.bench.change_licence(seats=2)
    users.select("Nico")
    users.press("seatButton")
    users.press("roleButton")
    users.qtbot.waitUntil(lambda: users.user(Person.UNLICENSED).admin)
    users.qtbot.waitUntil(lambda: users.cells()[2][3] == "Yes")
    assert "2 seats" in users.banner, "the refusal of the first is not lost in the success of the second"
    assert not users.user(Person.UNLICENSED).licensed


def test_what_was_said_ends_when_the_store_is_back(users: ProductUsers) -> None:
    users.bench.lose_store()
    users.window.reload()
    users.qtbot.waitUntil(lambda: "cannot be reached" in users.banner)
    users.bench.reachable = True
    users.bench.setup.refresh_now()
    users.bench.renew()
    users.window.reload()
    users.qtbot.waitUntil(lambda: users.banner == "")
    users.select("Nico")
    assert users.button("seatButton").isEnabled()


def test_without_a_licence_the_window_itself_leads_to_it(qtbot: QtBot, users: ProductUsers) -> None:
    users.bench.change_licence(kind=LicenceKind.NONE)
    users.window.reload()
    qtbot.waitUntil(lambda: users.button("bannerButton").isVisible())
    assert users.button("bannerButton").text() == "&Enter a licence"
    with qtbot.waitSignal(users.window.module_requested):
        users.press("bannerButton")
    users.bench.change_licence(kind=LicenceKind.FULL)
    users.window.reload()
    qtbot.waitUntil(lambda: users.banner == "")


def test_what_is_said_follows_the_language(users: ProductUsers, speaking: Speaking) -> None:
    users.select("Nico")
    users.press("removeButton")
    speaking(Language.GERMAN)
    QApplication.processEvents()
    assert "Nico Newcomer" in users.banner
    assert "Remove" not in users.banner
    assert users.button("bannerCancelButton").text() == "Abbre&chen"


def test_a_role_is_removed_in_these_words(users: ProductUsers, speaking: Speaking) -> None:
    users.select("Alex")
    said = [users.button("roleButton").text()]
    for language in (Language.GERMAN, Language.DUTCH):
        speaking(language)
        QApplication.processEvents()
        said.append(users.button("roleButton").text())
    plain = [words.replace("&", "") for words in said]
    assert plain == ["Remove administrator role", "Administratorrolle entziehen", "Beheerdersrol intrekken"]


def test_the_window_opens_with_an_empty_search(users: ProductUsers) -> None:
    users.qtbot.keyClicks(users.line("searchEdit"), "anna")
    users.window.close()
    users.window.open()
    assert users.line("searchEdit").text() == ""
    assert users.text("countLabel") == "3 users"


def test_a_search_in_vain_says_so_and_offers_the_way_out(users: ProductUsers) -> None:
    users.qtbot.keyClicks(users.line("searchEdit"), "<b>zebra")
    assert users.visible_text("emptyLabel") == 'No user matches "<b>zebra".'
    assert not users.rows().isVisible()
    users.press("emptyButton")
    assert users.line("searchEdit").text() == ""
    assert users.rows().isVisible()
    assert users.text("countLabel") == "3 users"


def test_what_was_never_loaded_is_not_counted(qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
    bench.lose_store()
    users = ProductUsers(qtbot, theme, bench)
    qtbot.waitUntil(lambda: "cannot be reached" in users.banner)
    assert users.text("countLabel") == "The users are not loaded."
    for name in ("seatBar", "licenceLabel"):
        part = users.window.findChild(QWidget, name)
        assert part is not None
        assert not part.isVisible(), name
    bench.reachable = True
    bench.setup.refresh_now()
    bench.renew()
    users.window.reload()
    qtbot.waitUntil(lambda: users.text("countLabel") == "3 users")
    assert users.text("seatLabel") == "2 of 25 seats used"
    users.window.close()
    let_go(users.window)


def test_the_search_names_its_key(users: ProductUsers) -> None:
    search = users.line("searchEdit")
    assert search.placeholderText() == "Search by name or account (Ctrl+F)"
    assert search.accessibleName() == "Search by name or account"
    users.qtbot.keyClick(users.rows(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert users.window.focusWidget() is search


def ask_to_remove(users: ProductUsers, _: Path) -> None:
    users.select("Nico")
    users.press("removeButton")


def ask_to_shut_out(button: str, users: ProductUsers) -> None:
    users.bench.make_admin(Person.PLAIN)
    users.window.reload()
    users.qtbot.waitUntil(lambda: users.cells()[0][3] == users.cells()[1][3])
    users.select("Alex")
    users.press(button)


def deactivate(users: ProductUsers, _: Path) -> None:
    users.select("Anna")
    users.press("seatButton")


def import_bad_lines(users: ProductUsers, folder: Path) -> None:
    file = folder / "users.csv"
    file.write_text("account,licensed\nOFFICE\\ben,perhaps\n", "utf-8")
    users.window.import_file(file)


def lose_licence(users: ProductUsers, _: Path) -> None:
    users.bench.change_licence(kind=LicenceKind.NONE)
    users.window.reload()


def search_in_vain(users: ProductUsers, folder: Path) -> None:
    ask_to_remove(users, folder)
    users.line("searchEdit").setText("zebra")


NOTICES: dict[str, Callable[[ProductUsers, Path], None]] = {
    "remove": ask_to_remove,
    "deactivate oneself": lambda users, _: ask_to_shut_out("seatButton", users),
    "remove the own role": lambda users, _: ask_to_shut_out("roleButton", users),
    "undo": deactivate,
    "close the report": import_bad_lines,
    "enter a licence": lose_licence,
    "search in vain": search_in_vain,
}


@pytest.mark.parametrize("language", list(Language)[1:])
@pytest.mark.parametrize("notice", NOTICES)
def test_the_buttons_of_a_notice_have_keys_of_their_own(
    users: ProductUsers, speaking: Speaking, tmp_path: Path, notice: str, language: Language
) -> None:
    speaking(language)
    QApplication.processEvents()
    NOTICES[notice](users, tmp_path)
    users.qtbot.waitUntil(lambda: users.button("bannerButton").isVisible())
    keys = keys_of(users.window)
    assert len(keys) == len(set(keys)), keys
    for name in ("bannerButton", "bannerCancelButton"):
        assert "&" in users.button(name).text() or not users.button(name).isVisible()


def test_a_key_answers_a_question(users: ProductUsers) -> None:
    users.select("Nico")
    users.press("removeButton")
    users.qtbot.keyClick(users.window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    users.qtbot.waitUntil(lambda: users.names() == ["Alex Boss", "Anna Vermeer"])
