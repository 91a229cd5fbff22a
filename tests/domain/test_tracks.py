from __future__ import annotations

import pytest

from stationkiosk.domain.actors import Role
from stationkiosk.domain.tracks.registry import TRACKS
from stationkiosk.domain.tracks.track import OPENED_BY_FILING, STAYS, Side, Standing, Track, offers
from tests.journeys.samples import REFERENCE


def every_circumstance(track: Track) -> frozenset[str]:
    """Everything that the rows of a track hang on."""
    pairs = (
        pair
        for row in track.actions
        for pair in (*row.to_state_if, *row.starts_if, *row.stops_if, *row.papers_if, *row.tells_if)
    )
    return frozenset(when for when, _ in pairs)


def circumstances(track: Track) -> list[frozenset[str]]:
    """Whether the reporter is named, or whether the last signature comes: each way by itself."""
    return [frozenset(), *(frozenset({when}) for when in sorted(every_circumstance(track)))]


EVERY = pytest.mark.parametrize("track", TRACKS.values(), ids=TRACKS)


@EVERY
def test_every_row_leads_from_and_to_states_that_are_there(track: Track) -> None:
    states = {state.id for state in track.states}
    for row in track.actions:
        assert {row.to_state, *(state for _, state in row.to_state_if)} <= states | {STAYS}
        assert row.from_states <= states | {OPENED_BY_FILING}
        assert row.roles
        assert row.article


@EVERY
def test_every_state_is_reached_and_only_ends_have_no_way_out(track: Track) -> None:
    reached = {row.to_state for row in track.actions}
    reached |= {state for row in track.actions for _, state in row.to_state_if}
    left = {state for row in track.actions for state in row.from_states}
    for state in track.states:
        assert state.id in reached
        assert state.end or state.id in left
        assert not (state.end and state.id in left)


@EVERY
def test_every_clock_is_a_rule_and_a_stop_has_a_start(track: Track) -> None:
    for row in track.actions:
        assert set(row.starts + row.ends(every_circumstance(track))) <= set(REFERENCE.periods.rows)
    started = {
        rule for row in track.actions for rule in (*row.starts, *(rule for _, rule in row.starts_if))
    }
    started |= {rule for row in track.actions for rule, _ in row.sets}
    assert started <= {rule for row in track.actions for rule in row.stops}


@EVERY
def test_one_row_opens_a_matter(track: Track) -> None:
    assert track.opening().id == "file"
    assert track.action("file").to_state == track.states[0].id
    assert track.state(track.states[0].id) is track.states[0]


def test_ids_are_given_once() -> None:
    for track in TRACKS.values():
        assert len({row.id for row in track.actions}) == len(track.actions)
        assert len({state.id for state in track.states}) == len(track.states)


def test_offers_say_why_an_action_is_closed() -> None:
    mediation = TRACKS["mediation"]
    clerk = {offer.action.id: offer.closed for offer in offers(mediation, "applied", Role.CLERK)}
    assert {action for action, closed in clerk.items() if not closed} == {
        "accept",
        "refuse",
        "withdraw",
        "take",
        "assign",
    }
    assert (clerk["inquire"], clerk["agree"]) == ("not_in_this_state", "not_your_role")
    officer = {offer.action.id: offer.closed for offer in offers(mediation, "applied", Role.OFFICER)}
    assert set(officer.values()) == {"not_your_role"}
    after = {offer.action.id: offer for offer in offers(mediation, "accepted", Role.CLERK)}
    assert after["accept"].closed == "not_in_this_state"
    assert after["withdraw"].open


def test_the_other_side_is_asked_only_where_the_filer_agreed_to_be_named() -> None:
    mediation = TRACKS["mediation"]

    def inquire(*consents: str) -> str:
        found = offers(mediation, "accepted", Role.CLERK, Standing(frozenset(consents)))
        return next(offer.closed for offer in found if offer.action.id == "inquire")

    assert inquire() == inquire("publish") == "no_consent_tell_other_side"
    assert inquire("tell_other_side") == ""


def test_nobody_who_mediates_may_open_a_penalty_case() -> None:
    assert all(Role.MEDIATOR not in row.roles for row in TRACKS["report"].actions)
    assert all(Role.OFFICER not in row.roles for row in TRACKS["mediation"].actions)


def test_every_closed_reason_has_its_words() -> None:
    rows = [row for track in TRACKS.values() for row in track.actions]
    needed = {f"no_consent_{need}" for row in rows for need in row.consents}
    needed |= {f"no_consent_other_{need}" for row in rows for need in row.other_consents}
    needed |= {f"only_{row.only}" for row in rows if row.only}
    for key in ("not_your_role", "not_in_this_state", "opened_already", *needed):
        assert REFERENCE.words.has(f"fault.{key}.what")


