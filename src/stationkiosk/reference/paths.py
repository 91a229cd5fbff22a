"""Where the resources are: beside the source in a checkout, inside the package when installed."""

from __future__ import annotations

from pathlib import Path

import stationkiosk


def resources() -> Path:
    """Return the folder of rules, forms, words, fonts and screens."""
    package = Path(stationkiosk.__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"
