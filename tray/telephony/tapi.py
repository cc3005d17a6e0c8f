"""The part of `tapi.h` that the tray uses, for ctypes: handles, structures and constants.

Names, order and types are those of the header, so that a test can compare each of them with what a C compiler makes of
it. The header packs everything to single bytes (`#pragma pack(1)`); handles have four bytes on both bitnesses, and the
parameters of a message are as large as a pointer. Texts are UTF-16LE in buffers on every system, therefore no type of
the C library's wide characters occurs. This module can be imported anywhere and loads no library: calling is the
business of `tray.telephony.tapi_library`.
"""

from __future__ import annotations

import ctypes

from tray.telephony.tapi_constants import *  # noqa: F403 - the families of the header, under its own names
from tray.telephony.tapi_errors import *  # noqa: F403

DWORD = ctypes.c_uint32
LONG = ctypes.c_int32
WORD = ctypes.c_uint16
DWORD_PTR = ctypes.c_size_t
HANDLE = ctypes.c_void_p
HCALL = DWORD
HLINE = DWORD
HLINEAPP = DWORD


def _dwords(names: str) -> tuple[tuple[str, type[DWORD]], ...]:
    return tuple((name, DWORD) for name in names.split())


class GUID(ctypes.Structure):
    """Identifies one line for ever."""

    _pack_ = 1
    _fields_ = (
        *_dwords("Data1"),
        ("Data2", WORD),
        ("Data3", WORD),
        ("Data4", ctypes.c_ubyte * 8),
    )


class SYSTEMTIME(ctypes.Structure):
    """A date and a time, from the Windows headers."""

    _pack_ = 1
    _fields_ = tuple(
        (name, WORD)
        for name in ["wYear", "wMonth", "wDayOfWeek", "wDay", "wHour", "wMinute", "wSecond", "wMilliseconds"]
    )


class _EventOrPort(ctypes.Union):
    """What `LINEINITIALIZEEXPARAMS` calls `Handles`."""

    _pack_ = 1
    _fields_ = (("hEvent", HANDLE), ("hCompletionPort", HANDLE))


class LINEDIALPARAMS(ctypes.Structure):
    """Timing of dialling; all zero is the default of the line."""

    _pack_ = 1
    _fields_ = (*_dwords("dwDialPause dwDialSpeed dwDigitDuration dwWaitForDialtone"),)


class LINEEXTENSIONID(ctypes.Structure):
    """Names the extensions of a provider; the tray uses none."""

    _pack_ = 1
    _fields_ = (*_dwords("dwExtensionID0 dwExtensionID1 dwExtensionID2 dwExtensionID3"),)


class LINEINITIALIZEEXPARAMS(ctypes.Structure):
    """How an application wants to hear of messages."""

    _pack_ = 1
    _fields_ = (
        *_dwords("dwTotalSize dwNeededSize dwUsedSize dwOptions"),
        ("Handles", _EventOrPort),
        *_dwords("dwCompletionKey"),
    )


class LINEMESSAGE(ctypes.Structure):
    """One message. What its parameters mean depends on `dwMessageID`."""

    _pack_ = 1
    _fields_ = (
        *_dwords("hDevice dwMessageID"),
        ("dwCallbackInstance", DWORD_PTR),
        ("dwParam1", DWORD_PTR),
        ("dwParam2", DWORD_PTR),
        ("dwParam3", DWORD_PTR),
    )


