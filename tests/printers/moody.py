"""A printer's web server with moods: it refuses what a test tells it to, and hands on the rest."""

from __future__ import annotations

import struct
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

_TEXT, _CHARSET, _LANGUAGE, _OPERATION, _END = 0x41, 0x47, 0x48, b"\x01", b"\x03"


def refusal(status: int, request: bytes, message: str) -> bytes:
    """Return an IPP answer without anything but a status and a message (RFC 8010)."""
    told = [
        (_CHARSET, "attributes-charset", "utf-8"),
        (_LANGUAGE, "attributes-natural-language", "en"),
        (_TEXT, "status-message", message),
    ]
    body = b"".join(
        struct.pack(">Bh", tag, len(name)) + name.encode() + struct.pack(">h", len(value)) + value.encode()
        for tag, name, value in told
    )
    return b"\x02\x00" + struct.pack(">h", status) + request[4:8] + _OPERATION + body + _END


class Moody:
    """Stands before the printer at ``target``; ``refuses`` gives a status and a message by operation.

    ``says`` is a web answer of its own, status and body, given to everything.
    """

    def __init__(self, target: int) -> None:
        self.refuses: dict[int, tuple[int, str]] = {}
        self.says: tuple[int, bytes] | None = None
        moody = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                request = self.rfile.read(int(self.headers["Content-Length"]))
                status, body = moody._answer(target, self.path, request)
                self.send_response(status)
                self.send_header("Content-Type", "application/ipp")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_words: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"ipp://127.0.0.1:{self._server.server_port}/ipp/print"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), name="moody", daemon=True).start()

    def __enter__(self) -> Moody:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, target: int, path: str, request: bytes) -> tuple[int, bytes]:
        if self.says is not None:
            return self.says
        (operation,) = struct.unpack_from(">h", request, 2)
        if operation in self.refuses:
            status, message = self.refuses[operation]
            return 200, refusal(status, request, message)
        asked = urllib.request.Request(
            f"http://127.0.0.1:{target}{path}", request, {"Content-Type": "application/ipp"}
        )
        with urllib.request.urlopen(asked, timeout=10) as reply:
            return 200, reply.read()
