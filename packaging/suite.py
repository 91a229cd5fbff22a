"""Runs the whole suite and tells the truth about it.

First the static checks (ruff, types, layers), then pytest: each folder of ``tests/`` in a
process of its own, each file that opens windows in a process of its own, two at a time,
each with an empty home folder. The rooms under the coverage rule are measured. The last
line is ``N passed, N failed``; the exit code is 0 only if something ran and nothing failed.

Arguments: paths under ``tests/`` to run only these; ``--long`` for the tests that take
minutes; ``--tests-only`` to leave the static checks out.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
WINDOWED = ("ui", "endtoend")
MEASURED = ("domain", "journeys", "ledger")
WORKERS = 2
LIMIT_SECONDS = 600
LONG_LIMIT_SECONDS = 3600

CHECKS = (
    ("style", ["ruff", "check", "."]),
    ("layout", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("layers", ["importlinter.cli", "lint-imports"]),
)


@dataclass(frozen=True, slots=True)
class Job:
    """One process: a name for the reader and what it runs."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job. A job that is no pytest run counts as one passed or failed."""

    job: Job
    passed: int
    failed: int
    skipped: int
    seconds: float
    output: str


def jobs_for(paths: list[str], long: bool, scratch: Path) -> list[Job]:
    """Return the pytest processes for the given paths, the slowest kinds first."""
    chosen = [Path(p).resolve() for p in paths] or [TESTS]
    files = sorted({f for p in chosen for f in (p.rglob("test_*.py") if p.is_dir() else [p])})
    alone = [f for f in files if f.relative_to(TESTS).parts[0] in WINDOWED]
    rooms: dict[str, list[Path]] = {}
    for file in files:
        if file not in alone:
            place = file.relative_to(TESTS)
            rooms.setdefault(str(place if len(place.parts) == 1 else place.parent), []).append(file)
    groups = [*rooms.items(), *((str(f.relative_to(TESTS)), [f]) for f in alone)]
    return [_pytest_job(name, members, long, scratch) for name, members in groups]


def _pytest_job(name: str, files: list[Path], long: bool, scratch: Path) -> Job:
    report = scratch / (name.replace("/", "-") + ".xml")
    command = [sys.executable, "-X", "faulthandler", "-m", "pytest", "-q", "--no-header", "--tb=short"]
    command += ["-p", "no:cacheprovider"]
    command += [f"--junitxml={report}", "-m", "long or not long" if long else "not long"]
    if name.partition("/")[0] in MEASURED:
        command += [*(f"--cov=stationkiosk.{room}" for room in MEASURED), "--cov-branch", "--cov-report="]
    return Job(name, (*command, *(str(f.relative_to(ROOT)) for f in files)))


def fresh_environment(home: Path) -> dict[str, str]:
    """Return the environment of a test process: an empty home, no screen, no settings of ours.

    What one process compiled the next need not: bytecode is kept.
    """
    foreign = ("STATIONKIOSK_", "XDG_", "QT_", "QML")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "CREDENTIALS_DIRECTORY", "PYTHONDONTWRITEBYTECODE"):
        kept.pop(name, None)
    runtime = home / "run"
    runtime.mkdir(mode=0o700, parents=True)
    return kept | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "QT_IM_MODULE": "qtvirtualkeyboard",
        "COVERAGE_FILE": str(home.parent / f"coverage.{home.name}"),
    }


