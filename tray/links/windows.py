"""The registry of Windows, as far as links need it. It knows no key of its own; errors become those of the product."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import contextlib
    import ctypes
    import winreg
    from collections.abc import Iterator

    from tray.errors import CtiError
    from tray.links.registry import Value

    _SHCNE_ASSOCCHANGED = 0x08000000
    _SHCNF_IDLIST = 0

    class UserRegistry:
        """Implements `tray.links.registry.Registry` with the registry of this user."""

        def text(self, key: str, name: str) -> str | None:
            """A text of the user; None where there is none."""
            with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                found, kind = winreg.QueryValueEx(opened, name)
                return str(found) if kind in {winreg.REG_SZ, winreg.REG_EXPAND_SZ} else None
            return None

        def is_class(self, scheme: str) -> bool:
            """Whether a scheme is registered for links, by the user or the machine."""
            with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, scheme) as opened:
                winreg.QueryValueEx(opened, "URL Protocol")
                return True
            return False

        def write(self, value: Value) -> None:
            """Write a text."""
            with _told(value.key), winreg.CreateKey(winreg.HKEY_CURRENT_USER, value.key) as key:
                winreg.SetValueEx(key, value.name, 0, winreg.REG_SZ, value.text)

        def delete_key(self, key: str) -> None:
            """Delete a key with everything below."""
            with _told(key), contextlib.suppress(FileNotFoundError):
                for below in _below(key):
                    self.delete_key(f"{key}\\{below}")
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)

        def delete_value(self, key: str, name: str) -> None:
            """Delete one text."""
            access = winreg.KEY_SET_VALUE
            with (
                _told(key),
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened,
            ):
                winreg.DeleteValue(opened, name)

        def tell(self) -> None:
            """Tell the desktop that programs for links have changed."""
            ctypes.windll.shell32.SHChangeNotify(_SHCNE_ASSOCCHANGED, _SHCNF_IDLIST, None, None)

    def _below(key: str) -> list[str]:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            return [winreg.EnumKey(opened, number) for number in range(winreg.QueryInfoKey(opened)[0])]

    @contextlib.contextmanager
    def _told(key: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise CtiError(
                f"HKEY_CURRENT_USER\\{key} cannot be changed: {error.strerror or error}.",
                hint="Ask your administrator.",
            ) from error
