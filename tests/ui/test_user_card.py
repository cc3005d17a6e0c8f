"""The user setup card as people use it: an administrator, a plain user, and one without a licence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.card_driver import Card
from tests.ui.conftest import let_go
from tests.ui.dialog_driver import check_names_and_keys
from tests.ui.setup_bench import Person, SetupBench
from tray.calls.settings import CloseMaskOn, InternalCalls, MappingRow, OpenMaskOn, UserSettings
from tray.directory.importer import import_csv
from tray.setup.model import Actor, LicenceKind, SignIn, SignInState
from tray.setup.views import Lock
from ui.theme import Theme, ThemeChoice
from ui.what_if import CallRole


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, bench: SetupBench, person: Person) -> Iterator[Card]:
    """Anna's card: opened by the administrator for her, and by everybody else as the own one."""
    card = Card(qtbot, theme, bench, Person.PLAIN if person is Person.ADMIN else None)
    yield card
    card.window.close()
    let_go(card.window)


as_plain_user = pytest.mark.parametrize("person", [Person.PLAIN], indirect=True)
as_unlicensed = pytest.mark.parametrize("person", [Person.UNLICENSED], indirect=True)


def test_an_administrator_changes_a_card_and_stays(card: Card) -> None:
    assert "Anna Vermeer" in card.window.windowTitle()
    assert not card.can_apply
    card.choose("user_open_mask_on", "Connected")
    delay = card.edit("user_caller_card_delay")
    card.qtbot.keyClick(delay, Qt.Key.Key_Up)
    assert card.can_apply
    card.apply()
    assert card.window.isVisible()
    assert card.saved(Person.PLAIN) == UserSettings(open_mask_on=OpenMaskOn.CONNECTED, caller_card_delay=1)
    card.qtbot.waitUntil(lambda: not card.can_apply)


def test_a_value_put_back_needs_no_saving(card: Card) -> None:
    delay = card.edit("user_caller_card_delay")
    card.qtbot.keyClick(delay, Qt.Key.Key_Up)
    assert card.can_apply
    card.qtbot.keyClick(delay, Qt.Key.Key_Down)
    assert not card.can_apply


def test_ok_saves_and_closes_and_cancel_drops(card: Card) -> None:
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.press("cancelButton")
    assert not card.window.isVisible()
    assert card.saved(Person.PLAIN).caller_card_delay == 0
    card.window.open_for(card.bench.user(Person.PLAIN).id)
    card.qtbot.waitUntil(lambda: card.window.can_edit)
    assert not card.can_apply
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Return)
    card.qtbot.waitUntil(lambda: not card.window.isVisible())
    assert card.saved(Person.PLAIN).caller_card_delay == 1


def test_escape_cancels(card: Card) -> None:
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.qtbot.keyClick(card.window, Qt.Key.Key_Escape)
    assert not card.window.isVisible()
    assert card.saved(Person.PLAIN).caller_card_delay == 0


def test_internal_calls_are_kept_from_the_card(card: Card) -> None:
    assert "like any other" in card.text("user_internal_callsNote")
    card.choose("user_internal_calls", "Never")
    assert "still logged" in card.text("user_internal_callsNote")
    card.apply()
    assert card.saved(Person.PLAIN).internal_calls is InternalCalls.NEVER


def test_each_word_tells_its_effect(card: Card) -> None:
    before = card.text("user_close_mask_onNote")
    card.choose("user_close_mask_on", "Connected")
    assert card.text("user_close_mask_onNote") not in {"", before}


def test_open_and_close_on_connected_shows_the_hint(card: Card) -> None:
    hint = card.find(QLabel, "pairHint").parentWidget()
    card.choose("user_open_mask_on", "Connected")
    assert not hint.isVisible()
    card.choose("user_close_mask_on", "Connected")
    assert hint.isVisible()
    card.choose("user_close_mask_on", "None")
    assert not hint.isVisible()


