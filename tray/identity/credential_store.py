"""Whether this computer has a credential store, and whether it is locked, without asking anybody to unlock it.

`tray.identity.secret_store` uses the store; nothing is read from it here.
"""

from __future__ import annotations

import contextlib
import sys
from enum import StrEnum

from tray.identity.secret_store import guarding_keyring


class StoreState(StrEnum):
    """Where the credential store is."""

    READY = "ready"
    LOCKED = "locked"
    NONE = "none"


if sys.platform == "linux":

    def credential_store() -> StoreState:
        """The state of the desktop's store. keyring itself would bring up the question for the password."""
        import keyring
        import secretstorage
        from keyring.backends import SecretService

        if not isinstance(keyring.get_keyring(), SecretService.Keyring):
            return _of_another_kind()
        try:
            with contextlib.closing(secretstorage.dbus_init()) as connection:
                if not secretstorage.check_service_availability(connection):
                    return StoreState.NONE
                collection = secretstorage.Collection(connection)
                return StoreState.LOCKED if collection.is_locked() else StoreState.READY
        except (secretstorage.SecretStorageException, OSError):
            return StoreState.NONE

else:

    def credential_store() -> StoreState:
        """The state of the system's store; Windows never locks its own."""
        return _of_another_kind()


def _of_another_kind() -> StoreState:
    """There is none where no secret would be kept."""
    from keyring.errors import NoKeyringError

    try:
        guarding_keyring()
    except NoKeyringError:
        return StoreState.NONE
    return StoreState.READY
