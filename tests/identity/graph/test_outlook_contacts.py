"""Outlook contacts in the directory, from a real provider: pages, changes, trouble, and who signs in and out."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.display import wait_until
from tests.identity.graph.bench import AnyServer, GraphBench, Told
from tray import logs
from tray.directory.outlook import TABLE, Loaded, OutlookTable
from tray.errors import Conflict, CtiError, DataDamaged, Offline, Refused
from tray.identity.errors import ConsentMissing, ServiceBusy, SignedOut, SignInNeeded
from tray.identity.graph import GraphClient
from tray.identity.model import Account, ContactsState, Keeping, Permission, SignInStatus
from tray.outlook import AFTER_NONSENSE_S, EVERY_S, has_signed_out, next_sync
from tray.setup.model import SignIn, SignInState

PEOPLE = {"Adatum": "+31205550101", "Contoso": "+31205550102", "Fabrikam": "+31205550103"}


def fill(bench: GraphBench, account: str = "anna") -> None:
    for name, number in PEOPLE.items():
        bench.provider.put_contact(f"id-{name}", account, displayName=name, businessPhones=[number])


@pytest.fixture
def filled(bench: GraphBench, monkeypatch: pytest.MonkeyPatch) -> GraphBench:
    """Anna, signed in, with contacts that come on several pages."""
    monkeypatch.setattr("tray.identity.contacts._PREFER", "odata.maxpagesize=2")
    fill(bench)
    bench.sign_in()
    return bench


def test_all_contacts_come_in_pages(filled: GraphBench) -> None:
    contacts = filled.contacts()
    assert contacts.look() == EVERY_S
    assert filled.names() == PEOPLE
    assert filled.asked("contacts") == 2
    assert (contacts.status.state, contacts.status.loaded) == (ContactsState.READ, Loaded(3, 3))
    assert filled.changes == 1


def test_then_only_what_changed(filled: GraphBench) -> None:
    contacts = filled.contacts()
    contacts.look()
    filled.provider.put_contact("id-Adatum", displayName="Adatum", businessPhones=["+31205550111"])
    filled.provider.put_contact("id-New", displayName="New", mobilePhone="+31655501002")
    filled.provider.remove_contact("id-Contoso")
    contacts.look()
    assert filled.names() == {"Adatum": "+31205550111", "Fabrikam": PEOPLE["Fabrikam"], "New": "+31655501002"}
    before = filled.asked("contacts")
    contacts.look()
    assert filled.asked("contacts") == before + 1


def test_a_restart_goes_on_with_the_changes(filled: GraphBench) -> None:
    filled.contacts().look()
    before = filled.asked("contacts")
    filled.contacts().look()
    assert filled.asked("contacts") == before + 1
    assert filled.names() == PEOPLE


def test_links_that_are_too_old_mean_reading_everything(filled: GraphBench) -> None:
    contacts = filled.contacts()
    contacts.look()
    filled.provider.forget_delta_links()
    filled.provider.remove_contact("id-Contoso")
    assert contacts.look() == EVERY_S
    assert set(filled.names()) == {"Adatum", "Fabrikam"}


def test_everything_is_read_again_where_the_user_asks_for_it(filled: GraphBench) -> None:
    contacts = filled.contacts()
    contacts.look()
    before = filled.asked("contacts")
    contacts.ask_for_all()
    contacts.look()
    assert filled.asked("contacts") == before + 2
    contacts.look()
    assert filled.asked("contacts") == before + 3


def test_a_provider_that_is_away_leaves_the_last_table(filled: GraphBench) -> None:
    contacts = filled.contacts()
    contacts.look()
    filled.provider.remove_contact("id-Contoso")
    filled.provider.fault("contacts", status=503, retry_after=120)
    assert contacts.look() == 120.0
    assert contacts.status.state is ContactsState.FAILED
    assert filled.names() == PEOPLE
    filled.provider.heal()
    filled.provider.refuse()
    wait = contacts.look()
    assert wait is not None
    assert wait <= 60.0
    assert filled.names() == PEOPLE
    filled.provider.accept()
    assert contacts.look() == EVERY_S
    assert set(filled.names()) == {"Adatum", "Fabrikam"}


def test_not_allowed_is_a_state_and_is_not_asked_again(bench: GraphBench) -> None:
    bench.provider.withhold("Contacts.Read")
    bench.sign_in()
    contacts = bench.contacts()
    assert contacts.look() is None
    assert contacts.status.state is ContactsState.NOT_ALLOWED
    assert (bench.asked("contacts"), bench.changes) == (0, 0)


def test_a_permission_that_was_taken_back_leaves_the_last_table(filled: GraphBench) -> None:
    contacts = filled.contacts()
    contacts.look()
    filled.provider.fault("contacts", status=403)
    assert contacts.look() is None
    assert filled.names() == PEOPLE


def test_signing_out_removes_them(filled: GraphBench) -> None:
    desk = filled.desk()
    filled.start()
    wait_until(lambda: filled.names() == PEOPLE)
    filled.service.sign_out()
    wait_until(lambda: filled.names() == {})
    wait_until(lambda: desk.contacts.state is ContactsState.WAITING)
    assert OutlookTable(filled.folder).mark() is None
    desk.stop()


def test_who_signed_out_meanwhile_has_none_after_the_next_start(filled: GraphBench) -> None:
    filled.contacts().look()
    later = GraphBench(filled.folder, filled.provider, filled.browser)
    desk = later.desk()
    later.start()
    wait_until(lambda: later.names() == {})
    desk.stop()
    later.service.stop()


def test_another_account_takes_the_place(filled: GraphBench) -> None:
    desk = filled.desk()
    filled.sign_in()
    wait_until(lambda: filled.names() == PEOPLE)
    filled.provider.put_contact("id-Own", "ben", displayName="Of Ben", mobilePhone="+31655501009")
    filled.sign_in("ben")
    wait_until(lambda: filled.names() == {"Of Ben": "+31655501009"})
    desk.stop()


def test_contacts_of_somebody_else_go_also_where_reading_fails(filled: GraphBench) -> None:
    filled.contacts().look()
    filled.sign_in("ben")
    filled.provider.fault("contacts", status=503)
    filled.contacts().look()
    assert filled.names() == {}


def test_who_switched_them_off_has_none(filled: GraphBench) -> None:
    filled.contacts().look()
    asked = filled.asked("contacts")
    contacts = filled.contacts(unwanted="switched off")
    assert contacts.look() is None
    assert (filled.names(), contacts.status.state) == ({}, ContactsState.OFF)
    with pytest.raises(Refused, match="switched off"):
        contacts.sync()
    assert filled.asked("contacts") == asked


@pytest.mark.parametrize("bench", [{"contacts": False}], indirect=True)
def test_the_setting_switches_them_off(bench: GraphBench) -> None:
    fill(bench)
    desk = bench.desk()
    bench.sign_in()
    wait_until(lambda: bench.asked("presence") == 1)
    number = desk.sync_contacts(full=False)
    answer = wait_until(lambda: desk.sync_answer(number))
    assert answer.state is ContactsState.OFF
    assert "sign_in.contacts" in answer.problem
    assert bench.asked("contacts") == 0
    desk.stop()


def test_a_sync_that_is_asked_for_is_answered(filled: GraphBench) -> None:
    desk = filled.desk()
    numbers = [desk.sync_contacts(full=True) for _ in range(3)]
    answers = [wait_until(lambda number=number: desk.sync_answer(number)) for number in numbers]
    assert {answer.loaded for answer in answers} == {Loaded(3, 3)}
    filled.service.sign_out()
    number = desk.sync_contacts(full=False)
    answer = wait_until(lambda: desk.sync_answer(number))
    assert answer.problem == "You are not signed in to Microsoft."
    desk.stop()


def hostile(bench: GraphBench, server: AnyServer) -> str:
    """Let contacts come from a server that answers anything; gives the problem."""
    contacts = bench.contacts()
    contacts.look()
    bench.graph = GraphClient(server.address, lambda permission, refused="": "a-token-for-another-server")
    contacts.ask_for_all()
    assert contacts.look() == AFTER_NONSENSE_S
    assert bench.names() == PEOPLE
    return contacts.status.problem


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"value": [{"id": "1", "displayName": 5}]}, "cannot be understood"),
        ({"value": [{"id": "1"}], "@odata.nextLink": "https://elsewhere.example/"}, "leads elsewhere"),
        ({"value": [{"id": "1"}], "@odata.nextLink": "http://localhost/"}, "leads elsewhere"),
        ({"value": 5}, "does not understand"),
        ({"value": [{"id": "1", "displayName": "x" * (10 << 20)}]}, "far too much"),
    ],
)
def test_a_hostile_answer_leaves_the_last_table(
    filled: GraphBench, any_server: AnyServer, answer: dict[str, object], problem: str
) -> None:
    any_server.told = Told(body=json.dumps(answer).encode())
    assert problem in hostile(filled, any_server)


def test_a_second_page_that_cannot_be_read_leaves_the_last_table(filled: GraphBench, any_server: AnyServer) -> None:
    link = f"{any_server.address}/me/contacts/delta?$skiptoken=2"
    first = json.dumps({"value": [{"id": "1", "displayName": "Half"}], "@odata.nextLink": link}).encode()
    any_server.told = Told(body=lambda path: b"broken" if "skiptoken" in path else first)
    assert "does not understand" in hostile(filled, any_server)
    assert len(any_server.asked) == 2


def test_a_link_that_was_kept_for_another_server_is_not_followed(filled: GraphBench, any_server: AnyServer) -> None:
    contacts = filled.contacts()
    contacts.look()
    any_server.told = Told(body=json.dumps({"value": [{"id": "1", "displayName": "Moved"}]}).encode())
    filled.graph = GraphClient(any_server.address, lambda permission, refused="": "a-token-for-another-server")
    contacts.look()
    assert filled.names() == {"Moved": ""}
    assert [path.partition("?")[0] for path, _ in any_server.asked] == ["/v1.0/me/contacts/delta"]


def test_the_log_holds_no_token_no_link_and_no_number(filled: GraphBench, tmp_path: Path) -> None:
    handler = logs.begin(tmp_path, logging.DEBUG)
    tokens = []
    try:
        contacts = filled.contacts()
        contacts.look()
        mark = OutlookTable(filled.folder).mark()
        assert mark is not None
        filled.watch().look()
        filled.provider.fault("contacts", status=500)
        contacts.look()
        logging.getLogger("cti_tray").debug("%r %s", contacts.status, mark)
        tokens = [filled.service.token(each) for each in (Permission.CONTACTS, Permission.PRESENCE)]
    finally:
        logs.end(handler)
    text = (tmp_path / logs.LOG_NAME).read_text(encoding="utf-8")
    assert text
    for secret in (*tokens, mark.link, mark.link.rpartition("=")[2], *PEOPLE.values()):
        assert secret not in text


@given(st.integers(1, 10_000), st.floats(0.0, 1.0), st.floats(0.0, 3600.0))
def test_when_contacts_are_read_again(failures: int, chance: float, pause: float) -> None:
    usual = next_sync(None, failures, chance)
    assert usual is not None
    assert 15 * 60 <= usual <= 60 * 60
    for error in (Offline("away"), Conflict("an import runs")):
        wait = next_sync(error, failures, chance)
        assert wait is not None
        assert 1.0 <= wait <= 90.0
    busy = next_sync(ServiceBusy("busy", retry_after_s=pause), failures, chance)
    assert busy is not None
    assert busy >= pause
    for error in (CtiError("nonsense"), DataDamaged("broken")):
        wait = next_sync(error, failures, chance)
        assert wait is not None
        assert wait >= 600.0
    for error in (ConsentMissing("no"), SignedOut("no"), SignInNeeded("no"), Refused("no")):
        assert next_sync(error, failures, chance) is None


ANNA = Account("1", "anna@example.org")


@pytest.mark.parametrize(
    ("status", "out"),
    [
        (SignInStatus(), False),
        (SignInStatus(configured=True), True),
        (SignInStatus(configured=True, keeping=Keeping.MEMORY_ONLY), True),
        (SignInStatus(configured=True, keeping=Keeping.LOCKED), False),
        (SignInStatus(configured=True, keeping=Keeping.DAMAGED), False),
        (SignInStatus(configured=True, account=ANNA, sign_in=SignIn(SignInState.SIGN_IN_NEEDED)), False),
    ],
)
def test_contacts_go_only_where_it_is_known_that_nobody_is_signed_in(status: SignInStatus, out: bool) -> None:
    assert has_signed_out(status) is out


def test_the_table_is_named_as_the_mapping_names_it() -> None:
    assert TABLE == "Outlook contact"
