"""The house: who may import whom, what stays light, and how the tree looks. Read from the source, not from memory."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
MOST_LINES = 300
VENDORS = {"msal", "requests", "keyring", "pystray", "sqlalchemy", "h11", "wsproto", "phonenumbers", "PIL"}
QT = {"PySide6", "shiboken6"}
EVERYBODY_MAY = {"tray.calls", "tray.setup.model", "tray.errors", "tray.paths", "tray.texts", "tray.views"}
SHARED = {*EVERYBODY_MAY, "tray.files", "tray.csv_text"}
SETTINGS = {"tray.config_model", "tray.config_readers", "tray.config_schema"}
MAY_IMPORT = {
    "tray.calls": {"tray.calls", "tray.texts"},
    "tray.desktop": set[str](),
    "tray.errors": {"tray.texts"},
    "tray.texts": set[str](),
    "tray.paths": {"tray.errors"},
    "tray.views": {"tray.calls"},
    "tray.files": {"tray.errors", "tray.texts"},
    "tray.setup.model": {"tray.calls", "tray.texts"},
    "tray.identity.model": {"tray.setup.model"},
    "tray.setup": {*SHARED, *SETTINGS, "tray.setup"},
    "tray.directory": {*SHARED, "tray.directory"},
    "tray.activity": {*SHARED, "tray.activity"},
    "tray.identity": {
        *SHARED,
        "tray.identity",
        "tray.config_model",
        "tray.config_schema",
        "tray.instance",
        "tray.rounds",
    },
    "tray.telephony": {"tray.calls", "tray.errors", "tray.paths", "tray.files", "tray.telephony", "tray.texts"},
    "tray.telephony.dialling": {
        "tray.calls",
        "tray.errors",
        "tray.config_readers",
        "tray.config_schema",
        "tray.telephony.base",
        "tray.telephony.dial_reading",
        "tray.texts",
    },
}
"""What a part of the tray may import of the product; a part that is not named here may import its neighbours."""
ONLY_IMPORTED_BY = {
    "tray.app": {"tray.commands.live"},
    "tray.wiring": {"tray.app", "tray.first_start"},
}
"""The top of the house: what starts and joins everything is imported by nobody below."""
TOP_LEVEL = {
    "tray",
    "ui",
    "resources",
    "installer",
    "tests",
    "pyproject.toml",
    "README.md",
    "requirements.lock",
    "LICENSE",
}


@dataclass(frozen=True)
class Import:
    """One import: who, whom, in which line; `eager` when it happens as the module is loaded."""

    module: str
    target: str
    line: int
    eager: bool
    typing_only: bool

    def __str__(self) -> str:
        return f"{self.module}, line {self.line}: imports {self.target}"


def module_name(path: Path) -> str:
    parts = path.relative_to(HOME).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, Path]:
    return {
        module_name(path): path
        for top in ("tray", "ui", "installer", "resources")
        for path in (HOME / top).rglob("*.py")
    }


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def is_typing_block(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def walk(node: ast.AST, *, eager: bool = True, typing_only: bool = False) -> Iterator[tuple[ast.AST, bool, bool]]:
    """Every node below `node`: whether it runs when the module is loaded, and whether only type checkers see it."""
    for child in ast.iter_child_nodes(node):
        inside = eager and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        typed = typing_only or is_typing_block(child)
        yield child, inside, typed
        yield from walk(child, eager=inside, typing_only=typed)


@cache
def imports(module: str) -> tuple[Import, ...]:
    found = []
    for node, eager, typing_only in walk(tree(modules()[module])):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}, line {node.lineno}: relative import"
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            targets = [name if name in modules() else str(node.module) for name in whole]
        else:
            continue
        found += [Import(module, target, node.lineno, eager, typing_only) for target in targets]
    return tuple(found)


def all_imports(package: str) -> list[Import]:
    return [each for module in modules() if within(module, {package}) for each in imports(module)]


def within(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def top(name: str) -> str:
    return name.partition(".")[0]


def part_of(module: str) -> str | None:
    """The most exact name of `MAY_IMPORT` that a module belongs to."""
    return max((part for part in MAY_IMPORT if within(module, {part})), key=len, default=None)


def test_the_walk_sees_the_product() -> None:
    assert {"tray.app", "tray.calls.engine", "ui.caller_card", "installer.__main__"} <= set(modules())
    assert any(each.target == "tray.setup.model" for each in imports("tray.condition"))
    lazy = [each for each in imports("tray.event") if not each.eager]
    assert [each.target for each in imports("tray.commands.live") if each.target == "tray.app" and not each.eager]
    assert [each.target for each in lazy] == ["tray.starting"]


def test_only_the_composition_root_imports_the_user_interface_and_lazily() -> None:
    found = [each for each in all_imports("tray") if top(each.target) == "ui"]
    assert {each.module for each in found} == {"tray.app"}
    assert not [str(each) for each in found if each.eager]


def test_nothing_in_the_tray_imports_qt() -> None:
    assert not [str(each) for each in all_imports("tray") if top(each.target) in QT]


def test_the_user_interface_imports_no_vendor_library() -> None:
    assert not [str(each) for each in all_imports("ui") if top(each.target) in VENDORS]


def test_the_user_interface_knows_words_of_the_tray_and_nothing_that_acts() -> None:
    words = {
        *EVERYBODY_MAY,
        "tray.interfaces",
        "tray.reasons",
        "tray.setup.audit",
        "tray.setup.views",
        "tray.identity.model",
        "tray.icon_image",
        "tray.telephony.heard",
        "tray.telephony.listened",
        "tray.telephony.recipe",
        "tray.telephony.recipes",
    }
    found = [each for each in all_imports("ui") if top(each.target) == "tray"]
    assert not [str(each) for each in found if not within(each.target, words)]
    assert {each.module for each in found if each.target == "tray.icon_image"} <= {"ui.tray_pictures"}


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_a_part_of_the_tray_imports_only_what_it_may(part: str) -> None:
    members = [module for module in modules() if part_of(module) == part]
    assert members
    found = [each for module in members for each in imports(module) if top(each.target) in {"tray", "ui"}]
    assert not [str(each) for each in found if not within(each.target, MAY_IMPORT[part])]


@pytest.mark.parametrize("above", ONLY_IMPORTED_BY)
def test_what_joins_everything_is_imported_by_nobody_below(above: str) -> None:
    found = [each for each in all_imports("tray") if each.target == above and not each.typing_only]
    assert not [str(each) for each in found if each.module not in ONLY_IMPORTED_BY[above]]


def test_the_core_imports_neither_sources_nor_setup_store_nor_windows() -> None:
    forbidden = {
        "tray.telephony",
        "tray.setup.store",
        "tray.setup.service",
        "tray.directory",
        "tray.wiring",
        "tray.app",
    }
    assert not [str(each) for each in imports("tray.core") if within(each.target, forbidden)]


def test_what_runs_before_anything_is_installed_needs_the_standard_library_alone() -> None:
    """Three modules of the tray are part of it; they need nothing else, which the table of arrows holds."""
    allowed = {*sys.stdlib_module_names, "installer"}
    found = [each for each in all_imports("installer") if top(each.target) not in allowed]
    shared = {"tray.desktop", "tray.errors", "tray.texts"}
    assert not [str(each) for each in found if each.target not in shared]
    needed = [each for module in shared for each in imports(module) if each.target not in shared]
    assert not [str(each) for each in needed if top(each.target) not in sys.stdlib_module_names]
    assert not [str(each) for each in imports("tray") if top(each.target) not in sys.stdlib_module_names]


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    edges = {
        module: {each.target for each in imports(module) if each.eager and not each.typing_only} & set(modules())
        for module in modules()
    }
    left = dict(edges)
    while ready := [module for module, targets in left.items() if not (targets - {module}) & set(left)]:
        for module in ready:
            del left[module]
    assert not left, f"a circle is among {sorted(left)}"


LOADS = """
import importlib, pkgutil, sys
for name in {names!r}:
    module = importlib.import_module(name)
    if {whole!r}:
        for each in pkgutil.iter_modules(module.__path__, name + "."):
            importlib.import_module(each.name)
{then}
print(" ".join(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def loaded(*names: str, whole: bool = False, then: str = "") -> set[str]:
    """The packages that a new interpreter has loaded after these imports."""
    program = LOADS.format(names=names, whole=whole, then=then)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True, cwd=HOME
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_rules_of_calls_load_neither_qt_nor_a_database() -> None:
    found = loaded("tray.calls", whole=True)
    assert "phonenumbers" in found, "the modules were loaded"
    assert not found & {*QT, *VENDORS - {"phonenumbers"}, "ui", "sqlite3", "socket", "http", "platformdirs"}


def test_teams_is_listened_to_without_loading_what_speaks_to_it() -> None:
    found = loaded("tray.telephony.teams", "tray.teams_talk")
    assert not found & {"wsproto", "h11", "keyring", "cryptography", "msal", "requests"}


def test_a_softphones_hook_loads_next_to_nothing() -> None:
    found = loaded("tray.event", then="import tray.event; tray.event._parser()")
    heavy = {*QT, *VENDORS, "ui", "sqlite3", "http", "asyncio", "logging", "platformdirs", "tomlkit"}
    assert not found & {*heavy, "subprocess", "dataclasses"}


def test_the_program_for_links_loads_next_to_nothing() -> None:
    """The browser waits for it, and any page can have it run."""
    found = loaded("tray.open_link")
    assert not found & {*QT, *VENDORS, "ui", "sqlite3", "http", "asyncio", "logging", "platformdirs", "tomlkit"}


def test_the_command_line_is_read_without_loading_a_command() -> None:
    then = "import tray.cli; tray.cli._parser().parse_args(['calls', '--json'])"
    found = loaded("tray.cli", then=then)
    assert not found & {*QT, *VENDORS, "ui", "sqlite3", "http", "asyncio", "logging", "platformdirs", "tomlkit"}


def test_every_module_says_why_it_is_there() -> None:
    assert not [module for module, path in modules().items() if not ast.get_docstring(tree(path))]


def test_no_module_is_longer_than_one_job() -> None:
    long = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in modules().items()}
    assert not {module: lines for module, lines in long.items() if lines > MOST_LINES}


def called(module: str) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(tree(modules()[module])) if isinstance(node, ast.Call)}


