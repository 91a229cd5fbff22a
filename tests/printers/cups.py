"""A real ``cupsd`` of our own: its own files, its own port, and queues that change nothing on the way."""

from __future__ import annotations

import getpass
import grp
import os
import subprocess
from pathlib import Path

from tests.printers.servers import Server, answers, free_port, program, until

_PARTS = Path("/usr/lib/cups")

_FILES = """
ServerRoot {folder}/root
DataDir /usr/share/cups
ServerBin {folder}/bin
DocumentRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
SystemGroup {group}
Sandboxing relaxed
FileDevice yes
"""

_SERVER = """
Listen 127.0.0.1:{port}
Listen {socket}
Browsing no
WebInterface no
DefaultAuthType Basic
LogLevel none
MaxJobs 50
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit Create-Job Print-Job Validate-Job Send-Document>
    Order deny,allow
  </Limit>
  <Limit Cancel-Job Hold-Job Release-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit Resume-Printer Pause-Printer Enable-Printer Disable-Printer>
    AuthType Default
    Require user @SYSTEM
    Order deny,allow
  </Limit>
  <Limit CUPS-Add-Modify-Printer CUPS-Delete-Printer CUPS-Accept-Jobs CUPS-Reject-Jobs>
    AuthType Default
    Require user @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


class Cups:
    """A print server at 127.0.0.1 on ``port``, with ``socket`` for people of this machine."""

    def __init__(self, folder: Path, largest_kb: int = 0) -> None:
        self.folder = folder
        self._largest_kb = largest_kb
        self.port = free_port()
        self.socket = folder / "cups.sock"
        self.server = f"ipp://127.0.0.1:{self.port}/"
        for part in ("", "root", "bin/backend", "spool", "cache", "state", "tmp"):
            (folder / part).mkdir(exist_ok=True, parents=True)
        self._bring_backend()
        group = grp.getgrgid(os.getgid()).gr_name
        (folder / "files.conf").write_text(_FILES.format(folder=folder, group=group), "utf-8")
        (folder / "server.conf").write_text(_SERVER.format(port=self.port, socket=self.socket), "utf-8")
        self._server = self._started()

    def _bring_backend(self) -> None:
        """A backend only its owner may run is run as its owner, so it can read the spool of a test.

        It ends with its server, which a real one that waits for its printer does not.
        """
        parts = self.folder / "bin"
        for part in ("daemon", "filter"):
            (parts / part).symlink_to(_PARTS / part)
        backend = parts / "backend" / "ipp"
        real = _PARTS / "backend" / "ipp"
        backend.write_text(f'#!/bin/sh\nexec {program("setpriv")} --pdeathsig KILL {real} "$@"\n', "utf-8")
        backend.chmod(0o700)

    def _started(self) -> Server:
        settings = ["-c", str(self.folder / "server.conf"), "-s", str(self.folder / "files.conf")]
        server = Server([*self._limits(), program("cupsd"), "-f", *settings], self.folder / "log")
        until(lambda: answers(self.port) and self.socket.exists())
        return server

    def _limits(self) -> list[str]:
        """Have every write beyond the largest file fail, as on a full disk; units of sh are 512 bytes."""
        if not self._largest_kb:
            return []
        return ["sh", "-c", f'trap "" XFSZ; ulimit -f {self._largest_kb * 2}; exec "$@"', "sh"]

    def stop(self) -> None:
        self._server.stop()

    def address(self, queue: str) -> str:
        """Return the IPP address of a queue."""
        return f"{self.server}printers/{queue}"

    def add(self, queue: str, device: str, *options: str) -> str:
        """Make a queue that hands on what it gets as it is; return its address."""
        self.run("lpadmin", "-p", queue, "-E", "-v", device, "-m", "raw", *options)
        return self.address(queue)

    def run(self, command: str, *words: str) -> str:
        """Run one of CUPS's own commands on this server, as somebody who may do everything."""
        done = subprocess.run(
            [program(command), "-h", str(self.socket), *words],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "USER": getpass.getuser()},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
