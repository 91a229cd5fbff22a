"""Identity-card readers: a stand-in, the police ministry's SAM module, PC/SC. None is ever required."""

from __future__ import annotations

from stationkiosk.devices.readers.card import Card, CardKind, IdReader, NoReader, ReaderState
from stationkiosk.devices.readers.demo import DemoReader

__all__ = ["Card", "CardKind", "DemoReader", "IdReader", "NoReader", "ReaderState"]
