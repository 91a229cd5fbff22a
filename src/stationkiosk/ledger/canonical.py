"""One text for one value: canonical JSON after RFC 8785, without its fractions.

Keys are sorted by UTF-16 code units, nothing is padded, and characters stand as
themselves. Only null, true, false, whole numbers up to 2**53 - 1, strings, lists and
objects may enter: a fraction has no single spelling and no place in a record of law.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

LARGEST = 2**53 - 1
"""The largest whole number every reader of JSON keeps exact (RFC 8785, I-JSON)."""

_AS_THEY_ARE = frozenset({str, bool, type(None)})
"""Told by their exact type first: this runs for every value of every entry."""

_write = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False, allow_nan=False
).encode


def canonical(value: object) -> str:
    """Return the one text of ``value``.

    Tuples stand as lists. Raises ``TypeError`` for a float or any other type and
    ``ValueError`` for a number too large or a lone surrogate.
    """
    text = _write(_plain(value))
    text.encode("utf-8")  # a lone surrogate has no bytes
    return text


def canonical_bytes(value: object) -> bytes:
    """Return the canonical text in UTF-8."""
    return canonical(value).encode("utf-8")


def parse(text: str | bytes) -> Any:  # noqa: ANN401 (JSON is whatever it is)
    """Return the value of a JSON text. Raises ``ValueError`` where it is none, or names a key twice."""
    return json.loads(text, object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse)


def _plain(value: object) -> object:
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, dict):
        return {key: _plain(value[key]) for key in _ordered(value)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, int):
        return _whole(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return _plain(dict(value))
    raise TypeError(f"no canonical JSON for {kind.__name__}")


def _whole(value: int) -> int:
    if abs(value) > LARGEST:
        raise ValueError(f"too large for JSON: {value}")
    return int(value)


def _ordered(value: Mapping[str, object]) -> list[str]:
    """Return the keys in order; a key that is no text raises ``TypeError`` in the joining."""
    if "".join(value).isascii():
        return sorted(value)
    return sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(text: str) -> None:
    raise ValueError(f"not a whole number: {text}")