class LINEDEVCAPS(ctypes.Structure):
    """What a line is and can do. The permanent GUID came with version 2.2, the rest below it with 3.0."""

    _pack_ = 1
    _fields_ = (
        *_dwords(
            """
            dwTotalSize dwNeededSize dwUsedSize dwProviderInfoSize dwProviderInfoOffset dwSwitchInfoSize
            dwSwitchInfoOffset dwPermanentLineID dwLineNameSize dwLineNameOffset dwStringFormat
            dwAddressModes dwNumAddresses dwBearerModes dwMaxRate dwMediaModes dwGenerateToneModes
            dwGenerateToneMaxNumFreq dwGenerateDigitModes dwMonitorToneMaxNumFreq
            dwMonitorToneMaxNumEntries dwMonitorDigitModes dwGatherDigitsMinTimeout
            dwGatherDigitsMaxTimeout dwMedCtlDigitMaxListSize dwMedCtlMediaMaxListSize
            dwMedCtlToneMaxListSize dwMedCtlCallStateMaxListSize dwDevCapFlags dwMaxNumActiveCalls
            dwAnswerMode dwRingModes dwLineStates dwUUIAcceptSize dwUUIAnswerSize dwUUIMakeCallSize
            dwUUIDropSize dwUUISendUserUserInfoSize dwUUICallInfoSize
            """
        ),
        ("MinDialParams", LINEDIALPARAMS),
        ("MaxDialParams", LINEDIALPARAMS),
        ("DefaultDialParams", LINEDIALPARAMS),
        *_dwords(
            """
            dwNumTerminals dwTerminalCapsSize dwTerminalCapsOffset dwTerminalTextEntrySize
            dwTerminalTextSize dwTerminalTextOffset dwDevSpecificSize dwDevSpecificOffset dwLineFeatures
            dwSettableDevStatus dwDeviceClassesSize dwDeviceClassesOffset
            """
        ),
        ("PermanentLineGuid", GUID),
        *_dwords("dwAddressTypes"),
        ("ProtocolGuid", GUID),
        *_dwords("dwAvailableTracking"),
    )


class LINEADDRESSCAPS(ctypes.Structure):
    """What an address of a line is and can do; `dwAddress` is its own number."""

    _pack_ = 1
    _fields_ = (
        *_dwords(
            """
            dwTotalSize dwNeededSize dwUsedSize dwLineDeviceID dwAddressSize dwAddressOffset
            dwDevSpecificSize dwDevSpecificOffset dwAddressSharing dwAddressStates dwCallInfoStates
            dwCallerIDFlags dwCalledIDFlags dwConnectedIDFlags dwRedirectionIDFlags dwRedirectingIDFlags
            dwCallStates dwDialToneModes dwBusyModes dwSpecialInfo dwDisconnectModes dwMaxNumActiveCalls
            dwMaxNumOnHoldCalls dwMaxNumOnHoldPendingCalls dwMaxNumConference dwMaxNumTransConf
            dwAddrCapFlags dwCallFeatures dwRemoveFromConfCaps dwRemoveFromConfState dwTransferModes
            dwParkModes dwForwardModes dwMaxForwardEntries dwMaxSpecificEntries dwMinFwdNumRings
            dwMaxFwdNumRings dwMaxCallCompletions dwCallCompletionConds dwCallCompletionModes
            dwNumCompletionMessages dwCompletionMsgTextEntrySize dwCompletionMsgTextSize
            dwCompletionMsgTextOffset dwAddressFeatures dwPredictiveAutoTransferStates dwNumCallTreatments
            dwCallTreatmentListSize dwCallTreatmentListOffset dwDeviceClassesSize dwDeviceClassesOffset
            dwMaxCallDataSize dwCallFeatures2 dwMaxNoAnswerTimeout dwConnectedModes dwOfferingModes
            dwAvailableMediaModes
            """
        ),
    )


