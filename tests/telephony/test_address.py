from __future__ import annotations

import pytest

from tray.errors import ConfigError
from tray.telephony.address import Address, read_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("127.0.0.1:4444", Address("127.0.0.1", 4444)),
        ("fritz.box:1012", Address("fritz.box", 1012)),
        (" phone-1.example:65535 ", Address("phone-1.example", 65535)),
        ("[::1]:4444", Address("::1", 4444)),
    ],
)
def test_host_and_port_are_read(text: str, address: Address) -> None:
    assert read_address(text, "sources.x.address") == address
    assert read_address(str(address), "sources.x.address") == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4444",
        ":4444",
        "host",
        "host:",
        "host:0",
        "host:65536",
        "host:-1",
        "host:٤",
        "::1:4444",
        "a b:1",
        "u@h:1",
        "http://host:80",
        "host:80/path",
        "[::1]",
        "[]:1",
        "host:99999999999999999999",
    ],
)
def test_anything_else_is_refused_by_the_name_of_the_key(text: str) -> None:
    with pytest.raises(ConfigError, match=r"sources\.x\.address"):
        read_address(text, "sources.x.address")
