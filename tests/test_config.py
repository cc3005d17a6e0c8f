import contextlib
import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.calls.numbers import NumberRules
from tray.config import DEFAULTS, load
from tray.config_model import Config, UiConfig
from tray.config_schema import KEYS, DialMethod, Language, Theme
from tray.config_values import holds_password

DOCUMENTED = {
    "store.url": "sqlite",
    "sign_in.client_id": "",
    "sign_in.tenant": "organizations",
    "sign_in.authority": "",
    "sign_in.graph_url": "",
    "sign_in.presence": True,
    "sign_in.contacts": True,
    "business_central.api_url": "https://api.businesscentral.dynamics.com/v2.0",
    "business_central.tenant": "",
    "business_central.environment": "",
    "business_central.company": "",
    "business_central.web_client_url": "",
    "business_central.route": "ctitray/cti/v1.0",
    "numbers.region": "NL",
    "numbers.outside_prefix": "",
    "numbers.internal_max_digits": 4,
    "numbers.match_digits": 8,
    "sources.receiver.enabled": True,
    "sources.receiver.port": 0,
    "sources.lan.enabled": False,
    "sources.lan.address": "0.0.0.0:8125",
    "sources.lan.allowed": (),
    "sources.baresip.enabled": False,
    "sources.baresip.address": "127.0.0.1:4444",
    "sources.fritzbox.enabled": False,
    "sources.fritzbox.address": "fritz.box:1012",
    "sources.tapi.enabled": True,
    "sources.tapi.lines": (),
    "sources.teams.enabled": True,
    "sources.teams.address": "127.0.0.1:8124",
    "dial.method": "tel",
    "dial.template": "",
    "ui.language": "",
    "ui.theme": "system",
    "ui.screen": "cursor",
    "ui.ended_cards": 4,
}


