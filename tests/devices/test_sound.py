"""Sound: judged by its frames, its length told, broken and disguised ones refused."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.devices.evidence import child
from stationkiosk.devices.evidence.answer import VERDICTS
from stationkiosk.devices.evidence.limits import Limits
from tests import samples

WHOLE = {
    "audio/wav": samples.wav(),
    "audio/mpeg": samples.mp3(),
    "audio/aac": samples.aac(),
    "audio/amr": samples.amr(),
    "audio/mp4": samples.film(handler=b"soun", brand=b"M4A ", seconds=2),
}
kinds = st.sampled_from(sorted(WHOLE))


def judged(data: bytes) -> tuple[str, int]:
    """Return media type or key of the refusal, and the seconds."""
    head, _ = child.verdict(io.BytesIO(data), Limits())
    assert head.get("fault", "") in VERDICTS | {""}
    return str(head.get("fault") or head["media_type"]), int(str(head.get("seconds", 0)))


@pytest.mark.parametrize("kind", WHOLE)
def test_each_kind_is_known_and_its_length_told(kind: str) -> None:
    assert judged(WHOLE[kind]) == (kind, 2)


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (samples.mp3(tag=samples.id3()), 2),
        (samples.mp3() + b"TAG" + bytes(125), 2),
        (samples.mp3() + bytes(3000), 2),
        (samples.mp3() + b"APETAGEX" + bytes(3000), 2),
        (samples.mp3()[:-100], 2),
        (samples.mp3(3), 1),
        ((b"\xff\xf3\x40\xc4" + bytes(100)) * 84, 2),
        ((b"\xff\xe3\x40\xc4" + bytes(204)) * 42, 2),
    ],
)
def test_mp3_as_recorders_write_it_is_taken(data: bytes, seconds: int) -> None:
    assert judged(data) == ("audio/mpeg", seconds)


def test_aac_behind_a_tag_is_no_mp3() -> None:
    assert judged(samples.id3() + samples.aac()) == ("audio/aac", 2)


def test_wide_amr_is_taken() -> None:
    assert judged(samples.amr(wide=True)) == ("audio/amr", 2)


def test_a_recording_that_was_never_closed_is_taken_to_its_end() -> None:
    wav = samples.wav()
    assert judged(wav[:40] + b"\xff\xff\xff\xff" + wav[44:]) == ("audio/wav", 2)
    assert judged(wav[:40] + bytes(4) + wav[44:]) == ("audio/wav", 2)


@pytest.mark.parametrize(
    "data",
    [
        samples.wav()[:-1],
        samples.wav()[:44],
        samples.wav()[:20],
        samples.wav().replace(b"data", b"junk"),
        samples.wav()[:28] + bytes(4) + samples.wav()[32:],
        samples.mp3(2),
        samples.mp3() + b"\x90" * 5000,
        samples.id3() + b"MZ" + bytes(500),
        samples.id3(),
        b"ID3",
        samples.aac(2),
        samples.aac() + b"\x90" * 5000,
        b"\xff\xf1\x50\x80\x00\x00\x00" * 50,
        b"#!AMR\n",
        samples.amr(2),
        samples.amr() + b"\xff" * 5000,
    ],
)
def test_broken_sound_is_damaged(data: bytes) -> None:
    assert judged(data) == ("file_damaged", 0)


@given(kinds, st.floats(0, 0.4))
def test_sound_cut_short_never_lasts_as_long(kind: str, part: float) -> None:
    whole = WHOLE[kind]
    told, seconds = judged(whole[: int(len(whole) * part)])
    assert told in (kind, "file_damaged", "file_kind_unknown")
    assert seconds < 2


@given(kinds, st.binary(min_size=1, max_size=64), st.floats(0, 1))
def test_bytes_put_over_sound_give_a_verdict(kind: str, noise: bytes, place: float) -> None:
    whole = WHOLE[kind]
    at = int(len(whole) * place)
    judged(whole[:at] + noise + whole[at + len(noise) :])


@given(
    st.sampled_from(
        [b"ID3", b"\xff\xfb\x90\0", b"\xff\xf1\x50\x80", b"#!AMR\n", b"#!AMR-WB\n", b"RIFF\0\0\0\0WAVE"]
    ),
    st.binary(max_size=3000),
)
def test_any_bytes_behind_a_sounds_start_give_a_verdict(start: bytes, rest: bytes) -> None:
    judged(start + rest)


@pytest.mark.parametrize("version", [0, 1])
def test_a_films_length_is_told_where_its_header_says_one(version: int) -> None:
    film = samples.film(seconds=75)
    assert judged(film) == ("video/mp4", 75)
    at = film.index(b"mvhd") + 4
    if version:
        body = b"\x01" + bytes(19) + (600).to_bytes(4) + (600 * 90).to_bytes(8)
        assert judged(film[:at] + body + film[at + len(body) :]) == ("video/mp4", 90)
    endless = film[: at + 12] + (1).to_bytes(4) + b"\xff" * 4 + film[at + 20 :]
    assert judged(endless) == ("video/mp4", 0)
    assert judged(film.replace(b"mvhd", b"none")) == ("video/mp4", 0)
