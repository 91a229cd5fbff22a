"""The words a case is found by, and whether a case holds what was typed.

FTS5's own tokenizers find no Chinese name of two characters, so the words are cut here: of a name
each pair of neighbouring characters, pieces of its pinyin, and of its first letters; of a number
its beginnings; of a telephone number its last digits. The index keeps no places, so it may offer a
case too many: ``holds`` has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from stationkiosk.reference.spelling import fold, readings, syllables

GRAMS = (1, 2, 3, 4, 6)
"""Lengths of the pieces of Latin letters; what is longer is asked for by its first six."""
_INITIALS = (2, 3, 4)
_HEADS = range(1, 25)
_TAILS = (3, 4, 6)
_LEGAL_FORM = frozenset(("有限", "限公", "限责", "责任", "任公", "公司"))
"""Pairs that half of all names hold: they tell no case from another and are slow to follow."""
_SPELLINGS = 64
"""At most so many ways to spell a piece; no name that we know of comes near."""
_LONGEST_SYLLABLE = 6
_SERIAL = 6
"""Signs at the end of a case number that count the cases of a day: serial and check."""
_MONTH = 7
"""Signs of a day as far as its month."""
_DAY = 14
"""Signs at the end of a case number from its day on."""

_NEXT, _PART = "\x1f", "\x1e"


def hay_of(number: str, marks: Iterable[str], names: Iterable[str], phones: Iterable[str]) -> str:
    """Return what was typed is looked for in: names, beginnings of numbers, telephone numbers, made even.

    ``marks`` are the numbers of the right.
    """
    whole = fold(number)
    serial = whole[-_SERIAL:]
    starts = [whole, whole[-_DAY:], serial, serial[1:], serial.lstrip("0")]
    parts = ([fold(name) for name in names], [*starts, *map(fold, marks)], map(_digits, phones))
    return _PART.join(_NEXT.join(dict.fromkeys(filter(None, part))) for part in parts)


def tags_of(form: str, stages: Iterable[tuple[str, str]], waits: Iterable[tuple[str, str]]) -> str:
    """Return the words for the form of a case, its tracks and their states, who holds it until when.

    ``waits`` are holders with their last days, or with what stands for none.
    """
    known = list(stages)
    tags = {form_tag(form), ways_tag(" ".join(sorted({track for track, _state in known})))}
    for track, state in known:
        tags |= {track_tag(track), state_tag(track, state)}
    for holder, due in waits:
        tags |= {holder_tag(holder), due_tag(holder, due), due_tag(holder, due[:_MONTH])}
    return " ".join(sorted(tags))


def form_tag(form: str) -> str:
    """Return the word that all cases of a form hold."""
    return f"f:{form}"


def ways_tag(tracks: str) -> str:
    """Return the word that all cases with these tracks and no others hold (``QueueCase.tracks``)."""
    return f"w:{tracks.replace(' ', '.')}"


def track_tag(track: str) -> str:
    """Return the word that all cases with a matter on a track hold."""
    return f"t:{track}"


def state_tag(track: str, state: str) -> str:
    """Return the word that all cases with a matter in a state of a track hold."""
    return f"s:{track}.{state}"


def holder_tag(holder: str) -> str:
    """Return the word that all cases with a matter waiting for a holder hold."""
    return f"h:{holder.encode().hex()}"


def due_tag(holder: str, span: str) -> str:
    """Return the word that all cases hold with a matter whose last day is that day or in that month."""
    return f"d:{holder.encode().hex()}.{span}"


def due_tags(holder: str, days: Iterable[str], today: str) -> set[str]:
    """Return the words of the cases whose last day is today or was one of these days: few, however many."""
    past = [day for day in days if day <= today]
    spans = {day if day[:_MONTH] == today[:_MONTH] else day[:_MONTH] for day in past}
    return {due_tag(holder, span) for span in spans}


def words_in(typed: str) -> tuple[str, ...]:
    """Return the words typed, made even; each must be found, in any order."""
    return tuple(filter(None, map(fold, typed.replace("\u3000", " ").split())))


def document(hay: str, tags: str) -> str:
    """Return every word of a case, blanks between, as the index takes them."""
    names, starts, phones = (part.split(_NEXT) if part else [] for part in hay.split(_PART))
    found: set[str] = set()
    for name in names:
        found.update(_name_words(name))
    for start in starts:
        found.update(f"n:{start[:length]}" for length in _HEADS if length <= len(start))
    for phone in phones:
        found.update(f"p:{phone[-length:]}" for length in _TAILS if length <= len(phone))
    return " ".join((*found, tags))


def asked(word: str, names: bool = True) -> str:
    """Return the expression that finds every case that holds a word, and perhaps some more.

    Without ``names`` it finds them by their numbers only.
    """
    head = max((length for length in _HEADS if length <= len(word)), default=0)
    ways = [_all([f"n:{word[:head]}"])]
    if names and word.isdigit() and len(word) >= _TAILS[0]:
        ways.append(_all([f"p:{word[-max(length for length in _TAILS if length <= len(word)) :]}"]))
    if names:
        ways += _name_ways(word)
    return f"({' OR '.join(ways)})"


def exact(word: str) -> bool:
    """Tell whether ``asked`` finds no case too many for a word, so that nothing need be looked at again."""
    return len(word) <= (_INITIALS[-1] if word.isascii() else 2)


def tagged(tags: Iterable[str]) -> str:
    """Return the expression that finds what holds any of the tags."""
    return f"({' OR '.join(map(_quoted, sorted(tags)))})"


def holds(hay: str, words: Sequence[str], names: bool = True) -> bool:
    """Tell whether a case holds every word; without ``names`` only its numbers are looked at."""
    called, starts, phones = (part.split(_NEXT) for part in hay.split(_PART))
    for word in words:
        if any(start.startswith(word) for start in starts):
            continue
        if not names or not (_by_name(word, called) or _by_phone(word, phones)):
            return False
    return True


def _by_phone(word: str, phones: Sequence[str]) -> bool:
    long_enough = word.isdigit() and len(word) >= _TAILS[0]
    return long_enough and any(phone.endswith(word) for phone in phones)


def _by_name(word: str, names: Sequence[str]) -> bool:
    if any(word in name for name in names):
        return True
    return word.isascii() and any(spelt(name, word) for name in names)


def spelt(name: str, word: str) -> bool:
    """Tell whether Latin letters are the pinyin of a part of a folded name, or its first letters."""
    return any(_sounds(name, at, word) or _begins(name, at, word) for at in range(len(name)))


def _sounds(name: str, at: int, rest: str) -> bool:
    if at == len(name):
        return False
    return any(
        reading.startswith(rest)
        or (rest.startswith(reading) and _sounds(name, at + 1, rest[len(reading) :]))
        for reading in readings(name[at])
    )


def _begins(name: str, at: int, word: str) -> bool:
    part = name[at : at + len(word)]
    return len(part) == len(word) and all(
        any(reading[0] == letter for reading in readings(sign))
        for sign, letter in zip(part, word, strict=True)
    )


def _digits(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isascii() and sign.isdigit())


def _name_words(name: str) -> frozenset[str]:
    return frozenset().union(*(_words_at(name[at : at + GRAMS[-1]]) for at in range(len(name))))


def _words_at(part: str) -> frozenset[str]:
    """Return the words that begin at the first sign of a part."""
    found = {way[:length] for way in _spellings(part) for length in GRAMS if length <= len(way)}
    for letters in _initials(part[: _INITIALS[-1]]):
        found.update(f"i:{letters[:length]}" for length in _INITIALS if length <= len(letters))
    if not part[0].isascii():
        found.add(part[0])
    if len(part) > 1 and not part[:2].isascii():
        found.add(part[:2])
    return frozenset(found)


def _spellings(part: str) -> list[str]:
    """Return the ways to type a part of a name, as far as the longest piece goes."""
    ways = [""]
    for sign in part:
        unfinished = [way for way in ways if len(way) < GRAMS[-1]]
        sounds = readings(sign)
        if not unfinished or not sounds:
            break
        longer = [way + sound for way in unfinished for sound in sounds]
        ways = [*(way for way in ways if len(way) >= GRAMS[-1]), *longer][:_SPELLINGS]
    return ways


def _initials(part: str) -> Iterator[str]:
    letters: list[list[str]] = []
    for sign in part:
        first = sorted({reading[0] for reading in readings(sign)})
        if not first:
            break
        letters.append(first)
    yield from map("".join, product(*letters))


def _name_ways(word: str) -> list[str]:
    if not word.isascii():
        pairs = _pairs(word)
        return [_all([pair for pair in pairs if pair not in _LEGAL_FORM] or pairs)]
    longest = _INITIALS[-1]
    if len(word) <= longest:
        return [_quoted(word), *([_quoted(f"i:{word}")] if len(word) >= _INITIALS[0] else [])]
    last = len(word) - longest
    pieces = dict.fromkeys(f"i:{word[at : at + longest]}" for at in (*range(0, last, longest), last))
    return [_spelled(word), _all(pieces)]


def _spelled(word: str) -> str:
    """Return what must hold of a name whose pinyin goes on as a word: its pieces, its first letters."""
    if len(word) in GRAMS or _within_one(word):
        return _sounded(word)
    return f"({_sounded(word)} AND {tagged(f'i:{letters}' for letters in _first_letters(word))})"


def _sounded(word: str, syllables_more: int = 3) -> str:
    """Return what must hold of such a name: the first piece of the word, then the next."""
    piece = _quoted(word[: max(length for length in GRAMS if length <= len(word))])
    if len(word) in GRAMS or _within_one(word) or not syllables_more:
        return piece
    rests = " OR ".join(_sounded(word[at:], syllables_more - 1) for at in _cuts(word) if at < len(word))
    return f"({piece} AND ({rests}))"


def _first_letters(word: str, signs: int = _INITIALS[-1]) -> set[str]:
    """Return the first letters that the signs of a name may have whose pinyin goes on as a word."""
    if not (word and signs):
        return {""}
    found = {word[0]} if _within_one(word) else set()
    for at in _cuts(word):
        found |= {word[0] + rest for rest in _first_letters(word[at:], signs - 1)}
    return found


def _cuts(word: str) -> list[int]:
    """Return where the first sign may end of a name whose pinyin is a word; a Latin letter is one, too."""
    longest = min(_LONGEST_SYLLABLE, len(word))
    return [at for at in range(1, longest + 1) if at == 1 or word[:at] in syllables()]


def _within_one(word: str) -> bool:
    return any(syllable.startswith(word) for syllable in syllables())


def _pairs(word: str) -> list[str]:
    if len(word) == 1:
        return [word]
    return [first + second for first, second in pairwise(word) if not (first + second).isascii()]


def _all(words: Iterable[str]) -> str:
    return f"({' AND '.join(map(_quoted, words))})"


def _quoted(word: str) -> str:
    return f'"{word}"'
