"""The business mapping as people use it: an administrator, a plain user, and one without a licence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import let_go
from tests.ui.dialog_driver import check_names_and_keys
from tests.ui.mapping_driver import MappingDriver
from tests.ui.setup_bench import ROWS, Person, SetupBench
from tray.calls.settings import MappingRow
from tray.errors import InvalidField
from tray.setup.views import Lock
from ui.mapping_model import MappingColumn
from ui.setup_windows import SetupWindows
from ui.theme import Theme

CUSTOMER, CONTACT, VENDOR = ROWS
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(params=[ROWS])
def rows(request: pytest.FixtureRequest) -> tuple[MappingRow, ...]:
    chosen: tuple[MappingRow, ...] = request.param
    return chosen


@pytest.fixture
def bench(bench: SetupBench, rows: tuple[MappingRow, ...]) -> SetupBench:
    bench.map(rows)
    return bench


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, bench: SetupBench) -> Iterator[MappingDriver]:
    dialog = MappingDriver(qtbot, theme, bench)
    yield dialog
    dialog.window.close()
    let_go(dialog.window)


as_plain_user = pytest.mark.parametrize("person", [Person.PLAIN], indirect=True)
as_anybody_else = pytest.mark.parametrize("person", [Person.PLAIN, Person.UNLICENSED], indirect=True)


def mapped(*rows: MappingRow) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rows", [rows], indirect=True)


def write(dialog: MappingDriver, name: str, text: str) -> None:
    """Type into a field that offers names."""
    line = dialog.find(QLineEdit, f"{name}EditLine")
    assert isinstance(line, QLineEdit)
    line.selectAll()
    dialog.qtbot.keyClick(line, Qt.Key.Key_Delete)
    dialog.qtbot.keyClicks(line, text)


def focused(dialog: MappingDriver) -> str:
    widget = dialog.window.focusWidget()
    return widget.objectName() if widget else ""


# -- the rows


def test_the_rows_stand_by_priority_and_in_words(dialog: MappingDriver) -> None:
    assert dialog.cells(MappingColumn.PRIORITY) == ["1", "2", "3"]
    assert dialog.cells(MappingColumn.TABLE) == ["Customer", "Contact", "Vendor"]
    assert dialog.cells(MappingColumn.PAGE) == [
        "https://erp.example/customer/{no}",
        "Built-in page",
        "Page 26 of Business Central",
    ]
    assert dialog.cells(MappingColumn.PHONES) == ["phone, mobile"] * 3
    assert (dialog.place, focused(dialog)) == (0, "mappingRows")
    assert not dialog.can_apply


@mapped(replace(VENDOR, priority=9), replace(CUSTOMER, priority=4, enabled=False), replace(CONTACT, priority=4))
def test_rows_that_the_store_holds_in_another_order_are_no_change(dialog: MappingDriver) -> None:
    assert dialog.cells(MappingColumn.TABLE) == ["Customer", "Contact", "Vendor"]
    assert not dialog.can_apply


def test_a_row_is_added_and_saved(dialog: MappingDriver) -> None:
    dialog.press("addButton")
    assert (dialog.place, focused(dialog)) == (3, "row_tableEdit")
    write(dialog, "row_table", "Lead")
    dialog.choose("row_card_page", "Web address")
    dialog.write("row_web_address", "https://crm.example/{table}?id={no}")
    write(dialog, "row_phone_fields", "tel, , mobile ,tel")
    write(dialog, "row_name_field", "full_name")
    dialog.apply()
    lead = MappingRow(4, "Lead", "https://crm.example/{table}?id={no}", ("tel", "mobile"), "full_name")
    assert dialog.saved == (*ROWS, lead)
    dialog.qtbot.waitUntil(lambda: not dialog.can_apply)
    assert dialog.place == 3


def test_a_page_number_is_saved_as_business_central_knows_it(dialog: MappingDriver) -> None:
    dialog.select(1)
    dialog.choose("row_card_page", "Business Central page")
    number = dialog.line("row_page_number")
    assert number.isVisible()
    assert not dialog.edit("row_web_address").isVisible()
    dialog.write("row_page_number", "5x050")
    dialog.apply()
    assert dialog.saved == (CUSTOMER, replace(CONTACT, card_page="5050"), VENDOR)


@pytest.mark.parametrize(("word", "page"), [("No page", ""), ("Built-in page", "builtin")])
def test_a_page_without_an_input_of_its_own(dialog: MappingDriver, word: str, page: str) -> None:
    dialog.choose("row_card_page", word)
    assert not dialog.edit("row_page_number").isVisible()
    assert not dialog.edit("row_web_address").isVisible()
    dialog.apply()
    assert dialog.saved[0] == replace(CUSTOMER, card_page=page)


def test_what_this_computer_holds_is_offered(dialog: MappingDriver) -> None:
    tables, names = dialog.list("row_table"), dialog.list("row_name_field")
    assert {tables.itemText(place) for place in range(tables.count())} == {"Contact", "Customer"}
    assert "name" in [names.itemText(place) for place in range(names.count())]
    dialog.select(2)
    assert tables.currentText() == "Vendor"
    assert dialog.list("row_name_field").count() == 0
    assert not dialog.find(QPushButton, "row_phone_fieldsEditButton").isEnabled()
    assert not dialog.can_apply, "looking changes nothing"


def test_phone_fields_are_ticked_among_the_columns(dialog: MappingDriver) -> None:
    button = dialog.find(QPushButton, "row_phone_fieldsEditButton")
    assert isinstance(button, QPushButton)
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    ticks = {action.text(): action.isChecked() for action in menu.actions()}
    assert (ticks["phone"], ticks["mobile"], ticks["name"]) == (True, True, False)
    next(action for action in menu.actions() if action.text() == "phone").trigger()
    dialog.apply()
    assert dialog.saved[0].phone_fields == ("mobile",)


def test_what_is_not_touched_stays_as_it_is(dialog: MappingDriver) -> None:
    odd = MappingRow(1, "Two  blanks", "builtin", ("a,b", "c"), "full  name")
    dialog.save_elsewhere(odd)
    dialog.window.refresh_if_open()
    dialog.qtbot.waitUntil(lambda: len(dialog.cells(MappingColumn.TABLE)) == 1)
    assert not dialog.can_apply
    dialog.qtbot.keyClick(dialog.edit("row_enabled"), Qt.Key.Key_Space)
    dialog.apply()
    assert dialog.saved == (replace(odd, enabled=False),)


def test_another_priority_moves_the_row_and_the_selection(dialog: MappingDriver) -> None:
    priority = dialog.number("row_priority")
    priority.selectAll()
    dialog.qtbot.keyClicks(priority, "12")
    assert dialog.cells(MappingColumn.TABLE) == ["Contact", "Vendor", "Customer"]
    assert dialog.place == 2
    dialog.apply()
    assert dialog.saved == (CONTACT, VENDOR, replace(CUSTOMER, priority=12))


def test_rows_move_by_keyboard_and_mouse(dialog: MappingDriver) -> None:
    assert not dialog.find(QPushButton, "upButton").isEnabled()
    dialog.key(Qt.Key.Key_Down, ALT)
    dialog.key(Qt.Key.Key_Down, ALT)
    dialog.key(Qt.Key.Key_Down, ALT)
    assert (dialog.cells(MappingColumn.TABLE), dialog.place) == (["Contact", "Vendor", "Customer"], 2)
    assert not dialog.find(QPushButton, "downButton").isEnabled()
    dialog.press("upButton")
    dialog.key(Qt.Key.Key_Up, ALT)
    assert not dialog.can_apply, "the row is where it was"
    dialog.press("downButton")
    dialog.apply()
    assert dialog.saved == (replace(CONTACT, priority=1), replace(CUSTOMER, priority=2), VENDOR)


@mapped(CUSTOMER, replace(CONTACT, priority=5), replace(VENDOR, priority=5))
def test_a_move_within_a_tie_numbers_the_rows_anew(dialog: MappingDriver) -> None:
    dialog.select(2)
    dialog.key(Qt.Key.Key_Up, ALT)
    dialog.apply()
    assert dialog.saved == (CUSTOMER, replace(VENDOR, priority=2), replace(CONTACT, priority=3))


def test_a_row_is_switched_with_space_and_with_the_mouse(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Space)
    assert dialog.cells(MappingColumn.ENABLED) == ["No", "Yes", "Yes"]
    dialog.click_tick(2)
    assert dialog.place == 2
    assert dialog.cells(MappingColumn.ENABLED) == ["No", "Yes", "No"]
    dialog.select(0)
    assert not dialog.edit("row_enabled").property("checked"), "the form shows the same"
    dialog.apply()
    assert [row.enabled for row in dialog.saved] == [False, True, False]


def test_a_removed_row_comes_back(dialog: MappingDriver) -> None:
    undo = dialog.find(QPushButton, "undoButton")
    assert not undo.isEnabled()
    dialog.select(1)
    dialog.key(Qt.Key.Key_Delete)
    assert (dialog.cells(MappingColumn.TABLE), dialog.place) == (["Customer", "Vendor"], 1)
    assert "Contact" in dialog.text("removedLabel")
    assert dialog.can_apply
    dialog.press("undoButton")
    assert (dialog.cells(MappingColumn.TABLE), dialog.place) == (["Customer", "Contact", "Vendor"], 1)
    assert not dialog.can_apply
    assert not undo.isEnabled()


def test_a_removal_is_saved_and_then_final(dialog: MappingDriver) -> None:
    dialog.press("removeButton")
    dialog.apply()
    assert dialog.saved == (CONTACT, VENDOR)
    undo = dialog.find(QPushButton, "undoButton")
    dialog.qtbot.waitUntil(lambda: not undo.isEnabled())


def test_without_rows_one_sentence_and_one_action(dialog: MappingDriver) -> None:
    for _ in ROWS:
        dialog.press("removeButton")
    assert dialog.find(QLabel, "emptyLabel").isVisible()
    assert not dialog.find(QWidget, "rowForm").isVisible()
    assert not dialog.find(QPushButton, "removeButton").isEnabled()
    dialog.press("emptyButton")
    assert dialog.find(QWidget, "rowForm").isVisible()
    assert focused(dialog) == "row_tableEdit"


def test_enter_in_the_list_goes_to_the_form(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Return)
    assert dialog.window.isVisible()
    assert focused(dialog) == "row_tableEdit"


def test_ok_saves_and_closes_and_cancel_drops(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Space)
    dialog.press("cancelButton")
    assert not dialog.window.isVisible()
    dialog.window.open()
    dialog.wait_for_sheet()
    assert dialog.cells(MappingColumn.ENABLED) == ["Yes"] * 3
    dialog.key(Qt.Key.Key_Space)
    dialog.press("okButton")
    dialog.qtbot.waitUntil(lambda: not dialog.window.isVisible())
    assert dialog.saved[0] == replace(CUSTOMER, enabled=False)


# -- what is refused


@pytest.mark.parametrize(
    "address",
    ["http://erp.example/{no}", "https://", "https://erp.example/{id}", "https://{no}.example/", "26", "file:///c:/x"],
)
def test_an_address_that_cannot_be_a_page_is_refused_at_its_field(dialog: MappingDriver, address: str) -> None:
    dialog.write("row_web_address", address)
    dialog.press("applyButton")
    assert dialog.problem("row_web_address")
    assert focused(dialog) == "row_web_addressEdit"
    assert dialog.saved == ROWS
    assert dialog.window.isVisible()
    dialog.write("row_web_address", "https://erp.example/{no}/card")
    assert not dialog.problem("row_web_address"), "it goes as soon as it is right"
    dialog.apply()
    assert dialog.saved[0].card_page == "https://erp.example/{no}/card"


@pytest.mark.parametrize("number", ["", "0", "000"])
def test_a_page_number_must_be_one(dialog: MappingDriver, number: str) -> None:
    dialog.choose("row_card_page", "Business Central page")
    dialog.write("row_page_number", number)
    dialog.press("okButton")
    assert dialog.problem("row_page_number")
    assert focused(dialog) == "row_page_numberEdit"
    assert dialog.saved == ROWS


def test_a_table_must_have_a_name(dialog: MappingDriver) -> None:
    dialog.press("addButton")
    dialog.press("okButton")
    assert dialog.problem("row_table")
    assert dialog.window.isVisible()
    assert dialog.saved == ROWS


def test_an_incomplete_row_is_found_from_another_one(dialog: MappingDriver) -> None:
    dialog.press("addButton")
    dialog.select(0)
    assert not dialog.problem("row_table")
    dialog.press("okButton")
    assert dialog.place == 3
    assert dialog.problem("row_table")
    assert focused(dialog) == "row_tableEdit"


def test_a_field_name_can_be_too_long(dialog: MappingDriver) -> None:
    write(dialog, "row_phone_fields", f"phone, {'x' * 65}")
    dialog.press("applyButton")
    assert dialog.problem("row_phone_fields")
    assert dialog.saved == ROWS


def test_what_only_the_store_refuses_is_said_at_its_row(dialog: MappingDriver) -> None:
    dialog.window._failed(InvalidField("mappings[2].card_page", "is not known here"))
    assert dialog.place == 2
    assert dialog.problem("row_page_number") == "Is not known here."
    dialog.window._failed(InvalidField("mappings", "has 501 rows"))
    assert "501" in dialog.banner


# -- what is doubtful


def test_sound_rows_have_no_remark(dialog: MappingDriver) -> None:
    assert dialog.cells(MappingColumn.DOUBT) == ["", "", ""]
    assert dialog.doubt == ""


DOUBTFUL = (
    CUSTOMER,
    MappingRow(2, "Customer", "builtin", ("mobile",)),
    MappingRow(3, "Contact", "", ("phone",)),
    MappingRow(4, "Vendor", "26", ()),
    MappingRow(4, "Lead", "26", ("phone",)),
    MappingRow(4, "Off", "", (), enabled=False),
)


@mapped(*DOUBTFUL)
def test_rows_that_cannot_do_their_work_are_marked_and_explained(dialog: MappingDriver) -> None:
    assert dialog.cells(MappingColumn.DOUBT) == [
        "",
        "Never opens",
        "Opens nothing",
        "Never matches",
        "Same priority",
        "",
    ]
    for place in range(len(DOUBTFUL)):
        dialog.select(place)
        cell = dialog.cell(place, MappingColumn.DOUBT)
        is_marked = cell.data(Qt.ItemDataRole.DecorationRole) is not None
        assert is_marked == bool(dialog.doubt) == bool(cell.data(Qt.ItemDataRole.ToolTipRole)) == bool(cell.data())
    dialog.select(1)
    assert "Customer with priority 1" in dialog.doubt
    dialog.select(3)
    assert "Lead has priority 4" in dialog.doubt, "both doubts are told"


def test_a_doubt_comes_and_goes_with_the_edit(dialog: MappingDriver) -> None:
    dialog.choose("row_card_page", "No page")
    assert dialog.doubt
    dialog.choose("row_card_page", "Built-in page")
    assert not dialog.doubt


# -- changes of others, and who may change anything


def test_two_administrators_at_the_mapping(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Space)
    dialog.save_elsewhere(CUSTOMER, replace(CONTACT, card_page="5050"))
    dialog.apply()
    dialog.qtbot.waitUntil(lambda: "Alex Boss" in dialog.banner)
    assert "row 2, Contact: Card page from Built-in page to Page 5050 of Business Central" in dialog.banner
    assert "removed row 3, Vendor" in dialog.banner
    assert len(dialog.saved) == 2, "nothing is overwritten silently"
    assert dialog.cells(MappingColumn.ENABLED) == ["No", "Yes"], "what was edited is not lost"
    assert dialog.cells(MappingColumn.PAGE)[1] == "Page 5050 of Business Central"
    dialog.apply()
    assert dialog.saved == (replace(CUSTOMER, enabled=False), replace(CONTACT, card_page="5050"))


def test_a_row_that_another_administrator_added_is_seen_and_saved_with_the_own_move(dialog: MappingDriver) -> None:
    lead = MappingRow(1, "Lead", "builtin")
    dialog.key(Qt.Key.Key_Down, ALT)
    dialog.save_elsewhere(*ROWS, lead)
    dialog.apply()
    dialog.qtbot.waitUntil(lambda: "added row 4, Lead" in dialog.banner)
    assert dialog.cells(MappingColumn.TABLE) == ["Contact", "Lead", "Customer", "Vendor"]
    assert dialog.list("row_table").currentText() == "Customer", "the selected row is still the same"
    dialog.apply()
    assert dialog.saved == (replace(CONTACT, priority=1), lead, replace(CUSTOMER, priority=2), VENDOR)


def test_where_somebody_else_did_the_same_nothing_is_left_to_save(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Delete)
    dialog.save_elsewhere(CONTACT)
    dialog.apply()
    dialog.qtbot.waitUntil(lambda: "removed row 3, Vendor" in dialog.banner)
    assert "Your own changes" not in dialog.banner
    assert not dialog.find(QPushButton, "bannerButton").isVisible()
    assert dialog.cells(MappingColumn.TABLE) == ["Contact"]
    assert not dialog.can_apply


def test_what_contradicts_the_changes_of_somebody_else_is_told(dialog: MappingDriver) -> None:
    dialog.choose("row_card_page", "No page")
    dialog.select(1)
    dialog.key(Qt.Key.Key_Delete)
    dialog.select(1)
    dialog.key(Qt.Key.Key_Space)
    dialog.save_elsewhere(replace(CUSTOMER, card_page="21"), replace(CONTACT, name_field="title"))
    dialog.apply()
    dialog.qtbot.waitUntil(lambda: "Alex Boss" in dialog.banner)
    assert "Customer, Card page: yours stays; somebody else wrote Page 21 of Business Central." in dialog.banner
    assert "Contact is back: you had removed it, but somebody else changed it." in dialog.banner
    assert "Vendor was removed by somebody else; it stays because you changed it." in dialog.banner
    assert dialog.cells(MappingColumn.PAGE) == ["No page", "Built-in page", "Page 26 of Business Central"]
    assert dialog.cells(MappingColumn.NAME)[1] == "title"


def test_what_is_put_back_while_the_rows_are_being_saved_stays(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Space)
    dialog.press("applyButton")
    dialog.key(Qt.Key.Key_Space)
    dialog.qtbot.waitUntil(lambda: dialog.can_apply)
    assert dialog.cells(MappingColumn.ENABLED)[0] == "Yes"
    assert not dialog.saved[0].enabled


def test_the_second_administrator_takes_what_the_first_one_saved(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Delete)
    dialog.key(Qt.Key.Key_Space)
    dialog.save_elsewhere(CONTACT)
    dialog.apply()
    dialog.qtbot.waitUntil(lambda: dialog.find(QPushButton, "bannerButton").isVisible())
    assert dialog.cells(MappingColumn.ENABLED) == ["No"]
    dialog.press("bannerButton")
    dialog.qtbot.waitUntil(lambda: dialog.cells(MappingColumn.ENABLED) == ["Yes"])
    assert dialog.cells(MappingColumn.TABLE) == ["Contact"]
    assert not dialog.can_apply
    assert dialog.banner == ""
    assert not dialog.find(QPushButton, "undoButton").isEnabled()


def test_a_third_change_is_told_as_well(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Space)
    dialog.save_elsewhere(CUSTOMER)
    dialog.apply()
    dialog.qtbot.waitUntil(lambda: "Alex Boss" in dialog.banner)
    dialog.save_elsewhere(CONTACT)
    dialog.window.refresh_if_open()
    dialog.bench.renew()
    QCoreApplication.processEvents()
    dialog.apply()
    dialog.qtbot.waitUntil(lambda: "from Customer to Contact" in dialog.banner)
    assert dialog.saved == (CONTACT,), "what nobody was told of is not overwritten"
    dialog.apply()
    assert dialog.saved[0] == replace(CUSTOMER, enabled=False)


def test_a_change_from_elsewhere_shows_while_nothing_is_edited(dialog: MappingDriver) -> None:
    dialog.select(2)
    dialog.save_elsewhere(CONTACT, VENDOR)
    dialog.window.refresh_if_open()
    dialog.qtbot.waitUntil(lambda: dialog.cells(MappingColumn.TABLE) == ["Contact", "Vendor"])
    assert dialog.place == 1
    assert dialog.list("row_table").currentText() == "Vendor"


def test_a_store_that_is_away_leaves_the_last_known_rows_to_read(dialog: MappingDriver) -> None:
    dialog.bench.clock.forward(hours=2)
    dialog.bench.lose_store()
    dialog.window.refresh_if_open()
    dialog.qtbot.waitUntil(lambda: "2 hours ago" in dialog.banner)
    assert dialog.cells(MappingColumn.TABLE) == ["Customer", "Contact", "Vendor"]
    assert not dialog.find(QPushButton, "addButton").isEnabled()
    assert not dialog.can_apply
    dialog.bench.reachable = True
    dialog.window.refresh_if_open()
    dialog.qtbot.waitUntil(dialog.find(QPushButton, "addButton").isEnabled)
    assert dialog.banner == ""


def test_what_cannot_be_saved_now_is_not_lost(dialog: MappingDriver) -> None:
    dialog.key(Qt.Key.Key_Space)
    dialog.bench.lose_store()
    dialog.apply()
    dialog.qtbot.waitUntil(lambda: dialog.banner != "")
    dialog.bench.reachable = True
    assert dialog.can_apply
    dialog.apply()
    assert dialog.saved[0] == replace(CUSTOMER, enabled=False)


@as_anybody_else
def test_everybody_else_reads_the_rows_and_why(dialog: MappingDriver) -> None:
    assert dialog.window.standpoint is not None
    assert dialog.window.standpoint.lock is Lock.NOT_ADMIN
    assert dialog.banner
    for name in ("addButton", "removeButton", "upButton", "downButton", "undoButton", "applyButton"):
        assert not dialog.find(QPushButton, name).isEnabled(), name
    for name in ("row_priority", "row_table", "row_card_page", "row_name_field", "row_enabled"):
        assert not dialog.edit(name).isEnabled(), name
    assert dialog.line("row_web_address").isReadOnly()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
        dialog.key(key)
    dialog.key(Qt.Key.Key_Down, ALT)
    dialog.click_tick(0)
    assert dialog.cells(MappingColumn.TABLE) == ["Customer", "Contact", "Vendor"]
    assert dialog.cells(MappingColumn.ENABLED) == ["Yes"] * 3
    dialog.press("okButton")
    assert not dialog.window.isVisible()


@as_plain_user
@mapped()
def test_a_plain_user_is_offered_no_row_to_add(dialog: MappingDriver) -> None:
    assert dialog.find(QLabel, "emptyLabel").isVisible()
    assert not dialog.find(QPushButton, "emptyButton").isVisible()


@as_plain_user
def test_the_store_refuses_what_the_dialog_locks(dialog: MappingDriver) -> None:
    dialog.window.set_open(True)
    dialog.key(Qt.Key.Key_Space)
    dialog.window.send(dialog.window._saves.expect())
    dialog.qtbot.waitUntil(lambda: "administrator may" in dialog.banner)
    assert dialog.saved == ROWS


# -- what every dialog owes


def test_every_control_has_a_name_and_its_keys_are_its_own(dialog: MappingDriver) -> None:
    check_names_and_keys(dialog.window, [dialog.window])
    for widget in tab_order(dialog):
        text = widget.text() if isinstance(widget, QPushButton) else ""
        assert widget.accessibleName() or text, widget.objectName()


def test_the_tab_key_goes_from_top_to_bottom(dialog: MappingDriver) -> None:
    dialog.select(1)
    names = [widget.objectName() for widget in tab_order(dialog)]
    assert names == [
        "mappingRows",
        "addButton",
        "removeButton",
        "upButton",
        "downButton",
        "row_priorityEdit",
        "row_tableEdit",
        "row_card_pageEdit",
        "row_phone_fieldsEditLine",
        "row_phone_fieldsEditButton",
        "row_name_fieldEdit",
        "row_enabledEdit",
        "trialEdit",
        "trialButton",
        "okButton",
        "cancelButton",
    ]


def tab_order(dialog: MappingDriver) -> list[QWidget]:
    """Where the Tab key goes, from the list on."""
    found: list[QWidget] = []
    dialog.view.setFocus()
    while (widget := dialog.window.focusWidget()) not in found:
        assert widget is not None
        found.append(widget)
        dialog.window.focusNextChild()
    return found


def test_another_language_or_look_loses_no_edit(dialog: MappingDriver, theme: Theme) -> None:
    dialog.choose("row_card_page", "Web address")
    write(dialog, "row_table", "Lead")
    dialog.try_number("anonymous")
    QCoreApplication.sendEvent(dialog.window, QEvent(QEvent.Type.LanguageChange))
    theme.changed.emit()
    assert dialog.cells(MappingColumn.TABLE)[0] == "Lead"
    assert dialog.list("row_table").currentText() == "Lead"
    assert dialog.edit("row_web_address").isVisible()
    assert not dialog.edit("row_page_number").isVisible()
    assert len(dialog.verdicts) == 3
    assert dialog.can_apply


@mapped(MappingRow(1, "<b>Bold</b>", "builtin"), MappingRow(1, "A & B", "builtin"))
def test_names_are_shown_literally(dialog: MappingDriver) -> None:
    assert dialog.cells(MappingColumn.TABLE) == ["<b>Bold</b>", "A & B"]
    tip = dialog.cell(0, MappingColumn.TABLE).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Bold" in tip
    dialog.select(1)
    assert "<b>Bold</b>" in dialog.doubt
    assert dialog.find(QLabel, "doubtLabel").property("textFormat") is Qt.TextFormat.PlainText


def test_the_rows_are_a_sound_model(dialog: MappingDriver) -> None:
    tester = QAbstractItemModelTester(dialog.view.model())
    dialog.key(Qt.Key.Key_Delete)
    dialog.press("undoButton")
    dialog.key(Qt.Key.Key_Down, ALT)
    dialog.key(Qt.Key.Key_Space)
    assert tester.model() is dialog.view.model()


def test_the_user_list_leads_here(qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
    windows = SetupWindows(theme, bench.administration, lambda _: None)
    windows.show()
    users, button = windows._users, windows._users.findChild(QPushButton, "mappingButton")
    assert users is not None
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    mapping = windows._mapping
    assert mapping is not None
    qtbot.waitUntil(lambda: mapping.isVisible() and mapping.can_edit)
    bench.map((CONTACT,))
    windows.refresh()
    table = mapping.findChild(QComboBox, "row_tableEdit")
    qtbot.waitUntil(lambda: table.currentText() == "Contact")
    windows.close_all()
    let_go(mapping)
    let_go(users)
