"""The page a member of staff prints to see that the printer works. It names no case and no person."""

from __future__ import annotations

from stationkiosk.documents import blocks
from stationkiosk.documents.frame import Frame
from stationkiosk.documents.paper import Foot, Paper
from stationkiosk.documents.record import Record

LOOKS = ("look_1", "look_2", "look_3")
"""What to look at; the last is a QR code, which a roll does not carry."""

FORM_CODE = "SK-902"


def compose(frame: Frame, record: Record) -> Paper:
    """Return the page of ``record``: ``station`` {code, name}, ``printer``, ``made_at``, ``demo``."""
    station = record.record("station")
    made = record.time("made_at")
    rows = [
        ("station", f"{station.text('name')} ({station.text('code')})"),
        ("printer", record.text("printer")),
        ("made", made),
    ]
    fields = blocks.fields(
        frame, [(frame.say(f"trial.{key}"), ((value, frame.body),)) for key, value in rows]
    )
    shown = LOOKS[:2] if frame.theme.narrow else LOOKS
    return Paper(
        title=frame.say("trial.title"),
        author=station.text("name"),
        issued_at=record.moment("made_at"),
        pieces=[
            *blocks.title(frame, frame.say("trial.title"), frame.say("trial.under")),
            fields[0]._replace(gap=frame.theme.gap),
            *fields[1:],
            *blocks.heading(frame, 1, frame.say("trial.look")),
            *blocks.bullets(frame, [frame.say(f"trial.{look}") for look in shown], numbered=True),
        ],
        foot=Foot(
            number=station.text("code"),
            form_code=FORM_CODE,
            verification_code="",
            times=((frame.say("issued"), made),),
            qr=station.text("code"),
        ),
        mark=frame.say("sample") if record.has("demo") else "",
    )
