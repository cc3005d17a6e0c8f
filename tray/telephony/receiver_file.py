"""The receiver's port and tokens on disk: per user, kept across restarts, readable by this user only.

`cti-event` reads this file while a softphone waits, so importing this module must stay cheap. Tokens never leave it
but for that file, the settings page and `cti-tray receiver`.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tray.errors import CtiError, DataDamaged
from tray.texts import translate

FILE_NAME = "receiver.json"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,128}")
_TOKEN_BYTES = 32
_LAN_TOKEN_BYTES = 16
_MOST_BYTES = 4096


class Keys:
    """Where the receiver listens, the token that may report events, and the one that may control the tray.

    `lan_token` is the one with which desk phones report events over the network. It is shorter, 128 random bits,
    because there are phones that take addresses of 128 characters at most.

    `home_port` is the port that phones are set up with, and `port` the one in use, which is another one while some
    other program has the home port. Home port and event tokens are kept; the control token is made anew at each start.
    A plain class, because `cti-event` cannot wait for dataclasses or typing to be imported. It never shows its tokens.
    """

    __slots__ = ("control_token", "home_port", "lan_token", "port", "token")

    def __init__(self, port: int, token: str, control_token: str, home_port: int = 0, lan_token: str = "") -> None:
        self.port = port
        self.token = token
        self.control_token = control_token
        self.home_port = home_port or port
        self.lan_token = lan_token

    def at_port(self, port: int, home_port: int = 0) -> Keys:
        """The same tokens at another port, which is the home port too where no other is given."""
        return Keys(port, self.token, self.control_token, home_port, self.lan_token)

    def with_new_token(self) -> Keys:
        """The same with another token for events, which phones have to be set up with again."""
        return Keys(self.port, fresh_keys().token, self.control_token, self.home_port, self.lan_token)

    def with_new_lan_token(self) -> Keys:
        """The same with another token for desk phones."""
        return Keys(self.port, self.token, self.control_token, self.home_port, fresh_keys().lan_token)

    def for_lan(self) -> Keys:
        """What holds for the network: its own token for events, and none that controls anything."""
        return Keys(0, self.lan_token, "")

    def __repr__(self) -> str:
        return f"Keys(port={self.port})"


def fresh_keys() -> Keys:
    """New tokens of 256 random bits, 128 for desk phones, and no port yet."""
    import secrets

    event, control = secrets.token_urlsafe(_TOKEN_BYTES), secrets.token_urlsafe(_TOKEN_BYTES)
    return Keys(0, event, control, lan_token=secrets.token_urlsafe(_LAN_TOKEN_BYTES))


def load_keys(folder: Path, name: str = FILE_NAME) -> Keys | None:
    """What the file of this name says; None where there is none.

    Raises:
        DataDamaged: it cannot be read, or not everything in it is as it was written.
    """
    path = folder / name
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        values = json.loads(data.decode()) if len(data) <= _MOST_BYTES else {}
        port, token, control = values["port"], values["token"], values["control_token"]
        keys = Keys(port, token, control, values.get("home_port", 0), values.get("lan_token", ""))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(path) from None
    tokens = (keys.token, keys.control_token, *((keys.lan_token,) if keys.lan_token != "" else ()))
    tokens_good = all(isinstance(each, str) and _TOKEN.fullmatch(each) for each in tokens)
    ports_good = all(type(each) is int and 0 < each < 65536 for each in (keys.port, keys.home_port))
    if not ports_good or not tokens_good or len(set(tokens)) < len(tokens):
        raise _damaged(path)
    return keys


def save_keys(folder: Path, keys: Keys) -> None:
    """Replace the file.

    Raises:
        CtiError: it cannot be written; the message names it.
    """
    from tray.files import replace_file
    from tray.paths import prepare

    path = prepare(folder) / FILE_NAME
    restrict(path)
    values = {name: getattr(keys, name) for name in ("port", "home_port", "token", "control_token", "lan_token")}
    replace_file(path, json.dumps(values, indent=1).encode())


def file_mark(folder: Path) -> tuple[int, ...]:
    """A cheap mark of the file as it is now, another one as soon as it is written, replaced or gone."""
    try:
        state = (folder / FILE_NAME).stat()
    except OSError:
        return ()
    return state.st_ino, state.st_size, state.st_mtime_ns


def restrict(path: Path) -> None:
    """Take the file away from everybody but its user; on Windows the folder's rights do that.

    Raises:
        CtiError: its mode cannot be changed.
    """
    if sys.platform == "win32":
        return
    try:
        path.chmod(0o600)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CtiError(
            translate("Files", "The file {file} cannot be kept private: {reason}.").format(
                file=path, reason=error.strerror
            )
        ) from error


def _damaged(path: Path) -> DataDamaged:
    return DataDamaged(
        translate("Files", "The file {file} is damaged.").format(file=path),
        hint=translate("Files", "Start CTI Tray; it makes a new one."),
    )
