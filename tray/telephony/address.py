"""Reading the `host:port` settings of the sources that connect to a phone or a box."""

from __future__ import annotations

from dataclasses import dataclass

from tray.errors import ConfigError
from tray.texts import translate


@dataclass(frozen=True, slots=True)
class Address:
    """Where a phone listens."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def read_address(text: str, key: str) -> Address:
    """Read `host:port`; an IPv6 host stands in brackets.

    Raises:
        ConfigError: it is not of that form; the message names `key`.
    """
    host, colon, port = text.strip().rpartition(":")
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    good_host = bare and (bare != host or ":" not in bare) and bare.isascii() and not set(bare) & set(" /@[]\t\r\n")
    if not colon or not good_host or not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65_536):
        raise ConfigError(
            translate("Settings", "{key} must be a host and a port, not {value}.").format(
                key=key, value=repr(text[:60])
            ),
            hint=translate("Settings", "For example 127.0.0.1:4444."),
        )
    return Address(bare, int(port))
