"""Several other sides in one filing: one right, many shops.

The one on the page stands in the answers as ever; those named before it in ``State.others``.
What is said of the dispute on the pages after it counts for each of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stationkiosk.domain.answers import Raw
from stationkiosk.domain.errors import Problem
from stationkiosk.domain.forms import Answer, FormPage, Question, QuestionKind
from stationkiosk.journeys.journey import State
from stationkiosk.journeys.walk import Problems, Walk
from stationkiosk.reference.words import Words

PAGE = "respondent"
"""The page that can be gone through for one shop after another."""

ACTS = "acts"
"""The page that asks what was done."""

NAME, PLACE = "respondent_name", "respondent_place"

Side = Mapping[str, Answer]


def taken(walk: Walk) -> bool:
    """Tell whether the page in hand is one on which several may be named."""
    return walk.page.id == PAGE and walk.page.form is not None


def of_side(question: Question) -> bool:
    """Tell whether a question asks about an other side."""
    return question.fills.startswith("respondent.")


def of_each(question: Question) -> bool:
    """Tell whether a question asks for a sum that, of several, each is to pay."""
    return question.kind is QuestionKind.MONEY and question.fills.startswith("claims.")


def for_each(page: FormPage, walk: Walk, words: Words) -> FormPage:
    """Return a page as it is put where several were named: it says what counts for each of them."""
    if not walk.state.others:
        return page
    told = words.text("sides.each_sum")
    return replace(
        page,
        lead=words.text("sides.each_act") if page.id == ACTS else page.lead,
        questions=tuple(replace(q, help=told) if of_each(q) else q for q in page.questions),
    )


def another(walk: Walk, most: int) -> Problems:
    """Put the side on the page with the others and clear the page for the next one.

    ``most`` is how many there may be in all. What is wrong with the one on the page is returned.
    """
    problems = walk.check_page() or _twice(walk)
    if not problems and len(walk.state.others) + 1 >= most:
        problems = (Problem(NAME, "sides_full", {"most": str(most)}),)
    if not problems:
        _put(walk, {}, (*walk.state.others, side_on(walk)))
    return problems


def change(walk: Walk, n: int) -> Problems:
    """Bring the side with this place in the list back on the page; the one there goes to its end."""
    others = list(walk.state.others)
    wanted = others.pop(n)
    if not blank(walk):
        if problems := walk.check_page():
            return problems
        others.append(side_on(walk))
    _put(walk, wanted, tuple(others))
    return ()


def remove(walk: Walk, n: int) -> None:
    """Take a side out of the list."""
    others = walk.state.others
    walk.state = replace(walk.state, others=(*others[:n], *others[n + 1 :]), signature=None)


def before_next(walk: Walk) -> Problems:
    """Take the last one named back where the page was left empty; tell of one named twice."""
    if taken(walk) and walk.state.others:
        if blank(walk):
            _put(walk, walk.state.others[-1], walk.state.others[:-1])
        else:
            return _twice(walk)
    return ()


def blank(walk: Walk) -> bool:
    """Tell whether nothing stands on the page."""
    return all(isinstance(raw, str) and not raw.strip() for raw in _typed(walk).values())


def side_on(walk: Walk) -> Side:
    """Return the side on the page as it was answered."""
    found = walk.found()
    return {key: found[key] for key in _ids(walk.page.form) if key in found}


def _twice(walk: Walk) -> Problems:
    named = _key(_typed(walk)) in map(_key, walk.state.others)
    return (Problem(NAME, "side_twice"),) if named else ()


def _typed(walk: Walk) -> dict[str, Raw]:
    return {key: walk.state.typed.get(key, "") for key in _ids(walk.page.form)}


def _ids(page: FormPage | None) -> tuple[str, ...]:
    questions = page.questions if page is not None else ()
    return tuple(question.id for question in questions if of_side(question))


def _key(side: Mapping[str, Raw]) -> tuple[str, str]:
    """Return name and place without regard to blanks and capitals."""
    name, place = (side.get(key) for key in (NAME, PLACE))
    return ("".join(str(name or "").split()).casefold(), "".join(str(place or "").split()).casefold())


def _put(walk: Walk, side: Side, others: tuple[Side, ...]) -> None:
    """Let a side stand on the page, and these others in the list."""
    ids = _ids(walk.page.form)
    state: State = walk.state
    answers = {key: answer for key, answer in state.answers.items() if key not in ids}
    typed = dict(state.typed) | {key: side.get(key, "") for key in ids}
    walk.state = replace(state, answers=answers | dict(side), typed=typed, others=others, signature=None)
