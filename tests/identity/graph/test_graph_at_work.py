"""A running tray of a user with Outlook contacts and Teams: the command, the status, a call, the mapping, the log."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.chromium import Browser
from tests.credential_store import CredentialStore
from tests.desk import PATIENCE_S, DeskTray
from tests.display import wait_until
from tests.openid import OpenIdProvider
from tray.directory.outlook import TABLE, OutlookTable

NUMBER = "+31205550101"
ROW = {"priority": 1, "table": TABLE, "card_page": "builtin", "phone_fields": ["phone"], "name_field": "name"}
UNMAPPED = f"No row of the business mapping uses the table '{TABLE}' yet"


@pytest.fixture(scope="module")
def store() -> Iterator[CredentialStore]:
    with CredentialStore() as store:
        yield store


@pytest.fixture
def tray(tmp_path: Path, provider: OpenIdProvider, browser: Browser, store: CredentialStore) -> Iterator[DeskTray]:
    """The tray, to which nobody has signed in; one contact is in the mailbox."""
    provider.put_contact("id-adatum", displayName="Adatum", businessPhones=[NUMBER])
    surroundings = {"QT_QPA_PLATFORM": "offscreen", "PYSTRAY_BACKEND": "dummy"}
    environment = os.environ | surroundings | store.environment | provider.environment | browser.environment
    where = {"client_id": provider.client_id, "authority": provider.oidc_authority, "graph_url": provider.graph}
    config = "".join(f'{name} = "{value}"\n' for name, value in where.items())
    with DeskTray(tmp_path / "home", environment, f"[sign_in]\n{config}") as tray:
        yield tray


@pytest.fixture
def signed_in(tray: DeskTray, browser: Browser) -> DeskTray:
    tray.command("sign-in")
    browser.wait_for_visit()
    return tray


def wait_for(tray: DeskTray, part: str, state: str) -> None:
    wait_until(lambda: tray.status()[part]["state"] == state, seconds=PATIENCE_S, what=f"{part} to be {state}")


def test_a_call_finds_a_contact_once_the_mapping_names_the_table(signed_in: DeskTray) -> None:
    wait_for(signed_in, "contacts", "read")
    assert UNMAPPED in signed_in.command("directory", "sync")
    signed_in.set_up({"mappings": [ROW]})
    assert signed_in.command("directory", "sync", "--full") == f"{TABLE}: 1 record with 1 number.\n"
    signed_in.report("offered", call_id="1", number=NUMBER)
    call = wait_until(lambda: next((call for call in signed_in.status()["calls"] if call["name"]), None))
    assert call["name"] == "Adatum"


def test_what_the_status_says(signed_in: DeskTray, provider: OpenIdProvider) -> None:
    wait_for(signed_in, "presence", "available")
    wait_for(signed_in, "contacts", "read")
    status = signed_in.status()
    assert status["presence"]["age_s"] >= 0
    assert status["contacts"]["age_s"] >= 0
    assert "presence   available" in signed_in.command("status")
    wait_until(lambda: signed_in.status()["directory"]["numbers"] == 1, what="the tables that the mapping offers")
    signed_in.command("sign-out")
    wait_for(signed_in, "presence", "off")
    wait_for(signed_in, "contacts", "waiting")
    assert signed_in.json("directory", "show")["tables"] == []
    assert signed_in.status()["presence"] == {"state": "off", "age_s": None}


def test_what_the_user_did_not_allow_is_a_state_and_no_trouble(
    tray: DeskTray, browser: Browser, provider: OpenIdProvider
) -> None:
    provider.withhold("Presence.Read", "Contacts.Read")
    tray.command("sign-in")
    browser.wait_for_visit()
    wait_for(tray, "presence", "not_allowed")
    wait_for(tray, "contacts", "not_allowed")
    assert tray.status()["sign_in"]["state"] == "signed_in"
    done = tray.run("directory", "sync")
    assert done.returncode == 1
    assert done.stderr.startswith("cti-tray: ")
    assert len(done.stderr.splitlines()) == 1


def test_the_command_needs_somebody_who_is_signed_in(tray: DeskTray) -> None:
    for _ in range(2):
        done = tray.run("directory", "sync")
        assert (done.returncode, done.stderr) == (1, "cti-tray: You are not signed in to Microsoft.\n")
        tray.kill()


def test_the_command_works_without_a_tray_and_signing_out_takes_the_contacts(
    signed_in: DeskTray, provider: OpenIdProvider
) -> None:
    wait_for(signed_in, "contacts", "read")
    signed_in.kill()
    provider.put_contact("id-contoso", displayName="Contoso", mobilePhone="+31655501002")
    assert f"{TABLE}: 2 records with 2 numbers." in signed_in.command("directory", "sync")
    assert OutlookTable(signed_in.folder).mark() is not None
    signed_in.command("sign-out")
    assert OutlookTable(signed_in.folder).mark() is None


def test_nothing_that_is_written_holds_what_must_stay_secret(signed_in: DeskTray) -> None:
    wait_for(signed_in, "contacts", "read")
    signed_in.command("directory", "sync")
    mark = OutlookTable(signed_in.folder).mark()
    assert mark is not None
    link = mark.link.rpartition("=")[2]
    signed_in.kill()
    for file in signed_in.folder.rglob("*"):
        if file.is_file() and not file.name.startswith("directory.db"):
            held = file.read_bytes()
            assert link.encode() not in held, file
            assert NUMBER.encode() not in held, file
    assert not any(link in line or NUMBER in line for line in signed_in.output)
