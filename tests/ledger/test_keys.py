from __future__ import annotations

import stat
from pathlib import Path

import pytest

from stationkiosk.domain.errors import KnownError
from stationkiosk.ledger.keys import (
    box_key,
    complete_keys,
    create_keys,
    from_json,
    key_id,
    load_keys,
    to_json,
    unbox_key,
    write_keys,
)
from stationkiosk.ledger.seal import open_seal, public_of, seal
from tests.store.conftest import SeededRandom

RECOVERY = public_of(b"r" * 32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "keys"
    create_keys(place, SeededRandom(), RECOVERY)
    return place


def fault(folder: Path, **more: object) -> KnownError:
    with pytest.raises(KnownError) as told:
        load_keys(folder, environ={}, **more)  # type: ignore[arg-type]
    return told.value


def test_keys_are_made_once_and_for_the_owner_only(folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    with pytest.raises(KnownError, match="keys_exist"):
        create_keys(folder, SeededRandom(), RECOVERY)


def test_a_kiosk_never_touches_the_key_that_opens_seals(folder: Path) -> None:
    (folder / "seal.key").write_text("not a key")
    keys = load_keys(folder, environ={})
    assert keys.seal_private is None
    (folder / "seal.key").unlink()
    assert load_keys(folder, environ={}) == keys
    assert fault(folder, desk=True).key == "key_missing"


def test_a_desk_reads_what_a_kiosk_sealed(folder: Path) -> None:
    box = seal(load_keys(folder, environ={}).seal_public, b"secret", b"")
    desk = load_keys(folder, desk=True, environ={})
    assert desk.seal_private is not None
    assert open_seal(desk.seal_private, box, b"") == b"secret"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_others_can_read_is_refused(folder: Path, mode: int) -> None:
    (folder / "sign.key").chmod(mode)
    told = fault(folder)
    assert (told.key, told.values["file"]) == ("key_exposed", str(folder / "sign.key"))


def test_public_keys_may_be_read_by_anyone(folder: Path) -> None:
    (folder / "seal.pub").chmod(0o644)
    assert load_keys(folder, environ={}).recovery_public == RECOVERY


@pytest.mark.parametrize("content", ["", "xyz", "00" * 31, "00" * 33, "é"])
def test_a_damaged_key_is_named(folder: Path, content: str) -> None:
    (folder / "store.key").write_text(content)
    assert fault(folder).key == "key_damaged"


def test_a_missing_key_is_named(folder: Path) -> None:
    (folder / "pepper.key").unlink()
    assert fault(folder).values["file"] == str(folder / "pepper.key")


def test_credentials_of_the_system_come_first(folder: Path, tmp_path: Path) -> None:
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "store.key").write_text("ab" * 32)
    (credentials / "store.key").chmod(0o444)
    with pytest.raises(KnownError, match="key_exposed"):
        load_keys(folder, environ={"CREDENTIALS_DIRECTORY": str(credentials)})
    (credentials / "store.key").chmod(0o440)
    keys = load_keys(folder, environ={"CREDENTIALS_DIRECTORY": str(credentials)})
    assert keys.store == b"\xab" * 32
    assert keys.sign == load_keys(folder, environ={}).sign


def test_a_key_that_may_not_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", refuse)
    assert fault(folder).key == "key_unreadable"


@pytest.mark.parametrize(("reader", "file"), [("mediator", "seal.key"), ("officer", "officer.key")])
def test_a_key_that_opens_seals_is_boxed_for_the_recovery_key_alone(
    folder: Path, reader: str, file: str
) -> None:
    box = box_key(folder, reader)
    before = (folder / file).read_text()
    unbox_key(folder, reader, box, b"r" * 32)
    (folder / file).unlink()
    with pytest.raises(KnownError, match="seal_closed"):
        unbox_key(folder, reader, box, b"x" * 32)
    unbox_key(folder, reader, box, b"r" * 32)
    assert (folder / file).read_text() == before


def test_neither_reader_opens_what_is_sealed_to_the_other(folder: Path) -> None:
    desk = load_keys(folder, desk=True, environ={})
    assert desk.seal_private
    assert desk.officer_private
    for reader, own, other in (
        ("mediator", desk.seal_private, desk.officer_private),
        ("officer", desk.officer_private, desk.seal_private),
    ):
        box = seal(desk.public_of(reader), b"secret", b"name")
        assert open_seal(own, box, b"name") == b"secret"
        with pytest.raises(KnownError, match="seal_closed"):
            open_seal(other, box, b"name")


def test_a_folder_from_before_the_officers_had_a_key_is_completed(folder: Path) -> None:
    for name in ("officer.key", "officer.pub"):
        (folder / name).unlink()
    old = load_keys(folder, environ={})
    with pytest.raises(KnownError, match="officer_key_missing"):
        old.public_of("officer")
    assert from_json(to_json(old)) == old
    assert load_keys(folder, desk=True, environ={}).officer_private is None
    assert complete_keys(folder, SeededRandom())
    made = load_keys(folder, desk=True, environ={})
    assert public_of(made.officer_private or b"") == made.public_of("officer")
    assert complete_keys(folder, SeededRandom())
    assert load_keys(folder, desk=True, environ={}) == made
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_machine_without_the_mediators_key_gets_none_for_the_officers(folder: Path) -> None:
    for name in ("seal.key", "officer.key", "officer.pub"):
        (folder / name).unlink()
    before = set(folder.iterdir())
    assert not complete_keys(folder, SeededRandom())
    assert set(folder.iterdir()) == before


def test_a_folder_that_cannot_be_written_to_stays_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "officer.key").unlink()

    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr("os.open", refuse)
    assert not complete_keys(folder, SeededRandom())


def test_of_two_programs_that_complete_a_folder_one_makes_the_key(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = (folder / "officer.key").read_bytes()
    monkeypatch.setattr(Path, "exists", lambda _self: False)
    assert complete_keys(folder, SeededRandom())
    assert (folder / "officer.key").read_bytes() == keys
    assert len(list(folder.iterdir())) == 8


def test_keys_travel_in_a_backup_and_show_nothing_of_themselves(folder: Path) -> None:
    keys = load_keys(folder, environ={})
    assert from_json(to_json(keys)) == keys
    write_keys(folder / "restored", keys)
    assert load_keys(folder / "restored", environ={}) == keys
    assert not (folder / "restored" / "seal.key").exists()
    assert keys.store.hex() not in repr(keys)
    assert len(keys.sign_public) == 32
    assert len(key_id(keys.sign_public)) == 16