def test_the_role_is_saved_with_the_card(card: Card) -> None:
    tick = card.edit("role_admin")
    assert tick.isVisible()
    card.qtbot.keyClick(tick, Qt.Key.Key_Space)
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.apply()
    assert card.bench.user(Person.PLAIN).admin
    assert card.saved(Person.PLAIN).caller_card_delay == 1


def test_the_last_administrator_keeps_the_role_and_nothing_is_half_saved(card: Card) -> None:
    card.window.open_for(card.bench.user(Person.ADMIN).id)
    card.qtbot.waitUntil(lambda: card.window.can_edit and "Boss" in card.window.windowTitle())
    card.qtbot.keyClick(card.edit("role_admin"), Qt.Key.Key_Space)
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.apply()
    card.qtbot.waitUntil(lambda: "last licensed administrator" in card.banner)
    assert "last licensed administrator" in card.problem("role_admin")
    assert not card.window.tabs.tabIcon(0).isNull()
    assert card.edit("role_admin").hasFocus()
    assert card.bench.user(Person.ADMIN).admin
    assert card.saved(Person.ADMIN).caller_card_delay == 0
    assert card.can_apply, "what was typed is still there"


def test_whoever_gives_up_the_own_role_is_asked_before(card: Card) -> None:
    card.bench.make_admin(Person.PLAIN)
    anna = Actor(card.bench.user(Person.PLAIN).id)
    card.open(None)
    card.wait_for(Person.ADMIN)
    card.qtbot.keyClick(card.edit("role_admin"), Qt.Key.Key_Space)
    card.press("okButton")
    assert card.banner.startswith("This is you. Afterwards only another administrator")
    assert card.find(QPushButton, "bannerCancelButton").hasFocus(), "the keyboard does no harm"
    card.press("bannerCancelButton")
    assert card.window.isVisible()
    assert card.bench.user(Person.ADMIN).admin
    card.press("okButton")
    card.press("bannerButton")
    card.qtbot.waitUntil(lambda: not card.window.isVisible())
    users = card.bench.store.all_users(anna, card.bench.clock())
    assert [user.account for user in users if user.admin] == [Person.PLAIN.identity.account]


def test_an_edit_while_something_is_asked_is_checked_as_any_other(card: Card) -> None:
    card.bench.make_admin(Person.PLAIN)
    anna = Actor(card.bench.user(Person.PLAIN).id)
    card.open(None)
    card.wait_for(Person.ADMIN)
    card.qtbot.keyClick(card.edit("role_admin"), Qt.Key.Key_Space)
    card.press("okButton")
    assert card.find(QPushButton, "bannerButton").property("text") == "Remove administrator role"
    card.write("user_caller_card_delay", "150")
    assert card.banner == "", "what was asked about is no more"
    card.press("okButton")
    assert card.problem("user_caller_card_delay")
    assert card.bench.user(Person.ADMIN).admin
    card.write("user_caller_card_delay", "15")
    card.press("okButton")
    card.press("bannerButton")
    card.qtbot.waitUntil(lambda: not card.window.isVisible())
    users = card.bench.store.all_users(anna, card.bench.clock())
    assert [user.admin for user in users if user.account == Person.ADMIN.identity.account] == [False]


def test_an_administrator_who_loses_the_role_reads_the_card_and_why(card: Card) -> None:
    card.write("user_caller_card_delay", "9")
    card.bench.make_admin(Person.PLAIN)
    anna, boss = (Actor(card.bench.user(person).id) for person in (Person.PLAIN, Person.ADMIN))
    card.bench.store.set_admin(anna, boss.user_id, card.bench.clock(), admin=False)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: "Only an administrator" in card.banner)
    assert not card.edit("user_caller_card_delay").isEnabled()
    assert not card.can_apply
    assert card.number("user_caller_card_delay").text() == "9", "what was typed waits for the role"
    card.bench.store.set_admin(anna, boss.user_id, card.bench.clock(), admin=True)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.can_apply)
    assert card.banner == ""
    assert card.edit("user_caller_card_delay").isEnabled()


