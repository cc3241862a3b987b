"""What French sentences do."""

from collections.abc import Iterator

from planbuilder.language import grammar as g
from planbuilder.language.amiss import (
    AS_EVER,
    always_so,
    befell,
    called_names,
    comes_from,
    given_badly,
    gone_somewhere,
    imperfect,
    lost,
    news_sent,
    nothing_said,
    on_a_day,
)
from planbuilder.language.clauses import AHEAD, LOOKED_INTO, REACH, Clauses, Deed
from planbuilder.language.elided import elided
from planbuilder.language.hearsay import supposed
from planbuilder.language.sentences import Sentence

_VERB = 4
"""Letters of the shortest verb that is known by its ending."""

_RENDERED = frozenset({"compte", "comptes", "public", "publics", "publique", "publiques", "visite", "hommage", "une"})
_WISHING = frozenset({"avant", "sans", "afin", "pour", "ce"})
_AFTER_VERB = g.FUNCTION | g.ADVERB | g.CLITIC
_OBJECTS = frozenset({"le", "la", "l'", "les", "un", "une", "des", "son", "sa", "ses", "leur", "leurs", "nos", "notre"})
_GOVERNED = (_OBJECTS - {"des"}) | {"votre", "vos", "chaque"}
_DIRECT = (_GOVERNED | {"des", "ces", "cette", "ce"}) - {"leur"}
_EACH = frozenset({"chaque", "le", "la", "l'", "un", "une", "notre", "votre", "ce", "cette"})
_SAID_TO_YOU = frozenset({"dites", "faites", "redites", "refaites"})
_POLITE = frozenset({"agreer", "croire", "recevoir", "accepter", "trouver", "nous", "m'", "excuser"})
"""« veuillez agréer … » asks for nothing."""
_BIDS = frozenset({"et", "mais", "surtout", "donc", "puis", "ou", "alors"})
_AFTER_HYPHEN = frozenset({"nous", "moi", "le", "la", "les", "leur", "lui", "y", "en"})
_REQUEST = frozenset({"merci", "prière", "priere", "veuillez"})
_THERE = ("mobilis", "interven", "venu", "arriv", "parti", "presen", "engag", "deploy", "rendu", "envoy")
"""« les secours sont arrivés »"""

_OUTCOMES = (
    *("retabli", "resolu", "regle", "normalis", "publi", "affich", "diffus", "annonc", "communiqu", "transmis"),
    *("partag", "parl", "confirm", "precis", "actualis", "relay", "present", "fait", "pris", "donn", "mis", "reuni"),
    *("connu", "expliqu", "detaill"),
)
"""« le courant sera rétabli » tells what will be, « un point sera fait » what will be said: nothing that is done."""

_DONE = (
    *("ouvert", "rouvert", "offert", "couvert", "suspendu", "interrompu", "retabli", "interdit", "repris", "remis"),
    *("mis", "pris", "rendu", "maintenu", "prevenu", "secouru", "accueilli", "averti", "reuni", "saisi", "conduit"),
    *("reduit", "fini", "rempli", "defendu", "detruit", "reconduit", "soumis", "transmis", "requis", "servi"),
)
"""How participles without an accent begin."""

_WORDS_ONLY = frozenset(
    [
        *("excuse", "excuses", "condoleances", "note", "regrets", "pardon", "acte"),
        *("conscience", "connaissance"),
        *("sympathie", "feu", "serieux", "coeur"),
    ]
)
"""« nous présentons nos excuses », « nous en prenons note »: nothing is done yet."""


