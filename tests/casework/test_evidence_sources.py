"""Evidence from sticks, camera and scanner: kept once and whole, looked at, never more than fits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image

from stationkiosk.casework.counter import Counter
from stationkiosk.devices.evidence.scanner import ScannerFolder
from stationkiosk.domain.errors import KnownError
from stationkiosk.store.evidence import read
from tests import samples
from tests.casework.world import HeldClock, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A station that has a camera and a scanner too."""
    made = World.make(tmp_path)
    (tmp_path / "scans").mkdir()
    made.station = replace(
        made.station,
        scanner=ScannerFolder(tmp_path / "scans", made.clock),
        terms=replace(made.station.terms, camera="sample", max_evidence=100_000),
    )
    yield made
    made.close()


@pytest.fixture
def counter(world: World) -> Counter:
    return world.counter()


@pytest.fixture
def draft(counter: Counter) -> UUID:
    return counter.open_draft("filing.trademark").id


def size_of(png: bytes | None) -> tuple[int, int]:
    assert png is not None
    return Image.open(io.BytesIO(png)).size


def test_the_terms_name_what_the_station_has(world: World, counter: Counter) -> None:
    terms = counter.evidence_terms()
    assert terms.sources == ("usb", "camera", "scanner")
    assert (terms.most_files, terms.most_total, terms.made_up) == (10, 100_000, True)
    poor = replace(
        world.station, scanner=None, sticks=(), terms=replace(world.station.terms, camera="none")
    )
    assert Counter(poor).evidence_terms().sources == ()


def test_a_picture_taken_here_is_kept_as_it_is(world: World, counter: Counter, draft: UUID) -> None:
    taken = samples.jpeg()
    exhibit = counter.keep_picture(draft, taken, "camera", "照片 1.jpg")
    assert (exhibit.name, exhibit.source, exhibit.media_type) == ("照片 1.jpg", "camera", "image/jpeg")
    assert b"".join(read(world.station.store, draft, exhibit.sha256)) == taken
    assert size_of(counter.thumbnail(draft, exhibit.sha256)) == (320, 240)


def test_a_scan_is_kept_and_goes_from_the_scanners_folder(
    world: World, counter: Counter, draft: UUID, clock: HeldClock
) -> None:
    folder = world.folder / "scans"
    (folder / "theirs.pdf").write_bytes(samples.pdf())
    counter.begin_scan()
    (folder / "scan.pdf").write_bytes(samples.pdf(3))
    assert counter.found_files("scanner").coming
    clock.move(seconds=2)
    [found] = counter.found_files("scanner").files
    exhibit = counter.keep_evidence(draft, found.path, "scanner")
    assert (exhibit.source, exhibit.pages) == ("scanner", 3)
    assert [path.name for path in folder.iterdir()] == ["theirs.pdf"]
    with pytest.raises(KnownError, match="file_no_access"):
        counter.keep_evidence(draft, folder / "theirs.pdf", "scanner")
    counter.close_session()
    assert counter.found_files("scanner").files == ()


def test_a_scan_that_cannot_be_removed_is_kept_all_the_same(
    world: World, counter: Counter, draft: UUID, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter.begin_scan()
    (world.folder / "scans" / "scan.pdf").write_bytes(samples.pdf())
    counter.found_files("scanner")
    clock.move(seconds=2)
    [found] = counter.found_files("scanner").files
    monkeypatch.setattr(ScannerFolder, "took", lambda *_: False)
    assert counter.keep_evidence(draft, found.path, "scanner").pages == 2


def test_a_station_without_a_scanner_says_so(world: World) -> None:
    counter = Counter(replace(world.station, scanner=None))
    for ask in (counter.begin_scan, lambda: counter.found_files("scanner")):
        with pytest.raises(KnownError, match="scanner_missing"):
            ask()
    counter.close_session()


def test_a_file_is_looked_at_page_by_page_before_and_after(
    world: World, counter: Counter, draft: UUID
) -> None:
    path = world.folder / "usb" / "paper.pdf"
    path.write_bytes(samples.pdf(3))
    before = counter.look_at_found(path, "usb", 2)
    assert (before.media_type, before.pages) == ("application/pdf", 3)
    assert max(size_of(before.picture)) == 1600
    exhibit = counter.keep_evidence(draft, path, "usb")
    path.unlink()
    assert max(size_of(counter.look_at_kept(draft, exhibit.sha256, 1).picture)) == 1600
    film = world.folder / "usb" / "film"
    film.write_bytes(samples.film(seconds=9))
    seen = counter.look_at_found(film, "usb", 0)
    assert (seen.seconds, seen.picture) == (9, None)


def test_the_small_picture_of_a_draft_resumed_is_drawn_anew(counter: Counter) -> None:
    opened = counter.open_draft("filing.trademark")
    exhibit = counter.keep_picture(opened.id, samples.jpeg())
    counter.save_draft(opened.id, {})
    counter.close_session()
    assert counter.thumbnail(opened.id, exhibit.sha256) is None
    with pytest.raises(KnownError, match="evidence_missing"):
        counter.look_at_kept(opened.id, exhibit.sha256, 0)
    counter.resume_by_code(opened.code)
    assert size_of(counter.thumbnail(opened.id, exhibit.sha256)) == (320, 240)
    assert counter.thumbnail(opened.id, "0" * 64) is None


def test_files_are_taken_up_to_a_size_in_all(world: World, counter: Counter, draft: UUID) -> None:
    path = world.folder / "usb" / "sound.wav"
    path.write_bytes(samples.wav(7))
    counter.keep_evidence(draft, path, "usb")
    path.write_bytes(samples.wav(6))
    with pytest.raises(KnownError, match="file_over_total"):
        counter.keep_evidence(draft, path, "usb")


def test_keeping_tells_how_far_it_is_and_can_be_stopped(
    world: World, counter: Counter, draft: UUID
) -> None:
    path = world.folder / "usb" / "sound.wav"
    path.write_bytes(samples.wav(7))
    told: list[int] = []
    counter.keep_evidence(draft, path, "usb", progress=lambda done, total: told.append(done * 100 // total))
    assert told[-1] == 100

    def stop(_done: int, _total: int) -> None:
        raise KnownError("file_stopped")

    path.write_bytes(samples.wav(3))
    with pytest.raises(KnownError, match="file_stopped"):
        counter.keep_evidence(draft, path, "usb", progress=stop)


def test_a_stick_pulled_half_way_is_told_and_leaves_nothing_of_the_file(
    world: World, counter: Counter, draft: UUID
) -> None:
    path = world.folder / "usb" / "sound.wav"
    path.write_bytes(samples.wav(7))

    def pull(_done: int, _total: int) -> None:
        raise OSError(5, "pulled")

    with pytest.raises(KnownError, match="file_gone"):
        counter.keep_evidence(draft, path, "usb", progress=pull)