def test_a_card_that_cannot_be_opened_shows_nobody_elses(card: Card) -> None:
    nico = card.bench.user(Person.UNLICENSED)
    card.bench.lose_store()
    card.window.open_for(nico.id, nico.name)
    assert "Nico Newcomer" in card.window.windowTitle()
    assert not card.window.tabs.isVisible(), "not even until the answer comes"
    card.qtbot.waitUntil(lambda: card.banner.startswith("The setup card of Nico Newcomer cannot be opened. "))
    assert "cannot be reached" in card.banner
    assert not card.window.tabs.isVisible()
    card.bench.reachable = True
    card.window.refresh_if_open()
    card.qtbot.waitUntil(card.window.tabs.isVisible)
    assert card.banner == ""
    assert "Nico Newcomer" in card.window.windowTitle()
    assert card.edit("user_open_mask_on").hasFocus()


def test_the_card_of_a_user_who_was_removed_says_whose_it_was(card: Card) -> None:
    nico = card.bench.user(Person.UNLICENSED)
    card.bench.store.remove_user(card.bench.admin, nico.id, card.bench.clock())
    card.window.open_for(nico.id, nico.name)
    card.qtbot.waitUntil(lambda: card.banner.startswith("The setup card of Nico Newcomer cannot be opened. "))
    assert not card.window.tabs.isVisible()


@as_plain_user
def test_whoever_was_removed_cannot_open_the_own_card(card: Card) -> None:
    card.press("cancelButton")
    card.bench.store.remove_user(card.bench.admin, card.bench.user(Person.PLAIN).id, card.bench.clock())
    card.window.open_for(None)
    card.qtbot.waitUntil(lambda: card.banner.startswith("Your setup card cannot be opened. This user"))
    assert card.window.windowTitle() == "User setup card"


def test_a_code_that_cannot_be_shown_as_it_is_stays_until_it_is_edited(card: Card) -> None:
    card.bench.change_card(Person.PLAIN, incoming_template="A  B")
    card.window.refresh_if_open()
    code = card.line("user_incoming_template")
    card.qtbot.waitUntil(lambda: code.text() == "A B")
    assert not card.can_apply
    card.write("user_caller_card_delay", "9")
    card.apply()
    assert card.saved(Person.PLAIN) == UserSettings(incoming_template="A  B", caller_card_delay=9)


def test_currently_active_follows_the_lease(card: Card) -> None:
    assert card.text("fact_activeEdit") == "Yes"
    card.bench.clock.forward(minutes=5)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.text("fact_activeEdit") == "No")


def test_it_follows_while_something_is_being_edited(card: Card) -> None:
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.bench.clock.forward(minutes=5)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.text("fact_activeEdit") == "No")
    assert card.can_apply


def test_two_administrators_at_one_card(card: Card) -> None:
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.bench.change_card(Person.PLAIN, caller_card_delay=7, close_mask_on=CloseMaskOn.CONNECTED)
    card.apply()
    card.qtbot.waitUntil(lambda: "Alex Boss" in card.banner)
    assert "from 0 to 7" in card.banner
    assert card.saved(Person.PLAIN).caller_card_delay == 7, "nothing is overwritten silently"
    delay, close = card.number("user_caller_card_delay"), card.list("user_close_mask_on")
    card.qtbot.waitUntil(lambda: close.currentText() == "Connected")
    assert delay.number == 1, "what was typed is not lost"
    card.apply()
    assert card.saved(Person.PLAIN) == UserSettings(close_mask_on=CloseMaskOn.CONNECTED, caller_card_delay=1)


def test_the_second_administrator_takes_what_the_first_one_saved(card: Card) -> None:
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.bench.change_card(Person.PLAIN, caller_card_delay=7)
    card.apply()
    card.qtbot.waitUntil(lambda: card.find(QPushButton, "bannerButton").isVisible())
    card.press("bannerButton")
    delay = card.number("user_caller_card_delay")
    card.qtbot.waitUntil(lambda: delay.number == 7)
    assert not card.can_apply
    assert card.banner == ""


