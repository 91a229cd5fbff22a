"""The pages behind the home page: their bridges, made when the first frame stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from stationkiosk.domain.ports import Clock
from stationkiosk.reference.load import Reference
from stationkiosk.ui.common.executor import Executor
from stationkiosk.ui.common.form import Form
from stationkiosk.ui.common.proof import Proof
from stationkiosk.ui.common.routes import Routes
from stationkiosk.ui.common.thumbnails import Thumbnails
from stationkiosk.ui.common.words import Words
from stationkiosk.ui.kiosk.camera import Camera
from stationkiosk.ui.kiosk.check import Check
from stationkiosk.ui.kiosk.claim import Claim
from stationkiosk.ui.kiosk.confirm import Confirm
from stationkiosk.ui.kiosk.done import Done
from stationkiosk.ui.kiosk.filing import Filing
from stationkiosk.ui.kiosk.idle import Idle
from stationkiosk.ui.kiosk.maintenance import Maintenance
from stationkiosk.ui.kiosk.message import Message
from stationkiosk.ui.kiosk.options import KioskOptions
from stationkiosk.ui.kiosk.paper import Paper
from stationkiosk.ui.kiosk.pictures import Pictures
from stationkiosk.ui.kiosk.rating import Rating
from stationkiosk.ui.kiosk.reader import Reader
from stationkiosk.ui.kiosk.resume import Resume
from stationkiosk.ui.kiosk.sides import Sides
from stationkiosk.ui.kiosk.sight import Sight
from stationkiosk.ui.kiosk.sign import Sign
from stationkiosk.ui.kiosk.stage import Stage
from stationkiosk.ui.kiosk.stages import Pages
from stationkiosk.ui.kiosk.track import Track

if TYPE_CHECKING:
    from stationkiosk.casework.counter import Counter


class Session:
    """What one person does between the home page and home again."""

    def __init__(
        self,
        words: Words,
        executor: Executor[Counter],
        reference: Reference,
        clock: Clock,
        options: KioskOptions,
        thumbnails: Thumbnails,
        idle: Idle,
        busy: Callable[[], bool],
    ) -> None:
        self.track = Track(words, executor)
        self.paper = Paper(words, executor, clock)
        self.reader = Reader(words, executor, thumbnails)
        self.rating = Rating(words, executor)
        self.message = Message(words, executor)
        self.resume = Resume(words, executor)
        self.maintenance = Maintenance(words, executor, lambda: idle.seconds_left)
        self.pages = Pages(
            form=Form(words),
            sides=Sides(words),
            proof=Proof(words, executor, thumbnails),
            routes=Routes(words, reference.consents),
            check=Check(words),
            sign=Sign(words, executor),
            done=Done(words, self.paper, clock, options.finish_seconds),
            pictures=Pictures(words),
            claim=Claim(words, executor, clock),
            confirm=Confirm(words),
        )
        proof = self.pages.proof
        self.stage_sign = Sign(words, executor)
        self.stage = Stage(words, executor, thumbnails, self.stage_sign, busy)
        self.sight = Sight(words, executor, thumbnails, proof)
        self.camera = Camera(words, executor, thumbnails, proof, options.lens)
        self.filing = Filing(words, executor, reference, clock, self.pages)

    def bridges(self) -> dict[str, QObject]:
        """Return the bridges by the names that QML knows them by."""
        pages = self.pages
        return {
            "track": self.track,
            "paper": self.paper,
            "reader": self.reader,
            "rating": self.rating,
            "message": self.message,
            "resume": self.resume,
            "maintenance": self.maintenance,
            "filing": self.filing,
            "form": pages.form,
            "sides": pages.sides,
            "proof": pages.proof,
            "routes": pages.routes,
            "check": pages.check,
            "sign": pages.sign,
            "done": pages.done,
            "pictures": pages.pictures,
            "claim": pages.claim,
            "confirm": pages.confirm,
            "sight": self.sight,
            "camera": self.camera,
            "stage": self.stage,
            "stageSign": self.stage_sign,
        }

    def scan(self, page: str, code: str) -> None:
        """Look a scanned code up on the page that shows."""
        if page == "progress" and self.track.byNumber:
            self.track.ask()
            self.track.scanned(code)
        elif page == "track":
            self.track.scanned(code)
        elif page == "resume":
            self.resume.type(code)
            self.resume.next()
        elif page == "notice":
            self.pages.claim.type(code)
            self.pages.claim.next()

    def forget(self) -> None:
        """Hold nothing of the person."""
        self.filing.forget()
        self.track.forget()
        self.paper.forget()
        self.reader.forget()
        self.rating.forget()
        self.message.forget()
        self.resume.forget()
        self.maintenance.forget()
        self.stage.forget()
        pages = self.pages
        pages.form.forget()
        pages.sides.forget()
        self.sight.forget()
        self.camera.forget()
        pages.proof.forget()
        pages.routes.forget()
        pages.check.forget()
        pages.sign.forget()
        pages.done.forget()
        pages.pictures.forget()
        pages.claim.forget()
        pages.confirm.forget()
