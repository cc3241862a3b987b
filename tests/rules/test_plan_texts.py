"""PLAN: languages, unfinished texts, unused entries, exceptions."""

from collections.abc import Callable

import pytest

Ask = Callable[..., list[tuple[str, str]]]


def statement(text: str) -> str:
    return f"statements:\n  first:\n    kind: holding\n    text: {text}\n"


@pytest.mark.parametrize(
    ("languages", "text", "found"),
    [
        ("[fr, en]", "{fr: Oui., en: Yes.}", []),
        ("[fr]", "Oui.", []),
        ("[fr]", "{fr: Oui.}", []),
        ("[fr-CA]", "{fr: Oui.}", []),
        ("[fr, en]", "Oui.", ["`text` of first is missing in English: “Oui.”"]),
        ("[fr]", "{en: Yes.}", ["`text` of first is missing in French: “Yes.”"]),
        ("[fr, en, de]", "{fr: Oui.}", ["`text` of first is missing in English and German: “Oui.”"]),
        ("[fr]", "{fr-CA: Oui.}", ["The texts of the plan are in `fr-CA`, but `languages` says `fr`."]),
        (
            "[fr-ca, en]",
            "{fr-CA: Oui., en: Yes.}",
            ["The texts of the plan are in `fr-CA`, but `languages` says `fr-ca`."],
        ),
        (
            "[en, fr]",
            "{fr-CA: Oui.}",
            [
                "The texts of the plan are in `fr-CA`, but `languages` says `fr`.",
                "`text` of first is missing in English: “Oui.”",
            ],
        ),
    ],
)
def test_a_text_exists_in_each_language_of_the_plan(ask: Ask, languages: str, text: str, found: list[str]) -> None:
    plan = f"about: {{organisation: Example, languages: {languages}}}\n" + statement(text)
    assert [sentence for _, sentence in ask("PLAN-LANGUAGE", plan)] == found


TWO_TEXTS = "about: {organisation: Example, languages: [en, fr]}\nlevels: {low: {name: {en: Low, fr: Bas}}}\n"


def test_one_text_under_a_tag_of_its_own_is_told_the_tag(ask: Ask, fixes: Callable[..., list[str]]) -> None:
    plan = TWO_TEXTS + statement("{en: Yes., fr-CA: Oui.}")
    assert ask("PLAN-LANGUAGE", plan) == [
        ("error statements.first.text", "`text` of first is missing in French: “Yes.”"),
    ]
    assert fixes("PLAN-LANGUAGE", plan) == ["Write `fr:` in the place of `fr-CA:`, as `languages` does."]


def test_the_language_that_the_tag_is_of_is_told_among_several(fixes: Callable[..., list[str]]) -> None:
    assert fixes("PLAN-LANGUAGE", TWO_TEXTS + statement("{fr-CA: Oui.}")) == [
        "Write `fr:` in the place of `fr-CA:`, as `languages` does."
    ]


def test_a_tag_of_the_plan_is_not_replaced(fixes: Callable[..., list[str]]) -> None:
    plan = "about: {organisation: Example, languages: [fr, fr-CA]}\n" + statement("{fr-CA: Oui.}")
    assert fixes("PLAN-LANGUAGE", plan) == ["Write it in each language of the plan: `text: {fr: …, fr-CA: …}`."]


def test_the_languages_to_type_are_those_of_the_texts(fixes: Callable[..., list[str]]) -> None:
    plan = TWO_TEXTS.replace("fr: Bas", "fr-CA: Bas")
    assert fixes("PLAN-LANGUAGE", plan) == ["Write `languages: [en, fr-CA]`."]


