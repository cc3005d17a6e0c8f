"""Running the user interface: the Qt event loop, the cards, and a clean end whoever asks for it.

`run` owns the main thread until the tray ends. What the core says arrives through the bridge; what the user does goes
out through `Commands`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tray.interfaces import Commands, UserInterface
from tray.paths import APP_NAME
from ui.presenter import Presenter, UiSettings, Windows
from ui.qt_messages import logged_qt_messages
from ui.signals import SignalWatch
from ui.theme import Theme


def run(
    make_core: Callable[[UserInterface], Commands],
    make_windows: Callable[[Theme, Commands], Windows],
    settings: UiSettings | None = None,
) -> int:
    """Run the user interface until the core, the user, the session or a signal ends it. Returns the exit code.

    `make_core` gets the bridge and returns the commands; it must not wait, because the first card is made ready while
    the core starts. Exceptions of both makers pass through after the windows are gone.
    """
    application = _application()
    with logged_qt_messages():
        presenter = Presenter(application, settings or UiSettings())
        watch = SignalWatch(presenter.ask_to_quit)
        try:
            commands = make_core(presenter.bridge)
            presenter.stack.warm_up()
            presenter.begin(commands, make_windows(presenter.theme, commands))
            return int(application.exec())
        finally:
            watch.close()
            presenter.end()


def _application() -> QApplication:
    existing = QCoreApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName(APP_NAME)
    application.setDesktopFileName("cti-tray")
    application.setQuitOnLastWindowClosed(False)
    return application
