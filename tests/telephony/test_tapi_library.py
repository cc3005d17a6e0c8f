"""The library and its buffers where something is missing, too small or out of bounds."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.telephony.tapi_bench import Desk
from tray.telephony import tapi
from tray.telephony.tapi_buffers import Filled, TapiError, fill
from tray.telephony.tapi_library import TapiLibrary, _bound
from tray.telephony.tapi_model import Device
from tray.telephony.tapi_session import TapiSession

FIXED = ctypes.sizeof(tapi.LINETRANSLATEOUTPUT)
DWORDS = st.integers(0, 0xFFFFFFFF) | st.integers(0, 2000)
Ask = Callable[[Any], int]


def answering(needed: int, text: str = "", *, refuses: bool = False) -> tuple[Ask, list[int]]:
    """A function that needs this much room for a text, and the sizes of the buffers that it was given."""
    sizes: list[int] = []

    def ask(pointer: Any) -> int:
        head = pointer._obj
        sizes.append(head.dwTotalSize)
        head.dwNeededSize = needed
        if head.dwTotalSize < needed:
            return ctypes.c_int32(tapi.LINEERR_STRUCTURETOOSMALL).value if refuses else 0
        data = text.encode("utf-16-le")
        ctypes.memmove(ctypes.addressof(head) + needed - len(data), data, len(data))
        head.dwUsedSize, head.dwDialableStringSize = needed, len(data)
        head.dwDialableStringOffset = needed - len(data)
        return 0

    return ask, sizes


@pytest.mark.parametrize("refuses", [False, True])
def test_a_buffer_grows_until_it_is_large_enough(refuses: bool) -> None:
    ask, sizes = answering(5000, "0205550101", refuses=refuses)
    assert fill(tapi.LINETRANSLATEOUTPUT, "f", ask).text("DialableString", FIXED) == "0205550101"
    assert sizes[-1] == 5000
    assert len(sizes) == 2


def test_a_buffer_does_not_grow_without_end() -> None:
    ask, sizes = answering(0xFFFFFFFF)
    assert fill(tapi.LINETRANSLATEOUTPUT, "f", ask).text("DialableString", FIXED) == ""
    assert len(sizes) == 2
    ask, sizes = answering(0xFFFFFFFF, refuses=True)
    with pytest.raises(TapiError, match="f: 0x8000004d"):
        fill(tapi.LINETRANSLATEOUTPUT, "f", ask)
    assert max(sizes) <= 1 << 20


def test_a_need_that_grows_with_the_buffer_is_given_up() -> None:
    sizes: list[int] = []

    def ask(pointer: Any) -> int:
        sizes.append(pointer._obj.dwTotalSize)
        pointer._obj.dwNeededSize = pointer._obj.dwTotalSize + 4
        return 0

    fill(tapi.LINETRANSLATEOUTPUT, "f", ask)
    assert len(sizes) < 10


def test_an_error_keeps_its_code() -> None:
    with pytest.raises(TapiError) as caught:
        fill(tapi.LINETRANSLATEOUTPUT, "f", lambda _: ctypes.c_int32(tapi.LINEERR_NODEVICE).value)
    assert caught.value.code == tapi.LINEERR_NODEVICE


@given(DWORDS, DWORDS, st.binary(max_size=200))
def test_no_text_comes_from_outside_the_buffer(size: int, offset: int, rest: bytes) -> None:
    head = tapi.LINETRANSLATEOUTPUT(dwDialableStringSize=size, dwDialableStringOffset=offset)
    filled = Filled(head, bytes(FIXED) + rest)
    text = filled.text("DialableString", FIXED)
    inside = offset >= FIXED and offset + size <= FIXED + len(rest)
    assert inside or text == ""
    assert len(text) * 2 <= max(size, 0)


@given(DWORDS, DWORDS, st.binary(max_size=60))
def test_no_handle_comes_from_outside_the_buffer(count: int, offset: int, rest: bytes) -> None:
    filled = Filled(tapi.LINECALLLIST(), bytes(24) + rest)
    words = filled.words(count, offset)
    assert len(words) * 4 <= len(rest)
    assert words == [] or (offset >= 24 and len(words) <= count)


@pytest.mark.parametrize("text", ["020", "020\0", "020\0rubbish", " 020 "])
def test_texts_may_or_may_not_end_with_a_zero(text: str) -> None:
    ask, _ = answering(400, text)
    assert fill(tapi.LINETRANSLATEOUTPUT, "f", ask).text("DialableString", FIXED) == "020"


def test_elsewhere_than_on_windows_there_is_no_library() -> None:
    with pytest.raises(OSError, match="part of Windows"):
        TapiLibrary()


def test_a_line_that_opens_without_a_handle_does_not_open(desk: Desk) -> None:
    library = desk.tapi32.load()
    library._functions["lineOpenW"] = lambda *_: 0
    with pytest.raises(TapiError, match="lineOpenW"):
        library.open(1, Device(0, 0x00020002, "Desk phone", "1", 4))


def test_a_session_that_breaks_as_it_begins_says_goodbye(desk: Desk) -> None:
    def burst(*_: object) -> int:
        raise RuntimeError("burst")

    desk.tapi32.device(0, "Desk phone")
    library = desk.tapi32.load()
    library._functions["lineGetDevCapsW"] = burst
    with pytest.raises(RuntimeError):
        TapiSession(library, ())
    assert desk.tapi32.notes()[-1] == "lineShutdown"


def test_a_function_that_an_old_library_does_not_have_refuses() -> None:
    assert _bound(ctypes.CDLL(None), "lineHold", ())(1) & 0xFFFFFFFF == tapi.LINEERR_OPERATIONUNAVAIL


@pytest.mark.parametrize("name", ["Desk phone", "DESK PHONE", "abc-1", "{ABC-1}"])
def test_a_line_is_named_by_name_or_id(name: str) -> None:
    device = Device(0, 0x00020002, "Desk phone", "abc-1", 4)
    assert device.is_named(("other", name))
    assert not device.is_named(("other", ""))
