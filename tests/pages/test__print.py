"""Paper: whole, literal, of one edition, and sound as a page."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from planbuilder.checking import Checked, check
from planbuilder.loading import load_texts
from planbuilder.pages import PAPERS, paper
from planbuilder.plan import Visibility
from planbuilder.plan.editions import edition as only

PlanOf = Callable[[Callable[[str], str]], dict[str, Any]]
TODAY = date(2026, 11, 21)
VIEWS = [(language, edition) for language in ("en", "fr") for edition in Visibility]
BARE = {"about": {"organisation": "A", "languages": ["en"]}}
SINGLE = {"meta", "link", "br", "img"}


class Reading(HTMLParser):
    """A page as a browser sees it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.tags: list[str] = []
        self.open: list[str] = []
        self.values: dict[str, list[str]] = {"id": [], "href": [], "aria-labelledby": []}
        self.headings: list[int] = []
        self.text = ""
        self.style = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in SINGLE:
            self.open.append(tag)
        for name, value in attrs:
            self.values.setdefault(name, []).append(value or "")
        self.headings += [int(tag[1])] if re.fullmatch(r"h[1-6]", tag) else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, (tag, self.getpos())

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            self.style += data
        else:
            self.text += data

    @property
    def plain(self) -> str:
        return " ".join(self.text.split())


def checked(plan: dict[str, Any]) -> Checked:
    found = check(load_texts({"plan.yaml": json.dumps(plan, ensure_ascii=False)}), TODAY, rules=())
    assert found.loaded.plan is not None, found.loaded.findings
    return found


def read(
    plan: dict[str, Any], kind: str, language: str = "en", edition: Visibility = Visibility.CRISIS_TEAM
) -> Reading:
    return Reading(paper(checked(plan), language, edition, TODAY, kind))


@pytest.fixture(scope="module")
def whole(plan_of: PlanOf) -> dict[str, Any]:
    count = iter(range(10_000))
    return plan_of(lambda name: f"Word{next(count)} {name}")


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize(("language", "edition"), VIEWS)
def test_a_sheet_is_a_sound_page(whole: dict[str, Any], kind: str, language: str, edition: Visibility) -> None:
    page = read(whole, kind, language, edition)
    assert page.open == []
    assert page.headings.count(1) == 1
    assert all(below <= above + 1 for above, below in zip(page.headings, page.headings[1:], strict=False))
    ids = Counter(page.values["id"])
    assert [name for name, n in ids.items() if n > 1] == []
    inside = [href[1:] for href in page.values["href"] if href.startswith("#")] + page.values["aria-labelledby"]
    assert set(inside) <= set(ids)
    assert page.values["lang"][0] == language


@pytest.mark.parametrize("edition", list(Visibility))
def test_a_card_names_a_line_whose_turns_have_ended_last_and_says_so(
    whole: dict[str, Any], edition: Visibility
) -> None:
    def said(until: str) -> str:
        shifts = [{"who": "ana", "from": "2026-10-16 08:00", "to": until}]
        lines = {"past": {"role": "lead", "number": "+33 1 99 00 00 41", "shifts": shifts}}
        people = {**whole["people"], "kim": {"name": "Kim", "mobile": "+33 6 39 98 00 09"}}
        path = {"alert": {"levels": ["red"], "steps": [{"call": "past", "wait": "5m"}, {"call": "kim"}]}}
        plan = {**whole, "on_call": lines, "people": people, "escalation": path}
        text = read(plan, "cards", edition=edition).plain.replace("\u00a0", " ")
        return text.partition("In a crisis, call:")[2].partition("In a crisis, call:")[0]

    other = "+33 6 39 98 00 09" if edition == Visibility.CRISIS_TEAM else "0 800 00 00 00"
    after, before = said("2026-11-20 08:00"), said("2026-11-22 08:00")
    assert after.index(other) < after.index("no turn is planned after 20 November 2026") < after.index("1 99 00 00 41")
    assert before.index("1 99 00 00 41") < before.index(other)
    assert "no turn is planned" not in before


def test_a_blank_stands_between_a_name_and_its_number(whole: dict[str, Any]) -> None:
    path = {"alert": {"levels": ["red"], "steps": [{"call": "ana", "wait": "5m"}, {"call": "night"}]}}
    said = read({**whole, "escalation": path}, "first-hour").plain
    name = whole["people"]["ana"]["name"]
    assert f"{name} +33" in said.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("kind", PAPERS)