@pytest.fixture
def user(tmp_path: Path) -> Path:
    folder = tmp_path / "user"
    folder.mkdir()
    return folder


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    folder = tmp_path / "machine"
    folder.mkdir()
    return folder


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def leaves(node: object, prefix: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for field in dataclasses.fields(node):  # type: ignore[arg-type]
        if not field.compare:
            continue  # said about the values, and none itself
        value = getattr(node, field.name)
        if dataclasses.is_dataclass(value):
            found |= leaves(value, f"{prefix}{field.name}.")
        else:
            found[f"{prefix}{field.name}"] = value
    return found


def test_no_file_means_the_documented_defaults(user: Path) -> None:
    loaded = load(user)
    assert leaves(loaded.config) == DOCUMENTED
    assert (loaded.problems, loaded.unknown, loaded.given) == ((), (), frozenset())


def test_every_field_has_one_row_in_the_table_and_its_default_passes_the_check() -> None:
    assert sorted(key.name for key in KEYS) == sorted(leaves(DEFAULTS))
    for key in KEYS:
        default = DEFAULTS.value(key.name)
        assert key.read(list(default) if isinstance(default, tuple) else default) == default
        assert key.doc.endswith(".")


def test_a_value_of_every_kind_is_read(user: Path) -> None:
    write(
        user,
        """
        [store]
        url = "postgresql+psycopg://db.example/cti"
        [numbers]
        region = "de"
        internal_max_digits = 3
        [sources.tapi]
        enabled = false
        lines = ["Desk", "Desk", "Hall"]
        [dial]
        method = "template"
        template = "sip:{number}@pbx.example"
        [ui]
        theme = "dark"
        language = "nl"
        """,
    )
    loaded = load(user)
    assert loaded.problems == ()
    assert loaded.config.store.url == "postgresql+psycopg://db.example/cti"
    assert loaded.config.numbers == NumberRules(region="DE", internal_max_digits=3)
    assert loaded.config.sources.tapi.lines == ("Desk", "Hall")
    assert loaded.config.dial.method is DialMethod.TEMPLATE
    assert loaded.config.ui == UiConfig(language=Language.DUTCH, theme=Theme.DARK)
    assert "numbers.region" in loaded.given
    assert "numbers.match_digits" not in loaded.given


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("store.url", '"mysql://db.example/cti"'),
        ("store.url", "5"),
        ("sign_in.authority", '"http://login.example/tenant"'),
        ("sign_in.authority", '"https://user@login.example/tenant"'),
        ("sign_in.graph_url", '"http://graph.example/v1.0"'),
        ("sign_in.client_id", '"a\\u0000b"'),
        ("business_central.api_url", '"http://erp.example/api"'),
        ("business_central.api_url", '"https://[::1"'),
        ("business_central.api_url", '"https://erp.example:99999999/"'),
        ("business_central.api_url", '""'),
        ("business_central.route", '"../../etc"'),
        ("numbers.region", '"XX"'),
        ("numbers.region", '"Netherlands"'),
        ("numbers.outside_prefix", '"zero"'),
        ("numbers.internal_max_digits", "-1"),
        ("numbers.internal_max_digits", "nan"),
        ("numbers.internal_max_digits", "true"),
        ("numbers.match_digits", "1000000000000"),
        ("numbers.match_digits", "0x" + "f" * 9000),
        ("sources.receiver.enabled", '"yes"'),
        ("sources.receiver.enabled", "1"),
        ("sources.receiver.port", "65536"),
        ("sources.receiver.port", "1.5"),
        ("sources.receiver.port", "inf"),
        ("sources.receiver.port", "2026-01-01"),
        ("sources.lan.address", '"pbx.example:8125"'),
        ("sources.lan.address", '"0.0.0.0"'),
        ("sources.lan.allowed", '["phone.example"]'),
        ("sources.lan.allowed", '["192.168.1.256"]'),
        ("sources.lan.allowed", '"192.168.1.20"'),
        ("sources.baresip.address", '"127.0.0.1"'),
        ("sources.baresip.address", '"127.0.0.1:0"'),
        ("sources.baresip.address", '"a b:1"'),
        ("sources.tapi.lines", '"Desk"'),
        ("sources.tapi.lines", "[1]"),
        ("dial.method", '"pigeon"'),
        ("dial.template", '"javascript:alert({number})"'),
        ("dial.template", '"sip:somebody"'),
        ("ui.language", '"xx"'),
        ("ui.theme", "[]"),
        ("ui.ended_cards", "-1"),
    ],
)
def test_a_bad_value_names_file_and_key_and_changes_nothing(user: Path, key: str, value: str) -> None:
    path = write(user, f"{key} = {value}\nui.ended_cards_too = 1\n")
    loaded = load(user)
    assert loaded.config == Config()
    assert len(loaded.problems) == 1
    assert loaded.problems[0].startswith(f"{path}: {key} ")
    assert len(loaded.problems[0]) < 400 + len(str(path))


@pytest.mark.parametrize("value", ["'XX'", "'Netherlands'", "''", "31", "'a\\nb'", "['NL']"])
def test_a_bad_region_is_told_with_an_example(user: Path, value: str) -> None:
    path = write(user, f"numbers.region = {value}\n")
    (problem,) = load(user).problems
    expected = f"{path}: numbers.region must be a country code of two letters such as NL, not "
    assert problem.startswith(expected)


def test_a_long_region_is_not_repeated_in_full(user: Path) -> None:
    write(user, f"numbers.region = '{'x' * 5000}'\n")
    (problem,) = load(user).problems
    assert len(problem) < 400


def test_one_bad_value_leaves_the_others_in_force(user: Path) -> None:
    write(user, "[ui]\nended_cards = 7\ntheme = 'pink'\n[numbers]\nregion = 'BE'\n")
    loaded = load(user)
    assert (loaded.config.ui.ended_cards, loaded.config.numbers.region) == (7, "BE")
    assert loaded.config.ui.theme is Theme.SYSTEM