def test_nothing_waits_by_sleeping() -> None:
    sleeping = {"time.sleep", "sleep", "QThread.sleep", "QThread.msleep", "QTest.qWait"}
    assert not {module: names for module in modules() if (names := called(module) & sleeping)}


def test_rules_are_given_the_time_and_never_ask_for_it() -> None:
    clocks = re.compile(
        r"(time\.(time|monotonic|perf_counter)(_ns)?|(datetime\.)?(datetime|date)\.(now|utcnow|today))$"
    )
    pure = [module for module in modules() if within(module, {"tray.calls", "tray.setup.model", "tray.views"})]
    assert len(pure) > 10
    assert not {module: names for module in pure if (names := {name for name in called(module) if clocks.match(name)})}
    assert not [
        str(each) for module in pure for each in imports(module) if each.target in {"time", "threading", "random"}
    ]


def test_rules_read_and_write_nothing() -> None:
    outside = {"os", "io", "pathlib", "socket", "sqlite3", "subprocess", "shutil", "tempfile", "queue", "logging"}
    pure = [module for module in modules() if within(module, {"tray.calls", "tray.setup.model"})]
    assert not [str(each) for module in pure for each in imports(module) if top(each.target) in outside]
    assert not {module for module in pure if {"open", "print", "input"} & called(module)}


