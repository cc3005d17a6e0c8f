from __future__ import annotations

from pathlib import Path

import pytest

from tray.calls.matching import MatchKind, Record
from tray.calls.numbers import NumberReader, NumberRules
from tray.calls.pages import WebClient
from tray.calls.settings import MappingRow
from tray.config_model import BusinessCentralConfig
from tray.directory.loader import directory_of
from tray.directory.store import database_path
from tray.errors import CtiError
from tray.surroundings import look_up, open_directory, web_client

READER = NumberReader(NumberRules(region="NL"))
NUMBER = READER.read("020 555 0101")
ROWS = (MappingRow(1, "Customer", "builtin", ("phone",), "name"),)
RECORDS = (Record("Customer", "C1", (("name", "Adatum"), ("phone", "+31 20 555 0101"))),)


def test_a_number_of_the_directory_is_found() -> None:
    with directory_of(RECORDS, READER) as directory:
        match = look_up(directory, READER, pytest.fail, NUMBER, ROWS)
    assert (match.kind, match.candidates[0].name) == (MatchKind.EXACT, "Adatum")


def test_a_directory_that_fails_in_whatever_way_is_told_and_finds_nobody() -> None:
    directory = directory_of(RECORDS, READER)
    directory.close()
    failures: list[Exception] = []
    assert look_up(directory, READER, failures.append, NUMBER, ROWS).kind is MatchKind.NONE
    assert len(failures) == 1


def test_a_directory_that_cannot_be_opened_is_told_and_an_empty_one_serves(tmp_path: Path) -> None:
    database_path(tmp_path).mkdir()
    failures: list[Exception] = []
    with open_directory(tmp_path, failures.append) as directory:
        assert look_up(directory, READER, failures.append, NUMBER, ROWS).kind is MatchKind.NONE
        assert directory.counts().records == 0
    assert [isinstance(error, CtiError) for error in failures] == [True]


BASE = WebClient().base


@pytest.mark.parametrize(
    ("settings", "base"),
    [
        (BusinessCentralConfig(), BASE),
        (BusinessCentralConfig(tenant="adatum.example", environment="Live"), f"{BASE}/adatum.example/Live"),
        (BusinessCentralConfig(environment="Live"), f"{BASE}/Live"),
        (BusinessCentralConfig(tenant="t", web_client_url="https://bc.example/bc"), "https://bc.example/bc"),
    ],
)
def test_pages_of_business_central_are_where_the_settings_say(settings: BusinessCentralConfig, base: str) -> None:
    assert web_client(settings).base == base
