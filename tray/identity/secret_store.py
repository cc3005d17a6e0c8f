"""Small secrets in the system's credential store, each under the name of what it is for and of the data folder.

The stores take little (Windows 2,560 bytes): a key, a token, nothing longer. Only this module knows keyring, which
takes long to load: it is imported with the first secret that is asked for.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from tray.errors import CtiError
from tray.identity.model import Keeping
from tray.texts import translate

_log = logging.getLogger("cti_tray.identity")
SERVICE = "CTI Tray"


class VaultProblem(CtiError):
    """The tokens cannot be used; `keeping` says which of the ways."""

    title = translate("Errors", "Credential store")

    def __init__(self, keeping: Keeping, message: str, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.keeping = keeping


class Secret:
    """One secret of one data folder. Its methods may wait for the credential store.

    Args:
        what: what it is for; part of its name in the store.
        folder: the data folder.
    """

    def __init__(self, what: str, folder: Path) -> None:
        self.name = f"{what} {hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"

    def read(self) -> str:
        """The secret; "" where there is none.

        Raises:
            VaultProblem: the credential store is locked, or there is none.
        """
        with _credential_errors():
            return guarding_keyring().get_password(SERVICE, self.name) or ""

    def keep(self, text: str) -> None:
        """Keep this from now on.

        Raises:
            VaultProblem: the credential store is locked, there is none, or it does not keep it.
        """
        with _credential_errors():
            guarding_keyring().set_password(SERVICE, self.name, text)
            kept = guarding_keyring().get_password(SERVICE, self.name)
        if kept != text:
            raise no_store()

    def forget(self) -> None:
        """Remove it, where there is one.

        Raises:
            VaultProblem: the credential store is locked, or there is none.
        """
        with _credential_errors():
            guarding_keyring().delete_password(SERVICE, self.name)


def no_store() -> VaultProblem:
    """There is no credential store: the sign-in lasts as long as the process."""
    return VaultProblem(
        Keeping.MEMORY_ONLY,
        translate("SignIn", "This computer has no credential store: the sign-in ends with CTI Tray."),
    )


@contextlib.contextmanager
def _credential_errors() -> Iterator[None]:
    """Turn what keyring and its backends raise into the outcomes of this product."""
    from keyring import errors

    try:
        yield
    except errors.NoKeyringError as error:
        raise no_store() from error
    except errors.PasswordDeleteError:
        return
    except Exception as error:  # noqa: BLE001 - backends raise what their systems raise
        _log.info("The credential store gives nothing: %s", type(error).__name__)
    else:
        return
    # Raised without its cause, which would hold the backend's open connection for as long as anybody holds the problem.
    raise VaultProblem(
        Keeping.LOCKED,
        translate("SignIn", "The credential store of this computer is locked."),
        hint=translate("SignIn", "Unlock it, then try again."),
    )


def guarding_keyring() -> ModuleType:
    """keyring with a store that guards its secrets; some that can be installed write them into a plain file.

    Raises:
        NoKeyringError: there is none.
    """
    import keyring
    from keyring.core import recommended
    from keyring.errors import NoKeyringError

    chosen = keyring.get_keyring()
    first = next(iter(getattr(chosen, "backends", ())), chosen)  # of several, the first one takes what is kept
    if not recommended(first):
        raise NoKeyringError
    return keyring
