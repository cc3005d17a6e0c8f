"""Things that must never be touched: a web server and a file, and whether somebody touched them after all."""

from __future__ import annotations

import errno
import os
import socket
import threading
from pathlib import Path
from typing import Self


class Canaries:
    """An address of this machine and a file that tell whether anybody opened them.

    The file is a pipe without a writer: whoever opens it to read waits in there, and is seen.
    """

    def __init__(self, folder: Path) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self._file = folder / "canary.png"
        os.mkfifo(self._file)
        self._visits: list[str] = []
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with socket.create_connection(self._server.getsockname()) as last:
            last.sendall(b"end")
        self._thread.join()
        self._server.close()

    @property
    def web(self) -> str:
        """The address of the web server."""
        return f"http://127.0.0.1:{self._server.getsockname()[1]}/canary.png"

    @property
    def path(self) -> str:
        """The path of the file."""
        return str(self._file)

    @property
    def touched(self) -> list[str]:
        """Who came by."""
        return [*self._visits, *(["somebody opens the file"] if self._has_reader() else [])]

    def _has_reader(self) -> bool:
        try:
            os.close(os.open(self._file, os.O_WRONLY | os.O_NONBLOCK))
        except OSError as error:
            if error.errno == errno.ENXIO:
                return False
            raise
        return True

    def _listen(self) -> None:
        while True:
            visitor, _ = self._server.accept()
            with visitor:
                visitor.settimeout(5)
                request = visitor.recv(1024)
            if request == b"end":
                return
            self._visits.append(request.decode("latin-1"))
