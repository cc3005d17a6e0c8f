"""The functions of tapi32, called with checked results and grown buffers, so that nothing above sees a pointer.

A result below zero is an error and becomes a `TapiError`; above zero it is the number of a request, whose outcome
comes as a LINE_REPLY; many functions give 0 and have then done their work. It keeps no state but the library itself,
and every function may be called on any thread.
Source: "TAPI 2.2 Reference" of the Windows documentation, and `tapi.h`.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import POINTER, byref, c_char_p, c_void_p, sizeof
from dataclasses import replace
from typing import Any
from uuid import UUID

from tray.telephony import tapi
from tray.telephony.tapi import DWORD, DWORD_PTR, HCALL, HLINE, HLINEAPP, LONG
from tray.telephony.tapi_buffers import Filled, TapiError, fill
from tray.telephony.tapi_model import CallInfo, CallStatus, Device, Message, PartyId

OLDEST_VERSION = 0x00010004
NEWEST_VERSION = 0x00020002
_GUID_SINCE = 0x00020002
_SYSTEM_FOLDER = 0x800
_CALL_INFO_1 = tapi.LINECALLINFO.dwCallTreatment.offset
_DEVICE_1 = tapi.LINEDEVCAPS.dwSettableDevStatus.offset
_ADDRESS_1 = tapi.LINEADDRESSCAPS.dwPredictiveAutoTransferStates.offset
_PROTOTYPES = {
    "lineInitializeExW": (
        POINTER(HLINEAPP),
        c_void_p,
        c_void_p,
        c_char_p,
        POINTER(DWORD),
        POINTER(DWORD),
        POINTER(tapi.LINEINITIALIZEEXPARAMS),
    ),
    "lineShutdown": (HLINEAPP,),
    "lineNegotiateAPIVersion": (
        HLINEAPP,
        DWORD,
        DWORD,
        DWORD,
        POINTER(DWORD),
        POINTER(tapi.LINEEXTENSIONID),
    ),
    "lineGetDevCapsW": (HLINEAPP, DWORD, DWORD, DWORD, POINTER(tapi.LINEDEVCAPS)),
    "lineGetAddressCapsW": (HLINEAPP, DWORD, DWORD, DWORD, DWORD, POINTER(tapi.LINEADDRESSCAPS)),
    "lineOpenW": (
        HLINEAPP,
        DWORD,
        POINTER(HLINE),
        DWORD,
        DWORD,
        DWORD_PTR,
        DWORD,
        DWORD,
        POINTER(tapi.LINECALLPARAMS),
    ),
    "lineClose": (HLINE,),
    "lineGetMessage": (HLINEAPP, POINTER(tapi.LINEMESSAGE), DWORD),
    "lineGetNewCalls": (HLINE, DWORD, DWORD, POINTER(tapi.LINECALLLIST)),
    "lineGetCallInfoW": (HCALL, POINTER(tapi.LINECALLINFO)),
    "lineGetCallStatus": (HCALL, POINTER(tapi.LINECALLSTATUS)),
    "lineDeallocateCall": (HCALL,),
    "lineSetCallPrivilege": (HCALL, DWORD),
    "lineTranslateAddressW": (
        HLINEAPP,
        DWORD,
        DWORD,
        c_char_p,
        DWORD,
        DWORD,
        POINTER(tapi.LINETRANSLATEOUTPUT),
    ),
    "lineMakeCallW": (HLINE, POINTER(HCALL), c_char_p, DWORD, POINTER(tapi.LINECALLPARAMS)),
    "lineAnswer": (HCALL, c_char_p, DWORD),
    "lineDrop": (HCALL, c_char_p, DWORD),
    "lineHold": (HCALL,),
    "lineUnhold": (HCALL,),
}


class TapiLibrary:
    """The library, loaded.

    Args:
        path: where it is; None is the one of Windows.

    Raises:
        OSError: it is not there, or is not TAPI.
    """

    def __init__(self, path: str | None = None) -> None:
        library = _windows_library() if path is None else ctypes.CDLL(path)
        if not hasattr(library, "lineInitializeExW"):
            raise OSError("this is not TAPI")
        self._functions = {name: _bound(library, name, kinds) for name, kinds in _PROTOTYPES.items()}

    def initialize(self, name: str) -> tuple[int, int]:
        """Begin: the handle of this program, and how many line devices there are."""
        app, devices, version = HLINEAPP(), DWORD(), DWORD(NEWEST_VERSION)
        params = tapi.LINEINITIALIZEEXPARAMS(
            dwTotalSize=sizeof(tapi.LINEINITIALIZEEXPARAMS), dwOptions=tapi.LINEINITIALIZEEXOPTION_USEEVENT
        )
        self._call(
            "lineInitializeExW", byref(app), None, None, _wide(name), byref(devices), byref(version), byref(params)
        )
        if not app.value:  # what Wine's tapi32 does: it says 0 and has done nothing
            raise TapiError("lineInitializeExW", tapi.LINEERR_OPERATIONFAILED)
        return app.value, devices.value

    def shutdown(self, app: int) -> None:
        """End."""
        self._call("lineShutdown", app)

    def version(self, app: int, device: int) -> int:
        """The version of TAPI that this device and we both speak."""
        version, extension = DWORD(), tapi.LINEEXTENSIONID()
        self._call(
            "lineNegotiateAPIVersion", app, device, OLDEST_VERSION, NEWEST_VERSION, byref(version), byref(extension)
        )
        return version.value

    def device(self, app: int, device: int) -> Device:
        """What one line device is."""
        agreed = self.version(app, device)
        caps = self._fill(tapi.LINEDEVCAPS, "lineGetDevCapsW", app, device, agreed, 0)
        name = caps.text("LineName", _DEVICE_1)
        found = Device(device, agreed, name, _line_id(caps, agreed, name), caps.head.dwMediaModes)
        if not found.media_modes & tapi.LINEMEDIAMODE_INTERACTIVEVOICE:
            return found
        try:
            address = self._fill(tapi.LINEADDRESSCAPS, "lineGetAddressCapsW", app, device, 0, agreed, 0)
        except TapiError:
            return found
        return replace(found, number=address.text("Address", _ADDRESS_1))

    def open(self, app: int, device: Device) -> int:
        """Open a line to listen only; gives its handle."""
        line = HLINE()
        self._call(
            "lineOpenW",
            app,
            device.device,
            byref(line),
            device.version,
            0,
            device.device,
            tapi.LINECALLPRIVILEGE_MONITOR,
            0,
            None,
        )
        if not line.value:
            raise TapiError("lineOpenW", tapi.LINEERR_OPERATIONFAILED)
        return line.value

    def close(self, line: int) -> None:
        """Close a line."""
        self._call("lineClose", line)

    def message(self, app: int, wait_ms: int) -> Message:
        """The next message. Raises LINEERR_OPERATIONFAILED where none comes in time."""
        message = tapi.LINEMESSAGE()
        self._call("lineGetMessage", app, byref(message), wait_ms)
        parameters = (message.dwParam1, message.dwParam2, message.dwParam3)
        return Message(message.hDevice, message.dwMessageID, *parameters)

    def new_calls(self, line: int) -> list[int]:
        """The calls of a line that have no handle yet; from now on they have these."""
        calls = self._fill(tapi.LINECALLLIST, "lineGetNewCalls", line, 0, tapi.LINECALLSELECT_LINE)
        return calls.words(calls.head.dwCallsNumEntries, calls.head.dwCallsOffset)

    def call_info(self, call: int) -> CallInfo:
        """What is known about a call."""
        info = self._fill(tapi.LINECALLINFO, "lineGetCallInfoW", call)
        return CallInfo(
            line=info.head.hLine,
            call_id=info.head.dwCallID,
            origin=info.head.dwOrigin,
            caller=_party(info, "CallerID"),
            called=_party(info, "CalledID"),
            connected=_party(info, "ConnectedID"),
            redirecting=_party(info, "RedirectingID"),
            called_party=info.text("CalledParty", _CALL_INFO_1),
        )

    def call_status(self, call: int) -> CallStatus:
        """The state of a call."""
        status = self._fill(tapi.LINECALLSTATUS, "lineGetCallStatus", call).head
        return CallStatus(status.dwCallState, status.dwCallStateMode, status.dwCallPrivilege)

    def free(self, call: int) -> None:
        """Give a call handle back."""
        self._call("lineDeallocateCall", call)

    def set_privilege(self, call: int, privilege: int) -> None:
        """Become the owner of a call, or only a listener again."""
        self._call("lineSetCallPrivilege", call, privilege)

    def dialable(self, app: int, device: Device, number: str) -> str:
        """A canonical number such as `+31 (20) 5550101` as it is dialled by the dialling rules of Windows."""
        found = self._fill(
            tapi.LINETRANSLATEOUTPUT, "lineTranslateAddressW", app, device.device, device.version, _wide(number), 0, 0
        )
        return found.text("DialableString", sizeof(tapi.LINETRANSLATEOUTPUT))

    def make_call(self, line: int, number: str, call: HCALL) -> int:
        """Begin a call; gives the number of the request.

        `call` receives the handle with the LINE_REPLY, until when it must stay where it is.
        """
        return self._call("lineMakeCallW", line, byref(call), _wide(number), 0, None)

    def answer(self, call: int) -> int:
        """Answer; gives the number of the request."""
        return self._call("lineAnswer", call, None, 0)

    def drop(self, call: int) -> int:
        """Hang up; gives the number of the request."""
        return self._call("lineDrop", call, None, 0)

    def hold(self, call: int) -> int:
        """Put on hold; gives the number of the request."""
        return self._call("lineHold", call)

    def unhold(self, call: int) -> int:
        """Take back from hold; gives the number of the request."""
        return self._call("lineUnhold", call)

    def _call(self, name: str, *arguments: object) -> int:
        result = self._functions[name](*arguments)
        if result < 0:
            raise TapiError(name, result & 0xFFFFFFFF)
        return result

    def _fill(self, kind: type[Any], name: str, *arguments: object) -> Filled[Any]:
        return fill(kind, name, lambda head: self._functions[name](*arguments, head))


def _windows_library() -> ctypes.CDLL:
    if sys.platform == "win32":
        return ctypes.WinDLL("tapi32.dll", winmode=_SYSTEM_FOLDER)

    raise OSError("tapi32 is a part of Windows")


def _bound(library: ctypes.CDLL, name: str, kinds: tuple[type[Any], ...]) -> Callable[..., int]:
    """One function; one that the library does not have says so when it is called."""
    if not hasattr(library, name):
        return lambda *_: ctypes.c_int32(tapi.LINEERR_OPERATIONUNAVAIL).value
    function = library[name]
    function.argtypes = kinds
    function.restype = LONG
    return function


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le", "replace") + b"\0\0"


def _line_id(caps: Filled[Any], version: int, name: str) -> str:
    """The permanent id of a line: its GUID from version 2.2 on, else the number its driver gave it, else its name."""
    head = caps.head
    end = tapi.LINEDEVCAPS.PermanentLineGuid.offset + sizeof(tapi.GUID)
    guid = bytes(head.PermanentLineGuid)
    if version >= _GUID_SINCE and head.dwUsedSize >= end and any(guid):
        return str(UUID(bytes_le=guid))
    return f"{head.dwPermanentLineID:08x}" if head.dwPermanentLineID else name


def _party(info: Filled[Any], which: str) -> PartyId:
    """A party as far as its flags announce it."""
    flags = getattr(info.head, f"dw{which}Flags")
    number = info.text(which, _CALL_INFO_1) if flags & tapi.LINECALLPARTYID_ADDRESS else ""
    name = info.text(f"{which}Name", _CALL_INFO_1) if flags & tapi.LINECALLPARTYID_NAME else ""
    return PartyId(flags, number, name)
