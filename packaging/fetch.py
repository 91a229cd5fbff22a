"""Brings the program's parts into the environment that runs this, and tells how far it is.

The parts are named in pyproject.toml and pinned in packaging/constraints.txt. The groups
``test`` and ``bench`` on the command line add the extras of that name.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
LOG = Path(sys.prefix) / "fetch.log"
GOT = re.compile(r"^\s*(?:Downloading|Using cached) (\S+)-\d\S*(?:\s+\(([^)]*)\))?")


def requirements(groups: list[str]) -> list[str]:
    """Return the requirements of the program and of the extras among ``groups``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted: list[str] = list(project["dependencies"])
    for group in groups:
        wanted += extras.get(group, [])
    return wanted


def fetch(groups: list[str]) -> int:
    """Run pip; return its exit code."""
    wanted = requirements(groups)
    print(f"Fetching {len(wanted)} parts and what they need (first time only; some 300 MB)", flush=True)
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar", "off", "--prefer-binary", "-c", str(CONSTRAINTS), *wanted]
    count = 0
    with (
        LOG.open("w", encoding="utf-8") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip,
    ):
        assert pip.stdout is not None
        for line in pip.stdout:
            log.write(line)
            if got := GOT.match(line):
                count += 1
                print(f"  {count:3d}  {got[1]}  {got[2] or ''}".rstrip(), flush=True)
            elif line.startswith("Installing collected"):
                print("  unpacking", flush=True)
    if pip.returncode:
        print("".join(LOG.read_text("utf-8").splitlines(keepends=True)[-12:]))
        print("The parts could not be fetched. The lines above say why. Check the network and start again.")
    return pip.returncode


if __name__ == "__main__":
    sys.exit(fetch(sys.argv[1:]))
