"""Papers on a report and on what is passed on. Nobody who reported is named in any of them."""

from __future__ import annotations

from collections.abc import Iterator

from stationkiosk.casework.issuing import content, parts
from stationkiosk.casework.issuing.brief import Brief
from stationkiosk.casework.issuing.content import Content
from stationkiosk.casework.record import Record
from stationkiosk.domain.text import Text
from stationkiosk.store import tables

OPENED = "case_opened"
"""What the states of a report begin with once a case was opened."""

NO_CASE = "open_no_case"
"""The act whose reason the reporter is told."""


def result(brief: Brief) -> Iterator[Content]:
    """举报处理结果告知书, to whoever reported: by the case's number, for the name may be sealed."""
    issuer, kind = parts.bureau(brief), "report_result"
    opened = _state(brief).startswith(OPENED)
    outcome = brief.say(f"{kind}.{'opened' if opened else 'not_opened'}")
    basis = brief.article("report.open_case" if opened else "report.no_case")
    why = brief.given("reason") or ("" if opened else _reason(brief))
    blocks = [
        content.to(brief.say(f"{kind}.to", number=brief.case.number)),
        content.text(brief.say(f"{kind}.received", day=brief.filed, respondent=brief.names(brief.others))),
        content.strong(brief.say(f"{kind}.outcome", article=basis, outcome=outcome)),
    ]
    if why:
        blocks.append(content.text(parts.ended(brief.say("reason", reason=brief.typed(why)))))
    blocks += [
        content.text(brief.say(f"{kind}.basis", article=brief.article("report.tell"))),
        content.text(brief.say(f"{kind}.thanks")),
        *parts.closing(brief, issuer),
    ]
    yield Content(blocks, issuer, filer=True, fields={"opened": opened})


def distribution(brief: Brief) -> Iterator[Content]:
    """投诉/举报分送通知书, to the body that is to deal with it: what, by when, how many attachments."""
    issuer, kind = parts.bureau(brief), "distribution_notice"
    complaint = brief.matter.track == "complaint"
    word = brief.say(f"{kind}.{'complaint' if complaint else 'report'}")
    blocks = [
        content.to(_body(brief)),
        content.text(brief.say(f"{kind}.sent", what=word)),
        _passed_on(brief, word),
        *parts.reason(brief),
    ]
    if not complaint:
        blocks.append(content.text(brief.say(f"{kind}.kept")))
    yield Content([*blocks, *parts.closing(brief, issuer)], issuer, fields={"body": brief.given("body")})


def referral(brief: Brief) -> Iterator[Content]:
    """案件移送函, to the authority that alone may punish."""
    issuer, kind = parts.bureau(brief), "referral_letter"
    article = brief.article("report.referral")
    blocks = [
        content.to(_body(brief)),
        content.text(brief.say(f"{kind}.found", day=brief.filed, respondent=brief.names(brief.others))),
        content.text(brief.say(f"{kind}.why", article=article)),
        _passed_on(brief, brief.say("distribution_notice.report")),
        *parts.reason(brief),
        content.text(brief.say("distribution_notice.kept")),
        content.text(brief.say(f"{kind}.answer")),
        *parts.closing(brief, issuer),
    ]
    yield Content(blocks, issuer, fields={"body": brief.given("body")})


def _passed_on(brief: Brief, word: Text) -> content.Block:
    exhibits: list[Record] = [row for row in brief.rows(tables.Exhibit) if row.party_n is None]
    pages = sum(row.pages for row in exhibits)
    due = brief.day("until")
    whom = brief.say("party.complained_of" if brief.matter.track == "complaint" else "party.reported")
    counted = brief.say("distribution_notice.attached", count=len(exhibits), pages=pages)
    number = Text(brief.case.number, brief.case.number)
    return content.grid(
        [content.cell(brief.say("form.case_number"), number)],
        [
            content.cell(
                brief.say("form.matter"),
                brief.say("distribution_notice.about", what=word, of=brief.subject),
            )
        ],
        [content.cell(whom, brief.names(brief.others))],
        [content.cell(brief.say("form.due"), due or brief.say("distribution_notice.timely"))],
        [content.cell(brief.say("form.attached"), counted)],
    )


def _body(brief: Brief) -> Text:
    body = brief.given("body")
    return Text(body, body) if body else brief.say("blank_body")


def _state(brief: Brief) -> str:
    """Return the state the matter was in when the act began: telling comes after the decision."""
    return str(brief.matter.state)


def _reason(brief: Brief) -> str:
    """Return why no case was opened, as it was said when that was decided."""
    acts = [
        row for row in brief.rows(tables.Acted) if (row.matter_n, row.action) == (brief.matter.n, NO_CASE)
    ]
    return str(acts[-1].inputs.get("reason", "")) if acts else ""
