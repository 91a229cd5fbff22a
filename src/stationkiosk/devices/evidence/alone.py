"""A child may start threads, which some decoders cannot do without, but no process and no program.

The rule is a seccomp filter (https://docs.kernel.org/userspace-api/seccomp_filter.html), which
holds for the superuser too. A machine whose numbers are not in the table is left without it.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from collections.abc import Iterator
from dataclasses import dataclass

_LOAD, _EQUAL, _AT_LEAST, _HAS_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_AT, _MACHINE_AT, _FLAGS_AT = 0, 4, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_CLONE3 = 435  # the same on every machine; its flags lie in memory, where a filter cannot look
_THREAD = 0x00010000
_FOREIGN = 0x40000000
_SET_SECCOMP, _FILTER = 22, 2
_NO_NEW_PRIVILEGES = 38


@dataclass(frozen=True, slots=True)
class _Machine:
    """The kernel's name of a machine, its number for clone and those for fork and exec."""

    audit: int
    clone: int
    refused: tuple[int, ...]


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 56, (57, 58, 59, 322)),
    "aarch64": _Machine(0xC00000B7, 220, (221, 281)),
}


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def start_no_process() -> bool:
    """Give up starting processes for good; return whether the kernel could be told so."""
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    code = b"".join(_lines(machine))
    program = _Program(len(code) // 8, code)
    call = ctypes.CDLL(None).prctl
    call(_NO_NEW_PRIVILEGES, *(ctypes.c_ulong(n) for n in (1, 0, 0, 0)))
    return bool(call(_SET_SECCOMP, ctypes.c_ulong(_FILTER), ctypes.byref(program)) == 0)


def _lines(machine: _Machine) -> Iterator[bytes]:
    """Yield the filter: each jump is over at most two lines, so that it reads from top to bottom."""
    refuse = _line(_RETURN, _REFUSE | errno.EPERM)
    yield _line(_LOAD, _MACHINE_AT)
    yield _line(_EQUAL, machine.audit, over=1)
    yield refuse
    yield _line(_LOAD, _NUMBER_AT)
    yield _line(_AT_LEAST, _FOREIGN, unless=1)
    yield refuse
    yield _line(_EQUAL, _CLONE3, unless=1)
    yield _line(_RETURN, _REFUSE | errno.ENOSYS)
    for number in machine.refused:
        yield _line(_EQUAL, number, unless=1)
        yield refuse
    yield _line(_EQUAL, machine.clone, unless=3)
    yield _line(_LOAD, _FLAGS_AT)
    yield _line(_HAS_BITS, _THREAD, over=1)
    yield refuse
    yield _line(_RETURN, _ALLOW)


def _line(code: int, value: int, over: int = 0, unless: int = 0) -> bytes:
    return struct.pack("=HBBI", code, over, unless, value)
