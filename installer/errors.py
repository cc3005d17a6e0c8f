"""The one error of the set-up, and what the messages of pip and apt mean in plain words.

Nothing here may guess: a message that is not known is passed on as its own last error line.
"""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass
from pathlib import Path

from tray.errors import CtiError


class SetupError(CtiError):
    """The set-up cannot go on."""

    title = "Set-up"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a program's message means: `worth_repeating` when the same command may go through a moment later."""

    pattern: re.Pattern[str]
    message: str
    hint: str
    worth_repeating: bool = False


def _meaning(pattern: str, message: str, hint: str, *, worth_repeating: bool = False) -> Meaning:
    return Meaning(re.compile(pattern, re.IGNORECASE), message, hint, worth_repeating)


DISK_FULL = _meaning(
    r"No space left on device|Errno 28|WinError 112|not enough free disk space|don't have enough free space",
    "The disk is full.",
    "Make room and start again.",
)

PIP = (
    DISK_FULL,
    _meaning(
        r"DO NOT MATCH THE HASHES",
        "A downloaded package is not the one in the lock file: it was damaged or changed on its way.",
        "Start again; if it stays, a proxy or mirror between here and the package index changes files.",
    ),
    _meaning(
        r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError",
        "The package index cannot be trusted: its certificate is not known on this machine.",
        "Behind a company proxy, name its certificate file in PIP_CERT.",
    ),
    _meaning(
        r"ProxyError|Tunnel connection failed|407 Proxy",
        "The package index cannot be reached through the proxy.",
        "Check HTTPS_PROXY, then start again.",
    ),
    _meaning(
        r"connection broken|NewConnectionError|ConnectionError|ConnectTimeout|ReadTimeout|IncompleteRead|"
        r"NameResolutionError|Max retries exceeded|ProtocolError|timed out|50[0-4] Server Error",
        "A package could not be downloaded: the package index cannot be reached.",
        "Check the network, then start again; what was downloaded already is used.",
        worth_repeating=True,
    ),
    _meaning(
        r"No matching distribution found for (?P<what>\S+)",
        "The package {what} was not found: the index cannot be reached, or has nothing for this Python and system.",
        "Check the network and that Python is a 64-bit 3.11, 3.12 or 3.13, then start again.",
    ),
    _meaning(
        r"Windows Long Path support|WinError 206",
        "The folder of the checkout has too long a name for Windows.",
        r"Move the checkout to a short place, such as C:\CTI-Tray, and start again.",
    ),
    _meaning(
        r"WinError 32|WinError 5\b",
        "A file of the old set-up is in use.",
        "Quit CTI Tray and every Python that runs from .venv, then start again.",
    ),
    _meaning(
        r"Permission denied|Errno 13|Read-only file system",
        "A file could not be written: no permission.",
        "Copy the checkout to a folder of your own and start there.",
    ),
)

APT = (
    DISK_FULL,
    _meaning(
        r"Could not get lock|Unable to acquire the dpkg frontend lock|Unable to lock",
        "Another program is installing system packages at the moment.",
        "Wait until it is done, then start again.",
    ),
    _meaning(
        r"dpkg was interrupted",
        "An earlier installation of system packages was interrupted.",
        "Run 'dpkg --configure -a' as root, then start again.",
        worth_repeating=True,
    ),
    _meaning(
        r"Unable to locate package (?P<what>\S+)",
        "The system package {what} is not known here.",
        "Check /etc/apt/sources.list, then start again.",
        worth_repeating=True,
    ),
    _meaning(
        r"Failed to fetch|Unable to fetch|Temporary failure resolving|Could not resolve|Could not connect",
        "System packages could not be downloaded.",
        "Check the network, then start again.",
        worth_repeating=True,
    ),
    _meaning(
        r"Permission denied|are you root",
        "System packages may not be installed by this user.",
        "Start again as root, or ask an administrator.",
    ),
)

NPM = (
    DISK_FULL,
    _meaning(
        r"EINTEGRITY",
        "A downloaded package is not the one in the lock file: it was damaged or changed on its way.",
        "Start again; if it stays, a proxy or mirror between here and the package index changes files.",
    ),
    _meaning(
        r"can only install packages when your package\.json and package-lock\.json",
        "The lock file of the Node packages does not fit their list.",
        "Take package.json and package-lock.json from the same version of the project.",
    ),
    _meaning(
        r"SELF_SIGNED_CERT|UNABLE_TO_\w*_CERT|CERT_\w+",
        "The package index cannot be trusted: its certificate is not known on this machine.",
        "Behind a company proxy, name its certificate file in NODE_EXTRA_CA_CERTS.",
    ),
    _meaning(
        r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network|E50[0-4]",
        "A package could not be downloaded: the package index cannot be reached.",
        "Check the network, then start again; what was downloaded already is used.",
        worth_repeating=True,
    ),
    _meaning(
        r"EACCES|EPERM|EROFS",
        "A file could not be written: no permission.",
        "Copy the checkout to a folder of your own and start there.",
    ),
    _meaning(r"npm (?:error|ERR!) (?!code )(?P<what>[^\n]+)", "{what}.", ""),
)


def meaning_of(output: str, known: tuple[Meaning, ...]) -> Meaning:
    """What a failed program's output means; the first known meaning wins."""
    for meaning in known:
        found = meaning.pattern.search(output)
        if found:
            words = {name: text.rstrip(".,;") for name, text in found.groupdict().items()}
            return Meaning(
                meaning.pattern, meaning.message.format(**words), meaning.hint, worth_repeating=meaning.worth_repeating
            )
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith(("error:", "e:"))]
    last = (errors or lines or ["It said nothing."])[-1]
    return Meaning(re.compile(""), last, "")


def failed(what: str, output: str, known: tuple[Meaning, ...], log: Path) -> SetupError:
    """The error for a failed program: what was being done, what its output means, and where the rest can be read."""
    meaning = meaning_of(output, known)
    return SetupError(f"{what} failed. {meaning.message}", hint=f"{meaning.hint} Details: {log}".strip())


def of_system(error: OSError) -> SetupError:
    """The error for a refusal of the operating system itself."""
    if error.errno == errno.ENOSPC:
        return SetupError(DISK_FULL.message, hint=DISK_FULL.hint)
    name = f"{error.filename}: " if error.filename else ""
    return SetupError(f"The system refused something: {name}{error.strerror or error}.")
