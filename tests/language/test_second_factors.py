"""What protects a login, said in many words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.second_factors import Weak, weakness

NONE = """none|no|non|No.|aucun|aucune|-|—|0|false|?|n/a|sans|without|off|sans objet|désactivé|désactivé depuis mai
disabled
disabled for now|2FA désactivée|non activé|pas encore|not yet|pas encore, prévu en 2027|à activer|à activer en janvier
double authentification à activer|en cours|en cours de déploiement|mot de passe|mot de passe seul|juste le mot de passe
password only|aucun second facteur|no second factor|sans second facteur|pas de double authentification
pas de double authentification, mot de passe fort|mot de passe fort, pas encore de 2FA|pas de clé|no key|sans clé
aucune appli|pas d'appli|ni clé ni appli|clé à venir|clé de sécurité, pas encore activée|application (en cours)
app not yet enabled|not yet: security key ordered|security key, still not enabled|pas de SMS"""

PROTECTS_OR_SAYS_NOTHING = """security key|hardware keys|Clés physiques, une par administrateur|YubiKey 5C|clé USB
clé sans contact|clé FIDO2|app|appli mobile|application|authenticator app on two phones
Microsoft Authenticator|FreeOTP|TOTP|passkey
passkey, sans mot de passe|push notification on two phones|Face ID|badge + code PIN|e-CPS|carte à puce|1Password
Carte professionnelle|certificat en cours de validité|yes|oui|activé|enabled|2FA|Réseau interne seulement|SSO entreprise
Code envoyé sur le téléphone d’astreinte|Sans objet, poste physique du standard|one-time codes from the vault
app, SMS as a backup|TOTP, secours par SMS|SMS + app|SMS ou appli|trusted devices, SMS as a spare|app (no SMS)
no SMS, security key|pas de SMS : application|security key instead of SMS|non-SMS : clé|clé FIDO2, SMS désactivé
no 2FA by SMS, security key|application, clés en cours de livraison|clé de sécurité ; deuxième clé commandée
security key, no SMS and no mail|key, off-site spare|Yanis a activé la clé|mot de passe et clé|app, e-mail désactivé"""

DIVERTED = {
    Weak.TEXT_MESSAGE: """SMS|texto|text message|code par SMS|SMS, pas de clé|SMS, clé commandée
SMS (pas encore d'appli)|SMS et appel vocal|no app, only SMS|SMS only, no security key|SMS sans appli
mot de passe + SMS|SMS sur une carte SIM dédiée""",
    Weak.CALL: "appel vocal|appels téléphoniques|voice call|phone call|message vocal, pas d'appli|appel automatique",
    Weak.MAIL: "e-mail|email|courriel|code par mail|code par mél|OTP by e-mail|e-mail, clé à venir",
}


def cases(table: str) -> list[str]:
    return table.replace("\n", "|").split("|")


@pytest.mark.parametrize("written", cases(NONE))
def test_no_second_factor_is_none_in_any_words(written: str) -> None:
    assert weakness(written) is Weak.NONE


@pytest.mark.parametrize("written", cases(PROTECTS_OR_SAYS_NOTHING))
def test_what_protects_or_nobody_can_tell_is_not_weak(written: str) -> None:
    assert weakness(written) is None


@pytest.mark.parametrize(("kind", "written"), [(kind, one) for kind, table in DIVERTED.items() for one in cases(table)])
def test_what_can_be_diverted_is_told_by_its_kind(kind: Weak, written: str) -> None:
    assert weakness(written) is kind


EVERYTHING = [one for table in (NONE, PROTECTS_OR_SAYS_NOTHING, *DIVERTED.values()) for one in cases(table)]
TEXTS = st.builds(str.join, st.sampled_from([" ", ", ", " : "]), st.lists(st.sampled_from(EVERYTHING), max_size=3))


@given(st.text(max_size=40))
def test_any_answer_is_judged(written: str) -> None:
    assert weakness(written) in {None, *Weak}


@given(TEXTS)
def test_the_quick_look_judges_as_the_close_one(written: str) -> None:
    quickly = weakness(written)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("planbuilder.language.second_factors._SIGNS_OF_NONE", ("",))
        assert weakness(written) == quickly
