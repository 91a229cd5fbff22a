"""The walls around a child: memory, time, and no way to files or the network.

The limits are the kernel's resource limits. The wall is Landlock (Linux 5.13 and later,
https://docs.kernel.org/userspace-api/landlock.html), which needs no rights to put up: a
decoder broken by a crafted file finds no keys and no store to read. Where the kernel has no
Landlock the limits stand alone.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import struct

from stationkiosk.devices.evidence.alone import start_no_process
from stationkiosk.devices.evidence.limits import Limits

#: What a decoder may still read: letters for a PDF that brings none of its own.
FONTS = "/usr/share/fonts"

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # system calls, the same on every machine
_VERSION_ASKED = 1
_PATH_BENEATH = 1
_READ = 1 << 2 | 1 << 3
_NO_NEW_PRIVILEGES = 38
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many rights each version of Landlock knows
_TCP = 1 << 0 | 1 << 1


def limit(limits: Limits) -> bool:
    """Give up memory and time for good; no file written, no core left, no process started.

    Return whether threads may still be started.
    """
    threads = start_no_process()
    for what, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    if not threads:
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    return threads


def walls() -> int:
    """Return the version of Landlock the kernel has; under 1 it has none."""
    return int(ctypes.CDLL(None).syscall(_CREATE, None, ctypes.c_size_t(0), _VERSION_ASKED))


def wall_in() -> bool:
    """Give up opening files, but for fonts, and TCP; return whether the kernel could."""
    libc, version = ctypes.CDLL(None), walls()
    if version < 1:
        return False
    rights = (1 << _FILE_RIGHTS.get(version, 16)) - 1
    rules = struct.pack("=QQ", rights, _TCP) if version >= 4 else struct.pack("=Q", rights)
    ruleset = libc.syscall(_CREATE, rules, ctypes.c_size_t(len(rules)), 0)
    if ruleset < 0:
        return False
    with contextlib.suppress(OSError):
        _let_read(libc, ruleset, FONTS)
    libc.prctl(_NO_NEW_PRIVILEGES, *(ctypes.c_ulong(n) for n in (1, 0, 0, 0)))
    walled = bool(libc.syscall(_RESTRICT, ruleset, 0) == 0)
    os.close(ruleset)
    return walled


def _let_read(libc: ctypes.CDLL, ruleset: int, folder: str) -> None:
    handle = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    libc.syscall(_ADD, ruleset, _PATH_BENEATH, struct.pack("=Qi", _READ, handle), 0)
    os.close(handle)
