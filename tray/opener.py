"""Opening a `tel:` or similar address with the program that the user has chosen for it, and saying when that fails.

Python's `webbrowser` calls it a success on Linux when nothing at all was opened, so the system's own opener is asked
and its answer looked at. No shell is used; addresses are made by `tray.telephony.dialling` alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable

from tray.errors import CtiError, SourceFailed
from tray.telephony.base import Failed
from tray.texts import translate

OPENED_AFTER_S = 5.0
"""A program that still runs after so long has taken the address."""

_OPENER = "open" if sys.platform == "darwin" else "xdg-open"


def open_address(address: str, failed: Failed, *, opened_after_s: float = OPENED_AFTER_S) -> None:
    """Open an address; returns at once. `failed` is called on another thread where no program took it."""
    open_found(lambda: address, failed, opened_after_s=opened_after_s)


def open_found(find: Callable[[], str], failed: Failed, *, opened_after_s: float = OPENED_AFTER_S) -> None:
    """Open the address that `find` gives; returns at once.

    Args:
        find: called on another thread, where it may wait; a `CtiError` that it raises takes the place of opening.
        failed: called on that thread where nothing was opened.
        opened_after_s: a program that still runs after so many seconds has taken the address.
    """

    def work() -> None:
        try:
            problem: CtiError | None = _open(find(), opened_after_s)
        except CtiError as error:
            problem = error
        if problem is not None:
            failed(problem)

    threading.Thread(target=work, name="dial", daemon=True).start()


def _problem(address: str, reason: str) -> SourceFailed:
    scheme = address.partition(":")[0]
    return SourceFailed(
        translate("Dialling", "The number was not dialled: {reason}.").format(reason=reason),
        hint=translate(
            "Dialling",
            "Choose a phone program for {scheme} links in the settings of the system,"
            " or another method under [dial] in config.toml.",
        ).format(scheme=scheme),
    )


if sys.platform == "win32":

    def _open(address: str, opened_after_s: float) -> SourceFailed | None:  # noqa: ARG001 - Windows does not wait
        try:
            os.startfile(address)  # noqa: S606 - an address of digits, made by this product
        except OSError as error:
            return _problem(
                address, translate("Dialling", "Windows says {reason}").format(reason=error.strerror or error)
            )
        return None

else:

    def _open(address: str, opened_after_s: float) -> SourceFailed | None:
        try:
            process = subprocess.Popen(  # noqa: S603 - no shell, and an address of digits, made by this product
                [_OPENER, address],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            return _problem(
                address,
                translate("Dialling", "{program} cannot be started ({reason})").format(
                    program=_OPENER, reason=error.strerror or error
                ),
            )
        try:
            code = process.wait(opened_after_s)
        except subprocess.TimeoutExpired:
            threading.Thread(target=process.wait, name="dialled", daemon=True).start()
            return None
        return (
            _problem(address, translate("Dialling", "{program} found no program that takes it").format(program=_OPENER))
            if code
            else None
        )
