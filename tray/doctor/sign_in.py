"""The sign-in to Microsoft: whether anybody can sign in, who is, and whether the credential store keeps the key."""

from __future__ import annotations

from collections.abc import Iterable

from tray.doctor.model import Area, Finding, Level, Scene, word
from tray.identity.authority import read_authority
from tray.identity.credential_store import StoreState, credential_store
from tray.identity.vault import FILE_NAME

_STATES = {
    "signed_in": (Level.OK, "Signed in", ""),
    "signed_out": (Level.OK, "Nobody is signed in; cards need no sign-in", "To use it: cti-tray sign-in"),
    "sign_in_needed": (Level.ATTENTION, "The sign-in has ended", "Sign in again: cti-tray sign-in"),
    "offline": (Level.ATTENTION, "Signed in, but the sign-in service cannot be reached", "Check network and proxy."),
}
_UNUSED = "Nobody can sign in, because sign_in.client_id is not set; cards need no sign-in."


def sign_in(scene: Scene) -> Iterable[Finding]:
    """What the running tray says of the sign-in, else what is set up and kept."""
    if not scene.loaded.config.sign_in.client_id and not scene.loaded.config.sign_in.problem:
        yield Finding(Area.SIGN_IN, Level.OK, _UNUSED)
        return
    read_authority(scene.loaded.config.sign_in)
    if scene.status is None:
        kept = (scene.folder / FILE_NAME).exists()
        yield Finding(Area.SIGN_IN, Level.OK, "A sign-in is kept." if kept else "No sign-in is kept.")
        return
    told = scene.part("sign_in")
    unknown = (Level.ATTENTION, f"The sign-in is {word(told, 'state') or 'not known'}", "")
    level, text, advice = _STATES.get(word(told, "state"), unknown)
    account = f" as {word(told, 'account')}" if word(told, "account") else ""
    yield Finding(Area.SIGN_IN, level, f"{text}{account}. {word(told, 'detail')}".strip(), advice)


def keeping(scene: Scene) -> Iterable[Finding]:
    """Whether the system keeps the key to the sign-in."""
    needed = bool(scene.loaded.config.sign_in.client_id)
    state = credential_store()
    if state is StoreState.READY:
        yield Finding(Area.SIGN_IN, Level.OK, "The credential store of this computer is there.")
    elif state is StoreState.LOCKED:
        level = Level.ATTENTION if needed else Level.OK
        yield Finding(Area.SIGN_IN, level, "The credential store of this computer is locked.", "Unlock it.")
    else:
        level = Level.ATTENTION if needed else Level.OK
        text = "This computer has no credential store, so that a sign-in would end with CTI Tray."
        yield Finding(
            Area.SIGN_IN, level, text, "Start the desktop's keyring (gnome-keyring, KWallet)." if needed else ""
        )
