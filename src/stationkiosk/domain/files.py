"""What files are called, and how their size and length are written."""

from __future__ import annotations


def show_size(size: int) -> str:
    """Return a size as people read it: ``340 KB``, ``12.5 MB``."""
    if size < 1024 * 1024:
        return f"{max(min(size, 1), round(size / 1024))} KB"
    megabytes = size / 1024 / 1024
    return f"{megabytes:.1f} MB" if megabytes < 100 else f"{megabytes:.0f} MB"


def show_time(seconds: int) -> str:
    """Return a length as clocks show it: ``0:07``, ``1:15:00``."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def family(media_type: str) -> str:
    """Return what people call a kind of file: ``image``, ``pdf``, ``video``, ``audio`` or ``other``."""
    if media_type == "application/pdf":
        return "pdf"
    kind = media_type.partition("/")[0]
    return kind if kind in ("image", "video", "audio") else "other"
