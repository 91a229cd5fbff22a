"""Every text is there in both languages, says the same, and keeps to the house's way of speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from stationkiosk.domain.forms import Form
from stationkiosk.domain.text import Text
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.reference.words import FirstWords
from tests.journeys.samples import REFERENCE

LONGEST_SENTENCE = 20
LONGEST_SENTENCE_ZH = 40
BANNED = re.compile(r"(?i)\b(please|sorry|invalid|oops)\b")
HAN = re.compile(r"[\u4e00-\u9fff]")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")


def spoken() -> Iterator[tuple[str, Text]]:
    """Return every text a person may meet, with where it stands."""
    for key in REFERENCE.words.keys():  # noqa: SIM118
        yield key, REFERENCE.words.text(key)
    for form in (*REFERENCE.forms.values(), REFERENCE.triage.form):
        yield from _of_form(form)
    for place in (*REFERENCE.kinds, *REFERENCE.triage.landings):
        yield from _given(place.id, place.why, place.forward)
    for kind in REFERENCE.kinds:
        yield from _given(kind.id, kind.label, kind.hint)
    for consent in REFERENCE.consents:
        yield from _given(consent.id, consent.label, consent.detail, consent.refused)
    for row in chain(*REFERENCE.routes.rows.values()):
        yield from _given(row.id, row.label, row.term, row.why, row.cost, row.agency, row.article)
    yield from _of_rights()
    yield from _of_tracks()


def _of_sums() -> Iterator[tuple[str, Text]]:
    for row in chain(*REFERENCE.fines.rows.values()):
        yield from _given(row.id, row.label, row.article, row.agency)
    for right in chain(*REFERENCE.damages.rows.values()):
        yield from _given(right.id, right.label, right.article)
    for sum_at in chain(*REFERENCE.thresholds.rows.values()):
        yield from _given(sum_at.id, sum_at.label, sum_at.article)
    for part in (*chain(*REFERENCE.shares.rows.values()), *chain(*REFERENCE.rates.rows.values())):
        yield from _given(part.id, part.label)


def _of_tracks() -> Iterator[tuple[str, Text]]:
    for period in chain(*REFERENCE.periods.rows.values()):
        yield from _given(period.id, period.label, period.start, period.article)
    yield from _of_sums()
    yield from _of_agreements()
    for track in TRACKS.values():
        yield from _given(track.id, track.label, *(row.label for row in (*track.states, *track.actions)))


def _of_rights() -> Iterator[tuple[str, Text]]:
    for court in chain(*REFERENCE.matrix.courts.rows.values()):
        yield court.id, court.name
    for venue in chain(*REFERENCE.matrix.venues.rows.values()):
        yield from _given(venue.id, venue.why, venue.article)
    for law in chain(*REFERENCE.laws.rows.values()):
        yield law.id, law.title
    for term in chain(*REFERENCE.terms.rows.values()):
        yield from _given(term.id, term.label, term.start)
    for word in chain(*REFERENCE.number_words.rows.values()):
        yield word.id, word.label
    for ground in chain(*REFERENCE.grounds.rows.values()):
        yield ground.id, ground.label


def _of_form(form: Form) -> Iterator[tuple[str, Text]]:
    yield form.id, form.title
    for page in form.pages:
        yield from _given(page.id, page.title, page.lead, page.next_label)
        for question in page.questions:
            yield from _given(question.id, question.label, question.help, question.unknown_label)
            for option in question.options:
                yield from _given(f"{question.id}.{option.id}", option.label, option.term)


def _of_agreements() -> Iterator[tuple[str, Text]]:
    for clause in chain(*REFERENCE.clauses.rows.values()):
        yield from _given(clause.id, clause.label, clause.words, clause.needs, clause.article)
        for slot in clause.slots:
            where = f"{clause.id}.{slot.id}"
            yield from _given(where, slot.label, *(choice.label for choice in slot.choices))
    for rule in chain(*REFERENCE.confirmability.rows.values()):
        yield from _given(rule.id, rule.what, rule.mend, rule.article)


def _given(where: str, *texts: Text | None) -> Iterator[tuple[str, Text]]:
    return ((where, text) for text in texts if text)


SPOKEN = list(spoken())


def fields(words: str) -> set[str]:
    names = (name for _, name, _, _ in Formatter().parse(words) if name)
    return {name.removesuffix("_zh").removesuffix("_en") for name in names}


def bare(words: str) -> str:
    return "".join(literal for literal, *_ in Formatter().parse(words))


def test_both_languages_take_the_same_values() -> None:
    assert [where for where, text in SPOKEN if fields(text.zh) != fields(text.en)] == []


def test_chinese_is_chinese_and_english_is_english() -> None:
    own = [(where, text) for where, text in SPOKEN if where != "common.other_language"]
    assert [where for where, text in own if HAN.search(text.en)] == []
    assert [
        where
        for where, text in own
        if text.zh != text.en and not HAN.search(text.zh) and re.search("[a-z]{3}", bare(text.zh))
    ] == []


def test_nobody_is_begged_pardoned_or_called_invalid() -> None:
    assert [where for where, text in SPOKEN if BANNED.search(text.en)] == []


def test_sentences_are_short() -> None:
    long = [
        (where, sentence)
        for where, text in SPOKEN
        for sentence in re.split(r"[.;:?!]\s|\n", text.en)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []
    long_zh = [
        (where, sentence)
        for where, text in SPOKEN
        for sentence in re.split(r"[。；？！\n]", text.zh)
        if len(HAN.findall(sentence)) > LONGEST_SENTENCE_ZH
    ]
    assert long_zh == []


def code_out(words: str) -> str:
    """Return words without what is to be typed as it stands in brackets."""
    return re.sub(r"\[[^]]*\]", "", words)


def test_chinese_marks_are_full_width() -> None:
    assert [(where, text.zh) for where, text in SPOKEN if HALF_WIDTH.search(code_out(text.zh))] == []


def test_every_fault_says_what_happened_and_what_to_do() -> None:
    faults = {key.rsplit(".", 1)[0] for key in REFERENCE.words.keys() if key.startswith("fault.")}  # noqa: SIM118
    assert faults
    lacking = [
        f"{fault}.{part}"
        for fault in faults
        for part in ("title", "what", "do")
        if not REFERENCE.words.has(f"{fault}.{part}")
    ]
    assert lacking == []


@pytest.mark.parametrize("consent", REFERENCE.consents, ids=lambda c: c.id)
def test_every_consent_stands_alone_and_says_what_follows_from_a_refusal(consent: object) -> None:
    assert consent.refused.en.startswith("If you refuse:")  # type: ignore[attr-defined]
    assert consent.refused.zh.startswith("不同意：")  # type: ignore[attr-defined]


def test_every_kind_has_its_form_or_says_why_and_where_to_go() -> None:
    assert all(kind.form or (kind.why and kind.forward) for kind in REFERENCE.kinds)


def test_a_routes_reason_is_said_for_every_way() -> None:
    for group in REFERENCE.routes.rows.values():
        for row in group:
            assert row.why.zh
            assert row.source


def test_the_first_words_are_one_files_and_the_rest_come_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('[a]\nword = { zh = "甲", en = "a" }\n', "utf-8")
    (tmp_path / "b.toml").write_text('[b]\nword = { zh = "乙", en = "b" }\n', "utf-8")
    words = FirstWords(tmp_path, "a.toml")
    assert words.text("a.word") == Text("甲", "a")
    assert words.text("b.word") == Text("乙", "b")
    with pytest.raises(KeyError):
        words.text("c.word")