def test_no_attribute_of_a_sheet_holds_a_tag_where_nothing_is_translated(whole: dict[str, Any], kind: str) -> None:
    about = {**whole["about"], "languages": ["de", *whole["about"]["languages"]]}
    names = {name: {**role, "name": f"Rolle {name}"} for name, role in whole["roles"].items()}
    scenarios = {name: {**one, "name": f"Fall {name}"} for name, one in whole["scenarios"].items()}
    page = read({**whole, "about": about, "roles": names, "scenarios": scenarios}, kind)
    assert [value for values in page.values.values() for value in values if "<" in value] == []


@pytest.mark.parametrize("kind", PAPERS)
def test_a_sheet_asks_nobody_for_anything(whole: dict[str, Any], kind: str) -> None:
    page = read(whole, kind)
    assert not {"script", "iframe", "object", "form"} & set(page.tags)
    assert [source for source in page.values.get("src", []) if not source.startswith("data:image/png;base64,")] == []
    assert "@import" not in page.style
    assert "url(" not in page.style
    assert [href for href in page.values["href"] if not re.match(r"#|tel:|sms:|mailto:|https:|data:image", href)] == []


@pytest.mark.parametrize(("language", "edition"), VIEWS)
def test_the_whole_plan_says_every_text_of_the_edition(
    whole: dict[str, Any], language: str, edition: Visibility
) -> None:
    plan = only(checked(whole).loaded.plan, edition)  # type: ignore[arg-type]
    said = read(whole, "plan", language, edition).plain
    # a text that is published stands there in every language, any other in the reader's
    texts = {str(where): text.spoken(language) for where, text in plan.texts()}
    lost = {where: text for where, text in texts.items() if any(part not in said for part in text.split(" · "))}
    assert lost == {}
    for statement in plan.all_statements():
        for text in statement.text.by_language.values():
            assert text in said


def test_the_whole_plan_says_every_word_that_has_no_language(whole: dict[str, Any]) -> None:
    said = read(whole, "plan").plain
    typed = set(re.findall(r'"(Word\d+ [^"]+)"', json.dumps(whole, ensure_ascii=False)))
    plan = checked(whole).loaded.plan
    assert plan is not None
    texts = {text for _, one in plan.texts() for text in one.spoken("fr").split(" · ") + one.spoken("en").split(" · ")}
    # where mails come from, and what a platform counts as: for checks, not for readers
    assert {word.partition(" ")[2] for word in typed - texts if word not in said} <= {"domain", "platform"}


def test_everybody_can_be_called_from_the_paper_of_the_crisis_team_and_nobody_from_that_of_staff(
    whole: dict[str, Any],
) -> None:
    numbers = {"+33639980001", "+33199000001", "+33639980004"}
    assert numbers <= {href.partition(":")[2] for href in read(whole, "plan").values["href"]}
    for kind in PAPERS:
        staff = read(whole, kind, edition=Visibility.STAFF)
        assert {href for href in staff.values["href"] if re.match(r"tel:|sms:|mailto:", href)} <= {
            "tel:+33199000040",
            "tel:0800000000",
            "tel:+33800000000",
        }


@pytest.mark.parametrize("kind", PAPERS)
def test_each_sheet_says_its_version_its_day_and_to_destroy_it(whole: dict[str, Any], kind: str) -> None:
    page = read(whole, kind, "fr")
    assert f"version {whole['about']['version']} · au 21\u00a0novembre\u00a02026" in page.text
    assert "à détruire dès qu'elle est remplacée" in page.text


SAID_OF_NOTHING = {
    "plan": "does not say yet whom to call",
    "first-hour": "does not say yet whom to call",
    "roles": "no roles yet",
    "cards": "no shared number yet",
}


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("edition", list(Visibility))
def test_a_plan_with_nothing_in_it_has_paper_that_says_so(kind: str, edition: Visibility) -> None:
    page = read(BARE, kind, edition=edition)
    assert page.open == []
    assert SAID_OF_NOTHING[kind] in page.plain or (kind == "cards" and edition is Visibility.CRISIS_TEAM)


HOSTILE = "</style><script>alert(1)</script>\"'; } @import url(//evil.example); \\"


@pytest.mark.parametrize("kind", PAPERS)
def test_hostile_text_is_text_also_in_the_style_of_the_foot(plan_of: PlanOf, kind: str) -> None:
    plan = plan_of(lambda name: f"{HOSTILE} {name}")
    mild = read(plan_of(lambda name: f"Word {name}"), kind)
    page = read(plan, kind)
    assert page.tags == mild.tags
    assert HOSTILE in " ".join(page.text.split())
    assert "evil" not in re.sub(r'content: "[^"\\]*(?:\\.[^"\\]*)*"', "", page.style)
    assert len(page.style.splitlines()) == len(mild.style.splitlines())


