"""Opening an address in the user's browser, away from the Qt thread, as starting a browser may take a second."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import urlsplit


def is_allowed(url: str) -> bool:
    """Whether an address may be handed to the browser: https, a host, and no user name before it."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and url.isprintable()
    except ValueError:
        return False


def open_in_browser(url: str, failed: Callable[[], None]) -> None:
    """Open an allowed address; `failed` is called on another thread where no browser could be started."""

    def work() -> None:
        import webbrowser

        try:
            opened = webbrowser.open(url)
        except (OSError, webbrowser.Error):
            opened = False
        if not opened:
            failed()

    if is_allowed(url):
        threading.Thread(target=work, name="browser", daemon=True).start()
    else:
        failed()