def run(job: Job, scratch: Path, limit: int) -> Outcome:
    """Run one job to its end, or to its time limit."""
    home = scratch / f"h{abs(hash(job.name)) % 10**8}"
    begun = time.monotonic()
    try:
        done = subprocess.run(
            job.command,
            cwd=ROOT,
            env=fresh_environment(home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=limit,
            check=False,
        )
        code, output = done.returncode, done.stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""
        code, output = -1, (said.decode("utf-8", "replace") if isinstance(said, bytes) else said)
        output += f"\nstopped: it took longer than {limit} s\n"
    shutil.rmtree(home, ignore_errors=True)
    passed, failed, skipped = _counts(job, code)
    return Outcome(job, passed, failed, skipped, time.monotonic() - begun, output)


def _counts(job: Job, code: int) -> tuple[int, int, int]:
    report = next((Path(a.split("=", 1)[1]) for a in job.command if a.startswith("--junitxml=")), None)
    if report is None:
        return (1, 0, 0) if code == 0 else (0, 1, 0)
    if code == 5:
        return 0, 0, 0
    if not report.exists():
        return 0, 1, 0
    suite = next(ElementTree.parse(report).getroot().iter("testsuite"))
    total, errors, failures, skipped = (
        int(suite.get(key, "0")) for key in ("tests", "errors", "failures", "skipped")
    )
    failed = errors + failures
    if code != 0 and failed == 0:
        failed = 1
    return max(total - errors - failures - skipped, 0), failed, skipped


def tell(outcome: Outcome, done: int, of: int) -> None:
    """Print one line for a job, and everything it said if it failed."""
    mark = "FAILED" if outcome.failed else "ok"
    counts = f"{outcome.passed} passed" + (f", {outcome.failed} failed" if outcome.failed else "")
    counts += f", {outcome.skipped} skipped" if outcome.skipped else ""
    print(f"[{done}/{of}] {mark:6} {outcome.job.name}: {counts} in {outcome.seconds:.1f} s", flush=True)
    if outcome.failed:
        print(outcome.output, flush=True)
    elif outcome.skipped:
        for line in outcome.output.splitlines():
            if line.startswith("SKIPPED"):
                print(f"    {line}", flush=True)


def coverage_job(scratch: Path) -> Job:
    """Return the check that every branch of the measured rooms was walked."""
    config = scratch / "coverage.ini"
    config.write_text(
        f"[run]\nbranch = true\ndata_file = {scratch}/coverage.all\n"
        "[report]\nfail_under = 100\nshow_missing = true\nskip_covered = true\n"
        "exclude_also =\n    class .*\\(Protocol\\):\n    if TYPE_CHECKING:\n",
        "utf-8",
    )
    script = (
        "import sys; from coverage.cmdline import main\n"
        f"rc = ['--rcfile', {str(config)!r}]\n"
        f"main(['combine', '-q', *rc, *{[str(p) for p in sorted(scratch.glob('coverage.h*'))]!r}])\n"
        "sys.exit(main(['report', *rc]))"
    )
    return Job("coverage: every branch of domain, journeys, ledger", (sys.executable, "-c", script))


def static_checks() -> list[Job]:
    """Return the checks that run no test."""
    found = []
    for name, words in CHECKS:
        if words[0] == "importlinter.cli":
            script = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"
            found.append(Job(name, (sys.executable, "-c", script)))
        else:
            found.append(Job(name, (sys.executable, "-m", *words)))
    return found


def main(arguments: list[str]) -> int:
    """Run everything asked for; return the exit code."""
    long = "--long" in arguments
    paths = [a for a in arguments if not a.startswith("--")]
    begun = time.monotonic()
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="sk-", ignore_cleanup_errors=True) as folder:
        scratch = Path(folder)
        jobs = jobs_for(paths, long, scratch)
        if not paths and "--tests-only" not in arguments:
            jobs += static_checks()
        limit = LONG_LIMIT_SECONDS if long else LIMIT_SECONDS
        measure = not paths and any(job.name in MEASURED for job in jobs)
        with ThreadPoolExecutor(WORKERS) as pool:
            running = [pool.submit(run, job, scratch, limit) for job in jobs]
            for future in as_completed(running):
                outcomes.append(future.result())
                tell(outcomes[-1], len(outcomes), len(jobs) + measure)
        if measure:
            outcomes.append(run(coverage_job(scratch), scratch, limit))
            tell(outcomes[-1], len(outcomes), len(jobs) + 1)
    return close(outcomes, time.monotonic() - begun)


def close(outcomes: list[Outcome], seconds: float) -> int:
    """Print the closing lines; return the exit code."""
    passed = sum(o.passed for o in outcomes)
    failed = sum(o.failed for o in outcomes)
    skipped = sum(o.skipped for o in outcomes)
    tests = sum(o.passed + o.failed for o in outcomes if any("junitxml" in word for word in o.job.command))
    print(f"\nThe suite took {seconds:.0f} s.")
    for outcome in outcomes:
        if outcome.failed:
            print(f"FAILED {outcome.job.name}")
    if tests == 0:
        print("No test ran.")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or tests == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