ENGLISH = "We know what stopped our line, and we are repairing it."
FRENCH = "Nous savons ce qui a arrêté notre ligne, et nous la réparons."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'{{fr: "{FRENCH}", en: "{ENGLISH}"}}', ""),
        (f'{{fr: "{ENGLISH}", en: "{ENGLISH}"}}', "fr: `text` of first should be in French, but it is in English"),
        (f'{{fr: "{FRENCH}", en: "{FRENCH}"}}', "en: `text` of first should be in English, but it is in French"),
        (f'{{fr: "{ENGLISH}", en: "We are back."}}', "fr: `text` of first should be in French, but it is in English"),
        ("{fr: Croix-Rouge de la Loire, en: Croix-Rouge de la Loire}", ""),
    ],
)
def test_a_text_in_another_language_of_the_plan_is_found(ask: Ask, text: str, found: str) -> None:
    said = ask("PLAN-LANGUAGE", "about: {organisation: Example, languages: [fr, en]}\n" + statement(text))
    assert [f"{where.removeprefix('error statements.first.text.')}: {s}".partition(": “")[0] for where, s in said] == (
        [found] if found else []
    )


def test_a_list_of_texts_is_judged_as_a_whole(ask: Ask) -> None:
    plan = TWO_TEXTS + "roles: {lead: {holder: ana, first_moves: {en: [We do it., You do it.], fr: [WE, YOU]}}}\n"
    english = "We are to call you., You do not call them."
    assert ask("PLAN-LANGUAGE", plan.replace("WE, YOU", "On appelle., On attend.")) == []
    assert [where for where, _ in ask("PLAN-LANGUAGE", plan.replace("WE, YOU", english))] == [
        "error roles.lead.first_moves.fr"
    ]


@pytest.mark.parametrize(
    "plan",
    [
        "waivers: [{check: PLAN-LOG, reason: Later., by: ana, until: 2027-01-01}]\n",
        "about: {organisation: X, languages: [en, fr], checks: {PLAN-LOG: {severity: off, reason: Not here.}}}\n",
        "placeholders: {hour: {means: {en: x, fr: y}, example: {en: 2 pm}}}\n",
    ],
)
def test_reasons_and_examples_may_stay_in_one_language(ask: Ask, plan: str) -> None:
    about = "" if "about" in plan else TWO_TEXTS
    assert ask("PLAN-LANGUAGE", about + plan) == []


def test_a_name_without_translation_is_said_by_its_id_and_a_text_without_entry_by_its_address(ask: Ask) -> None:
    plan = """
        about: {organisation: Example, languages: [fr, en]}
        audiences: {press: {name: Presse, wants: "savoir, et le savoir avant tous les autres journaux"}}
        follow_up: {ask: Est-ce réglé ?}
        levels: {low: {when: [Une panne]}}
        """
    assert ask("PLAN-LANGUAGE", plan) == [
        ("error audiences.press.name", "`name` of press is missing in English: “Presse”"),
        (
            "error audiences.press.wants",
            "`wants` of Presse is missing in English: “savoir, et le savoir avant tous les…”",
        ),
        ("error follow_up.ask", "`follow_up.ask` is missing in English: “Est-ce réglé ?”"),
        ("error levels.low.when", "`when` of low is missing in English: “Une panne”"),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("TODO write this", "TODO"),
        ("Numéro à compléter", "à compléter"),
        ("Details to be defined", "to be defined"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("Call ___ now", "___"),
        ("Hello $NAME", "$NAME"),
        ('"Hello {{name}}"', "{{name}}"),
        ("Since [DATE] we look", "[DATE]"),
        ("We know […] of it", "[…]"),
        ('"[NOM DU PRODUIT] est rappelé"', "[NOM DU PRODUIT]"),
        ('"[nom du produit] est rappelé"', "[nom du produit]"),
        ("Call XXX", "XXX"),
        ("Call 06 xxx xx", "xxx"),
        ("à définir", "à définir"),
        ("TBC.", "TBC."),
        ('"?"', "?"),
    ],
)
def test_a_text_with_a_blank_or_a_mark_is_not_finished(ask: Ask, text: str, left: str) -> None:
    sentence = f"`text` of first is not finished: “{left}” is still to be filled in."
    assert ask("PLAN-UNFINISHED", statement(text)) == [("warning statements.first.text", sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "We look into it. Next word at {time}.",
        "Todo el mundo está a salvo.",
        "Remplissez le formulaire à compléter sur notre page.",
        "Les horaires restent à définir.",
        "The refund is $US 30, or $CAD 40.",
        '"[Ville de Lyon] Crue attendue ce soir."',
        '"[ALERTE] Restez chez vous."',
        "See the notes [1] and [12], and [our page](/crisis).",
        "He said it was “grate [sic]”.",
        "snake_case_and__more",
        '"Literal {{two words}} between braces."',
        "Ring 3 times, then wait.",
        "Order 123456789012345678",
        "Écrivez-nous (indiquer votre numéro de commande).",
        '"Notes to editors: founded in 1970."',
    ],
)
def test_a_finished_text_is_let_pass(ask: Ask, text: str) -> None:
    assert ask("PLAN-UNFINISHED", statement(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The shop is closed (insert the reason).", "(insert the reason)"),
        ("Le magasin est fermé (préciser le motif).", "(préciser le motif)"),
        ("Madame, Monsieur (rayer la mention inutile)", "rayer la mention inutile"),
        ("Dear customer, delete as appropriate", "delete as appropriate"),
        ("Bonjour (à adapter selon le cas), merci.", "(à adapter selon le cas)"),
    ],
)
def test_an_instruction_does_not_stay_in_a_text_to_send(ask: Ask, text: str, words: str) -> None:
    sentence = f"`text` of first speaks to its writer, not to its reader: “{words}”"
    assert ask("PLAN-UNFINISHED", statement(text)) == [("warning statements.first.text", sentence)]