def test_a_bad_value_keeps_the_last_good_one(user: Path) -> None:
    write(user, "[ui]\nended_cards = 7\n")
    load(user)
    write(user, "[ui]\nended_cards = -7\n")
    for _ in range(2):
        loaded = load(user)
        assert loaded.config.ui.ended_cards == 7
        assert loaded.given == {"ui.ended_cards"}


def test_a_value_in_the_place_of_a_table_keeps_the_last_good_ones(user: Path) -> None:
    write(user, "[sources.baresip]\naddress = '[::1]:5'\nenabled = true\n")
    good = load(user).config
    write(user, "sources = 5\n")
    assert load(user).config == good


@pytest.mark.parametrize(
    "content",
    [
        b"[ui\nended_cards",
        b"\x00\x01\x02",
        b"[ui]\nended_cards = 1\nended_cards = 2\n",
        b"[ui]\nended_cards = 1\n[ui]\ntheme = 'dark'\n",
        "[ui]\nended_cards = 1\n".encode("utf-16"),
        b"a = " + b"[" * 100_000,
        b"[ui]\nended_cards = " + b"9" * 10_000,
        b"#" * 1_000_001,
    ],
    ids=["half", "binary", "key twice", "table twice", "utf-16", "deep", "huge number", "huge file"],
)
def test_a_file_that_is_not_toml_is_one_problem_and_is_kept(user: Path, content: bytes) -> None:
    path = write(user, content)
    loaded = load(user)
    assert loaded.config == Config()
    assert len(loaded.problems) == 1
    assert str(path) in loaded.problems[0]
    assert path.read_bytes() == content


def test_a_byte_order_mark_does_no_harm(user: Path) -> None:
    write(user, b"\xef\xbb\xbf[ui]\r\nended_cards = 7\r\n")
    loaded = load(user)
    assert (loaded.config.ui.ended_cards, loaded.problems) == (7, ())


def test_a_folder_in_the_place_of_the_file_is_one_problem(user: Path) -> None:
    (user / "config.toml").mkdir()
    assert len(load(user).problems) == 1


def test_a_value_in_the_place_of_a_table_is_named(user: Path) -> None:
    path = write(user, "ui = 3\n[[sources]]\nport = 1\n")
    loaded = load(user)
    assert loaded.config == Config()
    assert f"{path}: ui must be a table, written [ui]." in loaded.problems
    assert any("sources must be a table" in problem for problem in loaded.problems)


def test_unknown_keys_are_told_but_are_no_problem(user: Path) -> None:
    path = write(user, "[ui]\nthem = 'dark'\n[future]\nx = 1\n")
    loaded = load(user)
    assert loaded.problems == ()
    assert loaded.unknown == tuple(
        f"{path}: unknown key {name}; it is kept and not used." for name in ("ui.them", "future.x")
    )


def test_the_users_file_overrides_the_administrators(user: Path, machine: Path) -> None:
    write(machine, "[ui]\nended_cards = 2\ntheme = 'dark'\n[numbers]\nregion = 'BE'\n")
    write(user, "[ui]\nended_cards = 9\ntheme = 'pink'\n")
    config = load(user, machine).config
    assert (config.ui.ended_cards, config.ui.theme, config.numbers.region) == (9, Theme.DARK, "BE")


def test_locked_keys_and_tables_are_the_administrators(user: Path, machine: Path) -> None:
    write(
        machine,
        "store.url = 'business-central'\nui.theme = 'dark'\n"
        "[locked]\nkeys = ['store.url', 'sources.receiver', 'ui.theme']",
    )
    path = write(
        user,
        "store.url = 'sqlite'\n[sources.receiver]\nenabled = true\nport = 99\n[ui]\ntheme = 'dark'\nended_cards = 1\n",
    )
    loaded = load(user, machine)
    assert loaded.config.store.url == "business-central"
    assert loaded.config.sources.receiver.port == 0
    assert loaded.config.ui.ended_cards == 1
    assert loaded.locked == {"store.url", "sources.receiver.enabled", "sources.receiver.port", "ui.theme"}
    assert loaded.problems == tuple(
        f"{path}: {key} is fixed by the administrator; the value here is not used."
        for key in ("store.url", "sources.receiver.port")
    )


