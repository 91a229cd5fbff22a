"""A public screen as its own kiosk sees it: free, at work for somebody, or lent to a desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from stationkiosk.casework.desk.views import Line
from stationkiosk.casework.mediating import stages
from stationkiosk.casework.mediating.at_kiosk import enter_signature
from stationkiosk.casework.mediating.drafting import FIXED
from stationkiosk.casework.mediating.scene import Scene, Signer, open_box
from stationkiosk.casework.mediating.shown import HELD, Screening
from stationkiosk.casework.mediating.stages import Ending
from stationkiosk.casework.record import Record
from stationkiosk.casework.station import Station
from stationkiosk.documents.pictures import count, page_picture, page_text
from stationkiosk.domain.actors import Role
from stationkiosk.domain.application import Signature, SignatureKind
from stationkiosk.domain.errors import Closed, KnownError
from stationkiosk.domain.tracks.mediation import MEDIATION
from stationkiosk.ledger.keys import KEY_BYTES
from stationkiosk.ledger.seal import public_of
from stationkiosk.store import tables
from stationkiosk.store.unit import Unit

AGREEMENT = tables.Agreement.__table__
MATTER = tables.Matter.__table__

_OVER = tuple(state.id for state in MEDIATION.states if state.end)
_SAME_MATTER = (MATTER.c.case_id == AGREEMENT.c.case_id) & (MATTER.c.n == AGREEMENT.c.matter_n)


@dataclass(frozen=True, slots=True)
class Staged:
    """What a desk has this screen do. ``turn`` is another with each change of it.

    ``ending`` is what became of what was here before, "" where nothing did. ``pages`` are those of
    the text, ``text_sha256`` the hash of its exact bytes; ``alone``: the desk is locked meanwhile.
    """

    turn: int
    does: Screening
    ending: str = ""
    lines: tuple[Line, ...] = ()
    pages: int = 0
    text_sha256: str = ""
    signer: Signer | None = None
    alone: bool = False


UNSIGNED: Mapping[Ending, str] = {
    Ending.DECLINED: "mediation.signature_declined",
    Ending.ON_PAPER: "mediation.signature_on_paper",
    Ending.UNTOUCHED: "mediation.signature_left",
}
"""What the case's journal calls it when a signer gives the screen back, by how that was."""


