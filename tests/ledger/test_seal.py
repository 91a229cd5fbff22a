from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from stationkiosk.domain.errors import KnownError
from stationkiosk.ledger.seal import PADDED_TO, open_seal, open_text, public_of, seal, seal_text

PRIVATE = bytes(range(32))
PUBLIC = public_of(PRIVATE)


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_the_holder_of_the_key_reads_what_was_sealed(plain: bytes, info: bytes) -> None:
    box = seal(PUBLIC, plain, info)
    assert open_seal(PRIVATE, box, info) == plain
    assert len(plain) < 8 or plain not in box


@given(st.text(max_size=300))
def test_a_sealed_text_comes_back_and_its_box_tells_no_length(text: str) -> None:
    box = seal_text(PUBLIC, text, b"field")
    assert open_text(PRIVATE, box, b"field") == text
    filled = -(-(len(text.encode()) + 1) // PADDED_TO) * PADDED_TO
    assert len(box) == len(seal(PUBLIC, bytes(filled), b"field"))


def test_two_seals_of_one_value_differ() -> None:
    assert seal(PUBLIC, b"same", b"") != seal(PUBLIC, b"same", b"")


@given(st.data())
def test_a_changed_box_is_refused(data: st.DataObject) -> None:
    box = bytearray(seal(PUBLIC, b"offer: 50000", b"field"))
    box[data.draw(st.integers(0, len(box) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(KnownError, match="seal_closed"):
        open_seal(PRIVATE, bytes(box), b"field")


@pytest.mark.parametrize("cut", [0, 10, 32, 40])
def test_another_key_place_or_length_is_refused(cut: int) -> None:
    box = seal(PUBLIC, b"offer", b"field")
    other = X25519PrivateKey.generate().private_bytes_raw()
    for key, sealed, info in (
        (other, box, b"field"),
        (PRIVATE, box, b"else"),
        (PRIVATE, box[:cut], b"field"),
    ):
        with pytest.raises(KnownError, match="seal_closed"):
            open_seal(key, sealed, info)
