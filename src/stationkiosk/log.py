"""Where the program tells of its own faults."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import structlog

BYTES, FILES = 1_000_000, 10


def start_log(folder: Path) -> None:
    """Write the program's log to ``folder``: a JSON line an event, ten files of 1 MB.

    It holds faults and what start-up did. It names no person: cases by number, files by
    hash. What people did is in the journal.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "stationkiosk.log"
    handler = RotatingFileHandler(file, maxBytes=BYTES, backupCount=FILES, encoding="utf-8")
    steps: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    line = structlog.processors.JSONRenderer(ensure_ascii=False)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(line, foreign_pre_chain=steps))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("pikepdf").setLevel(logging.WARNING)
    structlog.configure(
        [*steps, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
