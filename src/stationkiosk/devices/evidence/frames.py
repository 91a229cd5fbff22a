"""The first picture of a film, by the FFmpeg that comes with Qt (LGPL; https://ffmpeg.org/doxygen/7.1/).

Only the child process of ``poster_child`` loads it, before it walls itself in. The numbers are the
places of fields in FFmpeg 7's structures (libavformat 61); another version is left alone.
"""

from __future__ import annotations

import ctypes
import io
from contextlib import ExitStack
from ctypes import byref, c_char_p, c_int, c_int64, c_void_p
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

from PIL import Image

PATIENCE = 600
"""Packets that are read before a film is taken to have no picture."""

_VIDEO, _RGB24, _BILINEAR = 0, 2, 2
_BUFFER = 1 << 16
_SIZE_ASKED, _END = 0x10000, -541478725  # AVSEEK_SIZE, AVERROR_EOF
_PB, _STREAMS, _CODECPAR, _STREAM_INDEX = 32, 48, 16, 36
_LINES, _WIDTH, _HEIGHT, _FORMAT = 64, 104, 108, 116
_FFMPEG = (("avutil", 59), ("swscale", 8), ("avcodec", 61), ("avformat", 61))
_STANDS_IN = ("crypto.so.3", "ssl.so.3", "va.so.2", "va-drm.so.2", "va-x11.so.2")
"""Libraries of the system that Qt's FFmpeg can do without; Qt brings what stands in for them."""

_Read = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_Seek = ctypes.CFUNCTYPE(c_int64, c_void_p, c_int64, c_int)
_POINTERS = (
    *("av_malloc", "avio_alloc_context", "avformat_alloc_context", "avcodec_alloc_context3"),
    *("av_packet_alloc", "av_frame_alloc", "sws_getContext"),
)


class Ffmpeg:
    """FFmpeg's four libraries, loaded."""

    def __init__(self, folder: Path) -> None:
        for name in _STANDS_IN:
            if (stand := folder / f"libQt6FFmpegStub-{name}").is_file():
                ctypes.CDLL(str(stand), ctypes.RTLD_GLOBAL)
        self._parts = [
            ctypes.CDLL(str(folder / f"lib{name}.so.{version}"), ctypes.RTLD_GLOBAL)
            for name, version in _FFMPEG
        ]
        for name in _POINTERS:
            self.call(name).restype = c_void_p
        self.call("av_log_set_level")(-8)

    def call(self, name: str) -> ctypes._NamedFuncPointer:
        """Return a function of whichever library has it."""
        for part in self._parts:
            if hasattr(part, name):
                return getattr(part, name)  # type: ignore[no-any-return]
        raise AttributeError(name)


def load() -> Ffmpeg | None:
    """Return FFmpeg, None where Qt did not bring the version that is known here."""
    spec = find_spec("PySide6")
    places = spec.submodule_search_locations if spec and spec.submodule_search_locations else ()
    for place in places:
        folder = Path(place) / "Qt" / "lib"
        if all((folder / f"lib{name}.so.{version}").is_file() for name, version in _FFMPEG):
            try:
                return Ffmpeg(folder)
            except OSError:
                return None
    return None


def first_picture(ffmpeg: Ffmpeg, file: BinaryIO, side: int, pixels: int) -> Image.Image | None:
    """Return the first picture of a film, neither side over ``side``; None where none can be had.

    One of more than ``pixels`` pixels is not decoded.
    """
    call = ffmpeg.call
    with ExitStack() as held:
        source = _Source(file)
        buffer = call("av_malloc")(ctypes.c_size_t(_BUFFER))
        io_context = c_void_p(
            call("avio_alloc_context")(c_void_p(buffer), _BUFFER, 0, None, source.read, None, source.seek)
        )
        demuxer = c_void_p(call("avformat_alloc_context")())
        _put(demuxer, _PB, io_context)
        if call("avformat_open_input")(byref(demuxer), None, None, None) < 0:
            return None
        held.callback(lambda: call("avformat_close_input")(byref(demuxer)))
        decoder, codec = _decoder(ffmpeg, demuxer, pixels)
        if decoder is None:
            return None
        held.callback(lambda: call("avcodec_free_context")(byref(decoder)))
        frame = _frame(ffmpeg, demuxer, decoder, codec)
        return None if frame is None else _picture(ffmpeg, frame, side)


