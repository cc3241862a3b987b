"""The ids of the catalogue: which checks there are, and why one is not there yet."""

from planbuilder.findings import Profile, Severity
from planbuilder.rules import CATALOGUE

# id, severity, profile: what plan writers may rely on
EXPECTED = """
PLAN-OWNER error starter
PLAN-REVIEW-OVERDUE error starter
PLAN-NOT-APPROVED warning standard
PLAN-DISTRIBUTION warning standard
PLAN-OFFLINE warning standard
PLAN-LOG warning standard
PLAN-LANGUAGE error starter
PLAN-DEAD-REF error starter
PLAN-UNUSED info advanced
PLAN-WAIVER-EXPIRED error starter
PLAN-YAML-TRAP error starter
PLAN-UNFINISHED warning starter
PLAN-TIMEZONE warning starter
TEAM-MISSING-FUNCTION error starter
TEAM-NO-DEPUTY error starter
TEAM-DEPUTY-SAME error starter
TEAM-ALL-AWAY error standard
TEAM-NO-TASKS warning standard
TEAM-SINGLE-POINT warning standard
TEAM-ONE-MEANS error starter
TEAM-STALE-CONTACT warning standard
TEAM-BAD-NUMBER error starter
TEAM-COMPANY-ONLY warning standard
TEAM-SPOKESPERSON-LANGUAGE warning standard
TEAM-UNTRAINED warning standard
TEAM-LEFT error starter
TEAM-NO-MEANS error starter
ESC-NO-PATH error starter
ESC-NO-WAIT error starter
ESC-NOWHERE error starter
ESC-NO-AUTHORITY error starter
ESC-SLOW error standard
ESC-FRAGILE warning standard
ESC-ONE-NETWORK warning standard
ESC-SAME-PERSON warning standard
ONCALL-GAP error standard
ONCALL-AWAY error standard
ONCALL-NO-AUTHORITY warning standard
ONCALL-UNTESTED warning standard
ONCALL-REST info advanced
ESC-BUDGET warning standard
COVER-HOURS warning standard
LEVEL-MISSING error starter
LEVEL-VAGUE warning standard
LEVEL-NO-TIMES error starter
LEVEL-ORDER error starter
LEVEL-LATE warning standard
LEVEL-NO-STAND-DOWN warning standard
LEVEL-NO-CONVENE warning standard
SIGN-MISSING error starter
SIGN-DEADLOCK error standard
SIGN-TOO-MANY warning standard
SIGN-THREE-EYES warning standard
SIGN-STALE error standard
SIGN-LIABILITY warning standard
SCEN-TOO-FEW error starter
SCEN-NO-TRIGGER warning standard
SCEN-NO-HOLDING error starter
SCEN-NOT-READY warning standard
SCEN-NO-ACTIONS error starter
SCEN-CLUSTER info standard
SCEN-STRATEGY warning standard
SCEN-NO-STAFF warning starter
SCEN-NO-CLOSE warning standard
SCEN-NO-QA info advanced
SCEN-EMPTY-CELL warning advanced
STMT-PLACEHOLDER error starter
STMT-PARITY error starter
STMT-TOO-LONG error starter
STMT-SMS-PARTS warning standard
STMT-NUMBERS-DIFFER warning standard
STMT-NO-CHANNEL error starter
STMT-UNKNOWN-CONTACT warning standard
STMT-HARDCODED warning standard
STMT-LEGAL-CONTENT warning standard
TONE-MISSING-EMPATHY warning starter
TONE-MISSING-ACTION warning starter
TONE-MISSING-NEXT-STEP warning starter
TONE-MISSING-HELP warning standard
TONE-MISSING-APOLOGY warning standard
TONE-NONAPOLOGY warning starter
TONE-PASSIVE-OWNERSHIP warning standard
TONE-BLAME warning starter
TONE-SPECULATION error starter
TONE-MINIMISE warning starter
TONE-OVERPROMISE warning starter
TONE-DISMISS-EMOTION warning starter
TONE-NO-COMMENT error starter
TONE-DEFENSIVE warning starter
TONE-DEFLECT warning standard
TONE-DISRESPECT warning starter
TONE-PROMO warning standard
TONE-HUMOUR warning starter
TONE-SHOUTING warning starter
TONE-JARGON warning starter
TONE-HARD-TO-READ warning standard
TONE-VAGUE-TIME warning starter
TONE-PERSONAL-DATA error starter
TONE-ATTACK-DETAIL error standard
CHAN-ONE-PUBLISHER error starter
CHAN-ONE-ADMIN error starter
CHAN-NIGHT-KEYS warning standard
CHAN-WEAK-LOGIN warning standard
CHAN-SECRET error starter
CHAN-ACCESS-UNTESTED warning standard
CHAN-NO-BACKUP warning standard
CHAN-NO-PAUSE warning starter
CHAN-NO-PRIVATE warning starter
CHAN-MOVE-CLOSED warning standard
CHAN-NO-REPLY-TIME error starter
CHAN-LANGUAGE warning standard
CHAN-DARK-SITE warning standard
MON-NONE error starter
MON-NO-WATCHER error starter
MON-CADENCE warning standard
MON-KEYWORDS warning starter
MON-NO-THRESHOLD error starter
MON-NO-BASELINE warning advanced
MON-BLIND warning standard
AUD-FEW error starter
AUD-NO-OWNER warning standard
AUD-ONE-CHANNEL warning standard
AUD-STAFF-FIRST warning standard
AUD-FAMILIES warning standard
AUD-ORDER warning standard
REPLY-NO-POLICY error starter
REPLY-DEFAULT-SILENCE error starter
REPLY-KINDS warning standard
REPLY-LATE warning standard
REPLY-DELETE warning standard
CARE-NO-REMEDY error starter
CARE-NO-LIMIT warning standard
CARE-NO-FOLLOW-UP error starter
CARE-NO-TARGET warning standard
CARE-MISSED-TARGET warning standard
LAW-NOT-CHOSEN warning starter
LAW-NO-OWNER error standard
LAW-SCENARIO error standard
LAW-LATE error standard
LAW-NO-WORDS warning standard
LEARN-NO-TRAINING error starter
LEARN-NO-EXERCISE error starter
LEARN-NEVER-EXERCISED info standard
LEARN-NO-REVIEW warning standard
LEARN-ACTION-OVERDUE error starter
LEARN-NOT-FED-BACK warning standard
LEARN-REPEAT warning advanced
SAFE-PRIVATE-NUMBER error starter
SAFE-OPEN-SITE error standard
"""

