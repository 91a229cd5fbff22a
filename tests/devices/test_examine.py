from __future__ import annotations

import io
import os

import pikepdf
import pytest
from PIL import Image, ImageCms

from stationkiosk.devices.evidence.examine import Examiner, examine
from stationkiosk.devices.evidence.limits import MIB, Limits
from tests import samples
from tests.devices.holding import Put, chunk, fault, thumbnail


@pytest.mark.parametrize(
    ("data", "media_type", "pages"),
    [
        (samples.jpeg(), "image/jpeg", 0),
        (samples.png(), "image/png", 0),
        (samples.pdf(3), "application/pdf", 3),
        (b"\xef\xbb\xbf\n" + samples.pdf(1), "application/pdf", 1),
        (samples.film(), "video/mp4", 0),
        (samples.film(brand=b"qt  "), "video/quicktime", 0),
        (samples.film(handler=b"soun", brand=b"M4A "), "audio/mp4", 0),
        (samples.wav(), "audio/wav", 0),
        (samples.mp3(), "audio/mpeg", 0),
        (samples.aac(), "audio/aac", 0),
        (samples.amr(), "audio/amr", 0),
    ],
)
def test_what_is_taken_is_known_by_its_content_and_not_by_its_name(
    examiner: Examiner, put: Put, data: bytes, media_type: str, pages: int
) -> None:
    path = put("photo.exe", data)
    found = examiner.examine(path)
    assert (found.media_type, found.pages) == (media_type, pages)
    assert (found.thumbnail_png is None) == media_type.startswith(("video/", "audio/"))
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("photo.jpg", b"MZ\x90\0" + bytes(200), "EXE"),
        ("scan.pdf", b"<!DOCTYPE html><html>%PDF-1.7</html>", "HTML"),
        ("scan.pdf", b"PK\x03\x04" + bytes(50), "DOCX, XLSX, ZIP"),
        ("photo.png", b"GIF89a" + bytes(50), "GIF"),
        ("photo.jpg", samples.box(b"ftyp", b"avif" + bytes(4) + b"mif1avif"), "AVIF"),
        ("film.mp4", samples.film(handler=b"text"), "MP4 ?"),
        ("photo.jpg", b"RIFF\x10\0\0\0WEBPVP8 ", "WEBP"),
        ("notes.pdf", "你好".encode(), "TXT"),
        ("x", bytes(64), "?"),
    ],
)
def test_disguised_files_are_refused_with_what_they_are_and_what_is_taken(
    examiner: Examiner, put: Put, name: str, data: bytes, found: str
) -> None:
    refused = fault(lambda: examiner.examine(put(name, data)))
    assert refused.key == "file_kind_unknown"
    assert refused.values == {"found": found}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file_empty"),
        (samples.jpeg()[:3000], "file_damaged"),
        (samples.jpeg()[:3], "file_damaged"),
        (samples.png()[:-40], "file_damaged"),
        (samples.pdf()[:-10], "file_damaged"),
        (b"%PDF-1.7 nothing more %%EOF", "file_damaged"),
        (samples.pdf(password="secret"), "file_locked"),
        (samples.film()[:-1], "file_damaged"),
        (samples.film()[:30], "file_damaged"),
        (samples.box(b"ftyp", b"isom" + bytes(4)) + samples.box(b"mdat", b"cut"), "file_damaged"),
    ],
)
def test_empty_cut_and_locked_files_are_told_apart(
    examiner: Examiner, put: Put, data: bytes, key: str
) -> None:
    assert fault(lambda: examiner.examine(put("file", data))).key == key


def test_a_pdf_locked_only_against_changes_is_taken(examiner: Examiner, put: Put) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(samples.pdf(2))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert examiner.examine(put("a.pdf", out.getvalue())).pages == 2