def test_an_instruction_is_welcome_where_staff_read_it(ask: Ask) -> None:
    plan = """
        people: {ana: {name: Ana Ruiz}}
        roles: {lead: {holder: ana, first_moves: [Call the shop (insert the code first)]}}
        """
    assert ask("PLAN-UNFINISHED", plan) == []


def test_names_and_translations_are_searched_too(ask: Ask) -> None:
    plan = """
        about: {organisation: "[NAME]", languages: [en, fr]}
        people: {ana: {name: TBD}}
        levels: {low: {when: {en: [A fire, TODO], fr: [Un feu, Une panne]}}}
        """
    blank = "is still to be filled in."
    assert ask("PLAN-UNFINISHED", plan) == [
        ("warning about.organisation", f"`about.organisation` is not finished: “[NAME]” {blank}"),
        ("warning people.ana.name", f"`name` of ana is not finished: “TBD” {blank}"),
        ("warning levels.low.when.en[1]", f"`when` of low is not finished: “TODO” {blank}"),
    ]


FICTION = """
about: {organisation: Example, languages: [en], country: FR, EXAMPLE domains: [lumen.example]}
people:
  ana: {name: Ana Ruiz, mobile: 06 39 98 00 01, email: ana@example.org, home: +1 514 555 0104}
channels:
  help: {platform: email, account: help@lumen.example}
  line: {platform: phone, account: 0 800 00 00 00}
statements:
  first: {kind: holding, text: "Call 01 99 00 00 20 or read www.lumen.example today."}
  second: {kind: update, text: "Read https://www.lumen.example today."}
"""


def test_numbers_and_domains_of_films_are_not_those_of_a_real_plan(ask: Ask) -> None:
    kept = "it is kept for examples."
    assert ask("PLAN-UNFINISHED", FICTION.replace("EXAMPLE", "")) == [
        ("warning about.domains[0]", f"`about.domains[0]` gives an address on a domain that nobody has: {kept}"),
        ("warning people.ana.mobile", f"`mobile` of Ana Ruiz is a number that nobody has: {kept}"),
        ("warning people.ana.email", f"`email` of Ana Ruiz is on a domain that nobody has: {kept}"),
        ("warning people.ana.home", f"`home` of Ana Ruiz is a number that nobody has: {kept}"),
        ("warning channels.help.account", f"`account` of help gives an address on a domain that nobody has: {kept}"),
        ("warning channels.line.account", f"`account` of line gives a phone number that nobody has: {kept}"),
        ("warning statements.first.text", f"`text` of first gives a phone number that nobody has: {kept}"),
        ("warning statements.second.text", f"`text` of second gives an address on a domain that nobody has: {kept}"),
    ]


