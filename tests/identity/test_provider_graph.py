"""The part of Microsoft Graph that the provider's server answers as."""

from __future__ import annotations

import requests

from tests.chromium import Browser
from tests.identity.signing import BC, GRAPH, App, sign_in, silent
from tests.openid import OpenIdProvider


class Graph:
    """Reads Graph with the tokens of an app, as anna."""

    def __init__(self, provider: OpenIdProvider, token: str) -> None:
        self._provider = provider
        self.token = token

    def get(self, path: str, **headers: str) -> requests.Response:
        address = path if path.startswith("https:") else f"{self._provider.graph}/{path}"
        return requests.get(address, headers={"Authorization": f"Bearer {self.token}", **headers}, timeout=30)


def graph_of(app: App, provider: OpenIdProvider, *scopes: str) -> Graph:
    return Graph(provider, sign_in(app, list(scopes))["access_token"])


def test_presence_needs_a_token_for_graph_with_its_scope(app: App, provider: OpenIdProvider, user: Browser) -> None:
    sign_in(app, GRAPH, extra_scopes_to_consent=BC)
    graph = Graph(provider, "invented")
    assert graph.get("me/presence").status_code == 401
    graph.token = silent(app, BC)["access_token"]
    assert graph.get("me/presence").status_code == 401
    graph.token = silent(app)["access_token"]
    assert graph.get("me").json()["displayName"] == "Anna Visser"
    assert graph.get("me/presence").status_code == 403
    graph.token = sign_in(app, ["Presence.Read"])["access_token"]
    provider.set_presence("Busy", "InACall")
    answer = graph.get("me/presence").json()
    assert (answer["availability"], answer["activity"]) == ("Busy", "InACall")
    assert graph.get("me/messages").status_code == 404


def test_graph_refuses_when_told_to_and_after_the_end_of_a_token(
    app: App, provider: OpenIdProvider, user: Browser
) -> None:
    graph = graph_of(app, provider, "Presence.Read")
    provider.fault("presence", status=401, times=1)
    assert [graph.get("me/presence").status_code for _ in range(2)] == [401, 200]
    provider.fault("presence", status=429, retry_after=7)
    answer = graph.get("me/presence")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert answer.json()["error"]["code"] == "TooManyRequests"
    provider.heal()
    provider.set(clock=3601)
    assert graph.get("me/presence").status_code == 401


def test_contacts_come_in_pages_and_then_only_what_changed(app: App, provider: OpenIdProvider, user: Browser) -> None:
    for number in range(5):
        provider.put_contact(f"c{number}", displayName=f"Contact {number}", mobilePhone=f"+3120555010{number}")
    graph = graph_of(app, provider, "Contacts.Read")
    pages = [graph.get("me/contacts/delta?$select=displayName", Prefer="odata.maxpagesize=2").json()]
    while "@odata.nextLink" in pages[-1]:
        pages.append(graph.get(pages[-1]["@odata.nextLink"], Prefer="odata.maxpagesize=2").json())
    assert [[item["id"] for item in page["value"]] for page in pages] == [["c0", "c1"], ["c2", "c3"], ["c4"]]
    assert set(pages[0]["value"][0]) == {"@odata.etag", "id", "displayName"}

    link = pages[-1]["@odata.deltaLink"]
    provider.put_contact("c0", displayName="Renamed", mobilePhone="")
    provider.remove_contact("c3")
    changed = graph.get(link).json()
    assert [item.get("displayName", item.get("@removed")) for item in changed["value"]] == [
        "Renamed",
        {"reason": "deleted"},
    ]
    assert graph.get(changed["@odata.deltaLink"]).json()["value"] == []

    provider.forget_delta_links()
    assert graph.get(link).status_code == 410
    again = graph.get("me/contacts/delta").json()
    assert [item["id"] for item in again["value"]] == ["c0", "c1", "c2", "c4"]
    assert "mobilePhone" in again["value"][0]
    assert graph.get(again["@odata.deltaLink"] + "&$select=id").status_code == 400
