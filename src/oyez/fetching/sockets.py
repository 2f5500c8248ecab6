"""The two doors to the operating system: a name to its addresses, and an address to a connection."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable

from oyez.errors import OyezError
from oyez.fetching.deadline import Deadline
from oyez.fetching.guard import Resolver

__all__ = ["Connect", "connect_tcp", "in_time", "system_resolver"]

Connect = Callable[[str, int, float], socket.socket]  # IP address, port, timeout in seconds

_FAMILIES = {4: socket.AF_INET, 6: socket.AF_INET6}


def system_resolver(host: str) -> tuple[str, ...]:
    """Ask the system for a name's addresses; none where it does not resolve."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        return ()
    return tuple(str(address[0]) for family, *_, address in found if family in _FAMILIES.values())


def connect_tcp(address: str, port: int, timeout: float) -> socket.socket:
    """Connect to an IP address and nothing else: no name is looked up here. OSError where it fails."""
    family = _FAMILIES[ipaddress.ip_address(address).version]
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(timeout)
        connection.connect((address, port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:
        connection.close()
        raise
    return connection


def in_time(resolver: Resolver, deadline: Deadline) -> Resolver:
    """The same resolver held to a deadline.

    getaddrinfo takes no timeout and may block for half a minute, so it runs in a thread that is left
    behind when time is up; a daemon, so that it does not hold up the end of the program.
    """

    def ask(host: str) -> tuple[str, ...]:
        answers: list[str] = []
        failures: list[OyezError | OSError] = []

        def work() -> None:
            try:
                answers.extend(resolver(host))
            except (OyezError, OSError) as error:
                failures.append(error)

        thread = threading.Thread(target=work, name="oyez-resolver", daemon=True)
        thread.start()
        thread.join(deadline.remaining())
        if thread.is_alive():
            raise deadline.missed()
        if failures:
            raise failures[0]
        return tuple(answers)

    return ask
