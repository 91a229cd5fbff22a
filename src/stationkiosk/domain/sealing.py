"""Who may open what is sealed: each reader has a key of their own, and nobody is both on one case."""

from __future__ import annotations

MEDIATOR = "mediator"
"""Reads what is said to reach a settlement (the mediation wall)."""

OFFICER = "officer"
"""Reads who reported a breach (令20 33)."""

READERS = frozenset({MEDIATOR, OFFICER})
