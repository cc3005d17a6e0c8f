"""The settings of this machine as frozen typed values: the tables of `config.toml` with the defaults of the product.

Where a value comes from, and whether it is acceptable, is the business of `tray.config` and `tray.config_schema`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tray.calls.numbers import NumberRules
from tray.config_schema import CardScreen, DialMethod, Language, Theme


@dataclass(frozen=True, slots=True)
class StoreConfig:
    """Where the setup is kept. The address is not shown in a repr, because people do write passwords into it."""

    url: str = field(default="sqlite", repr=False)


@dataclass(frozen=True, slots=True)
class SignInConfig:
    """Microsoft sign-in (an empty `authority` is Microsoft's own), and what is read where the user allows it.

    `problem` is the bad value that a file gives for who is asked: nobody else is asked in their place."""

    client_id: str = ""
    tenant: str = "organizations"
    authority: str = ""
    graph_url: str = ""
    presence: bool = True
    contacts: bool = True
    problem: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class BusinessCentralConfig:
    """Where Business Central and the companion's API are."""

    api_url: str = "https://api.businesscentral.dynamics.com/v2.0"
    tenant: str = ""
    environment: str = ""
    company: str = ""
    web_client_url: str = ""
    route: str = "ctitray/cti/v1.0"


@dataclass(frozen=True, slots=True)
class ReceiverConfig:
    """The local address to which softphones report; port 0 chooses a free one."""

    enabled: bool = True
    port: int = 0


@dataclass(frozen=True, slots=True)
class LanConfig:
    """The address in the network to which desk phones report, and which of them may."""

    enabled: bool = False
    address: str = "0.0.0.0:8125"
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BaresipConfig:
    """baresip's ctrl_tcp."""

    enabled: bool = False
    address: str = "127.0.0.1:4444"


@dataclass(frozen=True, slots=True)
class FritzboxConfig:
    """The call monitor of a FRITZ!Box."""

    enabled: bool = False
    address: str = "fritz.box:1012"


@dataclass(frozen=True, slots=True)
class TapiConfig:
    """Windows telephony; an empty `lines` is all lines."""

    enabled: bool = True
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamsConfig:
    """The local client API of Teams."""

    enabled: bool = True
    address: str = "127.0.0.1:8124"


@dataclass(frozen=True, slots=True)
class SourcesConfig:
    """Which phones are listened to."""

    receiver: ReceiverConfig = ReceiverConfig()
    lan: LanConfig = LanConfig()
    baresip: BaresipConfig = BaresipConfig()
    fritzbox: FritzboxConfig = FritzboxConfig()
    tapi: TapiConfig = TapiConfig()
    teams: TeamsConfig = TeamsConfig()


@dataclass(frozen=True, slots=True)
class DialConfig:
    """How numbers are dialled; `template` is an address with `{number}` in it, for the method of that name."""

    method: DialMethod = DialMethod.TEL
    template: str = ""


@dataclass(frozen=True, slots=True)
class UiConfig:
    """Windows and cards."""

    language: Language = Language.SYSTEM
    theme: Theme = Theme.SYSTEM
    screen: CardScreen = CardScreen.CURSOR
    ended_cards: int = 4


@dataclass(frozen=True, slots=True)
class Config:
    """All of config.toml, checked."""

    store: StoreConfig = StoreConfig()
    sign_in: SignInConfig = SignInConfig()
    business_central: BusinessCentralConfig = BusinessCentralConfig()
    numbers: NumberRules = field(default_factory=NumberRules)
    sources: SourcesConfig = SourcesConfig()
    dial: DialConfig = DialConfig()
    ui: UiConfig = UiConfig()

    def value(self, name: str) -> object:
        """The value of a key by its dotted name."""
        found: object = self
        for part in name.split("."):
            found = getattr(found, part)
        return found