ABSENT = {
    "SAFE-OPEN-SITE": "proved by the site's gate on the built files",
}
"""Ids, or beginnings of ids, without a rule: the reason."""


def wanted() -> dict[str, tuple[str, str]]:
    return {line.split()[0]: (line.split()[1], line.split()[2]) for line in EXPECTED.split("\n") if line}


def test_every_check_of_the_catalogue_is_there_or_has_a_reason() -> None:
    there = {rule.id for rule in CATALOGUE}
    missing = [name for name in wanted() if name not in there and not name.startswith(tuple(ABSENT))]
    assert missing == []


def test_a_check_that_is_there_needs_no_reason() -> None:
    assert [rule.id for rule in CATALOGUE if any(rule.id.startswith(absent) for absent in ABSENT)] == []


def test_no_check_is_invented() -> None:
    assert [rule.id for rule in CATALOGUE if rule.id not in wanted()] == []


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in CATALOGUE]
    assert len(ids) == len(set(ids))


def test_the_order_is_that_of_the_catalogue() -> None:
    order = list(wanted())
    assert [rule.id for rule in CATALOGUE] == sorted((rule.id for rule in CATALOGUE), key=order.index)


def test_severity_and_profile_are_those_promised() -> None:
    assert {rule.id: (rule.severity, rule.profile) for rule in CATALOGUE} == {
        rule.id: (Severity(wanted()[rule.id][0]), Profile(wanted()[rule.id][1])) for rule in CATALOGUE
    }
