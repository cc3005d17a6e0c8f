"""Short questions to the outside: does something answer at this address, is this port free. Never longer than told."""

from __future__ import annotations

import socket
import sys
from enum import StrEnum

CONNECT_S = 1.5


class Answer(StrEnum):
    """What became of a connection."""

    ANSWERS = "answers"
    REFUSED = "refused"
    SILENT = "silent"
    UNKNOWN_HOST = "unknown host"


def knock(host: str, port: int, limit_s: float = CONNECT_S) -> Answer:
    """Open a connection and close it at once; nothing is sent."""
    try:
        socket.create_connection((host, port), limit_s).close()
    except socket.gaierror:
        return Answer.UNKNOWN_HOST
    except TimeoutError:
        return Answer.SILENT
    except (OSError, ValueError, OverflowError):
        return Answer.REFUSED
    return Answer.ANSWERS


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a program could listen at this port of this address of this computer now."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as listener:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except (OSError, OverflowError):
            return False
    return True
