"""A printer on USB, spoken to without the kernel's printer driver."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from typing import Protocol

from stationkiosk.domain.errors import KnownError

_PRINTERS = 7
"""The interface class of printers."""


class End(Protocol):
    """One direction of a device's interface, as pyusb gives it."""

    bmAttributes: int  # noqa: N815
    bEndpointAddress: int  # noqa: N815

    def write(self, content: bytes, timeout: int) -> int:
        """Send and return how much was taken within ``timeout`` milliseconds."""

    def read(self, size: int, timeout: int) -> Iterable[int]:
        """Return what came within ``timeout`` milliseconds."""


class Interface(Protocol):
    """One of the things a device is."""

    bInterfaceNumber: int  # noqa: N815
    bInterfaceClass: int  # noqa: N815

    def __iter__(self) -> Iterator[End]: ...


class Device(Protocol):
    """A device as ``usb.core.find`` gives it."""

    def get_active_configuration(self) -> Iterable[Interface]:
        """Return its interfaces."""

    def is_kernel_driver_active(self, interface: int) -> bool:
        """Whether the kernel has it."""

    def detach_kernel_driver(self, interface: int) -> None:
        """Take it from the kernel."""


class Find(Protocol):
    """Finds a USB device by its numbers, None where there is none (``usb.core.find``)."""

    def __call__(self, **numbers: int) -> Device | None:
        """Return the device."""


def find_device(**numbers: int) -> Device | None:
    """Find a device by pyusb; raises ``printer_missing`` where pyusb or libusb is not installed."""
    try:
        import usb.core

        found: Device | None = usb.core.find(**numbers)
    except (ImportError, ValueError) as error:
        raise KnownError("printer_missing") from error
    return found


class UsbLink:
    """The printer interface of a device, claimed from when it is made."""

    room = 16384

    def __init__(self, vendor: int, product: int, find: Find, *, answers: bool = True) -> None:
        device = find(idVendor=vendor, idProduct=product)
        if device is None:
            raise FileNotFoundError(errno.ENODEV, "no such printer on USB")
        self._device = device
        self._interface = _printer_of(self._device)
        self._number = self._interface.bInterfaceNumber
        if self._device.is_kernel_driver_active(self._number):
            self._device.detach_kernel_driver(self._number)
        self._claim()
        self._out, self._in = self._ends()
        self.answers = answers and self._in is not None

    def write(self, content: bytes, seconds: float) -> None:
        """Hand over all, as fast as the device takes it."""
        rest = memoryview(content)
        while rest:
            rest = rest[self._out.write(bytes(rest[:8192]), int(seconds * 1000)) :]

    def read(self, seconds: float) -> bytes:
        """Return what has come."""
        import usb.core

        if self._in is None:
            return b""
        try:
            return bytes(self._in.read(512, max(1, int(seconds * 1000))))
        except usb.core.USBTimeoutError:
            return b""

    def close(self) -> None:
        """Let others have it."""
        import usb.util

        usb.util.dispose_resources(self._device)

    def _claim(self) -> None:
        import usb.util

        usb.util.claim_interface(self._device, self._number)

    def _ends(self) -> tuple[End, End | None]:
        outward: End | None = None
        inward: End | None = None
        for end in self._interface:
            if end.bmAttributes & 3 == 2:
                if end.bEndpointAddress & 0x80:
                    inward = end
                else:
                    outward = end
        if outward is None:
            raise FileNotFoundError(errno.ENODEV, "the device takes nothing")
        return outward, inward


def _printer_of(device: Device) -> Interface:
    for interface in device.get_active_configuration():
        if interface.bInterfaceClass == _PRINTERS:
            return interface
    raise FileNotFoundError(errno.ENODEV, "the device is no printer")
