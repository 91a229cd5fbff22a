"""Every track there is, by its id."""

from __future__ import annotations

from stationkiosk.domain.tracks.complaint import COMPLAINT
from stationkiosk.domain.tracks.mediation import MEDIATION
from stationkiosk.domain.tracks.preservation import PRESERVATION
from stationkiosk.domain.tracks.referral import REFERRAL
from stationkiosk.domain.tracks.report import REPORT
from stationkiosk.domain.tracks.track import Track

TRACKS: dict[str, Track] = {
    track.id: track for track in (MEDIATION, COMPLAINT, REPORT, REFERRAL, PRESERVATION)
}
