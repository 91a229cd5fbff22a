"""One text gives the same bytes; a change in it gives others; the hands that signed stand on it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from stationkiosk.casework.mediating.pages import agreement_blocks, agreement_pdf
from stationkiosk.casework.mediating.text import Made, SignedBy, plain, read
from stationkiosk.documents.pictures import pages
from stationkiosk.domain.text import Language, Text
from tests.casework.mediating.texts import agreement_text
from tests.casework.world import World


def test_a_text_is_kept_and_read_again_as_it_was() -> None:
    text = agreement_text()
    assert read(json.loads(json.dumps(plain(text)))) == text


def test_the_same_text_gives_the_same_bytes_and_a_change_gives_others(world: World) -> None:
    station, text = world.station, agreement_text()
    made = agreement_pdf(station, text, Language.ZH)
    assert made == agreement_pdf(station, read(plain(text)), Language.ZH)
    assert made != agreement_pdf(station, replace(text, version=2), Language.ZH)
    assert made != agreement_pdf(station, text, Language.ZH, draft=True)
    assert len(pages(agreement_pdf(station, text, Language.EN), 20)) >= 1


def test_each_signature_stands_in_its_own_place(world: World) -> None:
    at, as_ = datetime(2026, 11, 23, 2, 0, tzinfo=UTC), Text("本人", "in person")
    drawn = SignedBy(
        n=1, for_n=1, name="欧阳样品", as_=as_, way="pad", at=at, strokes=(((1, 2, 0), (9, 8, 5)),)
    )
    typed = SignedBy(n=0, for_n=0, name="样品调解员", as_=as_, way="typed", at=at)
    blocks = agreement_blocks(world.station.reference.words, agreement_text(), made=Made(by=(drawn, typed)))
    places = [place for block in blocks if block["block"] == "signs" for place in block["signs"]]
    first, second = places
    mediator = blocks[-1]["hand"]
    assert "strokes" in first
    assert "strokes" not in second
    assert mediator["typed"] == "样品调解员"
