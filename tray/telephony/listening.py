"""The sockets on which phones are waited for: on this machine alone, or at one of its addresses in the network."""

from __future__ import annotations

import errno
import socket
import sys

_BACKLOG = 256
_NO_SUCH_ADDRESS = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT}
_LOOPBACK = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))


def listen(port: int) -> list[socket.socket]:
    """Listen on 127.0.0.1 and, where the machine has it, on ::1, both on one port; 0 lets the system choose.

    Raises:
        OSError: the port is taken on either address, or may not be used.
    """
    if not 0 <= port < 65536:
        raise OSError(errno.EADDRNOTAVAIL, "there is no such port")
    listeners: list[socket.socket] = []
    try:
        for family, address in _LOOPBACK:
            listener = _bind(family, address, port, optional=family is socket.AF_INET6)
            if listener is not None:
                listeners.append(listener)
                port = listener.getsockname()[1]
    except OSError:
        for listener in listeners:
            listener.close()
        raise
    return listeners


def listen_at(host: str, port: int) -> socket.socket:
    """Listen on one address of this machine, or on all of them, for whom the network lets through.

    `0.0.0.0` is all that phones of IPv4 can reach, `::` all that any phone can.

    Raises:
        OSError: there is no such address here, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = _bind(family, host, port, optional=False, only_v6=not set(host) <= set("0:"))
    if listener is None:
        raise OSError(errno.EADDRNOTAVAIL, "there is no such address")
    return listener


def _bind(
    family: socket.AddressFamily, address: str, port: int, *, optional: bool, only_v6: bool = True
) -> socket.socket | None:
    try:
        listener = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        if optional:
            return None
        raise
    try:
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(only_v6))
        listener.bind((address, port))
        listener.listen(_BACKLOG)
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        if optional and error.errno in _NO_SUCH_ADDRESS:
            return None
        raise
    return listener
