"""What the machine tells about itself, read from folders and listings laid out as the system's."""

from __future__ import annotations

from pathlib import Path

from stationkiosk.devices.machine import (
    KEYBOARD,
    boot_id,
    keyboard_gaps,
    loudspeakers,
    qt_folder,
    typing_devices,
)

LISTING = """\
I: Bus=0019 Vendor=0000 Product=0001 Version=0000
N: Name="Power Button"
H: Handlers=kbd event0
B: EV=3

I: Bus=0003 Vendor=05e0 Product=1200 Version=0110
N: Name="Sample Barcode Scanner"
H: Handlers=sysrq kbd leds event2
B: EV=120013

I: Bus=0003 Vendor=046d Product=c52b Version=0111
N: Name="Sample Mouse"
H: Handlers=mouse0 event3
B: EV=17
"""


def test_what_types_is_told_from_buttons_and_mice(tmp_path: Path) -> None:
    file = tmp_path / "devices"
    assert typing_devices(file) == ()
    file.write_text(LISTING)
    assert typing_devices(file) == ("Sample Barcode Scanner",)
    file.write_text("N: Name=nothing\n")
    assert typing_devices(file) == ()


def test_outputs_for_sound_are_counted_and_inputs_are_not(tmp_path: Path) -> None:
    for name in ("pcmC0D0p", "pcmC0D0c", "pcmC1D3p", "controlC0"):
        (tmp_path / name).touch()
    assert loudspeakers(tmp_path) == 2
    assert loudspeakers(tmp_path / "none") == 0


def test_each_start_of_the_machine_has_a_name(tmp_path: Path) -> None:
    assert boot_id(tmp_path / "none") == ""
    (tmp_path / "id").write_text("0b3f\n")
    assert boot_id(tmp_path / "id") == "0b3f"


def test_the_parts_of_the_keyboard_on_the_screen_are_there_and_missed_when_gone(tmp_path: Path) -> None:
    assert keyboard_gaps(qt_folder()) == ()
    assert keyboard_gaps(None) == tuple(KEYBOARD)
    plugin = tmp_path / KEYBOARD["plugin"]
    plugin.parent.mkdir(parents=True)
    plugin.touch()
    assert keyboard_gaps(tmp_path) == ("layouts", "pinyin")
