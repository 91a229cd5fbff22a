"""HEIC photos: read in the child where the reader is installed, told where it is not."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stationkiosk.devices.evidence import heic
from stationkiosk.devices.evidence.alone import start_no_process
from stationkiosk.devices.evidence.answer import VERDICTS
from stationkiosk.devices.evidence.child import verdict
from stationkiosk.devices.evidence.examine import Examiner
from stationkiosk.devices.evidence.limits import Limits
from tests import samples
from tests.devices.holding import Put, fault, thumbnail

pytest.importorskip("pillow_heif")

WHOLE = samples.heic()


def test_a_photo_is_taken_with_its_small_picture(examiner: Examiner, put: Put) -> None:
    path = put("IMG_0001.pdf", WHOLE)
    found = examiner.examine(path)
    assert found.media_type == "image/heic"
    assert thumbnail(found).size == (320, 240)
    assert path.read_bytes() == WHOLE


def test_it_is_drawn_large(examiner: Examiner, put: Put) -> None:
    assert thumbnail(examiner.draw(put("a.heic", WHOLE), 0, 600)).size == (600, 450)


def test_a_child_without_the_rights_of_root_reads_it_too(put: Put) -> None:
    command = (sys.executable, "-P", "-c", AS_NOBODY)
    with Examiner(ahead=False, command=command) as examiner:
        assert examiner.examine(put("a.heic", WHOLE)).media_type == "image/heic"


AS_NOBODY = """
import os
from stationkiosk.devices.evidence import child
if os.geteuid() == 0: os.setuid(65534)
child.main()
"""


def test_where_no_reader_is_installed_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heic, "pillow_heif", None)
    heic.prepare()
    head, _ = verdict(io.BytesIO(WHOLE), Limits())
    assert head["fault"] == "file_heic_unread"


def test_where_no_thread_may_start_none_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heic, "_threads", True)
    heic.do_without()
    assert verdict(io.BytesIO(WHOLE), Limits())[0]["fault"] == "file_heic_unread"


def test_a_machine_that_is_not_known_keeps_the_older_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.machine", lambda: "abacus")
    assert not start_no_process()


def test_too_many_pixels_are_refused_before_they_are_decoded(put: Put) -> None:
    with Examiner(Limits(pixels=640 * 480 - 1), ahead=False) as examiner:
        assert fault(lambda: examiner.examine(put("a.heic", WHOLE))).key == "file_too_many_pixels"


@given(st.floats(0, 0.97))
def test_one_cut_anywhere_is_never_taken(part: float) -> None:
    head, _ = verdict(io.BytesIO(WHOLE[: int(len(WHOLE) * part)]), Limits())
    assert head.get("fault") in ("file_damaged", "file_kind_unknown")


@settings(max_examples=25, deadline=None)
@given(noise=st.binary(min_size=1, max_size=40), place=st.floats(0, 1))
def test_bytes_put_over_one_give_a_verdict_and_never_harm_us(
    examiner: Examiner, tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: float
) -> None:
    at = int(len(WHOLE) * place)
    path = tmp_path_factory.getbasetemp() / "noise.heic"
    path.write_bytes(WHOLE[:at] + noise + WHOLE[at + len(noise) :])
    try:
        key = examiner.examine(path).media_type
    except Exception as refused:
        key = getattr(refused, "key", repr(refused))
    assert key in VERDICTS | {"image/heic", "video/mp4", "audio/mp4"}