def test_lines_that_are_rung_are_no_fiction_either(ask: Ask) -> None:
    plan = """
about:
  {organisation: O, languages: [en], country: FR, war_room: {bridge: 01 99 00 00 44, backup_bridge: 01 99 00 00 45}}
people:
  ana: {name: Ana Ruiz, signal: "+33 6 39 98 00 44", teams: ana@lumiere.fr}
roles: {lead: {holder: ana}}
on_call:
  line: {role: lead, rota: [ana], from: 2026-11-16, number: "+33 1 99 00 00 47"}
  other: {role: lead, rota: [ana], from: 2026-11-16}
audiences: {press: {contacts_in: "binder, 01 99 00 00 46"}, staff: {contacts_in: binder}}
"""
    assert [where for where, _ in ask("PLAN-UNFINISHED", plan)] == [
        "warning about.war_room.bridge",
        "warning about.war_room.backup_bridge",
        "warning people.ana.signal",
        "warning on_call.line.number",
        "warning audiences.press.contacts_in",
    ]


def test_a_plan_for_show_may_use_them(ask: Ask) -> None:
    assert ask("PLAN-UNFINISHED", FICTION.replace("EXAMPLE", "example: true,")) == []


def test_a_real_domain_that_only_looks_like_one_for_examples_is_let_pass(ask: Ask) -> None:
    text = "Read counterexample.com, example.company or ours.example.fr today."
    assert ask("PLAN-UNFINISHED", statement(text)) == []


def test_entries_that_nothing_names_are_unused(ask: Ask) -> None:
    plan = """
        people: {ana: {name: Ana Ruiz}}
        roles:
          lead: {holder: ana, can: [activate]}
          watch: {holder: ana}
          idle: {holder: ana}
        channels:
          site: {platform: website}
          wall: {platform: poster}
          loop: {platform: radio, backup: loop}
        audiences: {press: {name: The press}, public: {reach: [site]}}
        remedies: {refund: {name: Refund}}
        obligations: {gdpr: {name: GDPR}}
        monitoring: {watch: {wall: {by: watch}}}
        statements:
          any: {kind: update, text: We know.}
          answer: {kind: reply, text: We know.}
          wait: {kind: holding, text: We know.}
        scenarios:
          fire: {audiences: [public], statements: {fire-first: {kind: holding, text: We know.}}}
        """
    assert ask("PLAN-UNUSED", plan) == [
        (f"info {where}", f"No other part of the plan names {name}.")
        for where, name in (
            ("roles.idle", "idle"),
            ("channels.loop", "loop"),
            ("audiences.press", "The press"),
            ("remedies.refund", "Refund"),
            ("obligations.gdpr", "GDPR"),
            ("statements.any", "any"),
        )
    ]


SPARE = """
    channels: {site: {platform: website, for: [public]}, line: {platform: phone, for: [families]}}
    audiences: {public: {kind: public}, families: {kind: families}}
    statements: {spare: {kind: KIND, channels: [CHANNEL], text: We know.}}
    scenarios:
      fire:
        audiences: [public]
        statements: {OWN}
    """


@pytest.mark.parametrize(
    ("kind", "channel", "own", "used"),
    [
        ("update", "site", "one: {kind: holding, channels: [site], text: We know.}", True),
        ("update", "line", "one: {kind: holding, channels: [site], text: We know.}", False),
        ("update", "site", "one: {kind: apology, channels: [site], text: We know.}", False),
        ("update", "site", "one: {kind: apology, channels: [line], text: We know.}", True),
        ("alert", "site", "one: {kind: holding, channels: [site], text: We know.}", False),
        ("alert", "site", "one: {kind: update, channels: [site], text: We know.}", True),
        ("denial", "site", "one: {kind: holding, channels: [site], text: We know.}", True),
        ("closing", "line", "one: {kind: holding, channels: [site], text: We know.}", True),
        ("closing", "site", "one: {kind: closing, channels: [line], text: We know.}", True),
        ("closing", "site", "one: {kind: closing, channels: [site], text: We know.}", False),
        ("internal", "line", "", True),
        ("internal", "line", "one: {kind: internal, text: We know.}", False),
        ("reply", "line", "", True),
    ],
)
def test_a_text_that_fills_what_a_scenario_leaves_open_is_used(
    ask: Ask, kind: str, channel: str, own: str, used: bool
) -> None:
    plan = SPARE.replace("KIND", kind).replace("CHANNEL", channel).replace("OWN", own)
    found = [where for where, _ in ask("PLAN-UNUSED", plan) if ".spare" in where]
    assert found == ([] if used else ["info statements.spare"])


