"""REPLY: rules for replies, silence, kinds, times, deleting."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("plan", "due"),
    [
        ("", ["error about"]),
        ("replies: {}\n", ["error replies"]),
        ("replies: {sign: First name}\n", ["error replies"]),
        ("replies: {default: answer}\n", []),
        ("replies: {kinds: {a: {do: answer}}}\n", []),
    ],
)
def test_there_is_a_policy(ask: Ask, plan: str, due: list[str]) -> None:
    assert [where for where, _ in ask("REPLY-NO-POLICY", plan)] == due


def test_a_plan_without_replies_is_one_finding(ask: Ask) -> None:
    ids = ("REPLY-DEFAULT-SILENCE", "REPLY-KINDS", "REPLY-LATE", "REPLY-DELETE")
    assert [ask(check, "channels: {x: {platform: x, reply_within: 1h}}\n") for check in ids] == [[]] * 4


@pytest.mark.parametrize(
    ("replies", "due"),
    [
        ("default: answer", []),
        ("default: thank", []),
        ("default: watch", ["error replies.default"]),
        ("default: report", ["error replies.default"]),
        ("kinds: {troll: {do: watch, who: a, needs: b}}", []),
        ("kinds: {troll: {do: watch, who: a}}", ["error replies.kinds.troll"]),
        ("kinds: {troll: {do: report, needs: b}}", ["error replies.kinds.troll"]),
        ("kinds: {rage: {do: answer-once}}", []),
        ("kinds: {other: {meaning: Something}}", []),
    ],
)
def test_silence_is_an_exception_with_an_approver(ask: Ask, replies: str, due: list[str]) -> None:
    assert [where for where, _ in ask("REPLY-DEFAULT-SILENCE", f"replies: {{{replies}}}\n")] == due


def test_every_box_of_the_chart_has_a_kind(ask: Ask) -> None:
    kinds = "a: {do: answer}, b: {do: correct}, c: {do: answer-once}, d: {do: watch}"
    assert ask("REPLY-KINDS", f"replies: {{kinds: {{{kinds}, e: {{do: report}}}}}}\n") == []
    assert ask("REPLY-KINDS", f"replies: {{kinds: {{{kinds}, e: {{do: thank}}}}}}\n") == [
        ("warning replies.kinds", "The reply rules do not cover a threat (`do: report`).")
    ]


@pytest.mark.parametrize(
    ("within", "due"),
    [("4h", []), ("241m", ["warning replies.kinds.a.within"])],
)
def test_no_kind_takes_longer_than_the_slowest_channel(ask: Ask, within: str, due: list[str]) -> None:
    channels = "channels: {x: {platform: x, reply_within: 1h}, help: {platform: email, reply_within: 4h}}\n"
    plan = f"{channels}replies: {{kinds: {{a: {{do: answer, within: {within}}}}}}}\n"
    assert [where for where, _ in ask("REPLY-LATE", plan)] == due


def test_without_a_promise_no_kind_is_late(ask: Ask) -> None:
    assert ask("REPLY-LATE", "channels: {x: {platform: x}}\nreplies: {kinds: {a: {within: 9 days}}}\n") == []


@pytest.mark.parametrize(
    ("replies", "sentence"),
    [
        ("hide_or_delete: {allowed: [spam], keep: screenshot}", None),
        ("hide_or_delete: {allowed: [spam]}", "The plan does not say what record is kept of a hidden comment."),
        ("hide_or_delete: {keep: screenshot}", "The plan does not say when a comment may be hidden."),
        ("default: answer", "The plan does not say when a comment may be hidden."),
    ],
)
def test_hiding_has_rules_and_a_record(ask: Ask, replies: str, sentence: str | None) -> None:
    due = [("warning replies.hide_or_delete", sentence)] if sentence else []
    assert ask("REPLY-DELETE", f"replies: {{{replies}}}\n") == due


@pytest.mark.parametrize(
    "case",
    ["critique", "commentaire négatif", "avis défavorables", "clients mécontents", "criticism", "negative reviews"],
)
def test_criticism_is_no_case_for_hiding(ask: Ask, case: str) -> None:
    plan = f"replies: {{default: answer, hide_or_delete: {{allowed: [threat, {case}], keep: screenshot}}}}\n"
    assert ask("REPLY-DELETE", plan) == [
        ("warning replies.hide_or_delete.allowed", f"The plan lets criticism be hidden: “{case}”.")
    ]


@pytest.mark.parametrize(
    "case",
    [
        "menace",
        "critique avec insultes",
        "faux avis",
        "injure raciste ou sexiste",
        "données de santé d'une autre personne",
        "jamais une critique",
        "threats and hateful criticism",
        "spam",
        "avis de décès d'un patient, données personnelles",
    ],
)
def test_what_does_harm_may_be_hidden(ask: Ask, case: str) -> None:
    plan = f'replies: {{default: answer, hide_or_delete: {{allowed: ["{case}"], keep: screenshot}}}}\n'
    assert ask("REPLY-DELETE", plan) == []
