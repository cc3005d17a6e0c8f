"""What phones are given as the address of this computer."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

import pytest

from tray.telephony.own_address import COMPUTER, lan_url


@pytest.mark.parametrize("address", ["192.168.1.5:8125", "[fe80::1]:9000", "127.0.0.1:1"])
def test_one_address_is_given_as_it_is(address: str) -> None:
    assert lan_url(address) == f"http://{address}"


@pytest.mark.parametrize("address", ["0.0.0.0:8125", "[::]:8125", "nowhere:8125"])
def test_for_all_of_them_it_is_the_one_by_which_this_computer_speaks(address: str) -> None:
    parts = urlsplit(lan_url(address))
    assert parts.port == 8125
    host = parts.netloc.rpartition(":")[0]
    assert host == COMPUTER or not ipaddress.ip_address(host).is_unspecified
