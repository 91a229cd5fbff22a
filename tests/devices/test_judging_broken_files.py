"""Files cut or flipped anywhere: always a verdict, never a surprise."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stationkiosk.devices.evidence import child
from stationkiosk.devices.evidence.answer import VERDICTS
from stationkiosk.devices.evidence.examine import Examiner
from stationkiosk.devices.evidence.limits import Limits
from stationkiosk.domain.errors import KnownError
from tests import samples

WHOLE = {
    "jpeg": samples.jpeg(300, 200),
    "png": samples.png(300, 200),
    "pdf": samples.pdf(2),
    "film": samples.film(),
}
kinds = st.sampled_from(sorted(WHOLE))


def judged(data: bytes) -> str:
    """Return the key of the refusal, or "" for a file that is taken."""
    head, _thumbnail = child.verdict(io.BytesIO(data), Limits())
    assert head.get("fault", "") in VERDICTS | {""}
    return str(head.get("fault", ""))


@pytest.mark.parametrize("kind", WHOLE)
def test_the_whole_file_is_taken(kind: str) -> None:
    assert judged(WHOLE[kind]) == ""


@given(kinds, st.floats(0, 0.97))
def test_a_file_cut_anywhere_is_never_taken(kind: str, part: float) -> None:
    whole = WHOLE[kind]
    assert judged(whole[: int(len(whole) * part)]) in ("file_damaged", "file_kind_unknown")


@given(kinds, st.binary(min_size=1, max_size=64), st.floats(0, 1))
def test_bytes_put_over_a_film_or_photo_give_a_verdict(kind: str, noise: bytes, place: float) -> None:
    whole = WHOLE["png" if kind == "pdf" else kind]
    at = int(len(whole) * place)
    judged(whole[:at] + noise + whole[at + len(noise) :])


@given(st.binary(max_size=2000))
def test_bytes_of_no_kind_are_refused(data: bytes) -> None:
    assert judged(data) != ""


@given(
    st.lists(
        st.tuples(st.sampled_from([b"ftyp", b"moov", b"trak", b"mdia", b"hdlr", b"mdat"]), st.binary())
    )
)
def test_boxes_in_any_order_give_a_verdict(boxes: list[tuple[bytes, bytes]]) -> None:
    judged(b"".join(samples.box(kind, body) for kind, body in boxes))


def test_boxes_within_boxes_without_end_are_refused() -> None:
    many = samples.box(b"ftyp", b"isom") + samples.box(b"free") * 100_001
    assert judged(many) == "file_damaged"


def test_large_boxes_and_boxes_to_the_end_are_walked() -> None:
    body = b"SAMPLE" * 10
    large = (1).to_bytes(4) + b"mdat" + (16 + len(body)).to_bytes(8) + body
    start = samples.film()[: samples.film().index(b"mdat") - 4]
    assert judged(start + large) == ""
    assert judged(start + bytes(4) + b"mdat" + body) == ""
    assert judged(start + (1).to_bytes(4) + b"mdat" + (1 << 62).to_bytes(8)) == "file_damaged"
    assert judged(start + (4).to_bytes(4) + b"mdat") == "file_damaged"


def test_a_film_of_the_old_kind_begins_without_a_brand() -> None:
    film = samples.film()
    moov = film[film.index(b"moov") - 4 : film.index(b"mdat") - 4]
    head, _ = child.verdict(
        io.BytesIO(samples.box(b"wide") + samples.box(b"mdat", b"x") + moov + bytes(4)), Limits()
    )
    assert head == {"media_type": "video/quicktime", "pages": 0, "seconds": 0, "thumbnail": 0}


@settings(max_examples=25)
@given(noise=st.binary(min_size=1, max_size=40), place=st.floats(0, 1), part=st.floats(0.5, 1))
def test_a_pdf_with_bytes_put_over_it_gives_a_verdict_and_never_harms_us(
    examiner: Examiner, tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: float, part: float
) -> None:
    whole = WHOLE["pdf"]
    at = int(len(whole) * place)
    path = tmp_path_factory.getbasetemp() / "noise.pdf"
    path.write_bytes((whole[:at] + noise + whole[at + len(noise) :])[: int(len(whole) * part) + 50])
    try:
        key = examiner.examine(path).media_type
    except KnownError as refused:
        key = refused.key
    assert key in VERDICTS | {"application/pdf"}


def test_the_childs_own_place_in_a_file_moves_as_a_files_does(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    handle = os.open(path, os.O_RDONLY)
    with io.BufferedReader(child.Apart(handle)) as file:
        assert file.read(3) == b"012"
        assert (file.seek(-2, io.SEEK_END), file.read()) == (8, b"89")
        assert (file.seek(1), file.seek(3, io.SEEK_CUR), file.read(1)) == (1, 4, b"4")
        with pytest.raises(ValueError, match="before"):
            file.seek(-11, io.SEEK_END)
    assert os.lseek(handle, 0, os.SEEK_CUR) == 0
    os.close(handle)
