"""Numbers of works, software, geographical indications and technology contracts as registered.

None of them has a check digit; their shapes are common knowledge and were not read in a standard.
"""

from __future__ import annotations

import re

from stationkiosk.domain.errors import Problem
from stationkiosk.domain.rights import trademark_number
from stationkiosk.domain.typed import mark, words

Checked = tuple[str, Problem | None]

_PLACES = "国京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵滇云藏陕甘青宁新兵"
_WORK = re.compile(r"(.*?)作登字-?([0-9]{4})-?([A-Z0-9])-?([0-9]{8})号?")
_WORK_LETTERS = "ABCDEFGHIJKL"
_SOFTWARE = re.compile(r"([0-9]{4})SR([0-9]{6,7})号?")
_SOFTWARE_NOISE = re.compile(r"^(?:计算机|软件|著作权|登记号|证书号|第|NO\.?|:)+")
_CERTIFICATE = re.compile(r"软著登字(?:第)?[0-9]+号?")
_NOTICE = re.compile(
    r"(?:国家.+?局)?(?:公告)?\(?((?:19|20)[0-9]{2})\)?(?:年第?|第|-)([0-9]{1,4})号?(?:公告)?"
)
_FARM_PRODUCE = re.compile(r"AGI[0-9]{4,5}(?:-[0-9]{2}-[0-9]{5})?")
_LONGEST = 60


def work_number(typed: str, question: str = "") -> Checked:
    """Return a work's registration: ``渝作登字-2023-F-00012345``; the letter is the kind of work."""
    even = mark(typed)
    found = _WORK.fullmatch(even)
    if found is None:
        return even, Problem(question, "work_number")
    place, year, letter, count = found.groups()
    if len(place) != 1 or place not in _PLACES:
        return even, Problem(question, "work_number_place", {"place": place})
    if letter not in _WORK_LETTERS:
        return even, Problem(question, "work_number_letter", {"letter": letter})
    return f"{place}作登字-{year}-{letter}-{count}", None


def software_number(typed: str, question: str = "") -> Checked:
    """Return a program's registration: ``2021SR0123456``. The certificate's number is another one."""
    even = mark(typed).replace("-", "")
    if _CERTIFICATE.fullmatch(even):
        return even, Problem(question, "software_certificate")
    number = _SOFTWARE_NOISE.sub("", even)
    found = _SOFTWARE.fullmatch(number)
    if found is None:
        return number, Problem(question, "software_number")
    return f"{found[1]}SR{found[2]}", None


def copyright_number(typed: str, question: str = "") -> Checked:
    """Return the registration of a work or of a program, told apart by what stands in it."""
    even = mark(typed)
    program = "SR" in even or even.startswith("软")
    return software_number(typed, question) if program else work_number(typed, question)


def geographical_number(typed: str, question: str = "") -> Checked:
    """Return a geographical indication's number: that of a mark, of the notice, or of farm produce."""
    even = mark(typed)
    if _FARM_PRODUCE.fullmatch(even):
        return even, None
    if found := _NOTICE.fullmatch(even):
        return f"{found[1]}年第{int(found[2])}号", None
    number, problem = trademark_number(even)
    return (number, None) if problem is None else (even, Problem(question, "geographical_number"))


def contract_number(typed: str, question: str = "") -> Checked:
    """Return a contract's number as its parties wrote it: the law gives it no shape."""
    number = words(typed)
    if len(number) > _LONGEST:
        return number, Problem(question, "too_long", {"most": str(_LONGEST), "count": str(len(number))})
    return number, None
