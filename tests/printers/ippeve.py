"""The real ``ippeveprinter`` as an office printer whose paper, cover and plug a test may touch."""

from __future__ import annotations

import urllib.parse
import urllib.request
from pathlib import Path

from tests.printers.servers import Server, answers, free_port, program, until

#: What it does with a sheet, by the word in its file ``mode``; a wait ends with that or with the printer.
_COMMAND = """#!/bin/sh
mode() { cat "$STANDIN/mode"; }
alive() { read -r _ _ _ parent _ </proc/$$/stat && [ "$parent" = "$PPID" ]; }
stand() { while [ "$(mode)" = "$1" ]; do alive || exit 1; sleep 0.03; done; }
trouble() { echo "STATE: +$2" >&2; stand "$1"; echo "STATE: -$2" >&2; }
case "$(mode)" in
    jam) trouble jam media-jam-error ;;
    cover) trouble cover cover-open-error ;;
    toner) trouble toner toner-empty-error ;;
    slow) stand slow ;;
esac
case "$(mode)" in abort|stop) exit 1 ;; esac
env | grep '^IPP_' >"$STANDIN/asked"
echo "ATTR: job-impressions=1 job-impressions-completed=1" >&2
cp "$1" "$STANDIN/sheets/part" && mv "$STANDIN/sheets/part" "$STANDIN/sheets/$(date +%s%N).pdf"
"""


class Bus:
    """A message bus of our own: Debian 12's ippeveprinter will not start without one."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self._server = Server(
            [program("dbus-daemon"), "--session", "--nofork", "--nopidfile", f"--address={self.address}"],
            folder / "bus.log",
        )
        until((folder / "bus").exists)

    def stop(self) -> None:
        self._server.kill()


class Ippeve:
    """An IPP Everywhere printer at ``address``. ``sheets`` is what really came out, in order."""

    def __init__(self, folder: Path, bus: Bus, name: str = "Office", kind: str = "application/pdf") -> None:
        self.folder = folder
        self.name = name
        self.port = free_port()
        self.address = f"ipp://127.0.0.1:{self.port}/ipp/print"
        self._bus = bus
        self._kind = kind
        self._spool = folder / "spool"
        for part in (folder, folder / "sheets", self._spool):
            part.mkdir(exist_ok=True)
        self._command = folder / "command"
        self._command.write_text(_COMMAND, "utf-8")
        self._command.chmod(0o755)
        self.does("print")
        self._server: Server | None = None
        self.switch_on()

    def switch_on(self, name: str = "") -> None:
        """Start it; under another ``name`` it is another device at the same address."""
        self.name = name or self.name
        environment = {"DBUS_SYSTEM_BUS_ADDRESS": self._bus.address, "STANDIN": str(self.folder)}
        options = ["-r", "off", "-n", "localhost", "-p", str(self.port), "-d", str(self._spool)]
        options += ["-f", self._kind, "-c", str(self._command), "-2", self.name]
        self._server = Server([program("ippeveprinter"), *options], self.folder / "log", environment)
        until(lambda: answers(self.port))

    def switch_off(self) -> None:
        """Pull the plug."""
        if self._server is not None:
            self._server.kill()
        self._server = None

    def does(self, mode: str) -> None:
        """Set what it does with paper: print, slow, jam, cover, toner or abort."""
        new = self.folder / "mode.new"
        new.write_text(mode, "ascii")
        new.replace(self.folder / "mode")

    def paper(self, sheets: int) -> None:
        """Lay so many sheets into its trays: 0, 5, 25, 50, 125 or 250. It stops when either is empty."""
        a4 = {"size1": "iso_a4_210x297mm", "type1": "stationery", "level1": str(sheets)}
        envelopes = {"size3": "iso_dl_110x220mm", "type3": "envelope", "level3": str(min(sheets, 25))}
        form = urllib.parse.urlencode({**a4, **envelopes})
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/media?{form}", timeout=5) as page:
            page.read()

    @property
    def sheets(self) -> list[bytes]:
        """The documents that came out."""
        return [path.read_bytes() for path in sorted((self.folder / "sheets").glob("*.pdf"))]

    @property
    def asked(self) -> dict[str, str]:
        """The attributes of the last job, as its print command saw them."""
        lines = (self.folder / "asked").read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def made_whole(self) -> None:
        """Mend everything and clear the tray, as a test wants to find it."""
        self.does("print")
        if self._server is None or not self._server.alive:
            self.switch_on()
        self.paper(250)
        for sheet in (self.folder / "sheets").glob("*.pdf"):
            sheet.unlink()