@pytest.mark.parametrize(
    ("waiver", "found"),
    [
        ("reason: why, by: ana, until: 2026-11-21", []),
        ("reason: why, by: ana, until: 2026-11-20", ["The exception to CHAN-NO-BACKUP ended on 20 November 2026."]),
        ("by: ana, until: 2026-11-20", ["The exception to CHAN-NO-BACKUP does not say why."]),
        ("until: 2027-01-01", ["The exception to CHAN-NO-BACKUP does not say why and who decided it."]),
        ("at: channels.x", ["The exception to CHAN-NO-BACKUP does not say why, who decided it and until when."]),
    ],
)
def test_an_exception_says_why_by_whom_and_until_when(ask: Ask, waiver: str, found: list[str]) -> None:
    plan = f"people: {{ana: {{name: Ana Ruiz}}}}\nwaivers:\n  - {{check: CHAN-NO-BACKUP, {waiver}}}\n"
    assert [sentence for _, sentence in ask("PLAN-WAIVER-EXPIRED", plan)] == found


def test_the_notes_of_the_log_stay_as_they_were_typed(ask: Ask) -> None:
    plan = "about: {organisation: Example, languages: [fr, en]}\n"
    review = f'reviews: {{night: {{held: 2026-11-20, worked: {{fr: ["{FRENCH}"], en: ["{FRENCH}"]}}}}}}\n'
    assert [where for where, _ in ask("PLAN-LANGUAGE", plan + review)] == []


COPIED = """
about: {organisation: Example, languages: [en], example: true}
people: {ana: {name: NAME}}
monitoring: {keywords: {danger: [KEYWORD]}}
statements: {one: {kind: holding, text: TEXT}}
"""


