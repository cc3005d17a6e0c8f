"""Which addresses of the network count: those that may report to the LAN listener, and this machine's own.

Pure: no sockets and no names. A name is never an address here, so that no name server decides who is let in.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from tray.errors import ConfigError
from tray.texts import translate

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class AllowedAddresses:
    """The phones that may report; none where the list is empty.

    Args:
        texts: addresses and networks such as `192.168.1.20` and `192.168.1.0/24`.

    Raises:
        ConfigError: one of them is neither.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._networks = tuple(read_network(text) for text in texts)

    def __bool__(self) -> bool:
        return bool(self._networks)

    def hold(self, client: str) -> bool:
        """Whether this address is one of them."""
        address = read_ip(client)
        if address is None:
            return False
        return any(address.version == network.version and address in network for network in self._networks)


def read_network(text: str) -> _Network:
    """Read an address or a network; bits behind the network's own are ignored.

    Raises:
        ConfigError: it is neither.
    """
    try:
        return ipaddress.ip_network(text.strip(), strict=False)
    except ValueError:
        raise ConfigError(
            translate("Settings", "{value} is not the address of a phone or a network.").format(value=repr(text[:60])),
            hint=translate("Settings", "For example 192.168.1.20 or 192.168.1.0/24."),
        ) from None


def read_ip(text: str) -> _Address | None:
    """An address as a socket or a Host header gives it; an IPv4 one that came as IPv6 is the IPv4 one."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def names_address(host: str, own: str) -> bool:
    """Whether a Host header names the very address `own` at which the request arrived, with or without a port."""
    text, colon, port = host.strip().rpartition(":")
    if not colon or port.endswith("]"):
        text, port = host.strip(), "0"
    if not (port.isascii() and port.isdigit() and len(port) <= 5):
        return False
    bare = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    address = read_ip(bare)
    if address is None or (":" in bare) != (bare != text):
        return False
    return address == read_ip(own)
