"""`planbuilder explain` and `planbuilder schema`."""

import json

import pytest

from planbuilder.rules import CATALOGUE, Rule

from .conftest import Run

each_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.id)


@each_rule
def test_every_check_is_explained_with_its_examples(planbuilder: Run, rule: Rule) -> None:
    ran = planbuilder("explain", rule.id)
    said = ran.out.replace("\u00a0", " ")
    assert ran.code == 0
    assert said.startswith(rule.id + "\n")
    for line in (*rule.bad.text.splitlines(), *rule.good.text.splitlines()):
        assert f"    {line}".rstrip() in said
    for _, sentence in rule.bad.due:
        assert f"{rule.id}: {sentence}\n" in said
    assert f"{{check: {rule.id}, " in said


def test_an_id_is_found_in_any_case(planbuilder: Run) -> None:
    assert planbuilder("explain", "team-no-deputy").out.startswith("TEAM-NO-DEPUTY\n")


def test_an_unknown_id_gets_the_nearest(planbuilder: Run) -> None:
    ran = planbuilder("explain", "TEAM-NO-DEPUTIE")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: There is no check “TEAM-NO-DEPUTIE”.\nDid you mean `TEAM-NO-DEPUTY`?")


def test_an_id_like_no_other_is_answered_with_the_list(planbuilder: Run) -> None:
    assert "`planbuilder explain` lists them all." in planbuilder("explain", "qqq").err


def test_without_id_all_checks_are_listed(planbuilder: Run) -> None:
    listed = planbuilder("explain").out
    assert [rule.id for rule in CATALOGUE if f"  {rule.id} " not in listed] == []


def test_an_explanation_has_its_titles_in_french(planbuilder: Run) -> None:
    out = planbuilder("explain", "TEAM-NO-DEPUTY", "--lang", "fr").out
    assert "erreur, à partir du profil `starter`" in out
    assert "\nPourquoi\n" in out


def test_json_holds_what_the_text_says(planbuilder: Run) -> None:
    facts = json.loads(planbuilder("explain", "TEAM-NO-DEPUTY", "--format", "json").out)
    assert facts["check"] == "TEAM-NO-DEPUTY"
    assert (facts["severity"], facts["profile"], facts["family"]) == ("error", "starter", "TEAM")
    assert facts["bad"]["findings"][0]["line"] == 4
    assert facts["good"]["text"].startswith("people:")


def test_json_without_id_is_the_list(planbuilder: Run) -> None:
    facts = json.loads(planbuilder("explain", "--format", "json").out)
    assert [one["check"] for one in facts] == [rule.id for rule in CATALOGUE]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_schema_is_json(planbuilder: Run, language: str) -> None:
    schema = json.loads(planbuilder("schema", "--lang", language).out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "people" in schema["properties"]