class LINECALLINFO(ctypes.Structure):
    """Who calls whom, and how. The address types came with version 3.0."""

    _pack_ = 1
    _fields_ = (
        *_dwords("dwTotalSize dwNeededSize dwUsedSize"),
        ("hLine", HLINE),
        *_dwords(
            """
            dwLineDeviceID dwAddressID dwBearerMode dwRate dwMediaMode dwAppSpecific dwCallID
            dwRelatedCallID dwCallParamFlags dwCallStates dwMonitorDigitModes dwMonitorMediaModes
            """
        ),
        ("DialParams", LINEDIALPARAMS),
        *_dwords(
            """
            dwOrigin dwReason dwCompletionID dwNumOwners dwNumMonitors dwCountryCode dwTrunk
            dwCallerIDFlags dwCallerIDSize dwCallerIDOffset dwCallerIDNameSize dwCallerIDNameOffset
            dwCalledIDFlags dwCalledIDSize dwCalledIDOffset dwCalledIDNameSize dwCalledIDNameOffset
            dwConnectedIDFlags dwConnectedIDSize dwConnectedIDOffset dwConnectedIDNameSize
            dwConnectedIDNameOffset dwRedirectionIDFlags dwRedirectionIDSize dwRedirectionIDOffset
            dwRedirectionIDNameSize dwRedirectionIDNameOffset dwRedirectingIDFlags dwRedirectingIDSize
            dwRedirectingIDOffset dwRedirectingIDNameSize dwRedirectingIDNameOffset dwAppNameSize
            dwAppNameOffset dwDisplayableAddressSize dwDisplayableAddressOffset dwCalledPartySize
            dwCalledPartyOffset dwCommentSize dwCommentOffset dwDisplaySize dwDisplayOffset
            dwUserUserInfoSize dwUserUserInfoOffset dwHighLevelCompSize dwHighLevelCompOffset
            dwLowLevelCompSize dwLowLevelCompOffset dwChargingInfoSize dwChargingInfoOffset
            dwTerminalModesSize dwTerminalModesOffset dwDevSpecificSize dwDevSpecificOffset
            dwCallTreatment dwCallDataSize dwCallDataOffset dwSendingFlowspecSize dwSendingFlowspecOffset
            dwReceivingFlowspecSize dwReceivingFlowspecOffset dwCallerIDAddressType dwCalledIDAddressType
            dwConnectedIDAddressType dwRedirectionIDAddressType dwRedirectingIDAddressType
            """
        ),
    )


class LINECALLLIST(ctypes.Structure):
    """Call handles, as an array of DWORD within the buffer."""

    _pack_ = 1
    _fields_ = (*_dwords("dwTotalSize dwNeededSize dwUsedSize dwCallsNumEntries dwCallsSize dwCallsOffset"),)


class LINECALLPARAMS(ctypes.Structure):
    """What a new call shall be like."""

    _pack_ = 1
    _fields_ = (
        *_dwords(
            """
            dwTotalSize dwBearerMode dwMinRate dwMaxRate dwMediaMode dwCallParamFlags dwAddressMode
            dwAddressID
            """
        ),
        ("DialParams", LINEDIALPARAMS),
        *_dwords(
            """
            dwOrigAddressSize dwOrigAddressOffset dwDisplayableAddressSize dwDisplayableAddressOffset
            dwCalledPartySize dwCalledPartyOffset dwCommentSize dwCommentOffset dwUserUserInfoSize
            dwUserUserInfoOffset dwHighLevelCompSize dwHighLevelCompOffset dwLowLevelCompSize
            dwLowLevelCompOffset dwDevSpecificSize dwDevSpecificOffset dwPredictiveAutoTransferStates
            dwTargetAddressSize dwTargetAddressOffset dwSendingFlowspecSize dwSendingFlowspecOffset
            dwReceivingFlowspecSize dwReceivingFlowspecOffset dwDeviceClassSize dwDeviceClassOffset
            dwDeviceConfigSize dwDeviceConfigOffset dwCallDataSize dwCallDataOffset dwNoAnswerTimeout
            dwCallingPartyIDSize dwCallingPartyIDOffset dwAddressType
            """
        ),
    )


class LINECALLSTATUS(ctypes.Structure):
    """The state of a call, and what may be done with it."""

    _pack_ = 1
    _fields_ = (
        *_dwords(
            """
            dwTotalSize dwNeededSize dwUsedSize dwCallState dwCallStateMode dwCallPrivilege dwCallFeatures
            dwDevSpecificSize dwDevSpecificOffset dwCallFeatures2
            """
        ),
        ("tStateEntryTime", SYSTEMTIME),
    )


class VARSTRING(ctypes.Structure):
    """A text of any length, as functions about devices hand it back."""

    _pack_ = 1
    _fields_ = (*_dwords("dwTotalSize dwNeededSize dwUsedSize dwStringFormat dwStringSize dwStringOffset"),)


class LINETRANSLATEOUTPUT(ctypes.Structure):
    """A number as it is dialled by the dialling rules of Windows."""

    _pack_ = 1
    _fields_ = (
        *_dwords(
            """
            dwTotalSize dwNeededSize dwUsedSize dwDialableStringSize dwDialableStringOffset
            dwDisplayableStringSize dwDisplayableStringOffset dwCurrentCountry dwDestCountry
            dwTranslateResults
            """
        ),
    )
