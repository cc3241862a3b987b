"""What the checks serve: the recommendations of the two articles (A, B), and those of public guidance beyond them (C).

In our own words. Articles: A is “Comment gérer une crise sur les réseaux sociaux ?”, B is “Comment gérer une crise sur
Twitter : les bonnes pratiques à adopter”; a number is the place of the recommendation in its article.
"""

from typing import NamedTuple

from planbuilder.messages import Message, say


class Practice(NamedTuple):
    """A recommendation. `shown_by` are the addresses of the plan that show it, `*` for any id, with blanks between.

    `checks` are those that serve it beside the ones that name it; `outside` says why no check can.
    """

    id: str
    text: Message
    shown_by: str
    checks: tuple[str, ...] = ()
    outside: Message | None = None


_PROMOTION = say("This is promotion, not a crisis practice.")

PRACTICES: tuple[Practice, ...] = (
    Practice("A1", say("Be ready before a crisis comes."), "about.reviewed about.offline_copy exercises absences"),
    Practice(
        "A2",
        say("Have a crisis plan, with an owner and an approval."),
        "about.owner about.version about.reviewed about.approved",
    ),
    Practice("A3", say("Name the people who will be involved, and who stands in for them."), "people roles"),
    Practice("A4", say("Write down the actions to take, by whom and when."), "scenarios.*.actions roles.*.first_moves"),
    Practice(
        "A5",
        say("Keep the damage to your reputation small: the right stance, at once, and nothing cheerful meanwhile."),
        "scenarios.*.cluster levels.*.first_word channels.*.pause_scheduled remedies",
    ),
    Practice("A6", say("Use social media to be seen more."), "", outside=_PROMOTION),
    Practice(
        "A7",
        say("Make sure that your own people know the plan."),
        "about.distribution training scenarios.*.audiences",
    ),
    Practice("A8", say("Train people for crises, and rehearse."), "training exercises"),
    Practice("A9", say("Watch social media."), "monitoring.watch"),
    Practice(
        "A10",
        say("Notice every mention of you, in time."),
        "monitoring.keywords monitoring.watch monitoring.alerts",
    ),
    Practice("A11", say("Answer negative comments fast."), "channels.*.reply_within replies.kinds"),
    Practice("A12", say("Build a marketing strategy for social media."), "", outside=_PROMOTION),
    Practice("A13", say("Use tools to monitor what is said online."), "monitoring.watch.*.tool"),
    Practice(
        "A14",
        say("Speak quickly: know how fast somebody decides and a first word goes out."),
        "levels.*.reach levels.*.first_word escalation scenarios.*.statements",
    ),
    Practice(
        "A15",
        say("Answer negative comments in the way that fits each."),
        "replies.kinds levels.*.sign_off scenarios.*.statements",
    ),
    Practice(
        "A16",
        say("Be open and honest in what you say."),
        "levels.*.sign_off replies.hide_or_delete scenarios.*.statements",
    ),
    Practice("A17", say("Admit your errors."), "scenarios.*.cluster scenarios.*.statements"),
    Practice("A18", say("Apologise where it is due."), "scenarios.*.cluster scenarios.*.statements"),
    Practice("A19", say("Work on putting things right as soon as possible."), "scenarios.*.actions remedies"),
    Practice("A20", say("Show empathy."), "scenarios.*.statements audiences"),
    Practice("A21", say("Understand what people worry about."), "audiences.*.wants scenarios.*.questions"),
    Practice("A22", say("Answer with tact."), "replies.kinds tone scenarios.*.statements"),
    Practice("A23", say("Say that you see how people feel."), "scenarios.*.statements"),
    Practice(
        "A24",
        say("Settle the matter with respect for those concerned."),
        "audiences scenarios.*.actions scenarios.*.statements",
    ),
    Practice(
        "A25",
        say("Use the channels that suit each audience."),
        "channels.*.for audiences.*.reach scenarios.*.statements",
    ),
    Practice("A26", say("Know when to leave the public thread."), "moves"),
    Practice("A27", say("Offer e-mail, the telephone or private messages."), "channels.*.private moves"),
    Practice(
        "A28",
        say("Speak directly to the customers concerned."),
        "audiences.*.reach audiences.*.owner scenarios.*.audiences",
    ),
    Practice("A29", say("Keep the public informed, at a steady pace."), "levels.*.update_every audiences channels"),
    Practice(
        "A30",
        say("Share facts that are exact."),
        "scenarios.*.facts_from scenarios.*.placeholders scenarios.*.statements",
    ),
    Practice("A31", say("Say what is being done about it."), "scenarios.*.actions obligations"),
    Practice("A32", say("Take the time to judge how the plan did."), "reviews about.reviewed"),
    Practice("A33", say("Learn from what happened."), "reviews.*.worked reviews.*.failed about.log"),
    Practice("A34", say("Improve how you communicate because of it."), "reviews.*.actions"),
    Practice("A35", say("Prevent the next crisis."), "reviews.*.actions reviews.*.scenario"),
    Practice("B1", say("Take the situation seriously."), "levels about.approved monitoring.alerts"),
    Practice(
        "B2",
        say("Do not ignore complaints and negative comments."),
        "replies.default replies.kinds channels.*.reply_within",
    ),
    Practice("B3", say("Set up a crisis team."), "roles levels.*.convene"),
    Practice("B4", say("Put somebody in charge of watching reactions."), "monitoring.watch roles.*.can"),
    Practice(
        "B5",
        say("Put somebody in charge of answering as is fit."),
        "replies.kinds roles.*.can levels.*.sign_off",
    ),
    Practice("B6", say("Answer quickly."), "levels.*.first_word channels.*.reply_within escalation"),
    Practice(
        "B7",
        say("Lose no time on the way: a late answer makes it worse."),
        "escalation.*.steps levels.*.sign_off obligations",
    ),
    Practice("B8", say("Show from the first word that you take it seriously."), "scenarios.*.statements"),
    Practice("B9", say("Show that you are ready to solve the problem."), "scenarios.*.actions scenarios.*.statements"),
    Practice("B10", say("Hide nothing."), "replies.hide_or_delete levels.*.update_every scenarios.*.statements"),
    Practice("B11", say("Own what you did wrong."), "scenarios.*.cluster scenarios.*.statements"),
    Practice("B12", say("Say sorry where it is needed."), "scenarios.*.cluster scenarios.*.statements"),
    Practice("B13", say("Be sincere."), "scenarios.*.statements"),
    Practice("B14", say("Keep a calm tone that looks ahead."), "tone scenarios.*.statements"),
    Practice("B15", say("Stay calm."), "tone scenarios.*.statements"),
    Practice("B16", say("Stay professional."), "tone replies.sign scenarios.*.statements"),
    Practice("B17", say("Reassure by facts and actions."), "scenarios.*.statements"),
    Practice("B18", say("Offer solutions to people who are unhappy."), "remedies scenarios.*.remedies"),
    Practice("B19", say("Put yourself in the place of those concerned."), "scenarios.*.statements"),
    Practice("B20", say("Make the solutions concrete."), "remedies scenarios.*.actions"),
    Practice(
        "B21",
        say("Prepare refunds, exchanges and goodwill gestures, and who may grant them."),
        "remedies.*.up_to remedies.*.who",
    ),
    Practice("B22", say("Follow how the situation goes on."), "follow_up stand_down monitoring.normal"),
    Practice(
        "B23",
        say("Make sure that people are satisfied with the solutions."),
        "follow_up.ask follow_up.target reviews.*.satisfied",
    ),
    Practice("B24", say("Do more where it is not enough."), "follow_up.below_target reviews.*.actions"),
    Practice("B25", say("Restore trust."), "reviews scenarios.*.statements"),
    Practice("B26", say("In short: fast, open, and with solutions."), "levels.*.first_word remedies"),
    Practice(
        "C1",
        say("Keep the plan whole: nothing dead, unfinished or unclear in it."),
        "about people roles",
        checks=("PLAN-DEAD-REF", "PLAN-UNUSED", "PLAN-YAML-TRAP", "PLAN-UNFINISHED", "PLAN-TIMEZONE"),
    ),
    Practice(
        "C2",
        say("Give every exception a reason, a person and an end."),
        "waivers",
        checks=("PLAN-WAIVER-EXPIRED",),
    ),
    Practice("C3", say("Write numbers that can be dialled."), "people", checks=("TEAM-BAD-NUMBER",)),
    Practice(
        "C4",
        say("Call people who are there, rested, and not the same one twice."),
        "escalation on_call absences",
        checks=("ESC-SAME-PERSON", "ONCALL-AWAY", "ONCALL-REST"),
    ),
    Practice(
        "C5",
        say("Keep texts as short as their channel wants them."),
        "scenarios.*.statements",
        checks=("STMT-SMS-PARTS",),
    ),
    Practice(
        "C6",
        say("Keep secrets and personal numbers out of what is published."),
        "channels scenarios.*.statements",
        checks=("CHAN-SECRET", "SAFE-PRIVATE-NUMBER"),
    ),
    Practice(
        "C7",
        say("Know your legal duties, who is in charge of each, and in which scenario."),
        "about.applies obligations",
        checks=("LAW-NOT-CHOSEN", "LAW-NO-OWNER", "LAW-SCENARIO"),
    ),
)
"""All of them, in the order of the articles."""
