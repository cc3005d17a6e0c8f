"""What pip, apt and the system say is turned into one sentence and a hint."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from installer import errors

LOG = Path("installer.log")
OFFLINE = """
WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('refused')': /simple/six/
ERROR: Could not find a version that satisfies the requirement six==1.17.0 (from versions: none)
ERROR: No matching distribution found for six==1.17.0
"""


@pytest.mark.parametrize(
    ("output", "sentence", "again"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk is full",
            False,
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "not the one in the lock", False),
        ("WARNING: Retrying: 'ProxyError('Cannot connect to proxy.')': /simple/six/", "through the proxy", False),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate", False),
        (OFFLINE, "index cannot be reached", True),
        (
            "pip._vendor.urllib3.exceptions.IncompleteRead: IncompleteRead(1 bytes read)",
            "index cannot be reached",
            True,
        ),
        (
            "ERROR: No matching distribution found for shiboken6==6.11.3",
            "package shiboken6==6.11.3 was not found",
            False,
        ),
        (
            "HINT: This error might have occurred since this system does not have Windows Long Path support",
            "long a",
            False,
        ),
        ("PermissionError: [WinError 32] The process cannot access the file", "in use", False),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied", "no permission", False),
    ],
)
def test_what_pip_says(output: str, sentence: str, again: bool) -> None:
    meaning = errors.meaning_of(output, errors.PIP)
    assert sentence in meaning.message
    assert meaning.hint
    assert meaning.worth_repeating is again


@pytest.mark.parametrize(
    ("output", "sentence", "again"),
    [
        ("E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 91 (apt)", "Another program", False),
        ("E: dpkg was interrupted, you must manually run 'dpkg --configure -a'", "interrupted", True),
        ("E: Unable to locate package xvfb", "package xvfb is not known", True),
        ("E: Failed to fetch http://deb/x.deb  404  Not Found", "not be downloaded", True),
        ("E: You don't have enough free space in /var/cache/apt/archives/.", "disk is full", False),
        ("E: Could not open lock file - open (13: Permission denied)", "by this user", False),
    ],
)
def test_what_apt_says(output: str, sentence: str, again: bool) -> None:
    meaning = errors.meaning_of(output, errors.APT)
    assert sentence in meaning.message
    assert meaning.hint
    assert meaning.worth_repeating is again


@pytest.mark.parametrize(
    ("output", "sentence", "again"),
    [
        ("npm error code EINTEGRITY\nnpm error sha512-x integrity checksum failed", "not the one in the lock", False),
        ("npm error `npm ci` can only install packages when your package.json and package-lock.json", "not fit", False),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "certificate", False),
        ("npm error code ENOTFOUND\nnpm error network request failed", "index cannot be reached", True),
        ("npm error code EACCES\nnpm error syscall mkdir", "no permission", False),
        ("npm error code ENOSPC\nnpm error nospc No space left on device", "disk is full", False),
    ],
)
def test_what_npm_says(output: str, sentence: str, again: bool) -> None:
    meaning = errors.meaning_of(output, errors.NPM)
    assert sentence in meaning.message
    assert meaning.hint
    assert meaning.worth_repeating is again


def test_an_unknown_failure_of_npm_is_its_first_sentence() -> None:
    output = "npm error code EWHAT\nnpm error Something new happened\nnpm error A complete log of this run is there\n"
    assert errors.meaning_of(output, errors.NPM).message == "Something new happened."


def test_an_unknown_failure_is_told_in_its_own_last_error_line() -> None:
    output = "Collecting x\nERROR: something new\nWARNING: and more\n"
    assert errors.meaning_of(output, errors.PIP).message == "ERROR: something new"
    assert errors.meaning_of("one\n\ntwo\n", errors.PIP).message == "two"
    assert errors.meaning_of("", errors.PIP).message == "It said nothing."


def test_a_failure_names_what_was_done_and_the_log() -> None:
    error = errors.failed("Installing", "E: Unable to locate package xvfb", errors.APT, LOG)
    assert error.message == "Installing failed. The system package xvfb is not known here."
    assert error.hint.endswith("Details: installer.log")


def test_refusals_of_the_system() -> None:
    assert errors.of_system(OSError(errno.ENOSPC, "No space left on device")).message == "The disk is full."
    refused = errors.of_system(PermissionError(errno.EACCES, "Permission denied", "C:/cti/.venv"))
    assert refused.message == "The system refused something: C:/cti/.venv: Permission denied."
