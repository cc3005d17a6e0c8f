import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tray.config import DEFAULTS, load
from tray.config_schema import KEYS, Theme
from tray.config_write import set_value
from tray.errors import ConfigError, CtiError, Refused

COMMENTED = """\
# How the office wants it.
[numbers]
region = "NL"   # home

[ui]   # looks
theme = "dark"

[future]
idea = { of = [1, 2, 3] } # nobody reads this yet
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_comments_order_and_unknown_keys_survive(folder: Path) -> None:
    path = folder / "config.toml"
    path.write_text(COMMENTED)
    assert set_value(folder, "numbers.region", "DE") == "DE"
    assert path.read_text() == COMMENTED.replace('"NL"', '"DE"')


def test_a_new_key_goes_into_its_table_and_a_missing_file_is_made(folder: Path) -> None:
    home = folder / "new" / "home"
    set_value(home, "sources.receiver.port", "8080")
    set_value(home, "sources.receiver.enabled", False)
    set_value(home, "ui.theme", Theme.DARK)
    set_value(home, "sources.tapi.lines", "Desk, Hall")
    assert tomllib.loads((home / "config.toml").read_text()) == {
        "sources": {"receiver": {"port": 8080, "enabled": False}, "tapi": {"lines": ["Desk", "Hall"]}},
        "ui": {"theme": "dark"},
    }


def test_a_text_that_looks_like_a_number_stays_a_text(folder: Path) -> None:
    set_value(folder, "business_central.company", "2024")
    set_value(folder, "business_central.tenant", "true")
    config = load(folder).config.business_central
    assert (config.company, config.tenant) == ("2024", "true")


def test_the_byte_order_mark_and_windows_line_ends_do_no_harm(folder: Path) -> None:
    path = folder / "config.toml"
    path.write_bytes(b"\xef\xbb\xbf# mine\r\n[ui]\r\ntheme = 'dark'\r\n")
    set_value(folder, "ui.theme", "light")
    assert path.read_bytes().replace(b"'", b'"') == b'# mine\r\n[ui]\r\ntheme = "light"\r\n'


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ui.ended_cards", "-1"),
        ("ui.ended_cards", float("nan")),
        ("ui.theme", "pink"),
        ("ui.them", "dark"),
        ("ui", "dark"),
        ("numbers.region", ""),
        ("store.url", "postgresql+psycopg://anna:hunter2@db.example/cti"),
    ],
)
def test_what_is_refused_changes_nothing(folder: Path, name: str, value: object) -> None:
    path = folder / "config.toml"
    path.write_text(COMMENTED)
    with pytest.raises(ConfigError) as caught:
        set_value(folder, name, value)
    assert name in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert path.read_text() == COMMENTED


def test_a_typing_error_in_a_name_is_helped(folder: Path) -> None:
    with pytest.raises(ConfigError, match=r"Did you mean numbers\.region\?"):
        set_value(folder, "numbers.regoin", "DE")


@pytest.mark.parametrize("content", ["[ui\n", "ui = 3\n", "[[ui]]\ntheme = 'dark'\n"])
def test_a_file_that_cannot_take_the_value_is_kept(folder: Path, content: str) -> None:
    path = folder / "config.toml"
    path.write_text(content)
    with pytest.raises(ConfigError, match=r"config\.toml"):
        set_value(folder, "ui.theme", "dark")
    assert path.read_text() == content


def test_locked_keys_are_refused(folder: Path) -> None:
    machine = folder / "machine"
    machine.mkdir()
    (machine / "config.toml").write_text("[locked]\nkeys = ['ui']\n")
    with pytest.raises(Refused, match=r"ui\.theme"):
        set_value(folder, "ui.theme", "dark", machine)
    assert not (folder / "config.toml").exists()
    set_value(folder, "numbers.region", "DE", machine)


def test_a_folder_that_is_a_file_is_one_clear_error(folder: Path) -> None:
    blocked = folder / "home"
    blocked.write_text("")
    with pytest.raises(CtiError, match="home"):
        set_value(blocked, "ui.theme", "dark")


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that refuses even root")
def test_a_folder_that_takes_no_files_is_one_clear_error() -> None:
    with pytest.raises(CtiError, match="/proc/self"):
        set_value(Path("/proc/self"), "ui.theme", "dark")


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")
def test_a_new_file_is_private_and_an_existing_one_keeps_mode_and_link(folder: Path) -> None:
    set_value(folder, "ui.theme", "dark")
    path = folder / "config.toml"
    assert path.stat().st_mode & 0o777 == 0o600
    real = folder / "dotfiles.toml"
    path.rename(real)
    path.symlink_to(real)
    real.chmod(0o644)
    set_value(folder, "ui.theme", "light")
    assert path.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o644
    assert "light" in real.read_text()
    assert sorted(item.name for item in folder.iterdir()) == ["config.toml", "dotfiles.toml"]


SAMPLES = {
    "numbers.region": st.sampled_from(["DE", "BE", "NL", "GB"]),
    "numbers.internal_max_digits": st.integers(0, 10),
    "sources.receiver.enabled": st.booleans(),
    "sources.tapi.lines": st.lists(st.text("ab \"'[]#=é", min_size=1, max_size=5).map(str.strip), unique=True).map(
        tuple
    ),
    "business_central.company": st.text(st.characters(categories=["L", "N", "P"]), max_size=10),
    "ui.theme": st.sampled_from(Theme),
}


@given(
    st.lists(st.sampled_from(sorted(SAMPLES)).flatmap(lambda name: st.tuples(st.just(name), SAMPLES[name])), max_size=6)
)
def test_what_is_set_is_read_back(tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, object]]) -> None:
    folder = tmp_path_factory.mktemp("round")
    (folder / "config.toml").write_text(COMMENTED)
    for name, value in changes:
        read = set_value(folder, name, value)
        assert load(folder).config.value(name) == read == value
    loaded = load(folder)
    expected = {"numbers.region": "NL", "ui.theme": Theme.DARK} | dict(changes)
    for key in KEYS:
        assert loaded.config.value(key.name) == expected.get(key.name, DEFAULTS.value(key.name))
    assert ["future.idea.of" in told for told in loaded.unknown] == [True]
