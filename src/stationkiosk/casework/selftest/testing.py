"""Runs every check, each on a thread of its own, keeps what they found, and journals the tones."""

from __future__ import annotations

import threading
from concurrent.futures import Future, wait
from datetime import datetime
from typing import Any, Literal

import structlog

from stationkiosk.casework.selftest import fitted, glyphs, printing, records, times
from stationkiosk.casework.selftest.look import Check, Look
from stationkiosk.casework.selftest.shown import CheckShown, Readiness
from stationkiosk.casework.station import Station
from stationkiosk.devices.machine import boot_id
from stationkiosk.domain.actors import Actor
from stationkiosk.domain.errors import KnownError
from stationkiosk.domain.text import Text
from stationkiosk.store.setting import keep_setting, read_setting

log = structlog.get_logger()

SECONDS = 8.0
"""How long all checks together may take; what has not answered by then is told as such."""

KEPT = "self_test"
"""The setting that keeps the last self-test."""

OTHERS = (
    Check("sizes", printing.sizes),
    Check("copies", printing.waiting),
    Check("fonts", glyphs.font_files),
    Check("names", glyphs.names),
    Check("store", records.pages),
    Check("journal", records.chains),
    Check("checkpoint", records.checkpoint),
    Check("disk", records.disk),
    Check("backup", records.backup),
    Check("key", records.key),
    Check("clock", times.clock),
    Check("rules", times.rules),
    Check("reader", fitted.reader),
    Check("camera", fitted.camera),
    Check("keyboard", fitted.keyboard),
    Check("scanner", fitted.typing),
    Check("scans", fitted.scans),
    Check("sticks", fitted.sticks),
    Check("sound", fitted.sound),
    Check("voice", fitted.voice),
    Check("tested", times.tested),
    Check("version", times.version),
)
"""Every check but those of the printers, in the order of the page."""


def checks(station: Station) -> tuple[Check, ...]:
    """Return the checks of a station: its printers first."""
    return (*printing.printers(station), *OTHERS)


def self_test(station: Station, actor: Actor, seconds: float = SECONDS) -> Readiness:
    """Test everything, keep the result where the store lets us, and return it.

    A check that breaks or does not answer in ``seconds`` is told as such and stops no other.
    """
    look = Look(station, _kept(station))
    running = [(check, _started(check, look)) for check in checks(station)]
    wait([answer for _, answer in running], timeout=seconds)
    found = tuple(shown for check, answer in running for shown in _answer(look, check, answer))
    result = Readiness(station.clock.now(), station.device, found, _worst(found))
    try:
        _keep(station, actor, result)
    except KnownError as fault:
        log.warning("self_test_not_kept", fault=str(fault))
    return result


def last_self_test(station: Station) -> Readiness | None:
    """Return what the last self-test of this station found, None before the first."""
    kept = _kept(station)
    if not kept:
        return None
    found = tuple(_check(row) for row in kept["checks"])
    return Readiness(datetime.fromisoformat(kept["at"]), kept["device"], found, _worst(found))


def _started(check: Check, look: Look) -> Future[tuple[CheckShown, ...]]:
    answer: Future[tuple[CheckShown, ...]] = Future()
    threading.Thread(
        target=_run, args=(check, look, answer), name=f"test-{check.part}", daemon=True
    ).start()
    return answer


def _run(check: Check, look: Look, answer: Future[tuple[CheckShown, ...]]) -> None:
    try:
        answer.set_result(tuple(check.look(look)))
    except Exception as fault:
        answer.set_exception(fault)


def _answer(look: Look, check: Check, answer: Future[tuple[CheckShown, ...]]) -> tuple[CheckShown, ...]:
    if not answer.done():
        return (look.found(check.part, "bad", "no_answer"),)
    fault = answer.exception()
    if isinstance(fault, KnownError):
        return (look.fault(check.part, fault),)
    if fault is not None:
        log.error("self_test_broke", part=check.part, exc_info=fault)
        return (look.found(check.part, "bad", "broke"),)
    return answer.result()


def _worst(found: tuple[CheckShown, ...]) -> Literal["good", "warn", "bad"]:
    tones = {check.tone for check in found}
    return "bad" if "bad" in tones else "warn" if "warn" in tones else "good"


def _keep(station: Station, actor: Actor, result: Readiness) -> None:
    value = {
        "at": result.at.isoformat(),
        "device": result.device,
        "boot": boot_id(),
        "seconds": int(station.clock.monotonic()),
        "checks": [_row(check) for check in result.checks],
    }
    tones = {check.part: check.tone for check in result.checks}
    with station.store.write() as unit:
        keep_setting(unit, KEPT, value)
        unit.journal(None, actor, "self_test", result.at, {"tones": tones})


def _kept(station: Station) -> dict[str, Any]:
    try:
        with station.store.read() as connection:
            return read_setting(connection, KEPT, {})
    except KnownError as fault:
        log.warning("self_test_not_read", fault=str(fault))
        return {}


def _row(check: CheckShown) -> dict[str, Any]:
    texts = {"title": check.title, "said": check.said, "do": check.do}
    told = {name: [text.zh, text.en] for name, text in texts.items() if text is not None}
    return {"part": check.part, "tone": check.tone} | told


def _check(row: dict[str, Any]) -> CheckShown:
    do = Text(*row["do"]) if "do" in row else None
    return CheckShown(row["part"], Text(*row["title"]), row["tone"], Text(*row["said"]), do)
