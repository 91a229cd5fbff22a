"""IPP messages over HTTP: encoded and read by pyipp, carried by aiohttp (RFC 8010).

pyipp's own client drops the reason a printer gives for its refusal, cannot encode a
collection and cannot speak through a local socket; so only its codec is used. Importing
this costs a quarter of a second: only the printer's thread does.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import aiohttp
from pyipp.enums import IppTag
from pyipp.parser import parse
from pyipp.serializer import construct_attribute, encode_dict

from stationkiosk.devices.printing.ipp.words import Answer, HttpRefusal, Operation

_VERSION = (2, 0)
_CONNECT_SECONDS = 3.0

#: Types of the attributes pyipp does not know.
_TAGS = {"media-source": IppTag.KEYWORD, "x-dimension": IppTag.INTEGER, "y-dimension": IppTag.INTEGER}


def encode(
    operation: Operation, attributes: Mapping[str, Any], job: Mapping[str, Any], document: bytes = b""
) -> bytes:
    """Return the request; a mapping among ``job`` becomes a collection (RFC 8010, 3.1.6)."""
    head = encode_dict(
        {
            "version": _VERSION,
            "operation": operation,
            "operation-attributes-tag": {
                "attributes-charset": "utf-8",
                "attributes-natural-language": "en",
                **attributes,
            },
        }
    )
    group = bytes([IppTag.JOB]) + b"".join(_attribute(name, value) for name, value in job.items())
    return head[:-1] + (group if job else b"") + bytes([IppTag.END]) + document


def decode(body: bytes) -> Answer:
    """Return what the printer said; ``ValueError`` for what is no IPP message."""
    try:
        said = parse(body)
    except Exception as error:
        raise ValueError("this is no IPP message") from error
    message = said["operation-attributes"].get("status-message", "")
    return Answer(said["status-code"], str(message), tuple(said["printers"]), tuple(said["jobs"]))


async def exchange(
    url: str, body: bytes, seconds: float, socket: Path | None = None, user: str = ""
) -> bytes:
    """Send ``body`` and return the reply, by ``socket`` and as its ``user`` where one is given.

    Raises ``HttpRefusal`` and whatever the line raises: ``aiohttp.ClientError``, ``OSError``,
    ``TimeoutError``. A connection serves one exchange, so none is found dead by the next. Printers sign
    their own certificates: an encrypted line keeps others from reading, and proves nobody's name.
    """
    headers = {"Content-Type": "application/ipp", "Accept": "application/ipp"}
    if user:
        headers["Authorization"] = f"PeerCred {user}"
    limits = aiohttp.ClientTimeout(total=seconds, sock_connect=_CONNECT_SECONDS)
    async with (
        aiohttp.ClientSession(connector=_connector(socket), timeout=limits) as session,
        session.post(url, data=io.BytesIO(body), headers=headers) as reply,
    ):
        if reply.status != 200:
            raise HttpRefusal(reply.status)
        return await reply.read()


def _connector(socket: Path | None) -> aiohttp.BaseConnector:
    if socket is not None:
        return aiohttp.UnixConnector(str(socket))
    return aiohttp.TCPConnector(ssl=False)


def _attribute(name: str, value: object) -> bytes:
    if not isinstance(value, Mapping):
        return construct_attribute(name, value)
    begin = construct_attribute(name, "", IppTag.BEGIN_COLLECTION)
    return begin + _members(value) + construct_attribute("", "", IppTag.END_COLLECTION)


def _members(values: Mapping[str, object]) -> bytes:
    encoded = b""
    for name, value in values.items():
        encoded += construct_attribute("", name, IppTag.MEMBER_NAME)
        encoded += (
            _attribute("", value)
            if isinstance(value, Mapping)
            else construct_attribute("", value, _TAGS.get(name))
        )
    return encoded