def test_a_change_from_elsewhere_shows_while_nothing_is_edited(card: Card) -> None:
    card.bench.change_card(Person.PLAIN, caller_card_delay=9)
    card.window.refresh_if_open()
    delay = card.number("user_caller_card_delay")
    card.qtbot.waitUntil(lambda: delay.number == 9)
    assert not card.can_apply


def test_a_store_that_is_away_leaves_the_last_known_values_to_read(card: Card) -> None:
    card.bench.change_card(Person.PLAIN, caller_card_delay=9)
    card.window.refresh_if_open()
    delay = card.number("user_caller_card_delay")
    card.qtbot.waitUntil(lambda: delay.number == 9)
    card.bench.clock.forward(hours=2)
    card.bench.lose_store()
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: "cannot be reached" in card.banner)
    assert "2 hours ago" in card.banner
    assert delay.number == 9
    assert not delay.isEnabled()
    assert not card.can_apply
    card.bench.reachable = True
    card.window.refresh_if_open()
    card.qtbot.waitUntil(delay.isEnabled)
    assert card.banner == ""


@as_plain_user
def test_a_plain_user_reads_the_own_card_and_why(card: Card) -> None:
    assert card.window.standpoint is not None
    assert card.window.standpoint.lock is Lock.NOT_ADMIN
    assert card.banner == "Only an administrator can change this."
    assert "Anna Vermeer" in card.window.windowTitle()
    for name in ("user_open_mask_on", "user_caller_card_delay", "user_auto_open_master_data", "user_crm_active"):
        assert not card.edit(name).isEnabled(), name
    code = card.line("user_incoming_template")
    assert code.isReadOnly()
    assert not card.edit("role_admin").isVisible()
    assert not card.can_apply
    card.press("okButton")
    assert not card.window.isVisible()


@as_unlicensed
def test_somebody_without_a_licence_reads_the_own_card(card: Card) -> None:
    assert "Nico Newcomer" in card.window.windowTitle()
    assert not card.edit("user_open_mask_on").isEnabled()
    assert card.banner == "Only an administrator can change this."


@as_plain_user
def test_the_store_refuses_what_the_dialog_locks(card: Card) -> None:
    card.window.set_open(True)
    card.qtbot.keyClick(card.edit("user_caller_card_delay"), Qt.Key.Key_Up)
    card.window.send(card.window._saves.expect())
    card.qtbot.waitUntil(lambda: "Only an administrator may do this" in card.banner)
    assert card.saved(Person.PLAIN).caller_card_delay == 0


@as_plain_user
def test_another_card_is_refused_to_a_plain_user(card: Card) -> None:
    card.window.open_for(card.bench.user(Person.ADMIN).id)
    card.qtbot.waitUntil(lambda: card.banner.startswith("Only an administrator"))
    assert card.window.standpoint is None
    assert not card.window.tabs.isVisible()
    assert card.window.windowTitle() == "User setup card"


def test_codes_are_written_in_capitals_and_stop_at_ten(card: Card) -> None:
    card.bench.change_module(crm_active=True)
    card.window.refresh_if_open()
    code = card.line("user_incoming_template")
    card.qtbot.waitUntil(lambda: not code.isReadOnly())
    card.window.tabs.setCurrentIndex(2)
    card.qtbot.keyClicks(code, "in-call-0123")
    assert code.text() == "IN-CALL-01"
    card.apply()
    assert card.saved(Person.PLAIN).incoming_template == "IN-CALL-01"


def test_without_a_licence_the_card_leads_to_where_one_is_entered(card: Card) -> None:
    card.bench.change_licence(kind=LicenceKind.TRIAL, valid_until=date(2026, 1, 31))
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: "The trial of CTI Tray has ended; its last day was" in card.banner)
    assert "module setup, tab Licence" in card.banner
    with card.qtbot.waitSignal(card.window.licence_requested):
        card.press("bannerButton")