class _Source:
    """What FFmpeg reads a film through: it opens nothing itself."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = file.seek(0, io.SEEK_END)
        file.seek(0)
        self.read, self.seek = _Read(self._read), _Seek(self._seek)

    def _read(self, _own: object, room: int, count: int) -> int:
        data = self._file.read(count)
        ctypes.memmove(room, data, len(data))
        return len(data) or _END

    def _seek(self, _own: object, offset: int, whence: int) -> int:
        if whence & _SIZE_ASKED:
            return self._size
        try:
            return self._file.seek(offset, whence & 3)
        except (OSError, ValueError):
            return -1


def _decoder(ffmpeg: Ffmpeg, demuxer: c_void_p, pixels: int) -> tuple[c_void_p | None, int]:
    call, codec = ffmpeg.call, c_void_p()
    call("avformat_find_stream_info")(demuxer, None)
    stream = call("av_find_best_stream")(demuxer, _VIDEO, -1, -1, byref(codec), 0)
    if stream < 0:
        return None, 0
    streams = _pointer(demuxer, _STREAMS)
    parameters = _pointer(_pointer(streams, 8 * stream), _CODECPAR)
    decoder = c_void_p(call("avcodec_alloc_context3")(codec))
    call("avcodec_parameters_to_context")(decoder, parameters)
    call("av_opt_set_int")(decoder, c_char_p(b"max_pixels"), c_int64(pixels), 0)
    if call("avcodec_open2")(decoder, codec, None) < 0:
        return None, 0
    return decoder, stream


def _frame(ffmpeg: Ffmpeg, demuxer: c_void_p, decoder: c_void_p, stream: int) -> c_void_p | None:
    """Decode until there is a picture."""
    call = ffmpeg.call
    packet, frame = c_void_p(call("av_packet_alloc")()), c_void_p(call("av_frame_alloc")())
    for _ in range(PATIENCE):
        more = call("av_read_frame")(demuxer, packet) >= 0
        if not more:
            call("avcodec_send_packet")(decoder, None)
        elif _number(packet, _STREAM_INDEX) == stream:
            call("avcodec_send_packet")(decoder, packet)
        call("av_packet_unref")(packet)
        if call("avcodec_receive_frame")(decoder, frame) == 0:
            return frame
        if not more:
            break
    return None


def _picture(ffmpeg: Ffmpeg, frame: c_void_p, side: int) -> Image.Image | None:
    width, height = _number(frame, _WIDTH), _number(frame, _HEIGHT)
    least = min(1.0, side / max(width, height))
    size = max(1, round(width * least)), max(1, round(height * least))
    scaler = c_void_p(
        ffmpeg.call("sws_getContext")(
            width, height, _number(frame, _FORMAT), *size, _RGB24, _BILINEAR, None, None, None
        )
    )
    if not scaler:
        return None
    line = size[0] * 3
    room = ctypes.create_string_buffer(line * size[1] + 64)
    planes, lines = (c_void_p * 4)(ctypes.addressof(room)), (c_int * 4)(line)
    base = frame.value or 0
    ffmpeg.call("sws_scale")(scaler, c_void_p(base), c_void_p(base + _LINES), 0, height, planes, lines)
    return Image.frombytes("RGB", size, room.raw[: line * size[1]])


def _pointer(start: c_void_p, at: int) -> c_void_p:
    return c_void_p(c_void_p.from_address((start.value or 0) + at).value)


def _number(start: c_void_p, at: int) -> int:
    return c_int.from_address((start.value or 0) + at).value


def _put(start: c_void_p, at: int, value: c_void_p) -> None:
    c_void_p.from_address((start.value or 0) + at).value = value.value
