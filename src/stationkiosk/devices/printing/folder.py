"""A printer whose paper is a folder: for archives, development and stations without one.

It behaves as a paper printer does: a job that cannot be written now waits with its
trouble and comes out when the folder is back. A waiting job lives in memory only, so
that no personal paper is left in a spool; a job that came out has a record beside it
that a restarted program can ask about. The folder is never made here: a missing one is
a stick pulled or a share not mounted.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from stationkiosk.devices.files import write_whole
from stationkiosk.devices.names import file_name
from stationkiosk.devices.printing.printer import (
    Capabilities,
    JobState,
    PaperFormat,
    PrinterState,
    Queued,
    Stage,
    Ticket,
    Trouble,
    check_pdf,
)
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.ports import Random

#: Free bytes under which the folder counts as full.
RESERVE = 8 * 1024 * 1024

_RECORDS = ".jobs"
_TROUBLES = {
    errno.ENOSPC: Trouble.FULL_FOLDER,
    errno.EDQUOT: Trouble.FULL_FOLDER,
    errno.EFBIG: Trouble.FULL_FOLDER,
    errno.ENOENT: Trouble.MISSING,
    errno.ENOTDIR: Trouble.MISSING,
    errno.ENODEV: Trouble.MISSING,
    errno.ENXIO: Trouble.MISSING,
    errno.ESTALE: Trouble.MISSING,
    errno.EIO: Trouble.MISSING,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EHOSTDOWN: Trouble.OFFLINE,
    errno.ETIMEDOUT: Trouble.OFFLINE,
}


@dataclass(frozen=True, slots=True)
class _Held:
    title: str
    file: str
    pdf: bytes = b""
    trouble: Trouble = Trouble.NONE


class FolderPrinter:
    """Writes each job as a PDF into ``folder``. Safe to share between threads."""

    formats: tuple[PaperFormat, ...] = ("a4", "roll80")
    capabilities = Capabilities(cancels=True, confirms=True)

    def __init__(self, folder: Path, random: Random, name: str = "folder") -> None:
        self.folder = folder
        self.name = name
        self._random = random
        self._held: dict[str, _Held] = {}
        self._dropped: set[str] = set()
        self._lock = threading.Lock()

    def state(self) -> PrinterState:
        """Return whether a PDF could be written now."""
        trouble = self._trouble_now()
        return PrinterState(trouble is Trouble.NONE, trouble)

    def begin(self, ticket: Ticket) -> str:
        """Give a job its name; a folder has neither trays nor sides."""
        job = self._random.bytes(8).hex()
        with self._lock:
            self._held[job] = _Held(ticket.title, file_name(ticket.title, job[:6], ".pdf"))
        return job

    def send(self, job: str, pdf: bytes) -> None:
        """Write ``pdf`` under the job's title, or hold it until the folder can take it."""
        check_pdf(pdf)
        with self._lock:
            if held := self._held.get(job):
                self._held[job] = replace(held, pdf=pdf)
                self._deliver(job)

    def poll(self, job: str) -> JobState:
        """Return where ``job`` stands, trying once more to write one that waits."""
        with self._lock:
            if held := self._held.get(job):
                return self._deliver(job) if held.pdf else JobState(Stage.PENDING)
            if job in self._dropped:
                return JobState(Stage.CANCELLED)
            return self._recorded(job)

    def cancel(self, job: str) -> None:
        """Forget a waiting job; one already written stays written."""
        with self._lock:
            if self._held.pop(job, None):
                self._dropped.add(job)
                self._cancelled(job)

    def queue(self) -> tuple[Queued, ...]:
        """Return the jobs that wait for the folder."""
        with self._lock:
            held = tuple(self._held.items())
        return tuple(Queued(job, kept.title, Stage.PENDING, kept.trouble) for job, kept in held)

    def resume(self) -> None:
        """Change nothing: a folder is never paused."""

    def close(self) -> None:
        """Hold nothing: a job that still waits for the folder is lost, and unknown later."""

    def _deliver(self, job: str) -> JobState:
        held = self._held[job]
        trouble = self._trouble_now()
        if trouble is Trouble.NONE:
            try:
                self._write(job, held)
            except OSError as error:
                trouble = _named(error)
        if trouble is Trouble.NONE:
            del self._held[job]
            return JobState(Stage.SETTLED)
        self._held[job] = replace(held, trouble=trouble)
        return JobState(Stage.PENDING, trouble)

    def _write(self, job: str, held: _Held) -> None:
        digest = hashlib.sha256(held.pdf).hexdigest()
        self._record(job, Stage.PRINTING, held.file, digest)
        write_whole(self.folder, held.file, held.pdf)
        self._record(job, Stage.SETTLED, held.file, digest)

    def _record(self, job: str, stage: Stage, file: str, sha256: str) -> None:
        records = self.folder / _RECORDS
        records.mkdir(mode=0o700, exist_ok=True)
        body = json.dumps({"stage": stage, "file": file, "sha256": sha256}, ensure_ascii=False)
        write_whole(records, f"{job}.json", body.encode())

    def _cancelled(self, job: str) -> None:
        with contextlib.suppress(OSError):  # without a record the job is unknown later, which is true too
            self.folder.stat()
            self._record(job, Stage.CANCELLED, "", "")

    def _recorded(self, job: str) -> JobState:
        if not job.isalnum():
            return JobState(Stage.UNKNOWN)
        try:
            self.folder.stat()
            record = json.loads((self.folder / _RECORDS / f"{job}.json").read_bytes())
            stage = Stage(record["stage"])
            if stage is Stage.PRINTING:
                stage = self._half_way(record["file"], record["sha256"])
        except (ValueError, KeyError, TypeError):
            return JobState(Stage.UNKNOWN)
        except OSError as error:
            return self._unrecorded(error)
        return JobState(stage)

    def _half_way(self, file: str, sha256: str) -> Stage:
        """A program died between its two records: what lies in the folder decides."""
        try:
            found = hashlib.sha256((self.folder / Path(file).name).read_bytes()).hexdigest()
        except FileNotFoundError:
            return Stage.UNKNOWN
        return Stage.SETTLED if found == sha256 else Stage.UNKNOWN

    def _unrecorded(self, error: OSError) -> JobState:
        if self.folder.is_dir() and isinstance(error, FileNotFoundError):
            return JobState(Stage.UNKNOWN)
        raise KnownError(_named(error)) from error

    def _trouble_now(self) -> Trouble:
        try:
            if not self.folder.is_dir():
                return Trouble.MISSING
            if not os.access(self.folder, os.W_OK | os.X_OK):
                return Trouble.READ_ONLY
            room = os.statvfs(self.folder)
        except OSError as error:
            return _named(error)
        return Trouble.FULL_FOLDER if room.f_bavail * room.f_frsize < RESERVE else Trouble.NONE


def _named(error: OSError) -> Trouble:
    return _TROUBLES.get(error.errno or 0, Trouble.OTHER)
