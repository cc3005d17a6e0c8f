"""Making the sign-in of one data folder. msal and keyring are loaded with the first client, not before."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tray.config_model import Config
from tray.identity.authority import graph_address, read_authority
from tray.identity.keeper import TokenKeeper
from tray.identity.model import Permission, SignInStatus
from tray.identity.service import SignInService
from tray.identity.vault import TokenVault
from tray.setup.model import SignIn, SignInState

if TYPE_CHECKING:
    from tray.identity.microsoft import MicrosoftClient


def open_sign_in(
    folder: Path, config: Config, say: Callable[[str], str], changed: Callable[[SignInStatus], None]
) -> SignInService:
    """The sign-in as config.toml describes it; `say` gives a text in the language of the user."""

    return SignInService(_keeper(folder, config, say), permissions(config), webbrowser.open, changed)


class KeptSignIn:
    """The sign-in of a data folder, for a command that uses it once while no tray runs.

    Raises:
        VaultProblem: what is kept cannot be used.
        Misconfigured: nobody can sign in as it is set up.
    """

    def __init__(self, folder: Path, config: Config, say: Callable[[str], str] = str) -> None:
        keeper = _keeper(folder, config, say)
        keeper.open()
        self.token = keeper.token
        state = SignInState.SIGNED_OUT if keeper.account is None else SignInState.SIGNED_IN
        self.status = SignInStatus(SignIn(state), keeper.account, configured=True)


def _keeper(folder: Path, config: Config, say: Callable[[str], str]) -> TokenKeeper:
    def make_client() -> MicrosoftClient:
        authority = read_authority(config.sign_in)
        from tray.identity.microsoft import MicrosoftClient

        return MicrosoftClient(authority, say)

    return TokenKeeper(make_client, TokenVault(folder))


def permissions(config: Config) -> tuple[Permission, ...]:
    """What the user is asked to allow when they sign in: only what is used as it is set up."""
    wanted = [Permission.PROFILE]
    has_graph = bool(graph_address(config.sign_in))
    if has_graph and config.sign_in.presence:
        wanted.append(Permission.PRESENCE)
    if has_graph and config.sign_in.contacts:
        wanted.append(Permission.CONTACTS)
    if config.business_central.environment or config.store.url == "business-central":
        wanted.append(Permission.BUSINESS_CENTRAL)
    return tuple(wanted)
