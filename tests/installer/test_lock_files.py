"""The lock files hold every dependency with its hashes, agree with each other, and can be made anew."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from installer import node
from installer.environment import LOCK, TEST_LOCK

CHECKOUT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)")
NAME = re.compile(r"^[A-Za-z0-9.-]+")


def pins(text: str) -> dict[str, str]:
    """The locked version of each package."""
    return {found["name"]: found["version"] for line in text.splitlines() if (found := PIN.match(line))}


def locked(name: str) -> dict[str, str]:
    return pins((CHECKOUT / name).read_text(encoding="utf-8"))


def test_the_tests_lock_holds_everything_of_the_products_lock() -> None:
    assert locked(LOCK).items() <= locked(TEST_LOCK).items()


@pytest.mark.parametrize("name", [LOCK, TEST_LOCK])
def test_every_package_has_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=[a-z])", (CHECKOUT / name).read_text(encoding="utf-8").strip())
    assert len(blocks) == len(locked(name)) > 0
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    for listed, name in (
        ([*project["project"]["dependencies"], *groups["build"]], LOCK),
        (groups["test"], TEST_LOCK),
    ):
        names = {found[0].lower() for line in listed if (found := NAME.match(line))}
        assert names - locked(name).keys() == set()


def test_qt_stays_below_the_version_that_loses_references() -> None:
    version = tuple(int(part) for part in locked(LOCK)["pyside6-essentials"].split("."))
    assert (6, 8) <= version < (6, 12)


def test_the_node_packages_are_locked_by_hash_and_name_no_address() -> None:
    lists = [json.loads((CHECKOUT / node.SOURCES / name).read_text(encoding="utf-8")) for name in node.LISTS]
    wanted, locked_packages = lists[0]["dependencies"], lists[1]["packages"]
    own = locked_packages.pop("")
    assert own["dependencies"] == wanted
    assert all(re.fullmatch(r"[\d.]+", version) for version in wanted.values())
    assert all(locked_packages[f"node_modules/{name}"]["version"] == version for name, version in wanted.items())
    assert all(entry["integrity"].startswith("sha512-") for entry in locked_packages.values())
    assert not any("resolved" in entry for entry in locked_packages.values())


@pytest.mark.timeout(600)
def test_making_the_locks_anew_keeps_what_still_fits(fresh_checkout: Path, newcomer) -> None:
    (fresh_checkout / LOCK).write_text((CHECKOUT / LOCK).read_text(encoding="utf-8").partition("\nzipp==")[0])
    ended = newcomer.run(fresh_checkout, "lock")
    assert (ended.returncode, ended.stderr) == (0, "")
    for name in (LOCK, TEST_LOCK):
        made = (fresh_checkout / name).read_text(encoding="utf-8")
        assert pins(made).items() >= locked(name).items() - {("zipp", locked(name)["zipp"])}
        assert "zipp" in pins(made)
