"""CHAN-SECRET: the plan says where secrets are kept, never the secrets."""

from collections.abc import Iterator

from planbuilder.findings import Gap, Profile, Severity
from planbuilder.language.secrets import Secret, looks_like_password, secret_in, worth_a_look
from planbuilder.messages import say
from planbuilder.plan import Plan
from planbuilder.rules._rule import rule
from planbuilder.source import Where, scalars

PLACES = ("kept_in", "recovery")
"""Keys whose value should be a place; a password there has no word that announces it."""
CALL_CODES = ("bridge", "backup_bridge")
"""Keys that may hold the code of a conference call: without it nobody joins at night."""

FOUND = {
    Secret.PASSWORD: say("A password seems to be written in the plan."),
    Secret.TOKEN: say("A key or a token seems to be written in the plan."),
    Secret.PRIVATE_KEY: say("A private key is written in the plan."),
    Secret.CODE: say("The code of a lock, a safe or a card seems to be written in the plan."),
    Secret.CARD: say("The number of a bank card seems to be written in the plan."),
    Secret.ACCOUNT: say("The number of a bank account (IBAN) is written in the plan."),
}


@rule(
    "CHAN-SECRET",
    severity=Severity.ERROR,
    profile=Profile.STARTER,
    source=("OWN",),
    why="The plan is read by everybody and stays in git for ever.",
    bad="""
        channels:
          x:
            platform: x
            access:
              kept_in: "password: Lumen2026!"  # <-- A password seems to be written in the plan.
        """,
    good="""
        channels:
          x:
            platform: x
            access:
              kept_in: vault "Social networks" of the password manager
        """,
)
def secret_written(plan: Plan) -> Iterator[Gap]:
    """No value of the plan is a password, a token, a private key, a code, a card number or an account number.

    Keys of providers, private keys, long random words, card numbers and IBANs are known by their form. Passwords and
    codes are known by a word that announces them: "password: …", "mdp …", "PIN …", "le code du coffre est …", "room 12
    (code …)"; in `kept_in` and `recovery` an odd word is enough, also among others. In `recovery` and `two_factor`,
    numbers of eight digits in a row, words that mix letters and digits, and the seed of an app are codes. A password of
    plain words ("correct horse battery staple") is not found. The code of a conference call may stand in `bridge` and
    `backup_bridge`.
    """
    texts = plan.typed()
    places = [number for number, (key, _) in enumerate(texts) if key in PLACES]
    if not any(_secret_at(*texts[number]) for number in {*places, *worth_a_look(texts)}):
        return  # nearly always: no address is worked out
    for where, text in scalars(plan.written):
        kind = _secret_at(_key_of(where), text)
        if kind:
            yield Gap(
                where,
                FOUND[kind],
                say("Remove it, change it where it is used, and write only where it is kept (`kept_in:`)."),
            )


def _secret_at(key: str, text: str) -> Secret | None:
    kind = secret_in(text, key)
    if kind is None and key in PLACES and looks_like_password(text):
        return Secret.PASSWORD
    return None if kind is Secret.CODE and key in CALL_CODES else kind


def _key_of(where: Where) -> str:
    """The last key of an address: that of the list where it is the place of an item."""
    last = where[-1]
    return last if isinstance(last, str) else next((part for part in reversed(where) if isinstance(part, str)), "")
