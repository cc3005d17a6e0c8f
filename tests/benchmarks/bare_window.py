"""What everything is measured against: a PySide6 program that shows one ready-made label when a byte arrives.

It has the least that a window which pops up can have: a label that was built and painted before, the flags of a card,
and a socket. It prints its port; any request that contains "show" shows the window and one with "hide" hides it.
"""

from __future__ import annotations

import socket
import sys

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QLabel

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


def main() -> int:
    x, y, width, height = (int(word) for word in sys.argv[1:5])
    at_once = sys.argv[5:] == ["shown"]
    application = QApplication(sys.argv[:1])
    label = QLabel("Adatum Corporation\n020 555 0101", None, _FLAGS)
    label.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    label.setStyleSheet("background: #fff; color: #111; font-size: 20px")
    label.setGeometry(x, y, width, height)
    label.winId()
    label.grab()

    listener = socket.create_server(("127.0.0.1", 0))
    notifier = QSocketNotifier(listener.fileno(), QSocketNotifier.Type.Read)

    def heard() -> None:
        connection, _ = listener.accept()
        with connection:
            request = connection.recv(4096)
            connection.sendall(b"HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")
        label.setVisible(b"show" in request)

    notifier.activated.connect(heard)
    if at_once:
        label.show()
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    return int(application.exec())


if __name__ == "__main__":
    sys.exit(main())
