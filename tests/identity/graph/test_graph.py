"""Reading Microsoft Graph: the right token, one renewal, answers that are not trusted, and where it is."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.identity.graph.bench import AnyServer, GraphBench, Told
from tray.config_model import Config, SignInConfig
from tray.errors import CtiError, Offline
from tray.identity.authority import graph_address
from tray.identity.contacts import read_changes
from tray.identity.errors import ConsentMissing, LinkRefused, ServiceBusy
from tray.identity.graph import GraphClient
from tray.identity.model import Permission
from tray.identity.opening import permissions
from tray.identity.web import MOST_BYTES

TOKEN = "a-token-that-nobody-may-see"


def client(server: AnyServer) -> GraphClient:
    return GraphClient(server.address, lambda permission, refused="": TOKEN)


def test_each_permission_has_a_token_of_its_own(bench: GraphBench) -> None:
    bench.sign_in()
    assert bench.graph.get(Permission.PRESENCE, "me/presence")["availability"] == "Available"
    assert bench.graph.get(Permission.CONTACTS, "me/contacts/delta")["value"] == []


def test_a_token_that_is_refused_is_renewed_once(bench: GraphBench) -> None:
    bench.sign_in()
    bench.graph.get(Permission.PRESENCE, "me/presence")
    before = bench.asked("token")
    bench.provider.fault("presence", status=401, times=1)
    assert bench.graph.get(Permission.PRESENCE, "me/presence")["availability"] == "Available"
    assert bench.asked("token") == before + 1
    bench.provider.fault("presence", status=401)
    with pytest.raises(CtiError, match=r"\(401\)"):
        bench.graph.get(Permission.PRESENCE, "me/presence")
    assert bench.asked("token") == before + 2


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_service_says_how_long(bench: GraphBench, status: int) -> None:
    bench.sign_in()
    bench.provider.fault("presence", status=status, retry_after=77)
    with pytest.raises(ServiceBusy) as busy:
        bench.graph.get(Permission.PRESENCE, "me/presence")
    assert busy.value.retry_after_s == 77


def test_what_is_not_allowed_is_told_apart(bench: GraphBench) -> None:
    bench.provider.withhold("Presence.Read")
    bench.sign_in()
    with pytest.raises(ConsentMissing):
        bench.graph.get(Permission.PRESENCE, "me/presence")
    bench.provider.fault("contacts", status=403)
    with pytest.raises(ConsentMissing):
        bench.graph.get(Permission.CONTACTS, "me/contacts/delta")


def test_no_server_is_offline(bench: GraphBench) -> None:
    bench.sign_in()
    bench.graph.get(Permission.PRESENCE, "me/presence")
    bench.provider.refuse()
    with pytest.raises(Offline):
        bench.graph.get(Permission.PRESENCE, "me/presence")


DEEP = b'{"value":' + b"[" * 100_000 + b"]" * 100_000 + b"}"


@pytest.mark.parametrize(
    "body",
    [b"", b"not json", b"[]", b"5", b"null", b'"text"', b"\xff\xfe", DEEP, b'{"a":' + b"9" * 5000 + b"}"],
    ids=["empty", "text", "list", "number", "null", "string", "bytes", "deep", "huge number"],
)
def test_an_answer_that_is_no_object_is_refused(any_server: AnyServer, body: bytes) -> None:
    any_server.told = Told(body=body)
    with pytest.raises(CtiError, match="does not understand"):
        client(any_server).get(Permission.PRESENCE, "me/presence")


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_of_ten_megabytes_is_not_taken(any_server: AnyServer, packed: bool) -> None:
    body = json.dumps({"value": "x" * (10 << 20)}).encode()
    assert len(body) > MOST_BYTES
    any_server.told = (
        Told(body=gzip.compress(body), headers={"Content-Encoding": "gzip"}) if packed else Told(body=body)
    )
    with pytest.raises(CtiError, match="sent far too much"):
        client(any_server).get(Permission.PRESENCE, "me/presence")


@pytest.mark.parametrize(
    "link",
    [
        "https://localhost:1/v1.0/me/contacts/delta",
        "https://elsewhere.example/v1.0/me/contacts/delta",
        "http://{host}/v1.0/me/contacts/delta",
        "https://{host}@elsewhere.example/",
        "https://anna@{host}/v1.0",
        "https://{host}\\@elsewhere.example/",
        "https://[/v1.0",
        "https://{host}/v1.0\r\nX-Header: 1",
        "https://{host}/v1.0 x",
        "file:///etc/passwd",
        "https://{host}/" + "x" * 20_000,
    ],
)
def test_a_token_goes_nowhere_else(any_server: AnyServer, link: str) -> None:
    host = any_server.address.split("/")[2]
    any_server.told = Told(body=json.dumps({"value": [], "@odata.nextLink": link.format(host=host)}).encode())
    with pytest.raises(LinkRefused) as refused:
        read_changes(client(any_server), ("displayName",))
    assert len(any_server.asked) == 1
    assert "elsewhere.example" not in str(refused.value)


def test_a_redirect_is_not_followed(any_server: AnyServer) -> None:
    any_server.told = Told(302, headers={"Location": "https://localhost:1/"})
    with pytest.raises(CtiError, match=r"\(302\)"):
        client(any_server).get(Permission.PRESENCE, "me/presence")


def test_pages_without_end_are_given_up(any_server: AnyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tray.identity.contacts.MOST_PAGES", 7)
    link = f"{any_server.address}/me/contacts/delta?$skiptoken=again"
    any_server.told = Told(body=json.dumps({"value": [], "@odata.nextLink": link}).encode())
    with pytest.raises(CtiError, match="more contacts"):
        read_changes(client(any_server), ("displayName",))
    assert len(any_server.asked) == 7


@pytest.mark.parametrize(
    "page",
    [
        {},
        {"value": {}},
        {"value": None},
        {"value": ["text"]},
        {"value": [{}]},
        {"value": [{"id": 5}]},
        {"value": [{"id": ""}]},
        {"value": [{"id": "x" * 1001}]},
        {"value": [], "@odata.nextLink": ["https://elsewhere.example"]},
        {"value": [], "@odata.deltaLink": 5},
    ],
)
def test_a_page_of_another_form_is_refused(any_server: AnyServer, page: dict[str, object]) -> None:
    any_server.told = Told(body=json.dumps(page).encode())
    with pytest.raises(CtiError, match="does not understand"):
        read_changes(client(any_server), ("displayName",))


def test_a_password_file_does_not_take_the_place_of_the_token(
    any_server: AnyServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine localhost login anna password other\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    client(any_server).get(Permission.PRESENCE, "me/presence")
    assert any_server.asked == [("/v1.0/me/presence", f"Bearer {TOKEN}")]


@pytest.mark.parametrize(
    ("authority", "address"),
    [
        ("", "https://graph.microsoft.com/v1.0"),
        ("https://login.microsoftonline.com/tenant", "https://graph.microsoft.com/v1.0"),
        ("https://LOGIN.microsoftonline.us", "https://graph.microsoft.us/v1.0"),
        ("https://login.partner.microsoftonline.cn/x", "https://microsoftgraph.chinacloudapi.cn/v1.0"),
        ("https://login.example/realm", ""),
        ("https://login.microsoftonline.com.example/realm", ""),
    ],
)
def test_each_cloud_has_its_graph_and_no_other_provider_has_one(authority: str, address: str) -> None:
    assert graph_address(SignInConfig(authority=authority)) == address
    own = "https://graph.example/v1.0"
    assert graph_address(SignInConfig(authority=authority, graph_url=own)) == own


def test_a_provider_without_graph_is_asked_for_nothing_of_it() -> None:
    own = SignInConfig(authority="https://login.example/realm")
    assert permissions(Config(sign_in=own)) == (Permission.PROFILE,)
    known = replace(own, graph_url="https://graph.example/v1.0")
    assert permissions(Config(sign_in=known)) == (Permission.PROFILE, Permission.PRESENCE, Permission.CONTACTS)


@given(st.text(max_size=200))
def test_no_link_leads_to_another_host(link: str) -> None:
    graph = GraphClient("https://graph.example:444/v1.0", lambda permission, refused="": TOKEN)
    try:
        url = graph._checked(link)
    except LinkRefused:
        return
    assert url.startswith("https://graph.example:444/")