def test_a_file_over_the_size_is_refused_before_it_is_read(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put("large.jpg", samples.jpeg())
    os.truncate(path, 3 * MIB + 1)
    refused = fault(lambda: examine(path, Limits(file=3 * MIB)))
    assert (refused.key, refused.values) == ("file_too_large", {"megabytes": "4", "most": "3"})


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_thumbnail_stands_upright_whichever_way_the_telephone_was_held(
    examiner: Examiner, put: Put, orientation: int
) -> None:
    small = thumbnail(examiner.examine(put("a.jpg", samples.jpeg(800, 400, orientation))))
    assert small.size == ((320, 160) if orientation < 5 else (160, 320))
    width, height = small.size
    red = {
        corner
        for corner, at in {
            "upper left": (8, 8),
            "upper right": (width - 8, 8),
            "lower right": (width - 8, height - 8),
            "lower left": (8, height - 8),
        }.items()
        if small.getpixel(at)[1] < 100  # type: ignore[index]
    }
    corners = ["upper left", "upper right", "lower right", "lower left"]
    assert red == {[*corners, corners[0], corners[1], corners[2], corners[3]][orientation - 1]}


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1", "I;16"])
def test_every_kind_of_png_gets_a_thumbnail(examiner: Examiner, put: Put, mode: str) -> None:
    small = thumbnail(examiner.examine(put("a.png", samples.png(mode=mode))))
    assert max(small.size) == 320


def test_sixteen_bits_of_grey_keep_their_light(examiner: Examiner, put: Put) -> None:
    out = io.BytesIO()
    Image.new("I;16", (50, 50), 40000).save(out, "PNG")
    assert thumbnail(examiner.examine(put("a.png", out.getvalue()))).getpixel((9, 9)) == (156, 156, 156)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_every_kind_of_jpeg_gets_a_thumbnail(examiner: Examiner, put: Put, mode: str) -> None:
    assert thumbnail(examiner.examine(put("a.jpg", samples.jpeg(mode=mode)))).size == (320, 240)


def test_what_is_clear_in_a_png_shows_white(examiner: Examiner, put: Put) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    assert thumbnail(examiner.examine(put("a.png", out.getvalue()))).getpixel((25, 25)) == (255, 255, 255)


def test_a_thumbnail_says_nothing_of_the_place_or_the_telephone(examiner: Examiner, put: Put) -> None:
    exif = Image.Exif()
    exif[0x010F] = "MARKER telephone"
    out = io.BytesIO()
    samples.picture().save(out, "JPEG", exif=exif, comment=b"MARKER")
    found = examiner.examine(put("a.jpg", out.getvalue()))
    assert b"MARKER" not in (found.thumbnail_png or b"")


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 5000), (5000, 1)])
def test_odd_shapes_are_taken(examiner: Examiner, put: Put, width: int, height: int) -> None:
    assert max(thumbnail(examiner.examine(put("a.png", samples.png(width, height)))).size) <= 320


@pytest.mark.parametrize(("width", "height"), [(3, 3), (14400, 14400), (3, 14400)])
def test_odd_pages_are_taken(examiner: Examiner, put: Put, width: int, height: int) -> None:
    found = examiner.examine(put("a.pdf", samples.pdf(1, width=width, height=height)))
    assert max(thumbnail(found).size) <= 320


def test_giant_dimensions_are_refused_before_anything_is_decoded(examiner: Examiner, put: Put) -> None:
    head = (60000).to_bytes(4) + (60000).to_bytes(4) + b"\x08\x02\0\0\0"
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    refused = fault(lambda: examiner.examine(put("a.png", data)))
    assert refused.key == "file_too_many_pixels"
    assert refused.values == {"width": "60000", "height": "60000"}


def test_a_pdf_of_too_many_pages_is_refused(put: Put) -> None:
    refused = fault(lambda: examine(put("a.pdf", samples.pdf(4)), Limits(pages=3)))
    assert (refused.key, refused.values) == ("file_too_many_pages", {"pages": "4", "most": "3"})


def test_photos_as_telephones_write_them_are_taken(examiner: Examiner, put: Put) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SAMPLE"
    drawn, profile = samples.picture(), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for options in (
        {"format": "JPEG", "progressive": True, "icc_profile": profile, "exif": exif},
        {"format": "MPO", "save_all": True, "append_images": [drawn], "exif": exif},
        {"format": "JPEG", "exif": b"Exif\0\0broken"},
        {"format": "PNG", "exif": exif, "icc_profile": profile},
    ):
        out = io.BytesIO()
        drawn.save(out, **options)
        turned = thumbnail(examiner.examine(put("photo", out.getvalue()))).size
        assert turned == ((320, 240) if options["exif"] == b"Exif\0\0broken" else (240, 320))


def test_samples_in_full_pass(examiner: Examiner, put: Put) -> None:
    assert examiner.examine(put("shop.jpg", samples.shop_photo())).media_type == "image/jpeg"
    assert examiner.examine(put("certificate.pdf", samples.certificate())).pages == 2
