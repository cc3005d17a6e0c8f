"""A sign-in of a data folder without a tray around it, for tests: the real service, keeper and vault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.chromium import Browser
from tests.display import wait_until
from tests.openid import OpenIdProvider
from tray.config_model import SignInConfig
from tray.identity.authority import read_authority
from tray.identity.keeper import TokenKeeper
from tray.identity.microsoft import MicrosoftClient
from tray.identity.model import AttemptState, Method, Permission, SignInStatus
from tray.identity.service import SignInService
from tray.identity.vault import TokenVault

PATIENCE_S = 30.0


class Desk:
    """A sign-in of a data folder, without a tray around it."""

    def __init__(
        self, folder: Path, provider: OpenIdProvider, browser: Browser, wanted: tuple[Permission, ...]
    ) -> None:
        self.folder = folder
        self.provider = provider
        self.open_page: Callable[[str], bool] = browser.open
        self.told: list[SignInStatus] = []
        self.keeper = self.new_keeper()
        self.service = self.new_service(wanted)

    def new_keeper(self, authority: str = "") -> TokenKeeper:
        config = SignInConfig(client_id=self.provider.client_id, authority=authority or self.provider.oidc_authority)
        return TokenKeeper(lambda: MicrosoftClient(read_authority(config)), TokenVault(self.folder))

    def new_service(self, wanted: tuple[Permission, ...], browser_s: float = PATIENCE_S) -> SignInService:
        def open_page(address: str) -> bool:
            return self.open_page(address)

        return SignInService(self.keeper, wanted, open_page, self.told.append, browser_s)

    def attempt(self, method: Method = Method.BROWSER) -> AttemptState:
        """Sign in, and how it ended."""
        self.service.sign_in(method)
        return self.ended()

    def ended(self) -> AttemptState:
        def over() -> bool:
            return self.service.status.attempt is not None and self.service.status.attempt.state.ended

        wait_until(over, seconds=PATIENCE_S, what="the end of the attempt")
        assert self.service.status.attempt is not None
        return self.service.status.attempt.state

    def grants(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(each.grant, each.scope) for each in self.provider.requests("token") if each.grant]