BAD_AUTHORITIES = ("http://id.example/x", "https://[bad", "https://id.example:abc/x", "https://user:pw@id.example/x")


@pytest.mark.parametrize("bad", BAD_AUTHORITIES)
def test_a_bad_authority_is_told_and_none_stands_in_for_it(user: Path, bad: str) -> None:
    write(user, "[sign_in]\nclient_id = 'c'\nauthority = 'https://good.example/x'\n")
    assert load(user).config.sign_in.problem == ""
    path = write(user, f"[sign_in]\nclient_id = 'c'\nauthority = '{bad}'\n")
    loaded = load(user)
    assert loaded.config.sign_in.problem == loaded.problems[0]
    assert loaded.problems[0].startswith(f"{path}: sign_in.authority must ")
    assert "pw" not in loaded.problems[0]


def test_a_bad_authority_that_is_not_in_force_is_in_nobodys_way(user: Path, machine: Path) -> None:
    write(machine, "[sign_in]\nauthority = 'http://bad.example'\n")
    write(user, "[sign_in]\nauthority = 'https://good.example'\n")
    assert load(user, machine).config.sign_in.problem == ""
    write(machine, "[sign_in]\nauthority = 'https://good.example'\n[locked]\nkeys = ['sign_in']\n")
    write(user, "[sign_in]\nauthority = 'http://bad.example'\n")
    assert load(user, machine).config.sign_in.problem == ""


def test_a_lock_in_the_users_own_file_locks_nothing(user: Path) -> None:
    write(user, "[locked]\nkeys = ['ui']\n[ui]\nended_cards = 1\n")
    loaded = load(user)
    assert (loaded.config.ui.ended_cards, loaded.locked) == (1, frozenset())


@pytest.mark.parametrize("lock", ["keys = 'ui'", "keys = ['nothing']", "keys = [5]"])
def test_a_bad_lock_list_is_a_problem_that_names_the_file(user: Path, machine: Path, lock: str) -> None:
    path = write(machine, f"[locked]\n{lock}\n")
    problems = load(user, machine).problems
    assert len(problems) == 1
    assert problems[0].startswith(f"{path}: locked.keys")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql+psycopg://anna:secret@db.example/cti", True),
        ("postgresql+psycopg://db.example/cti?password=secret", True),
        ("postgresql+psycopg://anna@db.example/cti", False),
        ("sqlite", False),
        ("postgresql+psycopg://[half", False),
    ],
)
def test_a_password_in_the_store_address_is_seen(url: str, expected: bool) -> None:
    assert holds_password(url) is expected


def test_a_password_in_the_file_works_but_is_told_and_never_shown(user: Path) -> None:
    write(user, "store.url = 'postgresql+psycopg://anna:hunter2@db.example/cti'\n")
    loaded = load(user)
    assert loaded.config.store.url.endswith("@db.example/cti")
    assert len(loaded.problems) == 1
    assert "hunter2" not in loaded.problems[0] + repr(loaded)


@given(st.binary(max_size=300))
def test_no_content_makes_reading_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    write(folder, content)
    assert isinstance(load(folder).config, Config)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(KEYS), VALUES)
def test_a_check_gives_a_value_of_the_right_type_or_refuses(key, value: object) -> None:
    default = DEFAULTS.value(key.name)
    with contextlib.suppress(ValueError):
        assert isinstance(key.read(value), type(default))


def test_reading_loads_neither_tomlkit_nor_sqlalchemy(user: Path) -> None:
    write(user, "[ui]\nended_cards = 1\n")
    code = (
        "import sys; from pathlib import Path; from tray.config import load;"
        f"load(Path({str(user)!r})); print({{'tomlkit', 'sqlalchemy', 'PySide6'}} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "set()"
