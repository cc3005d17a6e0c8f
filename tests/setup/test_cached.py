import dataclasses
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.settings import InternalCalls, MappingRow, ModuleSettings, OpenMaskOn, UserSettings
from tray.errors import CtiError
from tray.setup.cached import CACHE_FILE, SetupCache, cache_owner
from tray.setup.model import Licence, LicenceKind, Mappings, ModuleSetup, SetupSnapshot, User, UserSetup

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OWNER = cache_owner("sqlite", "OFFICE\\anna")
SNAPSHOT = SetupSnapshot(
    user=User(3, "OFFICE\\anna", "Anna", "anna@office.example", licensed=True, admin=True),
    licence=Licence("Office", LicenceKind.TRIAL, 7, date(2027, 1, 31), revision=4),
    module=ModuleSetup(
        ModuleSettings(crm_active=True, outgoing_template="OUT"), heartbeat_s=60, region="DE", revision=5
    ),
    card=UserSetup(3, UserSettings(open_mask_on=OpenMaskOn.CONNECTED, caller_card_delay=9), revision=6),
    mappings=Mappings((MappingRow(1, "Contact", "builtin", ("phone",), "name", enabled=False),), revision=7),
    confirmed=NOW,
)


@pytest.fixture
def cache(tmp_path: Path) -> SetupCache:
    return SetupCache(tmp_path / CACHE_FILE, OWNER)


def test_what_was_saved_is_loaded_with_the_time_of_its_confirmation(cache: SetupCache) -> None:
    cache.save(SNAPSHOT)
    loaded = cache.load()
    assert (loaded.snapshot, loaded.reason) == (SNAPSHOT, "")
    assert loaded.snapshot.setup == SNAPSHOT.setup
    assert loaded.snapshot.age_s(NOW + timedelta(minutes=2)) == 120


def test_a_cache_of_a_version_without_internal_calls_still_serves(cache: SetupCache, tmp_path: Path) -> None:
    quiet = dataclasses.replace(SNAPSHOT.card.calls, internal_calls=InternalCalls.NEVER)
    cache.save(dataclasses.replace(SNAPSHOT, card=dataclasses.replace(SNAPSHOT.card, calls=quiet)))
    assert cache.load().snapshot.card.calls == quiet
    file = tmp_path / CACHE_FILE
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["card"].pop("internal_calls") == "Never"
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert cache.load().snapshot == SNAPSHOT


def test_no_file_is_no_snapshot_and_no_reason(cache: SetupCache) -> None:
    assert (cache.load().snapshot, cache.load().reason) == (None, "")


def test_a_clock_that_went_back_gives_no_negative_age(cache: SetupCache) -> None:
    assert SNAPSHOT.age_s(NOW - timedelta(hours=1)) == 0
    assert SetupSnapshot().age_s(NOW) is None


def test_the_owner_is_store_and_user_but_not_the_password() -> None:
    url = "postgresql+psycopg://anna:{}@db.example/cti"
    assert cache_owner(url.format("old"), "ANNA") == cache_owner(url.format("new"), "anna")
    others = {
        cache_owner("sqlite", "anna"),
        cache_owner("sqlite", "ben"),
        cache_owner(url, "anna"),
        cache_owner("[", "anna"),
    }
    assert len(others) == 4
    assert "anna" not in "".join(others)


def spoil(path: Path, **changes: object) -> None:
    data = json.loads(path.read_text())
    for key, value in changes.items():
        if value is ...:
            del data[key]
        else:
            data[key] = value
    path.write_text(json.dumps(data))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"format": 2}, "format"),
        ({"format": 0}, "format"),
        ({"format": ...}, "format"),
        ({"owner": "somebody"}, "another user"),
        ({"confirmed": "yesterday"}, "confirmed"),
        ({"confirmed": "2026-03-02T09:00:00"}, "confirmed"),
        ({"confirmed": ...}, "confirmed"),
        ({"module": {"crm_active": "yes"}}, "module.crm_active"),
        ({"module": ...}, "module"),
        ({"card": {"caller_card_delay": 121}}, "card.caller_card_delay"),
        ({"mappings": [{"priority": 1, "table": "T", "card_page": "file:///x"}]}, "mappings[0].card_page"),
        ({"user": {"id": 1}}, "user.account"),
        ({"user": 5}, "user"),
        ({"licence": {"seats": -1}}, "licence.seats"),
        ({"revisions": {"module": True}}, "revisions"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_cache_that_is_not_ours_is_left_out_with_the_reason(
    cache: SetupCache, tmp_path: Path, changes: dict[str, object], word: str
) -> None:
    cache.save(SNAPSHOT)
    spoil(tmp_path / CACHE_FILE, **changes)
    loaded = cache.load()
    assert loaded.snapshot is None
    assert word in loaded.reason
    assert CACHE_FILE in loaded.reason


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"format": 1, "format": 1}', b"[" * 100_000, b"NaN", b" " * 5_000_001],
    ids=["empty", "half", "binary", "list", "null", "twice", "deep", "nan", "huge"],
)
def test_a_damaged_file_is_left_out_with_the_reason(cache: SetupCache, tmp_path: Path, content: bytes) -> None:
    (tmp_path / CACHE_FILE).write_bytes(content)
    loaded = cache.load()
    assert loaded.snapshot is None
    assert CACHE_FILE in loaded.reason


@given(st.data())
def test_a_file_cut_or_flipped_anywhere_is_never_trusted_in_part(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("cut") / CACHE_FILE
    cache = SetupCache(path, OWNER)
    cache.save(SNAPSHOT)
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        del content[place:]
        path.write_bytes(content)
        assert cache.load().snapshot is None
    else:
        content[place] ^= data.draw(st.integers(1, 255))
        path.write_bytes(content)
        loaded = cache.load()
        assert (loaded.snapshot is None) == bool(loaded.reason)


def test_a_folder_in_its_place_is_told_when_reading_and_writing(cache: SetupCache, tmp_path: Path) -> None:
    (tmp_path / CACHE_FILE).mkdir()
    assert CACHE_FILE in cache.load().reason
    with pytest.raises(CtiError, match=CACHE_FILE):
        cache.save(SNAPSHOT)
    assert [file.name for file in tmp_path.iterdir()] == [CACHE_FILE]


def test_defaults_are_kept_too(cache: SetupCache) -> None:
    cache.save(dataclasses.replace(SetupSnapshot(), confirmed=NOW))
    assert cache.load().snapshot == dataclasses.replace(SetupSnapshot(), confirmed=NOW)