def test_the_sheet_of_the_first_hour_is_set_smaller_the_more_it_says(whole: dict[str, Any]) -> None:
    def setting(plan: dict[str, Any]) -> str:
        return read(plan, "first-hour").values["class"][0].split()[1]

    longer = json.loads(json.dumps(whole))
    scenario = longer["scenarios"]["leak"]
    for n in range(14):
        text = {"en": "We know of it. " * 14}
        statements = {f"word-{n}": {"kind": "holding", "text": text}}
        longer["scenarios"][f"leak-{n}"] = {**scenario, "statements": statements, "actions": []}
    middle = json.loads(json.dumps(longer))
    middle["scenarios"] = dict(list(longer["scenarios"].items())[:6])
    assert [setting(plan) for plan in (whole, middle, longer)] == ["roomy", "close", "small"]


SHORT = "Short text: the whole one is in the plan, under this scenario."


@pytest.mark.parametrize(
    ("scenarios", "whole_texts", "short_texts", "size"),
    [(1, 1, 0, "roomy"), (6, 6, 0, "close"), (9, 6, 3, "close"), (16, 2, 14, "small"), (30, 0, 30, "small")],
)
def test_the_sheet_of_the_first_hour_gives_whole_texts_while_they_fit_and_else_the_short_ones(
    whole: dict[str, Any], scenarios: int, whole_texts: int, short_texts: int, size: str
) -> None:
    plan = json.loads(json.dumps(whole))
    leak = plan["scenarios"].pop("leak")
    for n in range(scenarios):
        text = {"en": "We know what you are going through. " * 7 + "The line is closed."}
        one = {"kind": "holding", "text": text, "short": {"en": "The line is closed."}}
        plan["scenarios"][f"leak-{n}"] = {**leak, "statements": {f"word-{n}": one}, "actions": []}
    page = read(plan, "first-hour")
    assert page.plain.count("The line is closed.") == scenarios
    assert page.plain.count("We know what you are going through. The line is closed.") == whole_texts
    assert page.plain.count(SHORT) == short_texts
    assert page.values["class"][0].split()[1] == size


def test_the_sheet_of_the_first_hour_gives_the_other_conference_and_the_moves_of_all_who_are_called_first(
    whole: dict[str, Any],
) -> None:
    plan = json.loads(json.dumps(whole))
    plan["about"]["war_room"] = {"place": "Room 1", "bridge": "Teams Crisis", "backup_bridge": "Bridge 7000"}
    moves = {"fire": "Open the centre.", "press": "Pause the posts."}
    for name, move in moves.items():
        plan["roles"][name] = {**plan["roles"]["legal"], "name": {"en": name.title()}, "first_moves": {"en": [move]}}
    for path in plan["escalation"].values():
        path["steps"] = [{"call": list(moves), "wait": "10m"}]
    for kind in ("first-hour", "plan"):
        said = read(plan, kind).plain
        assert said.find("Teams Crisis") < said.find("If it is down") < said.find("Bridge 7000")
        assert all(0 <= said.find(f"{name.title()} ") < said.find(move) for name, move in moves.items())


def test_a_card_is_for_each_member_and_never_names_the_number_of_its_own(whole: dict[str, Any]) -> None:
    html = paper(checked(whole), "en", Visibility.CRISIS_TEAM, TODAY, "cards")
    cards = html.split('<article class="card"')[1:]
    assert len(cards) == 1, "the other one has left"
    assert "+33 6 39 98 00 01" not in cards[0].replace("\u00a0", " ")


def test_on_paper_whoever_takes_turns_stands_with_the_dates(whole: dict[str, Any]) -> None:
    plan = {**whole, "people": {**whole["people"], "leo": {**whole["people"]["leo"]}}}
    del plan["people"]["leo"]["left_on"]
    sheet = read(plan, "first-hour").plain
    assert "until 23 November 2026 09:00" in sheet
    assert "23 November 2026 09:00 – 30 November 2026 09:00" in sheet