def test_each_code_says_where_the_one_in_force_comes_from(card: Card) -> None:
    card.bench.change_card(Person.PLAIN, crm_active=True)
    card.bench.change_module(crm_active=True, incoming_template="M-IN", outgoing_template="M-OUT")
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: "M-IN is in force, from module setup" in card.text("user_incoming_templateNote"))
    code = card.line("user_outgoing_template")
    assert code.placeholderText() == "M-OUT from module setup"
    card.qtbot.keyClicks(code, "own")
    assert "OWN is in force, from this card" in card.text("user_outgoing_templateNote")
    assert "M-OUT" in card.text("user_outgoing_templateNote")
    assert "No code" in card.text("user_missed_incoming_templateNote")


def test_a_code_is_not_called_in_force_while_crm_is_off_on_the_card(card: Card) -> None:
    card.bench.change_module(crm_active=True, incoming_template="M-IN")
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: "M-IN would be in force, from module setup" in card.text("user_incoming_templateNote"))
    assert card.text("user_incoming_templateNote").startswith("CRM is off.")
    card.window.tabs.setCurrentIndex(2)
    card.tick("user_crm_activeEdit")
    assert card.text("user_incoming_templateNote") == "M-IN is in force, from module setup."


def test_a_code_is_not_called_in_force_while_crm_is_off_in_the_module_setup(card: Card) -> None:
    card.bench.change_card(Person.PLAIN, crm_active=True, incoming_template="ANNA-IN")
    card.bench.change_module(incoming_template="M-IN")
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: "ANNA-IN would be in force, from this card" in card.text("user_incoming_templateNote"))
    code = card.line("user_incoming_template")
    assert not code.isEnabled()
    card.bench.change_module(crm_active=True)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(code.isEnabled)
    assert card.text("user_incoming_templateNote").startswith("ANNA-IN is in force, from this card.")


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("person", [Person.PLAIN, Person.ADMIN], indirect=True)
def test_what_can_only_be_read_is_tinted(card: Card, theme: Theme, choice: ThemeChoice, person: Person) -> None:
    card.bench.change_module(crm_active=True)
    card.window.refresh_if_open()
    code = card.line("user_incoming_template")
    card.qtbot.waitUntil(code.isEnabled)
    theme.choose(choice)
    ground = theme.tokens.tint() if person is Person.PLAIN else theme.tokens.surface_raised
    card.qtbot.waitUntil(lambda: code.palette().color(QPalette.ColorRole.Base) == ground)


def test_crm_is_locked_with_the_reason_while_the_module_setup_has_it_off(card: Card) -> None:
    reason = card.find(QLabel, "moduleOff").parentWidget()
    card.window.tabs.setCurrentIndex(2)
    assert reason.isVisible()
    assert not card.edit("user_crm_active").isEnabled()
    card.bench.change_module(crm_active=True)
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: not reason.isVisible())
    card.tick("user_crm_activeEdit")
    card.apply()
    assert card.saved(Person.PLAIN).crm_active


def test_the_sign_in_is_told_and_never_a_token(card: Card) -> None:
    card.window.tabs.setCurrentIndex(1)
    assert [card.text(f"fact_{name}Edit") for name in ("sign_in", "access_token", "refresh_token")] == [
        "Signed in",
        "Yes",
        "Yes",
    ]
    assert "2026" in card.text("fact_authorization_timeEdit")
    anna = Actor(card.bench.user(Person.PLAIN).id)
    needed = SignIn(SignInState.SIGN_IN_NEEDED, access_token=False, refresh_token=True)
    card.bench.store.report_sign_in(anna, needed, card.bench.clock() + timedelta(seconds=1))
    card.window.refresh_if_open()
    card.qtbot.waitUntil(lambda: card.text("fact_sign_inEdit") == "Sign-in needed")
    assert card.text("fact_access_tokenEdit") == "No"