AROUND = "keeps the signs around it"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (
            ("NAME", "“Ana Ruiz”"),
            ("warning people.ana.name", f"`name` of ana {AROUND} (“ ”), and readers would see them."),
        ),
        (
            ("NAME", "'[Ana]'"),
            ("warning people.ana.name", f"`name` of ana {AROUND} ([ ]), and readers would see them."),
        ),
        (
            ("KEYWORD", "hacked, “fire”"),
            (
                "warning monitoring.keywords.danger[1]",
                f"`monitoring.keywords.danger[1]` {AROUND} (“ ”), and readers would see them.",
            ),
        ),
        (
            ("TEXT", "We are sorry.”"),
            ("warning statements.one.text", "`text` of one keeps a quotation mark without its partner (”)."),
        ),
        (("TEXT", "We are “sorry”."), None),
    ],
)
def test_signs_kept_from_elsewhere_are_found(ask: Ask, written: tuple[str, str], found: tuple[str, str] | None) -> None:
    assert ask("PLAN-UNFINISHED", COPIED.replace(*written)) == ([found] if found else [])


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("Next at [time].", "Write `{time}`: what stands between braces is filled in on the day."),
        ("Next at {{time}}.", "Write `{time}`: what stands between braces is filled in on the day."),
        ("Since [moment].", "Write `{moment}`: what stands between braces is filled in on the day."),
        ("Since [when].", "Replace “[when]” with the real text or, where only the day will tell it,"),
    ],
)
def test_a_mark_that_names_a_blank_becomes_it(fixes: Callable[..., list[str]], text: str, fix: str) -> None:
    plan = f"""
        about: {{organisation: Example, languages: [en], example: true}}
        statements: {{one: {{kind: holding, text: '{text} We wait since {{moment}}.'}}}}
        placeholders: {{moment: {{means: when, example: this morning}}}}
        """
    assert fixes("PLAN-UNFINISHED", plan)[0].startswith(fix)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("about: {organisation: E, languages: [en], war_room: {bridge: TBC}}", "about.war_room.bridge"),
        ("about: {organisation: E, languages: [en], log: {where: à définir}}", "about.log.where"),
        ("about: {organisation: E, languages: [en], offline_copy: {where: '?'}}", "about.offline_copy.where"),
        ("channels: {x: {platform: x, access: {recovery: TBC}}}", "channels.x.access.recovery"),
        ("audiences: {m: {kind: media, contacts_in: tbc}}", "audiences.m.contacts_in"),
        ("monitoring: {watch: {press: {tool: TODO}}}", "monitoring.watch.press.tool"),
        ("monitoring: {watch: {press: {tool: Google Alerts}}}", ""),
        ("about: {organisation: E, languages: [en], distribution: [{to: …, how: PDF}]}", "about.distribution[0].to"),
        (
            "about: {organisation: E, languages: [en], distribution: [{to: team, how: TODO}]}",
            "about.distribution[0].how",
        ),
        ("about: {organisation: E, languages: [en], distribution: [{to: team, how: PDF}]}", ""),
        ("channels: {x: {platform: x, access: {two_factor: …}}}", "channels.x.access.two_factor"),
        ("channels: {x: {platform: x, access: {two_factor: to be defined}}}", "channels.x.access.two_factor"),
        ("channels: {x: {platform: x, access: {two_factor: n/a}}}", ""),
        ("channels: {x: {platform: x, account: …}}", "channels.x.account"),
        ("channels: {x: {platform: radio, account: —}}", ""),
        ("channels: {x: {platform: x, account: '@tbc'}}", ""),
        ("channels: {x: {platform: x, pause_scheduled: {tool: …}}}", "channels.x.pause_scheduled.tool"),
        ("channels: {x: {platform: x, depends_on: [network, …]}}", "channels.x.depends_on[1]"),
        ("people: {ana: {name: Ana, signal: …}}", "people.ana.signal"),
        ("people: {ana: {name: Ana, whatsapp: TBC}}", "people.ana.whatsapp"),
        ("people: {ana: {name: Ana, teams: n/a}}", "people.ana.teams"),
        ("people: {ana: {name: Ana, slack: '?'}}", "people.ana.slack"),
        ("obligations: {gdpr: {name: GDPR, to: …}}", "obligations.gdpr.to"),
        ("platforms: {kiosk: {domain: …}}", "platforms.kiosk.domain"),
        ("monitoring: {alerts: [{measure: …, above: 10}]}", "monitoring.alerts[0].measure"),
        ("monitoring: {keywords: {brand: [ours, …]}}", "monitoring.keywords.brand[1]"),
        ("replies: {hide_or_delete: {allowed: [insults, …]}}", "replies.hide_or_delete.allowed[1]"),
    ],
)
def test_a_place_that_nobody_has_decided_is_not_finished(ask: Ask, written: str, address: str) -> None:
    assert [where for where, _ in ask("PLAN-UNFINISHED", written + "\n")] == ([f"warning {address}"] if address else [])


def test_a_mark_may_name_a_blank_of_the_scenario_or_of_a_move(fixes: Callable[..., list[str]]) -> None:
    plan = """
        about: {organisation: Example, languages: [en], example: true}
        channels: {x: {platform: x}, phone: {platform: phone}}
        scenarios:
          fire:
            statements: {one: {kind: holding, text: 'In {town}, at [town].'}}
            placeholders: {town: {means: where, example: Lille}}
        placeholders: {moment: {means: when, example: this morning}}
        moves: [{from: [x], to: phone, say: 'Since [moment], not [town].'}]
        """
    named, moved = fixes("PLAN-UNFINISHED", plan)
    assert named == "Write `{town}`: what stands between braces is filled in on the day."
    assert moved == "Write `{moment}`: what stands between braces is filled in on the day."
