"""By which address the network reaches this machine, as far as it can be known without asking anybody."""

from __future__ import annotations

import ipaddress
import socket

COMPUTER = "COMPUTER"
"""Stands where the address is not known; a person has to put it in."""
_ELSEWHERE = ("192.0.2.1", 9)  # an address of no machine (RFC 5737); nothing is sent to it


def lan_url(address: str) -> str:
    """What phones are given: the address `host:port` that is listened at, with this machine's own for "all of them"."""
    host, _, port = address.rpartition(":")
    try:
        everywhere = ipaddress.ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        everywhere = True
    return f"http://{_own_address() if everywhere else host}:{port}"


def _own_address() -> str:
    """The address from which this machine would speak to another network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            return str(probe.getsockname()[0])
        except OSError:
            return COMPUTER
