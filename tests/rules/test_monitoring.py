"""MON: sources, watchers, keywords, alerts."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("plan", "due"),
    [
        ("", [("error about", "Nothing is monitored.")]),
        ("monitoring: {keywords: {brand: [Acme]}}\n", [("error monitoring.watch", "Nothing is monitored.")]),
        (
            "monitoring: {watch: {x: {tool: Visibrain}, press: {every: 1h}}}\n",
            [("error monitoring.watch.press.tool", "The plan does not say with which tool press is watched.")],
        ),
        ("monitoring: {watch: {x: {tool: notifications}}}\n", []),
    ],
)
def test_sources_are_watched_with_a_tool(ask: Ask, plan: str, due: list[tuple[str, str]]) -> None:
    assert ask("MON-NONE", plan) == due


def test_a_plan_without_monitoring_is_one_finding(ask: Ask) -> None:
    ids = ("MON-NO-WATCHER", "MON-KEYWORDS", "MON-NO-THRESHOLD", "MON-NO-BASELINE", "MON-BLIND", "MON-CADENCE")
    plan = "channels:\n  x: {platform: x, reply_within: 1h}\n"
    assert [ask(check, plan) for check in ids] == [[]] * len(ids)


def test_a_source_has_a_watcher(ask: Ask) -> None:
    plan = "monitoring: {watch: {x: {tool: Visibrain, by: nobody-known}, press: {tool: Europresse}}}\n"
    assert ask("MON-NO-WATCHER", plan) == [("error monitoring.watch.press.by", "Nobody watches press.")]


ALL = "products: [Alba], people: [Sophie Laurent]"


@pytest.mark.parametrize(
    ("languages", "keywords", "missing"),
    [
        ("[en]", "brand: [Acme, Acmee], danger: [fire], " + ALL, ""),
        ("[en]", "brand: [Acme, Acmee], danger: [boom], " + ALL, ""),
        ("[en]", "brand: [Acme, Acmee], danger-en: [boom], " + ALL, ""),
        ("[en]", "brand: [Acme, Acmee], " + ALL, "words of danger"),
        ("[en]", "brand: [Acme, '@acme', ACME], danger: [fire], " + ALL, "a misspelling of your name"),
        ("[en]", "danger: [fire], " + ALL, "your name"),
        ("[en]", "brand: [Acme, Acmee], danger: [fire]", "products and people"),
        ("[en, fr]", "brand: [Acme, Acmee], danger: [fire, incendie], " + ALL, ""),
        ("[en, fr]", "brand: [Acme, Acmee], danger: [fire], anglais: [fire], " + ALL, "words of danger in French"),
        ("[en, fr]", "brand: [Acme, Acmee], danger: [incendie], english: [fire], " + ALL, ""),
        ("[en-GB, en-US]", "brand: [Acme, Acmee], danger: [boom], " + ALL, ""),
        ("[en-GB, fr-CA, fr-FR]", "brand: [Acme, Acmee], danger: [fire], " + ALL, "words of danger in French"),
        ("[en, ja]", "brand: [Acme, Acmee], danger: [fire, 火事], " + ALL, "words of danger in ja"),
        ("[en, ja]", "brand: [Acme, Acmee], danger: [fire], danger-ja: [火事], " + ALL, ""),
        (
            "[en, fr]",
            "",
            "your name, products, people, words of danger in English and words of danger in French",
        ),
    ],
)
def test_keywords_are_complete(ask: Ask, languages: str, keywords: str, missing: str) -> None:
    plan = f"about: {{organisation: Acme, languages: {languages}}}\nmonitoring: {{keywords: {{{keywords}}}}}\n"
    due = [("warning monitoring.keywords", f"The keywords lack {missing}.")] if missing else []
    assert ask("MON-KEYWORDS", plan) == due


@pytest.mark.parametrize(
    ("alerts", "due"),
    [
        ("[]", [("error monitoring.alerts", "The plan does not say from which volume to worry.")]),
        ("[{measure: injuries, above: 0, level: red}]", []),
        (
            "[{measure: injuries}]",
            [("error monitoring.alerts[0]", "The alert “injuries” has neither a number nor a level.")],
        ),
        (
            "[{measure: a, above: 1, level: red}, {level: red}]",
            [("error monitoring.alerts[1]", "The alert “no measure” has no number.")],
        ),
    ],
)
def test_an_alert_has_a_number_and_a_level(ask: Ask, alerts: str, due: list[tuple[str, str]]) -> None:
    assert ask("MON-NO-THRESHOLD", f"monitoring: {{alerts: {alerts}}}\nlevels: {{red: {{when: [Fire]}}}}\n") == due


LEVELS = "levels: {watch: {name: Watch}, alert: {name: Alert}, red: {name: Red}}\n"


@pytest.mark.parametrize(
    ("alerts", "due"),
    [
        ("{measure: shares, above: 20, level: watch}, {measure: shares, above: 19, level: red}", [1]),
        ("{measure: shares, above: 20, level: watch}, {measure: shares, above: 20, level: red}", []),
        ("{measure: shares, above: 20, level: watch}, {measure: shares, above: 21, level: red}", []),
        ("{measure: shares, above: 20, level: watch}, {measure: calls, above: 10, level: red}", []),
        ("{measure: shares, above: 20, level: watch}, {measure: shares, above: 10, level: watch}", []),
        ("{measure: shares, above: 20, level: watch}, {measure: shares, above: 10, level: gone}", []),
        ("{measure: shares, above: 20, level: red}, {measure: shares, above: 30, level: watch}", [0]),
        ("{measure: shares, above: 20, level: red}, {measure: shares, above: 10, level: watch}", []),
        ("{above: 20, level: watch}, {above: 10, level: red}", []),
    ],
)
def test_a_graver_level_does_not_start_from_a_lower_number(ask: Ask, alerts: str, due: list[int]) -> None:
    found = [where for where, _ in ask("MON-NO-THRESHOLD", f"monitoring: {{alerts: [{alerts}]}}\n{LEVELS}")]
    assert found == [f"error monitoring.alerts[{place}].above" for place in due]


def test_a_number_upside_down_is_told_once_with_both_levels(ask: Ask) -> None:
    alerts = ", ".join(
        f"{{measure: shares, above: {above}, level: {level}}}"
        for above, level in ((20, "watch"), (30, "alert"), (10, "red"))
    )
    said = "“shares” starts Red above 10, but Watch, which is milder, only above 20."
    found = ask("MON-NO-THRESHOLD", f"monitoring: {{alerts: [{alerts}]}}\n{LEVELS}")
    assert found == [("error monitoring.alerts[2].above", said)]


WATCHED = "about: {organisation: E, languages: [en], profile: standard}\nmonitoring: {keywords: KEYWORDS}\n"


@pytest.mark.parametrize(
    ("keywords", "fix"),
    [
        (
            "{brand: [Atelier Lumen], products: [Alba], people: [Ana], danger: [fire]}",
            "Add to `brand:` your name wrong by a letter, for example `Atelir Lumen`.",
        ),
        (
            "{brand: [Atelier Lumen], danger: [fire]}",
            (
                "Add them below `keywords:`, in the groups `brand`, `products`, `people` and `danger`; your name wrong"
                " by a letter is for example `Atelir Lumen`."
            ),
        ),
        (
            "{brand: [Atelier Lumen, Zenith], products: [Alba], people: [Ana], danger: [fire]}",
            "Add to `brand:` your name wrong by a letter, for example `Atelir Lumen`.",
        ),
        (
            "{brand: [Acme, Acmee], danger: [fire]}",
            "Add them below `keywords:`, in the groups `brand`, `products`, `people` and `danger`.",
        ),
    ],
)
def test_a_misspelling_to_copy_is_given(fixes: Callable[..., list[str]], keywords: str, fix: str) -> None:
    assert fixes("MON-KEYWORDS", WATCHED.replace("KEYWORDS", keywords)) == [fix]


def test_keywords_with_semicolons_are_one_keyword(ask: Ask, fixes: Callable[..., list[str]]) -> None:
    words = "{brand: [Acme, Acmee], products: [x], people: [y], danger: [injured; ill; fire;, hacked]}"
    plan = WATCHED.replace("KEYWORDS", words)
    said = "“injured; ill; fire;” is one keyword, and nobody writes it so."
    assert ask("MON-KEYWORDS", plan) == [("warning monitoring.keywords.danger[0]", said)]
    assert fixes("MON-KEYWORDS", plan) == ["Put commas between the words: `injured, ill, fire`."]