def test_a_complaint_is_mediated_only_with_the_word_of_both() -> None:
    complaint = TRACKS["complaint"]

    def schedule(standing: Standing) -> str:
        found = offers(complaint, "accepted", Role.CLERK, standing)
        return next(offer.closed for offer in found if offer.action.id == "schedule")

    said = frozenset({"mediate"})
    assert schedule(Standing(other_consents=said)) == "no_consent_mediate"
    assert schedule(Standing(consents=said)) == "no_consent_other_mediate"
    assert schedule(Standing(consents=said, other_consents=said)) == ""


def test_a_report_is_split_out_once_and_circumstances_close_a_row() -> None:
    split = {o.action.id: o.closed for o in offers(TRACKS["complaint"], "registered", Role.CLERK)}
    assert split["split_report"] == ""
    again = offers(TRACKS["complaint"], "registered", Role.CLERK, Standing(tracks=frozenset({"report"})))
    assert next(o.closed for o in again if o.action.id == "split_report") == "opened_already"
    asked = {o.action.id: o.closed for o in offers(TRACKS["mediation"], "undecided", Role.CLERK)}
    assert (asked["grant_time"], asked["silence"]) == ("only_time_asked", "only_answer_overdue")


def test_an_anonymous_reporter_is_told_nothing_so_no_clock_runs() -> None:
    row = TRACKS["report"].action("open_case")
    named, nobody = frozenset({"reporter_named"}), frozenset({"reporter_anonymous"})
    assert (row.leads_to(named), row.clocks(named)) == ("case_opened_untold", ("report.tell",))
    assert (row.leads_to(nobody), row.clocks(nobody)) == ("case_opened", ())


def test_a_report_cannot_be_withdrawn() -> None:
    assert "withdraw" not in {row.id for row in TRACKS["report"].actions}


def test_the_last_signature_puts_an_agreement_into_effect_and_no_other() -> None:
    for action in ("sign", "sign_mediator", "seal_agreement"):
        row = TRACKS["mediation"].action(action)
        last = frozenset({"last_signature"})
        assert (row.leads_to(frozenset()), row.clocks(frozenset()), row.ends(frozenset())) == (
            STAYS,
            (),
            (),
        )
        assert (row.leads_to(last), row.clocks(last)) == ("agreed", ("confirmation.apply",))
        assert "mediation.mediate" in row.ends(last)


def test_the_other_side_is_told_of_the_end_where_it_was_asked() -> None:
    row = TRACKS["mediation"].action("end")
    assert row.informs(frozenset()) == (Side.FILER,)
    assert row.informs(frozenset({"other_asked"})) == (Side.FILER, Side.OTHER)
    assert row.issues(frozenset()) == row.papers


def test_what_is_sealed_or_drawn_is_asked_for_by_no_dialog() -> None:
    typed = {row.id for row in TRACKS["mediation"].actions if not row.typed}
    assert typed == {"talk", "draft", "fix", "sign", "sign_mediator", "seal_agreement"}


def test_only_a_mediator_is_named_as_one() -> None:
    row = TRACKS["mediation"].action("appoint")
    posts = {need.id: row.posts(need) for need in row.needs}
    assert posts["mediator"] == {Role.MEDIATOR}
    assert posts["way"] == row.roles


def test_every_act_takes_a_reason_once() -> None:
    for track in TRACKS.values():
        for row in track.actions:
            assert [need.id for need in row.inputs].count("reason") == 1


def test_what_left_the_station_cannot_be_taken_back() -> None:
    complaint = TRACKS["complaint"]
    taken_back = {row.id for row in complaint.actions if row.undoable}
    assert taken_back >= {"identity_shown", "withdraw", "ask_recusal", "take", "assign"}
    assert not taken_back & {"accept", "filer_agrees", "split_report", "tell_both"}


@EVERY
def test_every_state_leads_to_an_end_and_every_clock_is_stopped_on_the_way(track: Track) -> None:
    """Walk every way from the first state: what still runs at an end may run on for nobody."""
    ways = {track.states[0].id: frozenset(track.opening().starts)}
    seen: set[tuple[str, frozenset[str]]] = set()
    queue = list(ways.items())
    ends = set()
    while queue:
        state, clocks = queue.pop()
        if (state, clocks) in seen:
            continue
        seen.add((state, clocks))
        if track.state(state).end:
            ends.add(state)
            assert not clocks, (track.id, state, clocks)
            continue
        nexts = [row for row in track.actions if state in row.from_states]
        assert nexts
        for row in nexts:
            for known in circumstances(track):
                to_state = row.leads_to(known)
                runs = (
                    (clocks - set(row.ends(known)))
                    | set(row.clocks(known))
                    | {rule for rule, _ in row.sets}
                )
                queue.append((state if to_state == STAYS else to_state, frozenset(runs)))
    assert ends == {state.id for state in track.states if state.end}
