"""The identity provider that config.toml names, read strictly.

A host of Microsoft is asked with instance discovery; any other https address is taken as it is: a national cloud that
this version does not know, or an organisation's own OpenID provider.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from tray.config_model import SignInConfig
from tray.identity.errors import Misconfigured
from tray.texts import translate

MICROSOFT = "https://login.microsoftonline.com"
_MICROSOFT_HOSTS = frozenset(
    {
        "login.microsoftonline.com",
        "login.microsoft.com",
        "login.windows.net",
        "sts.windows.net",
        "login.microsoftonline.us",
        "login.usgovcloudapi.net",
        "login.partner.microsoftonline.cn",
        "login.chinacloudapi.cn",
    }
)
"""The public and the national clouds, as Microsoft's instance discovery lists them."""
_GRAPH = "https://graph.microsoft.com/v1.0"
_GRAPH_US = "https://graph.microsoft.us/v1.0"
_GRAPH_CHINA = "https://microsoftgraph.chinacloudapi.cn/v1.0"
_NATIONAL_GRAPH = {
    "login.microsoftonline.us": _GRAPH_US,
    "login.usgovcloudapi.net": _GRAPH_US,
    "login.partner.microsoftonline.cn": _GRAPH_CHINA,
    "login.chinacloudapi.cn": _GRAPH_CHINA,
}


@dataclass(frozen=True, slots=True)
class Authority:
    """Where the user signs in, and as which application."""

    client_id: str
    url: str
    microsoft: bool

    @property
    def host(self) -> str:
        """The host, for messages."""
        return urlsplit(self.url).netloc


def read_authority(config: SignInConfig) -> Authority:
    """The provider of these settings.

    Raises:
        Misconfigured: no client id, a bad value, or an address that is not https; the message names the key.
    """
    if config.problem:
        raise Misconfigured(config.problem)
    if not config.client_id:
        raise Misconfigured(
            translate("SignIn", "CTI Tray is not registered with Microsoft yet: sign_in.client_id is empty."),
            hint=translate("SignIn", "Ask your administrator to enter it in config.toml."),
        )
    url = (config.authority or MICROSOFT).rstrip("/")
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.username is not None:
        raise Misconfigured(
            translate("SignIn", "sign_in.authority must be an https address, such as {example}.").format(
                example=f"{MICROSOFT}/organizations"
            )
        )
    microsoft = parts.hostname.casefold() in _MICROSOFT_HOSTS
    if microsoft and not parts.path:
        url = f"{url}/{config.tenant or 'organizations'}"
    return Authority(config.client_id, url, microsoft)


def graph_address(config: SignInConfig) -> str:
    """Where Microsoft Graph answers to tokens of this provider.

    "" for another provider, unless the settings name an address: its tokens are none of Microsoft's business.
    """
    if config.graph_url:
        return config.graph_url
    host = (urlsplit(config.authority or MICROSOFT).hostname or "").casefold()
    return _NATIONAL_GRAPH.get(host, _GRAPH if host in _MICROSOFT_HOSTS else "")
