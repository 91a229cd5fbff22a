"""Questions to one IPP address, from any thread."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from stationkiosk.devices.printing.ipp.loop import Hold
from stationkiosk.devices.printing.ipp.words import Answer, BrokenOff, HttpRefusal, Operation, Refusal
from stationkiosk.devices.printing.printer import Trouble
from stationkiosk.domain.errors import KnownError

#: Who the printer is told asks.
USER = "stationkiosk"

_SCHEMES = {"ipp": "http", "ipps": "https", "http": "http", "https": "https"}
_PORTS = {"ipp": 631, "ipps": 631, "http": 80, "https": 443}
_LOCAL = ("localhost", "127.0.0.1", "::1")


class IppClient:
    """Asks the printer at ``address`` (``ipp://``, ``ipps://``, ``http://`` or ``https://``).

    ``seconds`` is the longest a question takes. ``socket`` is the local spooler's own, for what only
    a known person of this machine may do. Safe to share between threads; nothing is loaded or
    started before the first question.
    """

    def __init__(self, address: str, seconds: float = 3.5, socket: Path | None = None) -> None:
        self._address = address
        self._seconds = seconds
        self._socket = socket
        self._hold = Hold()

    def ask(
        self,
        operation: Operation,
        attributes: Mapping[str, Any] | None = None,
        job: Mapping[str, Any] | None = None,
        document: bytes = b"",
        seconds: float = 0.0,
    ) -> Answer:
        """Return the printer's answer. Raises ``Refusal``, or ``KnownError`` when there was none.

        ``missing`` is also what an address that is none gives.
        """
        return self._exchange(operation, attributes or {}, job or {}, document, seconds or self._seconds)

    def ask_with_rights(self, operation: Operation) -> Answer:
        """Ask by the local socket, as the person this program runs as; as ``ask`` where there is none."""
        *_place, local = _placed(self._address)
        if not local or self._socket is None or not self._socket.is_socket():
            return self.ask(operation)
        return self._exchange(operation, {}, {}, b"", self._seconds, self._socket)

    def close(self) -> None:
        """Break off what is under way; every later question fails as ``offline``."""
        self._hold.close()

    def _exchange(
        self,
        operation: Operation,
        attributes: Mapping[str, Any],
        job: Mapping[str, Any],
        document: bytes,
        seconds: float,
        socket: Path | None = None,
    ) -> Answer:
        from aiohttp import ClientError

        from stationkiosk.devices.printing.ipp import wire

        uri, url, _local = _placed(self._address)
        user = _person() if socket else USER
        named = {"printer-uri": uri, **attributes, "requesting-user-name": user}
        body = wire.encode(operation, named, job, document)
        try:
            reply = self._hold.run(
                wire.exchange(url, body, seconds, socket, user if socket else ""), seconds + 1.0
            )
            answer = wire.decode(reply)
        except HttpRefusal as refusal:
            raise KnownError(refusal.trouble) from refusal
        except (ClientError, OSError) as error:
            raise _unanswered(error) from error
        except ValueError as error:
            raise KnownError(Trouble.OTHER) from error
        if answer.status >= 0x0400:
            raise Refusal(answer.status, answer.message)
        return answer


def _unanswered(error: Exception) -> KnownError:
    from aiohttp import ClientResponseError, ServerDisconnectedError

    hung_up = isinstance(error, ClientResponseError | ServerDisconnectedError | ConnectionResetError)
    if hung_up or getattr(error, "errno", 0) in (errno.ECONNRESET, errno.EPIPE):
        return BrokenOff()
    return KnownError(Trouble.OFFLINE)


def _person() -> str:
    """Return who runs this program, as the local spooler will check."""
    import pwd

    return pwd.getpwuid(os.geteuid()).pw_name


def _placed(address: str) -> tuple[str, str, bool]:
    """Return the printer's IPP address, where to send to, and whether that is this machine."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        scheme = _SCHEMES[parts.scheme]
    except (ValueError, KeyError):
        raise KnownError(Trouble.MISSING) from None
    if not host:
        raise KnownError(Trouble.MISSING)
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    uri = urlunsplit(("ipps" if scheme == "https" else "ipp", place, parts.path, parts.query, ""))
    return uri, urlunsplit((scheme, place, parts.path or "/", parts.query, "")), host in _LOCAL