@cache
def tracked() -> tuple[str, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True, cwd=HOME)
    return tuple(name for name in listed.stdout.split("\0") if name)


@pytest.fixture
def checkout() -> None:
    if not (HOME / ".git").exists():
        pytest.skip("this is a copy of the tree without its history")


@pytest.mark.usefixtures("checkout")
def test_the_top_level_holds_what_a_newcomer_expects_and_no_more() -> None:
    tops = {name.partition("/")[0] for name in tracked()}
    assert not {name for name in tops if not name.startswith(".")} - TOP_LEVEL


def text_of(name: str) -> str:
    """The text of a tracked file; "" for a picture, or for one that was just removed."""
    try:
        return (HOME / name).read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return ""


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("unfinished work", r"\b([T]ODO|[F]IXME|[X]XX)\b"),
        ("a folder of one machine", r"(?<![\w.])/([w]ork|[r]oot)/|[A-Z]:\\Users\\(?!%)\w"),
        ("where packages come from", r"[p]ypi\.|[p]ythonhosted|[i]ndex-url|[f]ind-links"),
        ("a conflict", r"^(<{7}|>{7}) "),
    ],
)
def test_no_tracked_file_holds(what: str, words: str) -> None:
    found = re.compile(words, re.MULTILINE)
    assert not {name: match.group() for name in tracked() if (match := found.search(text_of(name)))}, what
