"""The list of users as an administrator, a plain user and somebody without a licence see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Speaking, let_go
from tests.ui.setup_bench import NOW, Person, SetupBench
from tests.ui.window_driver import WindowDriver
from tray.setup.model import LicenceKind, NewUser
from ui.language import Language
from ui.theme import Theme
from ui.user_list import UserListWindow


class Users(WindowDriver):
    """The open window."""

    def __init__(self, qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
        window = UserListWindow(theme, bench.administration, clock=bench.clock.wall)
        super().__init__(qtbot, window)
        self.window: UserListWindow = window
        self.bench = bench
        self.cards: list[tuple[int, str]] = []
        window.card_requested.connect(lambda *user: self.cards.append(user))
        window.open()
        qtbot.waitUntil(lambda: bool(self.cells()))

    @property
    def shows_administration(self) -> bool:
        return self.button("activateUsersButton").isVisible() or self.button("auditButton").isVisible()


@pytest.fixture
def users(qtbot: QtBot, theme: Theme, bench: SetupBench) -> Iterator[Users]:
    users = Users(qtbot, theme, bench)
    yield users
    users.window.close()
    let_go(users.window)


def test_the_licensed_users_and_only_those(users: Users) -> None:
    assert [cells[:4] + cells[5:] for cells in users.cells()] == [
        ["Alex Boss", "OFFICE\\boss", "Yes", "Yes", "No"],
        ["Anna Vermeer", "OFFICE\\anna", "No", "Yes", "Yes"],
    ]
    assert all(cells[4].startswith("today ") for cells in users.cells())
    assert users.text("countLabel") == "2 users"


def test_a_user_who_is_activated_appears(users: Users) -> None:
    users.bench.store.activate(users.bench.admin, users.bench.user(Person.UNLICENSED).id, users.bench.clock())
    users.window.reload()
    users.qtbot.waitUntil(
        lambda: [cells[0] for cells in users.cells()] == ["Alex Boss", "Anna Vermeer", "Nico Newcomer"]
    )


def test_who_is_connected_follows_the_lease(users: Users) -> None:
    assert users.cells()[1][3] == "Yes"
    users.bench.clock.forward(minutes=5)
    users.window.reload()
    users.qtbot.waitUntil(lambda: users.cells()[1][3] == "No")


def test_search_finds_by_name_and_account_and_escape_empties_it(users: Users) -> None:
    users.qtbot.keyClicks(users.line("searchEdit"), "office anna")
    assert [cells[0] for cells in users.cells()] == ["Anna Vermeer"]
    assert users.text("countLabel") == "1 of 2 users"
    users.qtbot.keyClick(users.line("searchEdit"), Qt.Key.Key_Escape)
    assert len(users.cells()) == 2
    assert users.window.isVisible()


def test_a_letter_typed_in_the_list_begins_a_search(users: Users) -> None:
    users.qtbot.keyClick(users.rows(), "v")
    assert users.line("searchEdit").text() == "v"
    assert [cells[0] for cells in users.cells()] == ["Anna Vermeer"]


def test_a_search_in_vain_says_so_and_the_next_visit_begins_without_it(users: Users) -> None:
    users.qtbot.keyClicks(users.line("searchEdit"), "zebra")
    assert users.visible_text("emptyLabel") == 'No user matches "zebra".'
    users.window.close()
    users.window.open()
    assert users.line("searchEdit").text() == ""
    assert users.rows().isVisible()


def test_a_name_that_is_too_long_is_told_in_full(users: Users) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff " * 3
    users.bench.store.add_users(users.bench.admin, [NewUser("OFFICE\\w", name=name, licensed=True)], NOW)
    users.window.reload()
    users.qtbot.waitUntil(lambda: len(users.cells()) == 3)
    told = users.rows().model().index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert name.strip() in told


def test_a_click_on_a_heading_sorts(users: Users) -> None:
    header = users.rows().header()
    place = QPoint(header.sectionViewportPosition(0) + 10, header.height() // 2)
    users.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [cells[0] for cells in users.cells()] == ["Anna Vermeer", "Alex Boss"]


def test_enter_and_double_click_open_the_card(users: Users) -> None:
    users.select("Anna")
    users.qtbot.keyClick(users.rows(), Qt.Key.Key_Return)
    where = users.rows().visualRect(users.rows().model().index(0, 0)).center()
    users.qtbot.mouseClick(users.rows().viewport(), Qt.MouseButton.LeftButton, pos=where)
    users.qtbot.mouseDClick(users.rows().viewport(), Qt.MouseButton.LeftButton, pos=where)
    people = [users.bench.user(person) for person in (Person.PLAIN, Person.ADMIN)]
    assert users.cards == [(user.id, user.name) for user in people]


def test_an_administrator_finds_activate_users_and_the_audit_trail(qtbot: QtBot, users: Users) -> None:
    for button, signal in (
        ("activateUsersButton", users.window.product_users_requested),
        ("auditButton", users.window.audit_requested),
        ("moduleButton", users.window.module_requested),
        ("mappingButton", users.window.mapping_requested),
        ("ownCardButton", users.window.own_card_requested),
        ("phoneButton", users.window.phone_requested),
    ):
        with qtbot.waitSignal(signal):
            users.press(button)


@pytest.mark.parametrize("person", [Person.PLAIN, Person.UNLICENSED], indirect=True)
def test_for_everybody_else_they_are_absent(users: Users) -> None:
    assert not users.shows_administration
    assert len(users.cells()) == 2


def test_an_administrator_who_loses_the_licence_loses_them(users: Users) -> None:
    users.bench.make_admin(Person.PLAIN)
    store, clock = users.bench.store, users.bench.clock
    store.deactivate(users.bench.admin, users.bench.admin.user_id, clock())
    users.window.reload()
    users.qtbot.waitUntil(lambda: not users.shows_administration)


@pytest.mark.parametrize(
    "licence", [{"valid_until": date(2026, 1, 31)}, {"kind": LicenceKind.NONE}], ids=["expired", "not licensed"]
)
def test_in_a_product_without_a_licence_they_are_absent_and_it_is_said(
    users: Users, licence: dict[str, object]
) -> None:
    assert users.shows_administration
    users.bench.change_licence(**licence)
    users.window.reload()
    users.qtbot.waitUntil(lambda: not users.shows_administration)
    assert "until an administrator enters a licence" in users.banner
    assert len(users.cells()) == 2, "setup is still readable"


@pytest.mark.parametrize("person", [Person.PLAIN], indirect=True)
def test_a_plain_user_opens_the_own_card_alone(users: Users) -> None:
    users.select("Alex")
    users.qtbot.keyClick(users.rows(), Qt.Key.Key_Return)
    assert users.cards == []
    assert "Only an administrator" in users.banner
    users.bench.clock.forward(minutes=5)
    users.window.reload()
    users.qtbot.waitUntil(lambda: users.cells()[0][3] == "No")
    assert "Only an administrator" in users.banner, "a look at who is connected leaves it there"
    users.select("Anna")
    users.qtbot.keyClick(users.rows(), Qt.Key.Key_Return)
    assert [card[0] for card in users.cards] == [users.bench.user(Person.PLAIN).id]
    assert users.banner == ""


def test_while_the_store_is_away_the_last_list_stays(users: Users) -> None:
    users.bench.clock.forward(minutes=10)
    users.bench.lose_store()
    users.window.reload()
    users.qtbot.waitUntil(lambda: "10 minutes ago" in users.banner)
    assert [cells[0] for cells in users.cells()] == ["Alex Boss", "Anna Vermeer"]


def test_a_language_chosen_at_the_foot_is_asked_for(qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
    asked: list[str] = []
    window = UserListWindow(theme, bench.administration, asked.append)
    qtbot.addWidget(window)
    window._languages.chosen.emit("nl")
    assert asked == ["nl"]
    let_go(window)


@pytest.mark.parametrize("language", list(Language)[1:])
def test_every_column_is_seen_at_the_first_size(users: Users, speaking: Speaking, language: Language) -> None:
    users.window.resize(1000, 560)
    speaking(language)
    QApplication.processEvents()
    rows = users.rows()
    assert not rows.horizontalScrollBar().isVisible()
    assert rows.header().length() <= rows.viewport().width()
    assert rows.columnWidth(0) > 140, "there is room for a name"


def test_a_mark_in_the_selected_row_is_as_bright_as_its_words(users: Users, theme: Theme) -> None:
    icon = users.rows().model().index(0, 2).data(Qt.ItemDataRole.DecorationRole)
    image = icon.pixmap(QSize(16, 16), 1.0, QIcon.Mode.Selected).toImage()
    inks = {image.pixelColor(x, y).rgb() for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() == 255}
    assert inks == {theme.tokens.on_accent.rgb()}
