"""The binding against the header: every structure, field and constant as C compilers for Windows see it."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.display import require
from tray.telephony import tapi, tapi_constants, tapi_errors
from tray.telephony.tapi_library import _PROTOTYPES

COMPILERS = {8: "x86_64-w64-mingw32", 4: "i686-w64-mingw32"}
POINTER_SIZE = ctypes.sizeof(ctypes.c_void_p)
POINTERS: dict[object, dict[int, type[ctypes._SimpleCData[int]]]] = {
    tapi.DWORD_PTR: {8: ctypes.c_uint64, 4: ctypes.c_uint32},
    tapi.HANDLE: {8: ctypes.c_uint64, 4: ctypes.c_uint32},
}
HANDLES = ("HCALL", "HLINE", "HLINEAPP", "DWORD", "LONG", "WORD", "DWORD_PTR", "HANDLE")


def structures() -> dict[str, type[ctypes.Structure]]:
    return {
        name: kind for name, kind in vars(tapi).items() if isinstance(kind, type) and issubclass(kind, ctypes.Structure)
    }


def constants(*modules: ModuleType) -> dict[str, int]:
    return {name: value for module in modules for name, value in vars(module).items() if isinstance(value, int)}


CONSTANTS = constants(tapi_constants, tapi_errors)


def laid_out(kind: type, pointer: int) -> type:
    """The same type with pointers of another size; types that hold none stay what they are."""
    if kind in POINTERS:
        return POINTERS[kind][pointer]
    if not issubclass(kind, ctypes.Structure | ctypes.Union):
        return kind
    base = ctypes.Union if issubclass(kind, ctypes.Union) else ctypes.Structure
    fields = [(name, laid_out(of, pointer)) for name, of in kind._fields_]
    return type(kind.__name__, (base,), {"_pack_": kind._pack_, "_fields_": fields})


def fields(kind: type, prefix: str = "", start: int = 0) -> Iterator[tuple[str, int, int]]:
    """Every field of a structure, also those within others: its name, where it is, and how large."""
    for name, of in kind._fields_:
        field = getattr(kind, name)
        yield f"{prefix}{name}", start + field.offset, field.size
        if issubclass(of, ctypes.Structure | ctypes.Union):
            yield from fields(of, f"{prefix}{name}.", start + field.offset)


def expected(pointer: int) -> dict[str, int]:
    """What the binding says, each under the C expression that must give the same."""
    says: dict[str, int] = {}
    for name in HANDLES:
        says[f"sizeof({name})"] = ctypes.sizeof(laid_out(getattr(tapi, name), pointer))
    for name, kind in structures().items():
        laid = laid_out(kind, pointer)
        says[f"sizeof({name})"] = ctypes.sizeof(laid)
        for field, offset, size in fields(laid):
            says[f"offsetof({name}, {field})"] = offset
            says[f"sizeof((({name} *)0)->{field})"] = size
    return says | CONSTANTS


def compiled(folder: Path, pointer: int, expressions: list[str]) -> list[int]:
    """What a compiler makes of C expressions, read back from the data of an object file."""
    compiler = COMPILERS[pointer]
    source, built, data = folder / "layout.c", folder / "layout.o", folder / "layout.bin"
    lines = ",\n".join(f"(unsigned int)({each})" for each in expressions)
    source.write_text(
        "#include <stddef.h>\n#define WIN32_LEAN_AND_MEAN\n#include <windows.h>\n#include <tapi.h>\n"
        f'__attribute__((section(".answers"), used)) const unsigned int answers[] = {{\n{lines}\n}};\n',
        encoding="ascii",
    )
    for command in (
        [f"{compiler}-gcc", "-c", "-O0", "-Wall", "-Werror", source, "-o", built],
        [f"{compiler}-objcopy", "-O", "binary", "--only-section=.answers", built, data],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    content = data.read_bytes()
    return [int.from_bytes(content[at : at + 4], "little") for at in range(0, len(expressions) * 4, 4)]


@pytest.fixture(scope="module", autouse=True)
def compilers() -> None:
    require(*(f"{each}-gcc" for each in COMPILERS.values()))


@pytest.mark.parametrize("pointer", COMPILERS, ids=COMPILERS.values())
def test_every_structure_field_and_constant_is_that_of_the_header(pointer: int, tmp_path: Path) -> None:
    says = expected(pointer)
    assert len(says) > 1000
    answers = dict(zip(says, compiled(tmp_path, pointer, list(says)), strict=True))
    assert answers == says


def test_a_name_that_the_header_does_not_have_is_found(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="LINECALLSTATE_DREAMING"):
        compiled(tmp_path, 8, ["LINECALLSTATE_IDLE", "LINECALLSTATE_DREAMING"])
    with pytest.raises(AssertionError, match="dwColour"):
        compiled(tmp_path, 8, ["offsetof(LINEMESSAGE, dwColour)"])


def test_the_running_bitness_is_laid_out_as_ctypes_lays_it_out() -> None:
    for kind in structures().values():
        laid = laid_out(kind, POINTER_SIZE)
        assert ctypes.sizeof(kind) == ctypes.sizeof(laid)
        assert list(fields(kind)) == list(fields(laid))


def test_every_function_takes_what_the_header_says(tmp_path: Path) -> None:
    """The compiler checks number and kinds of the arguments, and puts their bytes into the name of the function."""
    source, built = tmp_path / "functions.c", tmp_path / "functions.o"
    calls = "".join(
        f"    {name}({', '.join(f'({c_type(kind)})0' for kind in kinds)});\n" for name, kinds in _PROTOTYPES.items()
    )
    source.write_text(f"#include <windows.h>\n#include <tapi.h>\nvoid all(void) {{\n{calls}}}\n", encoding="ascii")
    for compiler in COMPILERS.values():
        command = [f"{compiler}-gcc", "-c", "-Wall", "-Werror", source, "-o", built]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    symbols = subprocess.run([f"{COMPILERS[4]}-nm", built], capture_output=True, text=True, check=True).stdout
    found = {name: int(size) for name, size in re.findall(r" U \S*?(line\w+)@(\d+)", symbols)}
    says = {
        name: sum(ctypes.sizeof(laid_out(kind, 4)) if kind in BY_VALUE else 4 for kind in kinds)
        for name, kinds in _PROTOTYPES.items()
    }
    assert found == says


BY_VALUE = {tapi.DWORD: "DWORD", tapi.DWORD_PTR: "DWORD_PTR"}


def c_type(kind: type) -> str:
    """How an argument of the binding is written in C. Texts and what is always NULL are any pointer."""
    if kind in BY_VALUE:
        return BY_VALUE[kind]
    pointed = getattr(kind, "_type_", None)
    if isinstance(pointed, type):
        return f"{BY_VALUE.get(pointed, pointed.__name__)} *"
    assert kind in {ctypes.c_char_p, ctypes.c_void_p}
    return "void *"


def header() -> str:
    compiler = shutil.which(f"{COMPILERS[8]}-gcc")
    assert compiler
    found = subprocess.run(
        [
            compiler,
            "-E",
            "-dM",
            "-DWIN32_LEAN_AND_MEAN",
            "-x",
            "c",
            "-include",
            "windows.h",
            "-include",
            "tapi.h",
            "/dev/null",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return found.stdout


def test_every_family_of_constants_is_whole() -> None:
    defined = set(re.findall(r"^#define ((?:LINE|STRINGFORMAT)\w*_\w+) ", header(), re.MULTILINE))
    families = {name.partition("_")[0] for name in CONSTANTS}
    wanted = {name for name in defined if name.partition("_")[0] in families}
    assert len(wanted) > 300
    assert wanted == set(CONSTANTS)


def test_everything_is_reached_through_one_module_as_plain_numbers() -> None:
    for name, value in CONSTANTS.items():
        assert getattr(tapi, name) == value
        assert type(value) is int
    assert {"LINECALLINFO", "LINEDEVCAPS", "LINEMESSAGE", "LINEINITIALIZEEXPARAMS"} <= set(structures())
    assert "_EventOrPort" not in structures()


def test_texts_are_never_of_the_width_that_the_c_library_has_here() -> None:
    kinds = {of for kind in structures().values() for _, of in kind._fields_}
    assert not kinds & {ctypes.c_wchar, ctypes.c_wchar_p, ctypes.c_char_p}