@as_unlicensed
def test_who_never_signed_in_is_signed_out(card: Card) -> None:
    card.window.tabs.setCurrentIndex(1)
    assert card.text("fact_sign_inEdit") == "Signed out"
    assert card.text("fact_token_expiresEdit") == "none"
    assert not card.find(QPushButton, "signInButton").isVisible(), "there is no tray here that could sign in"
    assert not card.find(QLabel, "fact_token_expiresNote").isVisible(), "nothing is renewed"


def test_nobody_signs_in_for_somebody_else(card: Card) -> None:
    card.window.tabs.setCurrentIndex(1)
    assert not card.find(QPushButton, "signInButton").isVisible()


class Foretold:
    """The panel of the dialog."""

    def __init__(self, card: Card) -> None:
        found = card.find(QListWidget, "whatIfList")
        assert isinstance(found, QListWidget)
        self.list = found

    def words(self) -> list[str]:
        return [self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(self.list.count())]

    def changed(self) -> list[bool]:
        return [bool(self.list.item(row).data(CallRole).foretold.changed) for row in range(self.list.count())]


def test_the_panel_plays_the_last_calls_with_the_values_as_edited(
    qtbot: QtBot, theme: Theme, bench: SetupBench
) -> None:
    bench.map()
    bench.place_calls(24)
    card = Card(qtbot, theme, bench, None)
    panel = Foretold(card)
    qtbot.waitUntil(lambda: panel.list.count() == 20)
    assert not any(panel.changed())
    assert any("Card at once" in words for words in panel.words())
    card.choose("user_open_mask_on", "Connected")
    qtbot.waitUntil(lambda: any(panel.changed()))
    missed = [words for words in panel.words() if "No card" in words and "With the saved card" in words]
    assert missed
    assert all("No card (your setup opens the card when a call is answered" in words for words in missed)
    assert all("With the saved card: Card at once" in words for words in missed), "and what it was"
    answered = [words for words in panel.words() if "Card after 4 s" in words]
    assert any("With the saved card: Card at once, Changed" in words for words in answered), "only what is otherwise"
    assert all("Changed" in words for words, changed in zip(panel.words(), panel.changed(), strict=True) if changed)
    assert card.saved(Person.ADMIN).open_mask_on is OpenMaskOn.CALL, "nothing was saved"
    pages = card.edit("user_auto_open_master_data")
    qtbot.keyClick(pages, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any("page Customer" in words for words in panel.words()))
    card.window.close()
    let_go(card.window)


def test_a_record_full_of_markup_is_shown_literally_in_the_panel(qtbot: QtBot, theme: Theme, bench: SetupBench) -> None:
    table = "<b>Customer"
    bench.map((MappingRow(1, table, "builtin"),))
    file = bench.folder / "hostile.csv"
    file.write_text("no,name,phone,mobile\n1,Adatum,020 555 0101,\n", encoding="utf-8")
    import_csv(bench.folder, file, table, bench.reader, ("phone", "mobile"), now=bench.clock.wall())
    bench.change_card(Person.ADMIN, auto_open_master_data=True)
    bench.place_calls(4)
    bench.renew()
    card = Card(qtbot, theme, bench, None)
    found = Foretold(card).list
    qtbot.waitUntil(lambda: any("<b>Customer 1" in words for words in Foretold(card).words()))
    tips = [found.item(row).toolTip() for row in range(found.count())]
    assert any("&lt;b&gt;Customer 1" in tip for tip in tips)
    assert not any("<b>" in tip for tip in tips)
    card.window.close()
    let_go(card.window)


def test_before_the_first_call_the_panel_says_so(card: Card) -> None:
    none = card.find(QLabel, "whatIfNone")
    card.qtbot.waitUntil(none.isVisible)
    assert none.text()


def test_every_control_has_a_name_and_its_keys_are_its_own(card: Card) -> None:
    for field in card.window.fields:
        assert field.control.accessibleName(), field.key
    tabs = card.window.tabs
    check_names_and_keys(card.window, [tabs.widget(place) for place in range(tabs.count())])
