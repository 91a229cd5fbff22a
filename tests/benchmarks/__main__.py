"""Measures the program beside its floors and prints the ratios: ``sh packaging/bench``.

Words choose figures by name; ``--json FILE`` writes ``{figure: {value, unit, floor, ratio}}``.
A missed aim is shown and does not fail the run: this machine is not every machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import agreements, filing, lists, people, printers, rate, rules, windows
from tests.benchmarks.figures import Figure, table

FIGURES: dict[str, Callable[[], Figure]] = {
    "tap_to_receipt": filing.tap_to_receipt,
    "start_to_first_frame": windows.start_to_first_frame,
    "desk_to_first_frame": windows.desk_to_first_frame,
    "receipts_per_second": rate.receipts_per_second,
    "memory_growth_1000": filing.memory_growth_1000,
    "rules_load_ms": rules.rules_load_ms,
    "deadlines_per_second": rules.deadlines_per_second,
    "ui_hold_p99_ms": windows.ui_hold_p99_ms,
    "frame_p95_ms": windows.frame_p95_ms,
    "taps_to_receipt": people.taps_to_receipt,
    "klm_minutes": people.klm_minutes,
    "sessions_500": windows.sessions_500,
    "desk_first_page_1m": lists.desk_first_page_1m,
    "search_p99_1m": lists.search_p99_1m,
    "term_to_draft": agreements.term_to_draft,
    "agreement_to_paper": agreements.agreement_to_paper,
    "tap_to_first_byte_ipp": printers.tap_to_first_byte_ipp,
    "tap_to_first_byte_escpos": printers.tap_to_first_byte_escpos,
    "ipp_1000": printers.ipp_1000,
    "escpos_1000": printers.escpos_1000,
}


def main(arguments: list[str]) -> int:
    """Measure what was asked for; return the exit code."""
    asked = argparse.ArgumentParser(prog="packaging/bench", description=__doc__)
    asked.add_argument("figures", nargs="*", choices=[[], *FIGURES], help="figures to measure; all if none")
    asked.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    chosen = asked.parse_args(arguments)
    found: list[Figure] = []
    for name in chosen.figures or FIGURES:
        print(f"measuring {name}", file=sys.stderr, flush=True)
        found.append(FIGURES[name]())
    print(table(found))
    if chosen.json:
        body = {figure.name: figure.as_json() for figure in found}
        chosen.json.write_text(json.dumps(body, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
