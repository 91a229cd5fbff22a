"""Lines to the stand-in of a receipt printer: TCP on 127.0.0.1, a pseudo-terminal, USB."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import threading
from pathlib import Path

from tests.devices.fakes import HeldClock
from tests.printers.receipt_printer import ReceiptPrinter


class DirectLink:
    """No line at all: what is written is printed at once, and waiting only moves a held clock."""

    room = 4096
    answers = True

    def __init__(self, printer: ReceiptPrinter, clock: HeldClock) -> None:
        self._printer = printer
        self._clock = clock
        self._said = b""
        self._reach()

    def write(self, content: bytes, seconds: float) -> None:
        self._reach()
        self._said += self._printer.take(content)

    def read(self, seconds: float) -> bytes:
        self._reach()
        said, self._said = self._said + self._printer.work(), b""
        if not said:
            self._clock.seconds += seconds
        return said

    def close(self) -> None:
        self._said = b""

    def _reach(self) -> None:
        if not self._printer.on:
            raise ConnectionResetError("the printer is off")


class NetworkLine:
    """Port and all: one connection at a time, closed when the printer is switched off."""

    def __init__(self, printer: ReceiptPrinter) -> None:
        self.printer = printer
        self._ear = socket.create_server(("127.0.0.1", 0))
        self.port = self._ear.getsockname()[1]
        self.unplugged = False
        self._bell, self._rope = socket.socketpair()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"socket://127.0.0.1:{self.port}"

    def wake(self) -> None:
        """Let the printer notice that a test changed something."""
        self._rope.send(b".")

    def close(self) -> None:
        self.unplugged = True
        self._rope.send(b"!")
        self._thread.join()
        for end in (self._ear, self._bell, self._rope):
            end.close()

    def _run(self) -> None:
        talk: socket.socket | None = None
        while True:
            waits = [self._bell, talk or self._ear]
            ready, _, _ = select.select(waits, [], [], 0.02 if talk else None)
            if self._bell in ready and b"!" in self._bell.recv(64):
                break
            if talk is None:
                if self._ear in ready:
                    talk = self._ear.accept()[0]
            elif not self._serve(talk, talk in ready):
                talk.close()
                talk = None
        if talk:
            talk.close()

    def _serve(self, talk: socket.socket, comes: bool) -> bool:
        if self.unplugged or not self.printer.on:
            return False
        try:
            came = talk.recv(65536) if comes else b""
            if comes and not came:
                self.printer.work()
                return False
            said = self.printer.take(came)
            if not self.printer.on or self.unplugged:
                return False
            talk.sendall(said)
        except OSError:
            return False
        return True


class SerialLine:
    """A pseudo-terminal with the printer at its other end."""

    def __init__(self, printer: ReceiptPrinter) -> None:
        self.printer = printer
        self._master, self._slave = os.openpty()
        self.device = Path(os.ttyname(self._slave))
        self._ear, self._bell = os.pipe()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self) -> None:
        os.write(self._bell, b".")
        self._thread.join()
        for handle in (self._slave, self._master, self._ear, self._bell):
            os.close(handle)

    def _run(self) -> None:
        while True:
            ready, _, _ = select.select([self._master, self._ear], [], [], 0.02)
            if self._ear in ready:
                return
            came = os.read(self._master, 4096) if self._master in ready else b""
            with contextlib.suppress(OSError):
                os.write(self._master, self.printer.take(came))


class UsbEnd:
    """A bulk end point of the made-up device."""

    bmAttributes = 2  # noqa: N815

    def __init__(self, device: UsbDevice, address: int) -> None:
        self._device = device
        self.bEndpointAddress = address

    def write(self, content: bytes, timeout: int) -> int:
        import usb.core

        if self._device.gone or not self._device.printer.on:
            raise usb.core.USBError("no such device", errno=19)
        self._device.said += self._device.printer.take(content)
        return len(content)

    def read(self, size: int, timeout: int) -> bytes:
        import usb.core

        if self._device.gone:
            raise usb.core.USBError("no such device", errno=19)
        self._device.said += self._device.printer.work()
        if not self._device.said:
            raise usb.core.USBTimeoutError("nothing came", errno=110)
        said, self._device.said = self._device.said[:size], self._device.said[size:]
        return said


class UsbDevice:
    """A device as pyusb gives it, with one printer interface."""

    def __init__(
        self, printer: ReceiptPrinter, *, hears: bool = True, takes: bool = True, kind: int = 7
    ) -> None:
        self.printer = printer
        self.said = b""
        self.gone = False
        self.kernel_has_it = True
        self.bInterfaceNumber = 0
        self.bInterfaceClass = kind
        self.let_go = 0
        addresses = [0x01] * takes + [0x82] * hears
        self.ends = [UsbEnd(self, address) for address in addresses]
        self._ctx = self

    def find(self, **numbers: int) -> UsbDevice | None:
        wanted = {"idVendor": 0x04B8, "idProduct": 0x0E15}
        return self if numbers == wanted and not self.gone else None

    def get_active_configuration(self) -> list[UsbDevice]:
        return [self]

    def __iter__(self) -> object:
        return iter(self.ends)

    def is_kernel_driver_active(self, number: int) -> bool:
        return self.kernel_has_it

    def detach_kernel_driver(self, number: int) -> None:
        self.kernel_has_it = False

    def managed_claim_interface(self, device: object, number: int) -> None:
        assert not self.kernel_has_it

    def dispose(self, device: object) -> None:
        self.let_go += 1
