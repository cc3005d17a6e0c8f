"""A bench for Windows telephony: the source, whole, on a tapi32 of our own (`tapi32/tapi32.c`) that plays what is told.

That library is compiled against the real tapi.h with the compiler of this machine. Each test has a copy of it, so that
nothing of one test is left for the next.
"""

from __future__ import annotations

import contextlib
import ctypes
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from tests.display import require, wait_until
from tests.phones import FactLog
from tray.calls.model import CallEvent
from tray.errors import CtiError
from tray.telephony import tapi
from tray.telephony.base import SourceState
from tray.telephony.connection import Timing
from tray.telephony.tapi_library import TapiLibrary
from tray.telephony.tapi_source import TapiSource
from tray.telephony.tapi_timing import TapiTiming

HERE = Path(__file__).parent / "tapi32"
WINDOWS_COMPILER = "x86_64-w64-mingw32-gcc"
INBOUND = tapi.LINECALLORIGIN_INBOUND | tapi.LINECALLORIGIN_EXTERNAL
OUTBOUND = tapi.LINECALLORIGIN_OUTBOUND | tapi.LINECALLORIGIN_EXTERNAL
KNOWN = tapi.LINECALLPARTYID_ADDRESS | tapi.LINECALLPARTYID_NAME
QUICK = TapiTiming(retry=Timing(0.02, 0.1), message_ms=40, reply_s=10.0, proven_s=0.5)


def build(folder: Path) -> Path:
    """Compile the library for this machine."""
    require("gcc", WINDOWS_COMPILER)
    found = subprocess.run(
        [WINDOWS_COMPILER, "-M", "-x", "c", "-include", "tapi.h", "/dev/null"],
        capture_output=True,
        text=True,
        check=True,
    )
    header = next(word for word in found.stdout.split() if word.endswith("/tapi.h"))
    shutil.copy(header, folder / "tapi.h")
    built = folder / "tapi32.so"
    warnings = ("-Wall", "-Wextra", "-Werror")
    options = ("-shared", "-fPIC", "-std=gnu11", "-fshort-wchar", "-pthread", *warnings)
    subprocess.run(
        ["gcc", *options, "-I", HERE / "host", "-isystem", folder, HERE / "tapi32.c", "-o", built], check=True
    )
    return built


class Tapi32:
    """The library, as the test tells it what happens. Arguments are written into its texts as they are."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._library = ctypes.CDLL(str(path))
        self._library.tapi32_notes.restype = ctypes.c_char_p

    @classmethod
    def copy_of(cls, library: Path, folder: Path) -> Self:
        """One that shares nothing with those of other tests."""
        return cls(Path(shutil.copy(library, folder / "tapi32.so")))

    def load(self) -> TapiLibrary:
        return TapiLibrary(str(self.path))

    def stand_in(self, monkeypatch: pytest.MonkeyPatch, **settings: object) -> None:
        """Be found, as that of Windows is, by sources that are made from now on, with other settings of theirs."""
        defaults: dict[str, object] = TapiSource.__init__.__kwdefaults__
        for name, value in {"load": self.load, **settings}.items():
            monkeypatch.setitem(defaults, name, value)

    def device(self, device: int, name: str = "", **values: object) -> None:
        self._play("device", id=device, name=name, **values)

    def call(self, handle: int, **values: object) -> None:
        """A call with this handle is now like this; nobody is told."""
        self._play("call", handle=handle, **values)

    def new_call(self, handle: int, line: int = 0, *, state: int = 0, **values: object) -> None:
        """A call appears on a line, and is announced, with its first state where one is given."""
        self.call(handle, device=line, **values)
        self._play("message", line=line, id=tapi.LINE_APPNEWCALL, p2=handle, p3=tapi.LINECALLPRIVILEGE_MONITOR)
        if state:
            self.state(handle, state)

    def state(self, handle: int, state: int, mode: int = 0) -> None:
        self._play("message", device=handle, id=tapi.LINE_CALLSTATE, p1=state, p2=mode)

    def info(self, handle: int, bits: int, **values: object) -> None:
        """Something else is known about a call, and that is announced."""
        self.call(handle, **values)
        self._play("message", device=handle, id=tapi.LINE_CALLINFO, p1=bits)

    def line_message(self, message: int, line: int | None = None, p1: int = 0) -> None:
        where = {} if line is None else {"line": line}
        self._play("message", id=message, p1=p1, **where)

    def reply(self, request: int, code: int = 0) -> None:
        self._play("message", id=tapi.LINE_REPLY, p1=request, p2=code)

    def fail(self, function: str, code: int, times: int = 1_000_000) -> None:
        """A function fails from now on, this many times; 0 times ends it."""
        self._play("fail", function=function, code=code, times=times)

    def dial_as(self, handle: int, dialable: str = "") -> None:
        """The next call that is made gets this handle; international numbers are dialled like this."""
        self._play("dial", handle=handle, **({"as": dialable} if dialable else {}))

    def notes(self) -> list[str]:
        return str(self._library.tapi32_notes().decode()).splitlines()

    def wait_note(self, begin: str, count: int = 1) -> str:
        """The `count`-th note that begins like this, as soon as it is there."""

        def found() -> list[str]:
            return [note for note in self.notes() if note.startswith(begin)]

        wait_until(lambda: len(found()) >= count, seconds=10, what=f"note {begin!r}, only {self.notes()}")
        return found()[count - 1]

    def wait_request(self, begin: str, count: int = 1) -> int:
        """The number of the request that such a note tells."""
        return int(self.wait_note(begin, count).rpartition(" ")[2])

    def freed(self) -> list[int]:
        """The handles that were given back while they were held, in order."""
        notes = [note.split() for note in self.notes()]
        return [int(words[1]) for words in notes if words[0] == "free" and len(words) == 2]

    def _play(self, verb: str, **values: object) -> None:
        told = "|".join([verb, *(f"{name}={value}" for name, value in values.items())])
        self._library.tapi32_play(told.encode())


class Desk:
    """A source on such a library, and what it reports."""

    def __init__(self, tapi32: Tapi32) -> None:
        self.tapi32 = tapi32
        self.facts = FactLog()
        self.errors: list[CtiError] = []
        self.changes = 0
        self.source: TapiSource | None = None

    @contextlib.contextmanager
    def listening(self, *lines: str, timing: TapiTiming = QUICK) -> Iterator[TapiSource]:
        """The source runs; at the end it has to have given back what it had, and done nothing wrong."""
        source = TapiSource(
            lines,
            self.facts,
            load=self.tapi32.load,
            jitter=random.Random(1),
            changed=self._count,
            timing=timing,
        )
        self.source = source
        source.start()
        try:
            yield source
        finally:
            source.stop()
        notes = self.tapi32.notes()
        assert not [note for note in notes if note.startswith(("wrong", "left"))], notes
        assert source.status().state is SourceState.OFF

    def wait_state(self, state: SourceState, detail: str = "") -> None:
        source = self.source
        assert source is not None
        wait_until(
            lambda: source.status().state is state and detail in source.status().detail,
            seconds=10,
            what=f"state {state} {detail!r}",
        )

    def failed(self, error: CtiError) -> None:
        self.errors.append(error)

    def wait_error(self) -> CtiError:
        return wait_until(lambda: self.errors[-1] if self.errors else None, seconds=10, what="an error")

    def calls(self) -> dict[str, list[CallEvent]]:
        """The facts so far, by call."""
        found: dict[str, list[CallEvent]] = {}
        for fact in list(self.facts.facts):
            found.setdefault(fact.call_id, []).append(fact)
        return found

    def _count(self) -> None:
        self.changes += 1
