"""Photos: decoded whole, so that a damaged one is found, and made into a small picture."""

from __future__ import annotations

import io
from typing import BinaryIO

from PIL import Image, ImageOps
from PIL.MpoImagePlugin import MpoImageFile

from stationkiosk.devices.evidence import heic
from stationkiosk.devices.evidence.limits import Limits
from stationkiosk.devices.evidence.sniff import HEIC, JPEG, PNG
from stationkiosk.domain.errors import KnownError

Image.preinit()  # nothing can be loaded once the child is walled in
heic.prepare()
Image.MAX_IMAGE_PIXELS = None  # judged here, before anything is decoded

#: The longest side up to which a picture is one among others and its bytes are saved.
SMALL = 400

_READERS: dict[str, tuple[str, ...]] = {
    JPEG: ("JPEG", str(MpoImageFile.format)),
    PNG: ("PNG",),
    HEIC: (heic.FORMAT,),
}


def judge_picture(file: BinaryIO, media_type: str, limits: Limits) -> bytes:
    """Return the thumbnail (PNG, upright, no metadata); raise ``KnownError`` for too many pixels."""
    if media_type == HEIC:
        heic.require_whole(file)
    with Image.open(file, formats=_READERS[media_type]) as picture:
        width, height = picture.size
        if width * height > limits.pixels:
            raise KnownError("file_too_many_pixels", width=str(width), height=str(height))
        side = limits.thumbnail
        picture.draft("RGB", (side * 2, side * 2))
        picture.load()
        return small_png(picture, side)


def small_png(picture: Image.Image, side: int) -> bytes:
    """Return ``picture`` upright on white, neither side over ``side`` pixels, as PNG."""
    small = _plain(picture)
    small.thumbnail((side, side), reducing_gap=2.0)
    if "exif" in picture.info:
        small.info["exif"] = picture.info["exif"]
    upright = _upright(small)
    upright.info.clear()
    out = io.BytesIO()
    upright.save(out, "PNG", compress_level=6 if side <= SMALL else 1)
    return out.getvalue()


def _upright(picture: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(picture)
    except Exception:  # a broken EXIF block says nothing about the picture
        return picture


def _plain(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I") or picture.mode == "F":
        return picture.point(lambda level: level / 256).convert("L").convert("RGB")
    if picture.has_transparency_data:
        picture.thumbnail((2560, 2560))
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        white.alpha_composite(clear)
        return white.convert("RGB")
    return picture if picture.mode == "RGB" else picture.convert("RGB")