class Screen:
    """The public screen of one kiosk. Its key is made here and is never written down."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._key = b""
        self._scene: Scene | None = None
        self._staged: Staged | None = None

    def look(self, busy: bool) -> Staged | None:
        """Return what a desk has this screen do now, None while it is the public's.

        A screen at which somebody is ``busy`` is no desk's: whoever put something there is told so.
        """
        if not self._key:
            self._begin()
        row = self._row()
        if row is not None and (busy or row.state not in HELD):
            self._settle(row, busy)
            row = self._row()
        elif row is not None and (why := self._over(row)):
            self._end(row, why)
            row = self._row()
        if row is None or row.state not in HELD:
            self._drop()
            return None
        return self._open(row)

    def picture(self, page: int, dpi: int) -> bytes:
        """Return a page (from 0) of what is shown as PNG."""
        return page_picture(self._shown().pdf, page, dpi)

    def words(self, page: int) -> str:
        """Return the words of a page (from 0) of what is shown, to be read aloud."""
        return page_text(self._shown().pdf, page)

    def sign(self, signature: Signature) -> Staged | None:
        """Enter a signature under the exact bytes shown and give the screen back: both or neither.

        A typed name has the desk's person as its witness. Closed ``text_changed`` where these are
        not the bytes to be signed any more: nothing is signed.
        """
        scene = self._shown()
        if scene.signer is None or signature.text_sha256 != scene.text_sha256:
            raise Closed("text_changed")
        if signature.kind is SignatureKind.WITNESSED:
            signature = replace(signature, witness=scene.signer.witness)
        with self._station.store.write() as unit:
            row = self._mine(unit.connection)
            if row is None or self._staged is None or row.seq != self._staged.turn:
                raise Closed("text_changed")
            enter_signature(self._station, unit, row.case_id, scene.signer, signature)
            self._put(unit, row, Screening.BLANK, Ending.SIGNED)
        stages.tell(self._station)
        return self.look(busy=False)

    def give_back(self, ending: Ending) -> Staged | None:
        """Tell the desk what became of the signing; the screen is blank until the desk goes on."""
        row = self._row()
        if row is not None and row.state == Screening.SIGNS:
            self._end(row, ending)
        return self.look(busy=False)

    def close(self) -> None:
        """Leave nothing behind: the kiosk is closing."""
        if not self._key or self._row() is None:
            return
        with self._station.store.write() as unit:
            row = self._mine(unit.connection)
            if row is not None:
                self._put(unit, row, Screening.AWAY, Ending.LEFT if row.state in HELD else None)
        self._key = b""
        stages.tell(self._station)

    # the row

    def _begin(self) -> None:
        station = self._station
        self._key = station.random.bytes(KEY_BYTES)
        station.feed.enter(stages.kiosk_name(station.device))
        with station.store.write() as unit:
            before = stages.row_of(unit.connection, station.device)
            held = before is not None and before.state in HELD
            stages.begin(
                unit,
                station.device,
                station.clock.now(),
                screen_key=public_of(self._key),
                state=Screening.FREE,
                case_id=before.case_id if before is not None and held else None,
                answer=stages.answer(Ending.RESTARTED) if held else None,
            )
        stages.tell(station)

    def _row(self) -> Record | None:
        with self._station.store.read() as connection:
            return self._mine(connection)

    def _mine(self, connection: Connection) -> Record | None:
        """Return the row, None where another program has this screen now."""
        row = stages.row_of(connection, self._station.device)
        return row if row is not None and self._key and row.screen_key == public_of(self._key) else None

    def _settle(self, seen: Record, busy: bool) -> None:
        """Let desks know whether somebody of the public is at the screen."""
        if busy is (seen.state == Screening.BUSY) and seen.state not in HELD:
            return
        with self._station.store.write() as unit:
            row = self._mine(unit.connection)
            if row is None:
                return
            if busy:
                waits = row.by if row.state == Screening.BUSY else ""
                told = Ending.BUSY if row.state in HELD else None
                self._put(unit, row, Screening.BUSY, told, by=waits)
            elif row.state == Screening.BUSY:
                waited = stages.desk_there(self._station.feed, row)
                self._put(unit, row, Screening.BLANK if waited else Screening.FREE, None)
        stages.tell(self._station)

    def _end(self, seen: Record, ending: Ending) -> None:
        state = Screening.FREE if ending is Ending.LEFT else Screening.BLANK
        with self._station.store.write() as unit:
            row = self._mine(unit.connection)
            if row is None or row.seq != seen.seq:
                return
            self._note(unit, row, ending)
            self._put(unit, row, state, ending)
        stages.tell(self._station)

    def _note(self, unit: Unit, row: Record, ending: Ending) -> None:
        """Tell the case's journal that a side was asked and did not sign here."""
        signer = self._scene.signer if self._scene is not None else None
        if signer is None or ending not in UNSIGNED:
            return
        station = self._station
        actor = station.respondent() if signer.role is Role.RESPONDENT else station.public()
        detail = {"matter": signer.matter_n, "party": signer.party_n}
        unit.journal(row.case_id, actor, UNSIGNED[ending], station.clock.now(), detail)

    def _put(
        self, unit: Unit, row: Record, state: Screening, ending: Ending | None, by: str | None = None
    ) -> None:
        """Move the row to a state in which it holds no box."""
        whose = {"by": by} if by is not None else {}
        if state in (Screening.FREE, Screening.AWAY):
            whose = {"by": ""}
        _ending, party = stages.answered(row)
        told = stages.answer(ending, party) if ending else None
        stages.move(unit, row, self._station.clock.now(), state=state, box=None, answer=told, **whose)

    def _over(self, row: Record) -> Ending | None:
        """Return why what a desk put here is over, None while it is not."""
        if not stages.desk_there(self._station.feed, row):
            return Ending.LEFT
        if row.state == Screening.SIGNS and not self._to_be_signed(row):
            return Ending.CHANGED
        return None

    def _to_be_signed(self, row: Record) -> bool:
        staged = self._open(row)
        if staged is None or staged.signer is None:
            return False
        with self._station.store.read() as connection:
            fixed = connection.execute(
                select(AGREEMENT.c.text_sha256)
                .join(MATTER, _SAME_MATTER)
                .where(
                    AGREEMENT.c.case_id == row.case_id,
                    AGREEMENT.c.matter_n == staged.signer.matter_n,
                    AGREEMENT.c.state == FIXED,
                    MATTER.c.state.not_in(_OVER),
                )
            )
            return staged.text_sha256 in fixed.scalars().all()

    # what it holds

    def _open(self, row: Record) -> Staged | None:
        if self._staged is not None and self._staged.turn == row.seq:
            if self._staged.alone != stages.is_alone(row):
                self._staged = replace(self._staged, alone=stages.is_alone(row))
            return self._staged
        ending, _party = stages.answered(row)
        self._scene, scene = None, self._unboxed(row)
        does = Screening(row.state)
        if scene is None and does is not Screening.BLANK:
            self._drop()
            return None
        self._scene = scene
        self._staged = Staged(row.seq, does, ending)
        if scene is not None:
            self._staged = Staged(
                row.seq,
                does,
                ending,
                scene.lines,
                count(scene.pdf),
                scene.text_sha256,
                scene.signer if does is Screening.SIGNS else None,
                stages.is_alone(row),
            )
        return self._staged

    def _unboxed(self, row: Record) -> Scene | None:
        if row.box is None:
            return None
        try:
            return open_box(self._key, row.device, row.seq, row.case_id, row.box)
        except KnownError:
            return None

    def _drop(self) -> None:
        self._scene = self._staged = None

    def _shown(self) -> Scene:
        if self._scene is None:
            raise Closed("text_changed")
        return self._scene
