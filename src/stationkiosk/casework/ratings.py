"""What the public says of the kiosk in three taps: kept as totals of a day, which lead to nobody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select, update

from stationkiosk.casework.station import Station
from stationkiosk.casework.views import RatingTotal
from stationkiosk.store.tables import Rating

QUESTIONS = ("easy", "clear", "again")
"""Was it easy; was it clear; would they come here again."""

MARKS = (1, 2, 3)
"""Well, so-so, badly."""


def rate(station: Station, marks: Mapping[str, int]) -> None:
    """Count the marks given to questions. Raises ValueError for a question or mark there is none of."""
    strange = [q for q, mark in marks.items() if q not in QUESTIONS or mark not in MARKS]
    if strange:
        raise ValueError(strange)
    with station.store.write() as unit:
        for question, mark in marks.items():
            row = {"day": station.today(), "device": station.device, "question": question, "mark": mark}
            same = (Rating.__table__.c[column] == value for column, value in row.items())
            counted = unit.connection.execute(
                update(Rating).where(*same).values(times=Rating.times + 1)
            ).rowcount
            if not counted:
                unit.insert(Rating, times=1, **row)


def totals(station: Station, since: date, until: date) -> tuple[RatingTotal, ...]:
    """Return, for each question, how often each mark was given from one day to another, both counted."""
    query = select(Rating.question, Rating.mark, Rating.times).where(Rating.day.between(since, until))
    counts = {question: dict.fromkeys(MARKS, 0) for question in QUESTIONS}
    with station.store.read() as connection:
        for question, mark, times in connection.execute(query):
            counts[question][mark] += times
    return tuple(RatingTotal(q, given[1], given[2], given[3]) for q, given in counts.items())