class French(Clauses):
    """Reads French sentences."""

    def asked(self, sentence: Sentence) -> Iterator[Deed]:
        """Imperatives, « merci de … », « ne pas … »."""
        words, end = self.words, sentence.last
        for place in range(sentence.first, end):
            word = words[place]
            if word == "rendez" and place > sentence.first and not self.read.parted[place]:
                continue  # « sur rendez-vous »
            if (
                (word.endswith("ez") or word in _SAID_TO_YOU)
                and not self.marks[place] & g.UNASKED
                and self._commands(place, sentence)
            ):
                yield Deed(place, min(place + 2, end), open=True, asked=True)
            elif word in _REQUEST and words[place + 1 : place + 2] in (["de"], ["d'"]) and self._wish(place + 1, end):
                yield Deed(place, min(place + 3, end), open=True, asked=True)
            elif word == "veuillez" and self.words[place + 1] not in _POLITE and self._infinitive(place, end):
                yield Deed(place, min(place + 2, end), open=True, asked=True)
            elif self._hyphened(place, end) and not self.marks[place] & g.UNASKED:
                yield Deed(place, place + 2, open=True, asked=True)
            elif (
                word == "ne"
                and (place == sentence.first or self.read.parted[place] or words[place - 1] in _BIDS)
                and words[place + 1 : place + 2] in (["pas"], ["rien"], ["plus"], ["jamais"])
                and self._infinitive(place + 1, end)
            ):
                yield Deed(place, min(place + 3, end), open=True, asked=True)

    def _hyphened(self, place: int, end: int) -> bool:
        """« envoie-nous », « dis-le »"""
        if place + 1 >= end or self.words[place + 1] not in _AFTER_HYPHEN:
            return False
        there = (
            self.read.text[self.read.starts[place + 1] : self.read.ends[place + 1]].lower() == "là"
        )  # « ce soir-là »
        return not there and self.read.text[self.read.ends[place] : self.read.starts[place + 1]] == "-"

    def _wish(self, place: int, end: int) -> bool:
        """« merci de garder », not « merci d'avoir attendu »."""
        near = self.words[place : place + 4]
        thanked = {"avoir", "etre"} & set(near) or {"votre", "vos"} & set(near[:2])
        return not thanked and self._infinitive(place, end)

    def _infinitive(self, place: int, end: int) -> bool:
        return any(
            word.endswith(("er", "ir", "re", "oir")) and not self.marks[place + 1 + number] & g.FUNCTION
            for number, word in enumerate(self.words[place + 1 : min(place + 6, end)])
        )

    def _commands(self, place: int, sentence: Sentence) -> bool:
        """Whether a verb in -ez is an imperative: no « vous » before it."""
        before = self.words[max(sentence.first, place - 4) : place]
        for back in range(place - 1, max(sentence.first, place - 4) - 1, -1):
            if self.read.parted[back + 1]:  # « s'il vous plaît, ne publiez rien »
                break
            if self.words[back] == "vous":
                return False
        return not {"si", "que", "qu'", "quand", "lorsque"} & set(before[-2:])

    def done(self, sentence: Sentence) -> Iterator[Deed]:
        """What we and others do, and what is done."""
        if always_so(self.words[sentence.first : sentence.last]):
            return
        for place in range(sentence.first, sentence.last):
            mark = self.marks[place]
            if mark & g.SELF and not self._object(place, sentence) and not self._wished(place):
                yield from self._by_us(place, sentence.last)
            elif mark & g.ACTOR and lost(self.read, self.marks, place, sentence.first):
                continue  # « l'incendie de l'usine mobilise … »
            elif mark & g.ACTOR or self.is_ours(place, sentence):
                yield from self._by_others(place, sentence)
            elif mark & (g.BE | g.HAVE):
                yield from self._passive(place, sentence)
                yield from self._to_something(place, sentence)
            if mark & g.FINITE or self.words[place][-1] in "et":
                yield from self._acts_on(place, sentence)
            if (
                mark & g.REMEDY
                and not lost(self.read, self.marks, place, sentence.first)
                and not self._moves(place, sentence.last)
                and not (place > sentence.first and self.marks[place - 1] & g.NEGATION)
            ):
                yield Deed(place, place + 1, open=not self.words[place].startswith(LOOKED_INTO))
            if mark & g.PARTICIPLE and self._alone(place, sentence):
                yield Deed(place, place + 1, open=False)

    def _moves(self, place: int, end: int) -> bool:
        """« la navette a repris la mer »: it runs as ever, and remedies nothing."""
        known = self.words[place - 1] in {"la", "le", "l'"}
        return known and any(mark & g.HAVE for mark in self.marks[place + 1 : min(place + AHEAD, end)])

    def _object(self, place: int, sentence: Sentence) -> bool:
        """Whether « nous » is an object here: « ils nous disent », « nous nous »."""
        return (
            place > sentence.first
            and self.words[place] == "nous"
            and self.words[place - 1]
            in {"nous", "on", "ils", "elles", "il", "elle", "qui", "a", "de", "pour", "avec", "chez"}
        )

    def _wished(self, place: int) -> bool:
        """Whether « on » stands in « avant qu'on vous réponde »."""
        return place > 1 and self.words[place - 1] in {"que", "qu'"} and self.words[place - 2] in _WISHING

    def _by_us(self, place: int, end: int) -> Iterator[Deed]:
        verb = self.past(place + 1, end, g.CLITIC)
        if verb >= end or self.marks[verb] & g.NEGATION or self.words[place : place + 2] == ["on", "nous"]:
            return
        mark = self.marks[verb]
        if mark & g.HAVE and self.words[verb + 1 : verb + 2] != ["ete"]:  # « nous avons été attaqués »
            yield from self._perfect(place, verb, end, g.IDLE | g.FAULTY)
        elif mark & g.BE:
            yield from self._moved(place, verb, end)
        elif mark & g.WILL:
            yield from self._soon(place, verb, end)
        elif self._is_ours(self.words[place], self.words[verb]) and self._does(verb, end):
            yield Deed(place, verb + 1, open=True)
        yield from self._and(verb + 1, end)

    def _does(self, verb: int, end: int) -> bool:
        """Whether a verb in the present or the future is a deed: « réparons », not « dirons », « ne fermons pas »."""
        mark = self.marks[verb]
        tells = mark & g.FUTURE and mark & g.TELL and not self._gives_back(verb)
        if mark & g.IDLE or tells or self.is_a(verb + 1, end, g.NEGATION):
            return False
        return not _WORDS_ONLY & set(self.words[verb + 1 : verb + AHEAD]) and not nothing_said(self.read, verb, end)

    def _gives_back(self, verb: int) -> bool:
        """« nous rendrons tous les frais », not « nous rendrons compte »."""
        return self.words[verb].startswith("rendr") and _RENDERED.isdisjoint(self.words[verb + 1 : verb + 3])

    def _and(self, place: int, end: int) -> Iterator[Deed]:
        """What follows « et » with the same subject: « nous le regrettons et avons fermé … »."""
        for here in range(place, min(place + REACH, end - 1)):
            if self.words[here] not in {"et", "mais"}:
                continue
            if self.is_a(here + 1, end, g.HAVE):
                yield from self._perfect(here, here + 1, end, g.IDLE | g.FAULTY)
            elif self.words[here + 1].endswith("ons") and not self.marks[here + 1] & g.BE and self._does(here + 1, end):
                yield Deed(here + 1, here + 2, open=True)

    def _is_ours(self, who: str, verb: str) -> bool:
        """Whether a verb agrees with « nous », « on » or « je »."""
        if who == "nous":
            return verb.endswith("ons") and not imperfect(verb)
        return verb.isalpha() and len(verb) > 2

    def _perfect(self, first: int, helper: int, end: int, but: int) -> Iterator[Deed]:
        """« avons retiré », « ont bien été prévenus »; not « n'avons pas »."""
        verb = self.past(helper + 1, end, g.ADVERB | g.BE)
        if not self.is_a(verb, end, g.PARTICIPLE) or self.marks[max(0, helper - 1)] & g.NEGATION:
            return
        for here in (verb, *range(verb + 2, min(verb + REACH, end))):
            follows = here == verb or self.words[here - 1] == "et" or self.read.parted[here]
            if not _WORDS_ONLY.isdisjoint(self.words[here + 1 : here + 2]):
                return
            if (
                follows
                and self.marks[here] & g.PARTICIPLE
                and not self.marks[here] & (but | g.FUNCTION | g.INFO | g.ADVERB)
                and not given_badly(self.read, here, end)
                and not called_names(self.read, here, end)
            ):
                yield Deed(first, here + 1, open=False)
                return

    def _starts(self, place: int, end: int, beginnings: tuple[str, ...]) -> bool:
        return place < end and self.words[place].startswith(beginnings)

    def _moved(self, first: int, helper: int, end: int) -> Iterator[Deed]:
        """« sommes intervenus », « sommes en train de », « nous nous sommes rendus »."""
        verb = self.past(helper + 1, end, g.ADVERB)
        if (
            verb < end
            and self.words[verb] == "en"
            and self.words[verb + 1 : verb + 2] in (["train"], ["contact"], ["lien"], ["route"])
        ):
            yield Deed(first, verb + 2, open=True)
        elif verb < end and self.words[verb].startswith(("interven", "rendu", "alle", "mobilis", "a l'")):
            yield Deed(first, verb + 1, open=False)
        elif verb < end and gone_somewhere(self.words[verb:end]):
            yield Deed(first, verb + 2, open=False)

    def _soon(self, first: int, helper: int, end: int) -> Iterator[Deed]:
        verb = self.past(helper + 1, end, g.ADVERB | g.CLITIC)
        if (
            verb < end
            and self.words[verb].endswith(("er", "ir", "re", "oir"))
            and not self.marks[verb] & (g.IDLE | g.TELL)
        ):
            yield Deed(first, verb + 1, open=True)

    def _by_others(self, place: int, sentence: Sentence) -> Iterator[Deed]:
        """A verb of people who act, close after them."""
        start = self.after_aside(place, sentence.last)
        for verb in range(start, min(start + AHEAD, sentence.last)):
            mark, word = self.marks[verb], self.words[verb]
            if (
                (self.read.parted[verb] and verb > start)
                or mark & g.NEGATION
                or word in {"qui", "que", "qu'", "dont", "et"}
            ):
                return
            if mark & g.HAVE and not self._after_de(verb):
                ours = g.FAULTY if self.words[place - 1] in {"notre", "nos"} else 0  # « notre car a laissé … »
                yield from self._perfect(place, verb, sentence.last, g.IDLE | g.HARM | ours)
                return
            if mark & g.BE:
                there = self.past(verb + 1, sentence.last, g.ADVERB)
                rest = self.words[verb + 1 : verb + 3]
                if "la" in rest[:1] or rest == ["sur", "place"] or self._starts(there, sentence.last, _THERE):
                    yield Deed(place, verb + 2, open=True)
                return
            if mark & g.WILL:
                yield from self._soon(place, verb, sentence.last)
                return
            harmed = mark & g.HARM and mark & g.PARTICIPLE
            if mark & g.IDLE or harmed or supposed(word) or comes_from(self.words[verb : min(verb + 4, sentence.last)]):
                return
            if (mark & g.FINITE and not mark & (g.ACTOR | g.PARTICIPLE)) or self._present(place, verb, sentence.last):
                if not (mark & g.FUTURE and mark & g.TELL) and not nothing_said(self.read, verb, sentence.last):
                    yield Deed(place, verb + 1, open=not word.startswith(AS_EVER))
                return

    def _to_something(self, place: int, sentence: Sentence) -> Iterator[Deed]:
        """Whoever it is has done something to something: « l'évêque l'a relevé », « a fermé la route »; not a fire."""
        before = self.words[place - 1] if place > sentence.first else ""
        verb = self.past(place + 1, sentence.last, g.ADVERB)
        if (
            not self.marks[place] & g.HAVE
            or before in {"n'", "s'", "ne"}
            or not self.is_a(verb, sentence.last, g.PARTICIPLE)
        ):
            return
        after = self.words[verb + 1] if verb + 1 < sentence.last else ""
        if not (before in {"l'", "les", "leur", "lui"} or after in _OBJECTS) or self.marks[verb] & (
            g.HARM | g.IDLE | g.FAULTY
        ):
            return
        if given_badly(self.read, verb, sentence.last) or called_names(self.read, verb, sentence.last):
            return
        if not any(mark & g.EVENT for mark in self.marks[sentence.first : place]):
            yield Deed(place, verb + 1, open=False)

    def _acts_on(self, place: int, sentence: Sentence) -> Iterator[Deed]:
        """Somebody, whoever it is, does something to something: « les monteurs remplacent le câble »; not a fire."""
        mark = self.marks[place]
        if place < sentence.first + 2 or place + 1 >= sentence.last or self.words[place + 1] not in _DIRECT:
            return
        if supposed(self.words[place]) or on_a_day(self.words[place + 1 : place + 3]):
            return
        plural = mark & g.FINITE and self.words[place].endswith("ent")
        singular = self._present(place - 1, place, sentence.last) and self.words[place - 2] in _EACH
        joined = self.words[place - 1] in {"et", "puis"} and self._present(place - 1, place, sentence.last)
        known = g.IDLE | g.HARM | g.ACTOR | g.FUNCTION | g.TELL
        named = self.read.text[self.read.starts[place - 1]].isupper()  # « les guichets du hall A vendent … »
        before = self.marks[place - 1] & (g.FUNCTION | g.NEGATION) and not named
        if not (plural or singular or joined) or mark & known or (before and not joined):
            return
        if not any(mark & (g.EVENT | g.OTHERS | g.NEGATION) for mark in self.marks[sentence.first : place]):
            yield Deed(place - 1, place + 1, open=True)

    def _after_de(self, place: int) -> bool:
        return self.words[place] == "a" and self.read.text[self.read.starts[place]] in "àÀ"

    def _present(self, who: int, place: int, end: int) -> bool:
        """Whether a word after somebody looks like a verb in the singular: « la directrice vous appelle »."""
        word, mark = self.words[place], self.marks[place]
        if word.endswith("ant") and self.words[place - 1] == "en":
            return False
        if not word.endswith(("e", "t", "d")) or len(word) < _VERB:
            return False
        if mark & (g.FUNCTION | g.INFO | g.ADVERB) and not (word.startswith("appell") or self._looks_into(place, end)):
            return False
        following = self.words[place + 1] if place + 1 < end else ""
        if following and self.marks[place + 1] & g.HAVE and not self._after_de(place + 1):
            return False  # « notre grande scène a … »
        if following in _GOVERNED and self.read.text[self.read.ends[place] - 1] != "é":
            return True  # « le service informatique rétablit les accès »
        close = all(self.marks[between] & g.CLITIC for between in range(who + 1, place))
        done = mark & g.PARTICIPLE and not word.endswith("ie")  # « trie », « vérifie » are no participles here
        return close and not done and (not following or self.is_a(place + 1, end, _AFTER_VERB))

    def _looks_into(self, place: int, end: int) -> bool:
        """« un huissier relève les dégâts », not « le relevé des dégâts »."""
        verb = self.words[place].startswith(("releve", "mesure", "analyse")) and self.words[place].endswith("e")
        known = self.read.text[self.read.ends[place] - 1] != "é" and place + 1 < end
        return verb and known and self.words[place + 1] in _DIRECT

    def _passive(self, place: int, sentence: Sentence) -> Iterator[Deed]:
        """Something is, was or has been done; not « s'est déclaré »."""
        mark, end = self.marks[place], sentence.last
        before = self.words[place - 1] if place > sentence.first else ""
        if before in {"s'", "se", "n'", "ne", "nous", "m'"} or self._after_de(place) or self.words[place] == "ete":
            return
        verb = self.past(place + 1, end, g.ADVERB)
        if mark & g.HAVE:
            if verb >= end or self.words[verb] != "ete":
                return
            verb = self.past(verb + 1, end, g.ADVERB)
        also = elided(self.read, self.marks, verb, end) if self.is_a(verb, end, g.PARTICIPLE) else None
        if also is not None:
            yield Deed(also, also + 1, open=False)
        if not self.is_a(verb, end, g.PARTICIPLE) or self.marks[verb] & (g.HARM | g.IDLE):
            return
        still = mark & g.BE and self._still(place + 1, verb)
        if before in {"du", "pu", "necessaire"} or still or befell(self.words, verb):
            return
        future = self.words[place] in {"sera", "seront"}
        said = self.words[max(sentence.first, place - 4) : place]
        told = self.marks[verb] & g.TELL or news_sent(said, self.words[verb])
        if future and (told or self.words[verb].startswith(_OUTCOMES)):
            return
        yield Deed(place, verb + 1, open=future)

    def _still(self, first: int, last: int) -> bool:
        """« est toujours fermée » tells a state, and nothing that was done."""
        return not {"toujours", "encore"}.isdisjoint(self.words[first:last])

    def _alone(self, place: int, sentence: Sentence) -> bool:
        """Whether a participle is all the verb there is: « Gymnase ouvert », « Vente suspendue »."""
        if self.marks[place] & (g.HARM | g.IDLE | g.INFO | g.FAULTY | g.ACTOR) or place == sentence.first:
            return False
        typed = self.read.text[self.read.starts[place] : self.read.ends[place]].lower()
        if self.marks[place - 1] & g.FUNCTION or not (
            typed.endswith(("é", "ée", "és", "ées")) or self.words[place].startswith(_DONE)
        ):  # « depuis lundi », « la mairie », « ici » are no participles
            return False
        inside = self.marks[sentence.first : sentence.last]
        return place + 1 == sentence.last and not any(mark & (g.BE | g.HAVE | g.SELF | g.FUTURE) for mark in inside)
