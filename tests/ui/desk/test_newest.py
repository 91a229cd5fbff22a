"""Asking while somebody types: at once, then only for the newest."""

from __future__ import annotations

from stationkiosk.ui.desk.newest import Newest


def test_the_first_is_asked_at_once_and_of_the_others_the_newest() -> None:
    asked: list[str] = []
    typed: list[str] = []
    newest = Newest(lambda: asked.append(typed[-1]))
    for word in ("a", "ab", "abc"):
        typed.append(word)
        newest.want()
    assert asked == ["a"]
    newest.done()
    assert asked == ["a", "abc"]
    newest.done()
    assert asked == ["a", "abc"]
    typed.append("b")
    newest.want()
    assert asked[-1] == "b"


def test_a_fault_lets_the_next_be_asked_and_is_told_by_others() -> None:
    asked: list[int] = []
    newest = Newest(lambda: asked.append(1))
    newest.want()
    assert newest.failed(OSError()) is False
    newest.want()
    assert len(asked) == 2


def test_what_was_wanted_before_it_forgot_is_not_asked() -> None:
    asked: list[int] = []
    newest = Newest(lambda: asked.append(1))
    newest.want()
    newest.want()
    newest.forget()
    newest.done()
    assert len(asked) == 1
