"""What is wrong with the shape of a plan: every problem, once, at its address, in words that can be acted on."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planbuilder.loading import Loaded, load_texts
from planbuilder.messages import Message, render
from planbuilder.plan import read_plan
from planbuilder.plan.reading import MOST_PROBLEMS
from planbuilder.source import Mapping, Sequence, Value

ABOUT = "about: {organisation: Example, languages: [fr, en], country: FR}\n"


def load(written: str) -> Loaded:
    about = "" if written.startswith("about:") else ABOUT
    return load_texts({"plan.yaml": about + written})


def said(loaded: Loaded) -> list[str]:
    """Address, sentence and repair of each finding."""
    return [f"{f.address}: {render(f.message, 'en')} | {render(f.fix, 'en')}" for f in loaded.findings]


LIST_OF_KEYS = (
    "Choose among `name`, `job`, `languages`, `timezone`, `checked`, `left_on`, `mobile`, `sms`, `home`, `desk`, "
    "`pager`, `email`, `signal`, `whatsapp`, `teams` and `slack`, or remove it."
)
BELOW = "Write each name with a colon on a line below, two spaces further in."


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        # keys and sections
        ("peple: {}", ["peple: `peple` is not a section of a plan. | Did you mean `people`?"]),
        ("personnes: {}", ["personnes: `personnes` is not a section of a plan. | Did you mean `people`?"]),
        ("mobile: x", ["mobile: `mobile` is not a section of a plan. | `mobile` belongs to `people`."]),
        (
            "people: {ana: {nam: Ana}}",
            ["people.ana.nam: `nam` is not a key of `people.ana`. | Did you mean `name`?"],
        ),
        (
            "people: {ana: {name: Ana, telefon: x}}",
            ["people.ana.telefon: `telefon` is not a key of `people.ana`. | Did you mean `mobile`?"],
        ),
        (
            "people: {ana: {name: Ana, zzz: x}}",
            [f"people.ana.zzz: `zzz` is not a key of `people.ana`. | {LIST_OF_KEYS}"],
        ),
        (
            "people: {ana: {name: Ana, holder: x}}",
            ["people.ana.holder: `holder` is not a key of `people.ana`. | `holder` belongs to `roles`."],
        ),
        (
            "people: {ana: {name: Ana, channels: {}}}",
            [
                (
                    "people.ana.channels: `channels` is not a key of `people.ana`. | "
                    "`channels` is a section of its own: write it at the left margin."
                )
            ],
        ),
        (
            "about:\n  languages: [en]\n  people:\n  ana: {name: Ana}\n  leo: {name: Leo}\n  levels:\n  low: {}\n",
            [
                (
                    "about.organisation: `organisation` is missing in `about`. | "
                    "Add `organisation:`. The name of the organisation."
                ),
                (
                    "about.people: `people` is not a key of `about`. | "
                    "`people` is a section of its own: write it at the left margin."
                ),
                (
                    "about.levels: `levels` is not a key of `about`. | "
                    "`levels` is a section of its own: write it at the left margin."
                ),
            ],
        ),
        (
            "statements: {one: {kind: alert, text: Out., approved: [{by: ana, date: 2026-11-01}]}}",
            [
                (
                    "statements.one.approved[0].text: `text` is missing in `statements.one.approved[0]`. | Delete this "
                    "approval and check again: the report then gives the whole entry to paste, as `planbuilder "
                    "approve` writes it."
                )
            ],
        ),
        # missing and empty
        ("about: {organisation: X, languages: [fr]}\nx-mine: 1", []),
        ("people: {ana: {name: Ana, x-badge: {a: [b]}}}", []),
        (
            "about: {languages: [fr]}",
            [
                (
                    "about.organisation: `organisation` is missing in `about`. | "
                    "Add `organisation:`. The name of the organisation."
                )
            ],
        ),
        (
            "people: {ana: {}}",
            ["people.ana.name: `name` is missing in `people.ana`. | Add `name:`. First name and last name."],
        ),
        ("people:", ["people: `people` is empty. | Write a value after the colon, or remove the key."]),
        (
            "people: {ana: {name: ''}}",
            ["people.ana.name: `name` is empty. | Write a value after the colon, or remove the key."],
        ),
        (
            "people: {ana: {name: Ana, job: }}",
            ["people.ana.job: `job` is empty. | Write a value after the colon, or remove the key."],
        ),
        (
            "stand_down:\n  who:\n    -",
            ["stand_down.who[0]: An item of `who` is empty. | Write a value there, or remove the item."],
        ),
        # lists, maps and entries where something else is expected
        (
            "stand_down: {who: lead}",
            ["stand_down.who: `who` takes a list. | Put it between square brackets: `who: [lead]`."],
        ),
        (
            "stand_down:\n  who: lead, legal",
            ["stand_down.who: `who` takes a list. | Put them between square brackets: `who: [lead, legal]`."],
        ),
        (
            "stand_down:\n  who: (lead; legal)",
            ["stand_down.who: `who` takes a list. | Put them between square brackets: `who: [lead, legal]`."],
        ),
        (
            "about: {organisation: X, languages: [en], domains: lumen.example}",
            ["about.domains: `domains` takes a list. | Put it between square brackets: `domains: [lumen.example]`."],
        ),
        (
            "stand_down:\n  who: Français",
            ["stand_down.who: `who` takes a list. | Put it between square brackets: `who: [Français]`."],
        ),
        (
            "stand_down: {who: {lead: 1}}",
            [
                (
                    "stand_down.who: `who` takes a list. | "
                    "Put the values between square brackets, for example `who: [a, b]`."
                )
            ],
        ),
        (
            "absences: {who: ana}",
            ["absences: `absences` takes a list. | Start each item on a line of its own with a hyphen: `- who: …`."],
        ),
        (
            "people: [{name: Ana}]",
            [
                (
                    "people: `people` is not a list: each entry stands below its own name. | "
                    "Write each name with a colon instead of a hyphen, and its keys below, two spaces further in."
                )
            ],
        ),
        ("people: Ana", [f"people: `people` takes entries, each below its own name. | {BELOW}"]),
        (
            "people: {ana: Ana Ruiz}",
            [
                (
                    "people.ana: `ana` takes keys of its own. | "
                    "Write them on the lines below, two spaces further in, for example `name: …`."
                )
            ],
        ),
        (
            "absences: [ana]",
            [
                (
                    "absences[0]: Each item of `absences` takes keys of its own. | "
                    "Write them on the lines below, two spaces further in, for example `who: …`."
                )
            ],
        ),
        # words
        (
            "statements: {one: {kind: Message d'attente, text: We know.}}",
            [
                (
                    "statements.one.kind: This value is not possible for `kind`. | Did you mean `holding`? Possible "
                    "are `holding`, `update`, `apology`, `reply`, `denial`, `alert`, `internal` and `closing`."
                )
            ],
        ),
        (
            "statements: {one: {kind: initial, text: We know.}}",
            [
                (
                    "statements.one.kind: This value is not possible for `kind`. | Did you mean `holding`? Possible "
                    "are `holding`, `update`, `apology`, `reply`, `denial`, `alert`, `internal` and `closing`."
                )
            ],
        ),
        (
            "roles: {lead: {holder: ana, can: [activate approve]}}\npeople: {ana: {name: A}}",
            [
                (
                    "roles.lead.can[0]: `can` has several values with no comma in between. | "
                    "Put commas between the names: `activate, approve`."
                )
            ],
        ),
        (
            "audiences: {all: {kind: custmers}}",
            [
                (
                    "audiences.all.kind: This value is not possible for `kind`. | Did you mean `customers`? "
                    "Possible are `customers`, `staff`, `media`, `authorities`, `families`, `officials`, "
                    "`partners` and `public`."
                )
            ],
        ),
        (
            "tone: {address: Sie}",
            ["tone.address: This value is not possible for `address`. | Write one of `vous` and `tu`."],
        ),
        # values inside lists and maps
        (
            "monitoring: {normal: {posts: many, measured: 2026-10-31}}",
            ["monitoring.normal.posts: `posts` is not a number. | Write digits only, for example 150."],
        ),
        (
            "monitoring: {normal: {posts: 4, measured: 31/10/2026}}",
            [
                (
                    "monitoring.normal.measured: `measured` is not a date. | "
                    "Write `2026-10-31` for 31\u00a0October\u00a02026."
                )
            ],
        ),
        # languages
        (
            "about: {organisation: X, languages: []}",
            [
                (
                    "about.languages: `languages` names no language. | "
                    "Write the codes between square brackets, for example `languages: [fr, en]`."
                )
            ],
        ),
        (
            "about: {organisation: X, languages: [fr, en, fr]}",
            ["about.languages[2]: `languages` names fr twice. | Remove one of the two."],
        ),
        (
            "about: {organisation: X, languages: fr}",
            ["about.languages: `languages` takes a list. | Put it between square brackets: `languages: [fr]`."],
        ),
        # ids
        (
            "people: {Léa Dubois: {name: Léa}}",
            [
                (
                    "people.Léa Dubois: `Léa Dubois` cannot be the id of an entry. | "
                    "Write `lea-dubois`: lower-case letters, digits and single hyphens."
                )
            ],
        ),
        (
            "people: {con: {name: Con}}",
            ["people.con: `con` is a name that computers keep for themselves. | Choose another id."],
        ),
        (
            "scenarios: {leak: {statements: {First_word: {kind: holding, text: a}}}}",
            [
                (
                    "scenarios.leak.statements.First_word: `First_word` cannot be the id of an entry. | "
                    "Write `first-word`: lower-case letters, digits and single hyphens."
                )
            ],
        ),
        ("placeholders: {next_hour: {means: a}}\nplatforms: {direct message: {public: no}}", []),
        (
            "statements: {s: {kind: holding, text: x}}\nscenarios: {a: {statements: {s: {kind: update, text: y}}}}",
            [
                (
                    "statements.s: `s` is the id of two statements: the other one is `scenarios.a.statements.s`. | "
                    "Give one of them another id."
                )
            ],
        ),
        (
            (
                "people: {ana: {name: A}}\nroles: {ana: {holder: ana}}\n"
                "channels: {x: {platform: x, publishers: [ana], admins: [ana]}}"
            ),
            [
                (
                    "channels.x.publishers[0]: `ana` is the id of two things: `people` and `roles`. | "
                    "Give one of them another id."
                )
            ],
        ),
        # a secret under a key of its own
        (
            "channels: {x: {platform: x, mot de passe: a}}",
            [
                (
                    "channels.x.mot de passe: `mot de passe` is not a key of `channels.x`. | "
                    "Remove it, change it where it is used, and write only where it is kept (`kept_in:`)."
                )
            ],
        ),
        # on call
        (
            "roles: {r: {holder: a}}\npeople: {a: {name: A}}\non_call: {line: {role: r}}",
            [
                (
                    "on_call.line.rota: `on_call.line` has neither a rota nor shifts. | "
                    "Add `rota:` with the people who take turns and `from:` with the first day, or `shifts:`."
                )
            ],
        ),
        (
            "roles: {r: {holder: a}}\npeople: {a: {name: A}}\non_call: {line: {role: r, rota: [a]}}",
            [
                (
                    "on_call.line.from: `on_call.line` does not say when its rota starts. | "
                    "Add `from:` with the first day of the first person, for example `from: 2026-11-16`."
                )
            ],
        ),
        (
            (
                "roles: {r: {holder: a}}\npeople: {a: {name: A}, b: {name: B}}\non_call: {line: {role: r, rota: [a],"
                " shifts: [{who: b, from: 2026-12-24 09:00, to: 2026-12-28 09:00}]}}"
            ),
            [
                (
                    "on_call.line.shifts: `on_call.line` has a rota and shifts, and only one of the two counts. | "
                    "Write these turns below `swaps:` if somebody else takes them this once; "
                    "if they are all the turns there are, remove `rota:`."
                )
            ],
        ),
        *(
            (
                (
                    "roles: {r: {holder: a}}\npeople: {a: {name: A}, b: {name: B}}\non_call: {line: {role: r,"
                    f" {keys}: [{{who: b, from: 2026-12-24 09:00, to: 2026-12-28 09:00}}]}}}}"
                ),
                [],
            )
            for keys in ("rota: [a], from: 2026-11-16, swaps", "shifts", "rota: [], from: 2026-11-16, shifts")
        ),
        # who is away, or on call, for less than no time
        (
            "people: {a: {name: A}}\nabsences: [{who: a, from: 2026-12-27, to: 2026-12-21}]",
            [
                (
                    "absences[0].to: `absences[0]` ends before it begins. | "
                    "Correct `from:` or `to:`; the two may have been swapped."
                )
            ],
        ),
        ("people: {a: {name: A}}\nabsences: [{who: a, from: 2026-12-27, to: 2026-12-27}]", []),
        (
            (
                "roles: {r: {holder: a}}\npeople: {a: {name: A}}\n"
                "on_call: {line: {role: r, shifts: [{who: a, from: 2026-12-27 09:00, to: 2026-12-27 09:00}]}}"
            ),
            [
                (
                    "on_call.line.shifts[0].to: `on_call.line.shifts[0]` ends before it begins. | "
                    "Correct `from:` or `to:`; the two may have been swapped."
                )
            ],
        ),
    ],
)
def test_a_mistake_is_said_once(written: str, problems: list[str]) -> None:
    loaded = load(written)
    assert said(loaded) == problems
    assert (loaded.plan is None) == bool(problems)
    assert all(f.check == "SHAPE" and f.kind for f in loaded.findings)


def test_all_problems_are_said_in_one_run() -> None:
    loaded = load("people: {ana: {nam: A, checked: x}}\nroles: []\nlevels: {Low: {reach: soon, name: }}\nabout_: {}\n")
    assert [f.address for f in loaded.findings] == [
        "people.ana.nam", "people.ana.checked", "roles", "levels.Low", "levels.Low.reach", "levels.Low.name", "about_",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "near", "fix"),
    [
        ("camille", "camille-martin", "Correct or remove the name, or add “camille” to `people`."),
        ("martin", "camille-martin", "Correct or remove the name, or add “martin” to `people`."),
        ("camile-martin", "camille-martin", "Correct or remove the name, or add “camile-martin” to `people`."),
        ("Camille Martin", "camille-martin", "Write `camille-martin`."),
        ("Léa DUBOIS", "lea-dubois", "Write `lea-dubois`."),
        ("“lea-dubois”", "lea-dubois", "Write `lea-dubois`."),
        ("Lea Dubois de Lyon", "lea-dubois", "Write `lea-dubois`."),
        ("Lea Martin", None, "Correct or remove the name, or add “lea-martin” to `people`."),
        ("ZOE", None, "Correct or remove the name, or add “zoe” to `people`."),
        ("zoe", None, "Correct or remove the name, or add “zoe” to `people`."),
        ("zoe; lea-dubois", "lea-dubois", "Write `lea-dubois`."),
    ],
)
def test_an_unknown_name_offers_the_nearest_and_leaves_the_plan_readable(
    typed: str, near: str | None, fix: str
) -> None:
    people = "people: {camille-martin: {name: C}, lea-dubois: {name: L}}\n"
    loaded = load(f"{people}roles: {{lead: {{holder: {typed}}}}}\n")
    assert loaded.plan is not None
    (finding,) = loaded.findings
    assert (finding.check, finding.address, finding.kind) == ("PLAN-DEAD-REF", "roles.lead.holder", "")
    offer = f" Did you mean “{near}”?" if near else ""
    assert render(finding.message, "en") == f"`holder` names “{typed}”, which does not exist.{offer}"
    assert render(finding.fix, "en") == fix
    assert finding.span.column == len("roles: {lead: {holder: ") + 1


@pytest.mark.parametrize(
    ("written", "message", "fix"),
    [
        (
            "roles: {lead: {holder: desk}, desk: {holder: ana, deputies: [leo]}}",
            "`holder` names “desk”, which is a role; here goes a person.",
            "Write `ana` or `leo`.",
        ),
        (
            "roles: {lead: {holder: ana}}\nlevels: {low: {convene: [ana]}}",
            "`convene` names “ana”, which is a person; here goes a role.",
            "Write `lead`.",
        ),
        (
            "channels: {x: {platform: x, publishers: [x]}}",
            "`publishers` names “x”, which is a channel; here goes a person or a role.",
            "Write the id of a person or a role.",
        ),
        (
            "channels: {x: {platform: x, pause_scheduled: {by: [low]}}}\nlevels: {low: {}}",
            "`by` names “low”, which is a level; here goes a person or a role.",
            "Write the id of a person or a role.",
        ),
    ],
)
def test_an_entry_of_another_kind_is_called_so(written: str, message: str, fix: str) -> None:
    (finding,) = load(f"people: {{ana: {{name: A}}, leo: {{name: L}}}}\n{written}\n").findings
    assert (finding.check, render(finding.message, "en"), render(finding.fix, "en")) == ("PLAN-DEAD-REF", message, fix)


def test_names_with_a_semicolon_in_between_are_several() -> None:
    loaded = load("people: {ana: {name: A}, leo: {name: L}}\nroles: {lead: {holder: ana, deputies: [ana;leo]}}\n")
    (finding,) = loaded.findings
    assert render(finding.message, "en") == "`deputies` names several entries in one."
    assert render(finding.fix, "en") == "Put commas between the names: `ana, leo`."


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Responsable com", "responsable-com"),
        ("Responsable de la com", "responsable-com"),
        ("Responsable communication", "responsable-com"),
        ("Resp. com", "responsable-com"),
        ("Responsable RH", None),
        ("responsable-rh", None),
    ],
)
def test_words_in_the_place_of_an_id_are_read_as_one(typed: str, near: str | None) -> None:
    roles = "roles: {responsable-com: {holder: ana}}\nlevels: {low: {convene: [" + typed + "]}}\n"
    (finding,) = load("people: {ana: {name: A}}\n" + roles).findings
    assert render(finding.fix, "en") == (
        f"Write `{near}`." if near else "Correct or remove the name, or add “responsable-rh” to `roles`."
    )


def test_names_of_several_entries_in_one_are_given_as_ids() -> None:
    roles = (
        "roles: {crisis-lead: {holder: ana}, press: {holder: ana}}\nlevels: {low: {convene: [Crisis Lead et press]}}"
    )
    (finding,) = load(f"people: {{ana: {{name: A}}}}\n{roles}\n").findings
    assert render(finding.fix, "en") == "Put commas between the names: `crisis-lead, press`."


def test_an_invisible_character_in_a_name_is_told() -> None:
    loaded = load("people: {ana: {name: A}}\nroles: {lead: {holder: a\u200bna, deputies: [zo\u200be]}}\n")
    assert [(render(f.message, "en"), render(f.fix, "en")) for f in loaded.findings] == [
        ("The name at `holder` holds an invisible character (U+200B).", "Delete the name and type `ana`."),
        ("The name at `deputies` holds an invisible character (U+200B).", "Delete the name and type it again."),
    ]


def test_an_id_that_is_only_misspelt_is_one_mistake() -> None:
    people = "people: {Léo: {name: L}, zoe_r: {name: Z}, mia🎈: {name: M}}\n"
    path = "escalation: {a: {levels: [], steps: [{call: [zoe-r]}]}}\n"
    loaded = load(f"{people}roles: {{lead: {{holder: leo, deputies: [zoe-r, mia]}}}}\n{path}")
    assert [f.address for f in loaded.findings] == ["people.Léo", "people.zoe_r", "people.mia🎈"]


def test_whom_a_step_calls_is_added_where_others_like_it_are() -> None:
    rest = "roles: {lead: {holder: ana}}\nescalation: {a: {levels: [], steps: [{call: [leads, leo]}]}}\n"
    fixes = [render(f.fix, "en") for f in load("people: {ana: {name: A}}\n" + rest).findings]
    assert fixes == [
        f"Correct or remove the name, or add “{a}” to `{b}`." for a, b in (("leads", "roles"), ("leo", "people"))
    ]


def test_contact_values_are_never_said() -> None:
    number, secret = "+33 6 98 76 54 32", "hunter2-Xk9Lq"
    loaded = load(
        f"people:\n  ana:\n    name: Ana\n    mobile: [{number}]\n    email: {{a: {number}}}\n    {number}: x\n"
        f"    password: {secret}\n    checked: {number}\n  {number}: {{name: x}}\n"
        f"roles: {{lead: {{holder: {number}}}}}\n"
    )
    everything = "".join(
        render(part, language) + finding.shown
        for finding in loaded.findings
        for part in (finding.message, finding.fix, Message(finding.address))
        for language in ("en", "fr")
    )
    assert len(loaded.findings) >= 6
    assert "76 54" not in everything
    assert secret not in everything


def test_one_plan_has_no_more_findings_than_anybody_reads() -> None:
    loaded = load("people: {ana: {name: A, " + ", ".join(f"k{n}: 1" for n in range(20_000)) + "}}")
    assert len(loaded.findings) == MOST_PROBLEMS + 1
    assert any(
        render(f.message, "en") == f"This plan has more problems than the {MOST_PROBLEMS} that are listed."
        for f in loaded.findings
    )


def test_dead_names_are_counted_too() -> None:
    loaded = load("roles: {" + ", ".join(f"r{n}: {{holder: p{n}}}" for n in range(300)) + "}")
    assert loaded.plan is not None
    assert len([f for f in loaded.findings if f.check == "PLAN-DEAD-REF"]) == MOST_PROBLEMS


def test_more_notes_than_anybody_reads_do_not_stop_the_rules() -> None:
    loaded = load("channels: {" + ", ".join(f"c{n}: {{platform: zz{n}}}" for n in range(300)) + "}")
    assert loaded.plan is not None
    assert len(loaded.findings) == MOST_PROBLEMS + 1
    assert {f.severity for f in loaded.findings} == {"info"}


# --- absurd shapes ---

WORDS = st.sampled_from(
    [
        "about",
        "people",
        "roles",
        "on_call",
        "absences",
        "levels",
        "escalation",
        "channels",
        "moves",
        "monitoring",
        "audiences",
        "scenarios",
        "statements",
        "name",
        "holder",
        "languages",
        "organisation",
        "steps",
        "call",
        "text",
        "kind",
        "approved",
        "normal",
        "measured",
        "from",
        "to",
        "sign_off",
        "new_text",
        "ana",
        "lead",
        "x",
        "1",
        "0612345670",
        "2026-11-21",
        "15m",
        "24/7",
        "holding",
        "fr",
        "en",
        "x-mine",
    ]
)
TREES: st.SearchStrategy[object] = st.recursive(
    st.none() | WORDS | st.text(max_size=8),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(WORDS, below, max_size=4),
    max_leaves=25,
)


def tree(value: object) -> Value:
    """A source tree of plain data, as if read from a file."""
    if isinstance(value, dict):
        mapping = Mapping("plan.yaml")
        for key, below in value.items():
            mapping[key] = tree(below)
        return mapping
    if isinstance(value, list):
        sequence = Sequence("plan.yaml")
        sequence.extend(tree(below) for below in value)
        return sequence
    return value if isinstance(value, str) else None


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=300, deadline=None)
@given(
    st.dictionaries(WORDS, TREES, max_size=5),
    st.sampled_from([None, {"organisation": "X", "languages": ["fr"], "country": "FR"}]),
    st.booleans(),
)
def test_no_tree_is_too_absurd(sections: dict[str, object], about: object, complete: bool) -> None:
    written = tree({**sections, **({"about": about} if about else {})})
    assert isinstance(written, Mapping)
    plan, problems = read_plan(written, complete=complete)
    assert plan is not None or problems or not complete
    for problem in problems:
        for language in ("en", "fr"):
            message, fix = render(problem.message, language), render(problem.fix, language)
            assert message
            assert fix
            assert "{key}" not in message + fix
            assert "Input should" not in message


PEOPLE = """people:
  lead: {name: Siobhan O'Leary}
  press: {name: Marcus Bell}
  desk: {name: Ana Bell}
roles:
  speaker: {name: {en: Spokesperson, fr: Porte-parole}, holder: press, deputies: [desk]}
"""


@pytest.mark.parametrize(
    ("written", "message", "fix"),
    [
        (
            "  vet: {holder: Siobhan O'Leary}",
            "`holder` takes an id; that of “Siobhan O'Leary” is `lead`.",
            "Write `lead`.",
        ),
        ("  vet: {holder: Siobhan}", "`holder` takes an id; that of “Siobhan” is `lead`.", "Write `lead`."),
        (
            "levels: {low: {convene: [Porte-parole]}}",
            "`convene` takes an id; that of “Porte-parole” is `speaker`.",
            "Write `speaker`.",
        ),
        (
            "levels: {low: {convene: [Marcus]}}",
            "`convene` names “Marcus”, which is a person; here goes a role.",
            "Write `speaker`.",
        ),
        (  # two people have this name
            "  vet: {holder: Bell}",
            "`holder` names “Bell”, which does not exist.",
            "Correct or remove the name, or add “bell” to `people`.",
        ),
    ],
)
def test_a_name_where_an_id_goes_gives_the_id(written: str, message: str, fix: str) -> None:
    (finding,) = load(f"{PEOPLE}{written}\n").findings
    assert (finding.check, render(finding.message, "en"), render(finding.fix, "en")) == ("PLAN-DEAD-REF", message, fix)


def test_an_id_that_only_shares_a_word_with_another_is_not_taken_for_it() -> None:
    (finding,) = load("people: {customer-lead: {name: C}}\nroles: {a: {holder: comms-lead}}\n").findings
    assert render(finding.message, "en") == "`holder` names “comms-lead”, which does not exist."


def test_names_that_an_impossible_id_leaves_without_entry_are_not_listed_and_give_the_id() -> None:
    loaded = load("people: {Ana Roy: {name: Ana Roy}}\nroles: {a: {holder: press}, b: {holder: press}}\n")
    assert said(loaded) == [
        (
            "people.Ana Roy: `Ana Roy` cannot be the id of an entry. | "
            "Write `press`, as the rest of the plan calls it, and the name below, at `name:`."
        )
    ]


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (
            "reviewed: 2026-11-21",
            (
                "reviewed: `reviewed` is not a section of a plan. | "
                "`reviewed` belongs to `about:`: write it below, with two spaces in front."
            ),
        ),
        (
            "site: {platform: website, account: example, publishers: [ana], adress: x}",
            (
                "site: `site` is not a section of a plan. | These are the keys of an entry of `channels:`; "
                "put two more spaces in front of `site:` and of the lines below it."
            ),
        ),
        (
            "levels:\n  low:\n    when:\n      - Level 1: a journalist asks\n",
            (
                "levels.low.when[0]: YAML takes the colon in this item of `when` for the end of a key. | "
                'Put the whole item between double quotes: `"Level 1: …"`.'
            ),
        ),
        (
            "monitoring:\n  keywords:\n    danger: [injured, accident: dog bite]\n",
            (
                "monitoring.keywords.danger[1]: YAML takes the colon in this item of `danger` for the end of a key. | "
                'Put the whole item between double quotes: `"accident: …"`.'
            ),
        ),
    ],
)
def test_what_stands_too_far_left_or_holds_a_colon_is_told_how_to_stand(written: str, problem: str) -> None:
    assert said(load(f"{written}\n")) == [problem]


@pytest.mark.parametrize(
    ("keys", "fix"),
    [
        (
            "private: true",
            "Write the id of the channel on which the talk goes on; where it needs none, take `private:` out.",
        ),
        ("backup: oui", "Write the id of a channel, or take `backup:` out."),
        ("publishers: [no]", "Write the id of a person or a role, or take `publishers:` out."),
    ],
)
def test_yes_or_no_in_the_place_of_an_entry_is_said(keys: str, fix: str) -> None:
    loaded = load(f"channels: {{x: {{platform: x, {keys}}}}}\n")
    key, _, typed = keys.partition(": ")
    (finding,) = loaded.findings
    assert render(finding.message, "en") == f"`{key}` takes the id of an entry, not “{typed.strip('[]')}”."
    assert render(finding.fix, "en") == fix


@pytest.mark.parametrize(
    ("country", "money", "zone"),
    [
        ("CA", "30 CAD", "America/Toronto"),
        ("CH", "30 CHF", "Europe/Zurich"),
        ("BE", "30 EUR", "Europe/Brussels"),
        ("FR", "30 EUR", "Europe/Paris"),
    ],
)
def test_examples_are_of_the_country_of_the_plan(country: str, money: str, zone: str) -> None:
    about = f"about: {{organisation: Example, languages: [en], country: {country}, timezone: Nowhere/Nothing}}\n"
    plan = load(about + "remedies: {refund: {name: Refund, up_to: thirty}}\n")
    assert [render(f.fix, "en") for f in plan.findings] == [
        f"Write its name, for example {zone}.",
        f"Write the amount and the currency, for example {money}.",
    ]


@pytest.mark.parametrize("between", [" and ", " et ", " & ", "/", " + ", "; "])
def test_names_joined_by_a_word_or_a_sign_are_several(between: str) -> None:
    people = "people: {ana: {name: Ana}, leo: {name: Leo}, kim: {name: Kim}}\n"
    (finding,) = load(f"{people}roles: {{a: {{holder: kim, deputies: [ana{between}leo]}}}}\n").findings
    assert render(finding.fix, "en") == "Put commas between the names: `ana, leo`."


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (
            "channels: {site: {platform: website, two_factor: key}}",
            (
                "channels.site.two_factor: `two_factor` is not a key of `channels.site`. | "
                "`two_factor` belongs to `access:`, two spaces further in."
            ),
        ),
        (
            "about: {organisation: Example, languages: [en], applies: none}",
            "about.applies: `applies` takes a list. | Write `applies: []` where there is none.",
        ),
        (
            "about:\n  organisation: Example\n  languages: [en]\n  applies:\n",
            (
                "about.applies: `applies` is empty. | "
                "Write values between square brackets, `applies: []` where there is none, or remove the key."
            ),
        ),
    ],
)
def test_nothing_and_keys_of_a_part_are_told_how_to_stand(written: str, problem: str) -> None:
    assert said(load(f"{written}\n")) == [problem]
