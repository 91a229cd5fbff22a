"""Papers people cross borders with: passports, travel permits, and their machine-readable lines.

Shapes are common knowledge, not read in a standard: Chinese passports are a letter, a
letter or digit and seven digits; foreign ones have up to nine letters and digits; the Hong
Kong and Macao permit is H or M and eight digits, two more for the times it was renewed; the
Taiwan permit eight digits. The lines follow ICAO 9303, part 4: weights 7, 3, 1, modulo 10.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.typed import DIGITS, LETTERS, mark, misplaced

_ANY = DIGITS | LETTERS
_CHINESE = (frozenset("EGDSP"), _ANY, *((DIGITS,) * 7))
_FOREIGN = re.compile(r"[A-Z0-9]{5,9}")
_HK_MACAO = (frozenset("HM"), *((DIGITS,) * 10))
_TAIWAN = (DIGITS,) * 8
_OLD_CARD = (*((LETTERS,) * 3), *((DIGITS,) * 12))
_LINE = 44
_FILL = "<"
_VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WEIGHTS = (7, 3, 1)

Checked = tuple[str, Problem | None]


def chinese_passport(typed: str, question: str = "") -> Checked:
    """Return a Chinese passport's number, ``E12345678`` or ``EA1234567``, and what is wrong with it."""
    return _shaped(even(typed), _CHINESE, (9,), "passport_cn", question)


def foreign_passport(typed: str, question: str = "") -> Checked:
    """Return a foreign passport's number: five to nine letters and digits."""
    number = even(typed)
    if not _FOREIGN.fullmatch(number):
        return number, Problem(question, "passport_foreign", {"count": str(len(number))})
    return number, None


def hk_macao_permit(typed: str, question: str = "") -> Checked:
    """Return the number of a Hong Kong or Macao resident's permit: H or M, then 8 or 10 digits."""
    return _shaped(even(typed), _HK_MACAO, (9, 11), "permit_hk_macao", question)


def taiwan_permit(typed: str, question: str = "") -> Checked:
    """Return the number of a Taiwan resident's permit: 8 digits."""
    return _shaped(even(typed), _TAIWAN, (8,), "permit_taiwan", question)


def old_foreigner_card(typed: str, question: str = "") -> Checked:
    """Return the 15 signs of a foreigner's card made before the one of 2023: 3 letters, 12 digits."""
    return _shaped(even(typed), _OLD_CARD, (15,), "foreigner_card_old", question)


def even(typed: str) -> str:
    """Return what was typed without blanks and dashes, in capitals."""
    return mark(typed).replace("-", "")


def _shaped(
    number: str, signs: tuple[frozenset[str], ...], lengths: tuple[int, ...], key: str, question: str
) -> Checked:
    if len(number) not in lengths:
        return number, Problem(question, f"{key}_length", {"count": str(len(number))})
    if place := misplaced(number, signs):
        return number, Problem(
            question, f"{key}_characters", {"place": str(place), "character": number[place - 1]}
        )
    return number, None


def check_digit(signs: str) -> str:
    """Return the check digit of letters, digits and ``<`` in a machine-readable line (7-3-1, mod 10)."""
    total = sum(
        (0 if sign == _FILL else _VALUES.index(sign)) * _WEIGHTS[n % 3] for n, sign in enumerate(signs)
    )
    return str(total % 10)


@dataclass(frozen=True, slots=True)
class Passport:
    """What a passport's two lines say. ``name`` is surname, then given names, in Latin capitals.

    ``born`` is the day as written, ``YYMMDD``: the century is not in the line. ``country``
    and ``nationality`` are the issuer's and the holder's three letters (``CHN``).
    """

    country: str
    name: str
    number: str
    nationality: str
    born: str
    expires: date

    @property
    def chinese(self) -> bool:
        """Tell whether the holder is a Chinese national."""
        return self.nationality == "CHN"


def read_lines(typed: str, question: str = "") -> tuple[Passport | None, Problem | None]:
    """Return what a passport's two machine-readable lines say, or which part of them is misread.

    The lines may come on one line or two, in small letters, with blanks, and with ``«`` for ``<<``.
    """
    signs = mark(typed).replace("«", "<<").replace("‹", _FILL)
    if len(signs) != 2 * _LINE:
        return None, Problem(question, "mrz_length", {"count": str(len(signs))})
    if place := misplaced(signs, (_ANY | {_FILL},) * len(signs)):
        line, column = divmod(place - 1, _LINE)
        return None, Problem(
            question,
            "mrz_characters",
            {"line": str(line + 1), "place": str(column + 1), "character": signs[place - 1]},
        )
    upper, lower = signs[:_LINE], signs[_LINE:]
    if not upper.startswith("P"):
        return None, Problem(question, "mrz_not_passport")
    if part := _broken(lower):
        return None, Problem(question, f"mrz_{part}")
    return _said(upper, lower, question)


def _broken(lower: str) -> str:
    """Return which part of the second line does not agree with its check digit: "" if all do."""
    parts = {
        "number": (lower[:9], lower[9]),
        "born": (lower[13:19], lower[19]),
        "expires": (lower[21:27], lower[27]),
        "personal": (lower[28:42], "0" if lower[42] == _FILL else lower[42]),
        "whole": (lower[:10] + lower[13:20] + lower[21:43], lower[43]),
    }
    return next((name for name, (signs, digit) in parts.items() if check_digit(signs) != digit), "")


def _said(upper: str, lower: str, question: str) -> tuple[Passport | None, Problem | None]:
    expires = _day(lower[21:27])
    if expires is None:
        return None, Problem(question, "mrz_expires")
    names = (part.replace(_FILL, " ").strip() for part in upper[5:].split("<<", 1))
    return Passport(
        country=upper[2:5].replace(_FILL, ""),
        name=" ".join(name for name in names if name),
        number=lower[:9].replace(_FILL, ""),
        nationality=lower[10:13].replace(_FILL, ""),
        born=lower[13:19],
        expires=expires,
    ), None


def _day(signs: str) -> date | None:
    """Return an expiry written ``YYMMDD``: passports of this format are all of the 2000s."""
    try:
        return date(2000 + int(signs[:2]), int(signs[2:4]), int(signs[4:]))
    except ValueError:
        return None
