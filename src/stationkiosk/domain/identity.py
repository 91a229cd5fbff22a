"""Who somebody is: resident IDs, credit codes, telephone numbers; checked, told, masked.

Sources: GB 11643 (resident ID; the same rule serves the residence permits of Hong Kong,
Macao and Taiwan residents, 81/82/83…, and the foreigner's card of 2023, 9…), GB 32100
(credit code). No number is refused by a table of regions: they change, the cards stay.
"""

from __future__ import annotations

import re
from datetime import date

import phonenumbers
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.typed import DIGITS, mark, misplaced

_CREDIT_ALPHABET = frozenset("0123456789ABCDEFGHJKLMNPQRTUWXY")
_LENGTH = 18
_CROSSES = str.maketrans(dict.fromkeys("×✕╳", "X"))
_MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9][0-9]{9})")
_BARE_LANDLINE = re.compile(r"[2-9][0-9]{6,7}")


def resident_id(typed: str, question: str = "") -> tuple[str, Problem | None]:
    """Return the even form of an 18-character ID number, and what is wrong with it if anything is."""
    number = mark(typed).replace("-", "").translate(_CROSSES)
    if re.fullmatch(r"[0-9]{15}", number):
        return number, Problem(question, "id_old")
    if len(number) != _LENGTH:
        return number, Problem(question, "id_length", {"count": str(len(number))})
    if place := misplaced(number, (DIGITS,) * 17 + (DIGITS | {"X"},)):
        return number, Problem(
            question, "id_characters", {"place": str(place), "character": number[place - 1]}
        )
    if birth_date(number) is None:
        return number, Problem(question, "id_birth_date", {"digits": number[6:14]})
    if mod_11_2.checksum(number) != 1:
        return number, Problem(question, "id_check")
    return number, None


def birth_date(number: str) -> date | None:
    """Return the day of birth inside an ID number, or None if there is no such day."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def credit_code(typed: str, question: str = "") -> tuple[str, Problem | None]:
    """Return the even form of an 18-character credit code, and what is wrong with it if anything is."""
    number = mark(typed).replace("-", "").translate(_CROSSES)
    if re.fullmatch(r"[0-9]{15}", number):
        return number, Problem(question, "credit_code_old")
    if len(number) != _LENGTH:
        return number, Problem(question, "credit_code_length", {"count": str(len(number))})
    strange = "、".join(sorted({c for c in number if c not in _CREDIT_ALPHABET}))
    if strange:
        place = str(misplaced(number, (_CREDIT_ALPHABET,) * _LENGTH))
        return number, Problem(question, "credit_code_characters", {"characters": strange, "place": place})
    if number[-1] != uscc.calc_check_digit(number):
        return number, Problem(question, "credit_code_check")
    return number, None


def phone(typed: str, question: str = "") -> tuple[str, Problem | None]:
    """Return a telephone number in E.164 (``+86…``), or what was typed and why it will not do.

    Mainland mobiles, landlines with their area code and 400 numbers need no country code;
    Hong Kong, Macao, Taiwan and the world begin with + or 00. A mainland mobile is taken by
    its shape: new ranges are opened faster than any table learns of them.
    """
    even = mark(typed).replace("-", "")
    if mobile := _MOBILE.fullmatch(even):
        return f"+86{mobile[1]}", None
    if _BARE_LANDLINE.fullmatch(even):
        return even, Problem(question, "phone_area_code")
    try:
        number = phonenumbers.parse(even, "CN")
    except phonenumbers.NumberParseException:
        return even, Problem(question, "phone_unreadable")
    if not phonenumbers.is_valid_number(number):
        return even, Problem(question, "phone_incomplete", {"count": str(sum(c.isdigit() for c in even))})
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), None


def mask(number: str, head: int = 3, tail: int = 4) -> str:
    """Return a number with its middle starred: ``110***********002X``; a short one wholly starred."""
    if len(number) <= head + tail:
        return "*" * len(number)
    return number[:head] + "*" * (len(number) - head - tail) + number[len(number) - tail :]


def mask_phone(number: str) -> str:
    """Return a telephone number with its middle starred: ``138****8000``, ``010****8888``."""
    return mask(_dialled(number))


def show_phone(number: str) -> str:
    """Return a telephone number as it is dialled here: ``138 0000 8000``, ``01088888888``, ``+852 …``."""
    return _MOBILE_PARTS.sub(r"\1 \2 \3", _dialled(number))


def _dialled(number: str) -> str:
    home = number.removeprefix("+86")
    landline = home != number and not _WITHOUT_TRUNK.fullmatch(home)
    return f"0{home}" if landline else home


_MOBILE_PARTS = re.compile(r"^(1\d{2})(\d{4})(\d{4})$")


_WITHOUT_TRUNK = re.compile(r"1\d{10}|[48]00\d{7}|\d{1,8}")
"""The numbers that are dialled without a 0: mobiles, service numbers, short numbers. Beijing's
area code begins with 1 too; its numbers are a digit shorter than mobiles."""
