"""The papers the station issues: what stands on each, their numbers, and who makes them."""

from stationkiosk.casework.issuing.issuers import ISSUED_BY as ISSUED_BY
from stationkiosk.casework.issuing.issuers import Issuer as Issuer