NIGHT = {"role": "lead", "rota": ["ana"], "from": "2026-11-16", "number": "+33 1 99 00 00 41"}


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("edition", list(Visibility))
def test_the_number_of_a_line_that_sleeps_stands_on_paper_with_its_hours(
    whole: dict[str, Any], kind: str, edition: Visibility
) -> None:
    def said(hours: str) -> str:
        path = {"alert": {"levels": ["red"], "steps": [{"call": "by-night"}]}}
        lines = {"by-night": {**NIGHT, "hours": hours}}
        return read({**whole, "on_call": lines, "escalation": path}, kind, edition=edition).plain.replace("\u00a0", " ")

    asleep = said("daily 20:00-08:00")
    assert 0 < asleep.count("every day 20:00–08:00") >= asleep.count("+33 1 99 00 00 41") > 0
    assert "every day 20:00–08:00" not in said("24/7")


@pytest.mark.parametrize("kind", PAPERS)
def test_two_lines_of_one_role_are_told_apart_on_paper(whole: dict[str, Any], kind: str) -> None:
    lines = {"by-night": {**NIGHT, "hours": "daily 20:00-08:00"}, "other": {**NIGHT, "number": "+33 1 99 00 00 42"}}
    path = {"alert": {"levels": ["red"], "steps": [{"call": ["by-night", "other"]}]}}
    said = read({**whole, "on_call": lines, "escalation": path}, kind, edition=Visibility.STAFF).plain.replace(
        "\u00a0", " "
    )
    role = whole["roles"]["lead"]["name"]["en"]
    hours = "every day 20:00–08:00" if kind == "cards" else "(every day 20:00–08:00)"
    assert f"On call: {role} {hours} +33 1 99 00 00 41" in said
    assert f"On call: {role} +33 1 99 00 00 42" in said


def test_staff_get_a_sheet_of_the_same_card(whole: dict[str, Any]) -> None:
    html = paper(checked(whole), "en", Visibility.STAFF, TODAY, "cards")
    cards = html.split('<article class="card"')[1:]
    assert len(cards) == 10
    assert len({card.partition("</article>")[0] for card in cards}) == 1
    assert "0 800 00 00 00" in cards[0]


@pytest.mark.parametrize("edition", list(Visibility))
def test_on_paper_nobody_stands_twice_at_one_step_and_a_line_without_turns_says_so(edition: Visibility) -> None:
    people = {who: {"name": who.title(), "mobile": f"+33 6 39 98 00 0{n}"} for n, who in enumerate(("ana", "leo"))}
    past = [{"who": "ana", "from": "2026-10-16 08:00", "to": "2026-10-30 08:00"}]
    plan = {
        "about": {"organisation": "A", "languages": ["en"]},
        "people": people,
        "roles": {
            "lead": {"name": "Lead", "holder": "ana", "deputies": ["leo"]},
            "chief": {"name": "Chief", "holder": "leo"},
        },
        "on_call": {"line": {"role": "lead", "shifts": past}},
        "levels": {"grave": {}},
        "escalation": {"alarm": {"levels": ["grave"], "steps": [{"call": ["line", "lead", "chief"]}]}},
    }
    step = read(plan, "first-hour", edition=edition).plain.partition("1. Call")[2].partition("2. Do")[0]
    assert "no turn is planned after 30 October 2026 08:00" in step
    assert [step.count(who) for who in ("Ana", "Leo", "Chief")] == [1, 1, 0]


USUAL = {
    "about": {"organisation": "A", "languages": ["fr"]},
    "channels": {
        "x": {"platform": "x", "access": {"two_factor": "security key"}},
        "ligne": {"name": "Ligne verte", "platform": "phone", "access": {"two_factor": "carte de Léo"}},
    },
    "audiences": {"clients": {"name": "Clients", "reach": ["ligne"]}},
    "moves": [{"from": ["x"], "to": "ligne"}],
    "monitoring": {"watch": {"ligne": {"tool": "oreille"}}},
}


def test_paper_says_channels_hours_and_second_factors_in_words() -> None:
    text = read(USUAL, "plan", "fr").plain.replace("\u00a0", " ")
    assert "Second facteurclé de sécurité" in text
    assert "carte de Léo" in text
    assert "security key" not in text
    assert "X → Ligne verte" in text
    assert re.search(r"Clients ?– ?Ligne verte", text)
    assert re.search(r"Ligne verte ?oreille ?– ?24 h/24, 7 j/7", text)


def test_paper_says_when_a_text_and_when_the_plan_was_approved() -> None:
    plan = {**BARE, "about": {**BARE["about"], "approved": {"by": "ana", "date": "2026-11-02"}}}
    assert "Plan approved on 2 November 2026 by ana" in read(plan, "plan").plain
    assert "Plan approuvé le 2 novembre 2026 par ana" in read(plan, "plan", "fr").plain
    assert "Plan not approved" in read(BARE, "plan").plain
