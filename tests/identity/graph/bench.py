"""Somebody who signs in to the provider and what reads Graph for them; and a server that answers as it is told."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from tests.certificates import Certificates
from tests.chromium import Browser
from tests.core.screen import HandClock
from tests.display import wait_until
from tests.openid import OpenIdProvider
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.settings import MappingRow
from tray.condition import Condition
from tray.config_model import Config, SignInConfig
from tray.directory.index import Directory
from tray.directory.outlook import TABLE, OutlookTable
from tray.graph_desk import GraphDesk
from tray.identity.graph import GraphClient
from tray.identity.model import AttemptState, GraphStatus, Method, PresenceState
from tray.identity.opening import open_sign_in
from tray.identity.presence import PresenceWatch
from tray.outlook import OutlookSync
from tray.rounds import Rounds
from tray.views import TrayState

PATIENCE_S = 30.0


class GraphBench:
    """A data folder, its sign-in, and clocks that stand still.

    Args:
        folder: the data folder.
        provider: who signs in there.
        browser: the user's.
        settings: of `sign_in`, besides where the provider is.
    """

    def __init__(self, folder: Path, provider: OpenIdProvider, browser: Browser, **settings: bool) -> None:
        self.folder = folder
        self.provider = provider
        self.browser = browser
        self.clock = HandClock()
        where = {"client_id": provider.client_id, "authority": provider.oidc_authority, "graph_url": provider.graph}
        self.config = Config(sign_in=SignInConfig(**where, **settings))
        self.service = open_sign_in(folder, self.config, str, lambda _: None)
        self.graph = GraphClient(provider.graph, self.service.token)
        self.states: list[PresenceState] = []
        self.told: list[GraphStatus] = []
        self.talks: list[tuple[PresenceState, float, float | None]] = []
        self.faults: list[Exception] = []
        self.changes = 0
        self.rows: tuple[MappingRow, ...] = ()
        self.reader = NumberReader(NumberRules(region="NL"))
        self.condition = Condition(lambda _: None)
        self.rounds = Rounds("graph", self.faults.append, self.clock.clocks().monotonic)

    def start(self) -> None:
        """Keep the sign-in renewed, as a tray does; it is ended with `service.stop`."""
        self.service.start()
        wait_until(lambda: self.service.status.configured, what="the sign-in to be read")

    def sign_in(self, account: str = "anna") -> None:
        """Sign in, and agree to everything that is asked for."""
        self.browser.next_visit("sign in", account=account)
        self.service.sign_in(Method.BROWSER)
        attempt = wait_until(self._ended, seconds=PATIENCE_S, what="the end of the attempt")
        assert attempt is AttemptState.DONE, self.service.status
        self.browser.wait_for_visit()

    def _ended(self) -> AttemptState | None:
        attempt = self.service.status.attempt
        return attempt.state if attempt and attempt.state.ended else None

    def watch(self) -> PresenceWatch:
        """What asks about the presence, with dice that show the middle."""
        watch = PresenceWatch(lambda: self.graph, lambda: self.clock.now, self.states.append, lambda: 0.5)
        watch.forget(ask=True)
        return watch

    def contacts(self, unwanted: str = "") -> OutlookSync:
        """What reads the contacts."""
        wall = self.clock.clocks().wall
        table = OutlookTable(self.folder)
        return OutlookSync(
            table,
            lambda: self.graph,
            self.service,
            self.reader,
            lambda: self.rows,
            wall,
            self._changed,
            unwanted=unwanted,
            chance=lambda: 0.5,
        )

    def desk(self) -> GraphDesk:
        """Both, with their thread, hearing of the sign-in."""
        desk = GraphDesk(
            self.folder,
            self.config,
            self.service,
            self.condition,
            self.reader,
            lambda: self.rows,
            self._changed,
            self.rounds,
            self.clock.clocks(),
            lambda: self.told.append(desk.status),
            lambda *talk: self.talks.append(talk),
        )
        self.service.changed = desk.sign_in_changed
        return desk

    def later(self, seconds: float) -> None:
        """Let time pass for the desk's rounds, once the one that goes on has said when it wants to look again."""
        looked = threading.Event()
        self.rounds.wake(looked.set)
        assert looked.wait(PATIENCE_S)
        self.clock.now += seconds
        self.rounds.tick()

    def names(self) -> dict[str, str]:
        """The contacts in the directory: their names, and what stands in the phone columns."""
        with Directory.open(self.folder) as directory:
            rows = directory.connection.execute(
                "SELECT r.field_values FROM record AS r JOIN source AS s ON s.id = r.source WHERE s.name = ?", (TABLE,)
            ).fetchall()
        values = [json.loads(row[0]) for row in rows]
        return {each[1]: " ".join(filter(None, each[3:])) for each in values}

    def asked(self, endpoint: str) -> int:
        """How often an endpoint was asked."""
        return len(self.provider.requests(endpoint))

    @property
    def icon(self) -> tuple[TrayState, bool]:
        """What the icon shows, and whether it speaks of Teams."""
        view = self.condition.icon_view("")
        return view.state, view.in_teams

    def _changed(self) -> None:
        self.changes += 1


@dataclass
class Told:
    """What a server answers to everything: fixed, or made of the path."""

    status: int = 200
    body: bytes | Callable[[str], bytes] = b"{}"
    headers: dict[str, str] = field(default_factory=dict)


class AnyServer:
    """A server on the loopback with a trusted certificate that answers whatever it is told."""

    def __init__(self, certificates: Certificates) -> None:
        self.told = Told()
        self.asked: list[tuple[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.asked.append((self.path, self.headers.get("Authorization", "")))
                told = outer.told
                body = told.body(self.path) if callable(told.body) else told.body
                self.send_response(told.status)
                for name, value in {"Content-Length": str(len(body)), **told.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    self.wfile.write(body)
                except OSError:  # the client has read enough
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                pass

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificates.certificate, certificates.key)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(PATIENCE_S)

    @property
    def address(self) -> str:
        """Where Graph is to be."""
        return f"https://localhost:{self._server.server_port}/v1.0"
