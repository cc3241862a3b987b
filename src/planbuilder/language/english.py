"""What English sentences do."""

from collections.abc import Iterator

from planbuilder.language import grammar as g
from planbuilder.language.bids import CALM, DIRECT, FRETS, MOODS, NO_BIDDING, NOUNS_TOO, POLITE
from planbuilder.language.clauses import AHEAD, LOOKED_INTO, REACH, STRAY, WORKS, Clauses, Deed
from planbuilder.language.mistaken import done_amiss
from planbuilder.language.sentences import Sentence

_THEN = frozenset({"and", "then", "so", "please", "or", "but", "also"})
_OBJECTS = frozenset(
    {"the", "a", "an", "his", "her", "their", "our", "your", "him", "them", "it", "all", "every", "each"}
)


_MODAL = frozenset({"do", "does", "did", "can", "could", "would", "should", "must", "may", "might"})


_EMPTY = frozenset(
    [
        *("forgiveness", "apologies", "apology", "condolences", "sympathies", "note", "board", "thanks", "short"),
        *("forgive", "seriously", "pride", "exception", "closed", "heart", "responsibility", "law", "laws"),
    ]
)
"""“We offer our condolences”, “we take note”: nothing is done yet."""

_MENDING = frozenset(
    [
        *("right", "correct", "corrected", "new", "replacement", "back", "again", "full", "each", "every", "everyone"),
        *("regulator", "police", "inspectors", "authorities", "families", "ombudsman", "insurer", "stop", "instead"),
        *("extra", "more", "both", "access", "help", "water", "team", "teams", "crews", "experts", "specialists"),
        *("someone", "somebody", "refund", "refunds", "money", "engineer", "engineers", "blankets", "food", "them"),
        *("open", "running", "warm", "dry", "safe", "posted", "informed", "branches", "desk", "doors"),
        *("governors", "trustees", "council", "mayor", "minister", "parents", "unions", "neighbours", "residents"),
        *("owner", "owners", "coroner", "staff", "inspectorate", "insurers", "lenders", "them", "customers", "union"),
        *("myself", "ourselves", "itself"),
    ]
)
"""What makes a verb of faults a deed: “we sent the right bill”, “we reported it to the regulator”."""

_EITHER = frozenset(
    [
        *("sent", "gave", "given", "put", "made", "told", "reported", "delivered", "published", "printed"),
        *("announced", "kept", "posted", "left", "set", "served"),
    ]
)
"""Verbs of deeds and of faults."""

_ASTRAY = frozenset(
    [
        *("wrong", "mistake", "mistakes", "error", "errors", "false", "late", "incorrect", "without", "too", "wrongly"),
        *("mistakenly", "twice", "strangers", "stranger", "anyone", "expired", "outdated", "blank", "unsafe", "stale"),
    ]
)


_EVERYDAY = ("food", "meal", "bed", "bottle", "taxi", "bus", "soup", "towel", "search", "checks", "repair", "stove")
_SPOILT = frozenset(
    [
        *("sorry", "apologise", "regret", "cold", "late", "wrong", "raw", "burnt", "missing", "mouldy", "stale"),
        *(
            "dirty",
            "broken",
            "delayed",
            "full",
            "lost",
            "rotten",
            "slow",
            "crowded",
            "failed",
            "unfinished",
            "ruined",
            "unsafe",
        ),
    ]
)
"""What makes a thing of everyday the trouble and no remedy: “sorry about the cold food”."""

_UNDONE = (
    *("miss", "skip", "forg", "delay", "cancel", "botch", "bungl", "neglect", "ignor", "refus", "den", "reject"),
    *("overlook", "rush", "wast", "late", "need", "insufficient", "inadequate", "poor", "useless", "fail", "omit"),
    *("not", "never", "badly", "hampered", "too", "lost"),
)
"""How words begin that tell of a remedy that helped nobody: “checks were missed”, “the search was called off”."""

_TRADES = frozenset({"bank", "banks", "court", "factory", "festival", "poisoning", "industry", "chain", "shop"})
"""What follows the name of a remedy that is none: “food poisoning”."""


_SCOPE = frozenset(["covers", "includes", "spans", "concerns", "affects", "involves", "means", "lists", "describes"])
"""What tells how far something goes: “the recall covers every ham”."""

_OFTEN = (["twice"], ["daily"], ["hourly"], ["nightly"], ["round"], ["alongside"])
"""What may follow a verb that has no object: “wardens sample twice a day”."""


_RAISED = frozenset({"reported", "flagged", "raised", "spotted", "noticed", "signalled", "sounded", "observed"})
"""What somebody does who finds something amiss: no deed of ours yet."""
_TALK = (
    *("complain", "question", "concern", "claim", "allegation", "accusation", "criticism", "rumour", "rumor"),
    *("objection", "doubt", "grievance", "petition", "lawsuit", "writ", "fear", "worr"),
)
_UTTERED = frozenset(
    [
        *("received", "asked", "raised", "made", "voiced", "expressed", "heard", "levelled", "posed", "lodged"),
        *("filed", "submitted", "brought", "aired", "spread", "reported", "registered", "noted", "logged"),
    ]
)
"""“Concerns have been raised”: what others say of us is no deed of ours."""
_HANDED = frozenset({"sent", "delivered", "returned", "reopened", "opened", "restarted", "resumed"})
"""What will be done to news and to things alike."""
_FALLEN = frozenset({"ill", "sick", "unwell", "aback", "poorly", "hostage", "by"})


class English(Clauses):
    """Reads English sentences."""

    def asked(self, sentence: Sentence) -> Iterator[Deed]:
        """Verbs at the start of a sentence, or after a pause or « and »: what the reader is asked."""
        words, end = self.words, sentence.last
        for place in range(sentence.first, end):
            starts = place == sentence.first or self._after_pause(place) or words[place - 1] in _THEN
            if not starts or (words[place], *words[place + 1 : place + 2]) in POLITE or self._soothes(place):
                continue
            if words[place] == "do" and self.is_a(place + 1, end, g.NEGATION):
                if words[place + 2 : place + 3] and words[place + 2] in CALM:
                    continue
                yield Deed(place, min(place + 3, end), open=True, asked=True)
            elif words[place] in {"no", "never"} and place + 1 < end and self._no(place + 1):
                yield Deed(place, place + 2, open=True, asked=True)
            elif (self.marks[place] & g.ASKED and self._governs(place, sentence)) or self._bids(place, sentence):
                yield Deed(place, min(place + 2, end), open=True, asked=True)

    def _soothes(self, place: int) -> bool:
        """Whether people are only told how to feel: “stop worrying”, “stay calm”, “enjoy your stay”."""
        after = self.words[place + 1 : place + 2]
        if self.words[place] in {"enjoy", "relax", "chill", "smile"}:
            return True
        if self.words[place : place + 3] == ["try", "not", "to"]:
            return not FRETS.isdisjoint(self.words[place + 3 : place + 5])
        return self.words[place] in {"stop", "stay", "keep", "be"} and bool(after) and after[0] in MOODS

    def _bids(self, place: int, sentence: Sentence) -> bool:
        """Whether an unknown word opens a sentence and has an object: “Shoo the gulls away”; not “Amid the chaos”."""
        if place != sentence.first or place + 2 >= sentence.last or self.read.parted[place + 1]:
            return False
        known = g.FUNCTION | g.ADVERB | g.SELF | g.IDLE | g.ACTOR | g.OTHERS | g.EVENT | g.DOING | g.PARTICIPLE
        other = self.marks[place] & (known | g.FINITE | g.BE | g.HAVE | g.WILL | g.NEGATION | g.INFO | g.HARM)
        opens = self.words[place].isalpha() and self.words[place] not in NO_BIDDING
        return opens and not other and self.words[place + 1] in DIRECT

    def _after_pause(self, place: int) -> bool:
        """Whether a pause stands before a word: a comma, a colon, not the hyphen of “a do-not-drink notice”."""
        return self.read.parted[place] and self.read.text[self.read.ends[place - 1] : self.read.starts[place]] != "-"

    def _no(self, place: int) -> bool:
        return bool(self.marks[place] & (g.DOING | g.ASKED)) and not self.marks[place] & g.INFO

    def _governs(self, place: int, sentence: Sentence) -> bool:
        """Whether a word that may be a verb is one: what follows is its object, or nothing."""
        if self.marks[place] & g.INFO:
            return place + 1 < sentence.last and self.words[place + 1] in DIRECT
        if self.words[place] in NOUNS_TOO and self._names(place + 1, sentence.last):
            return False
        named = self.words[place + 1 : place + 2] == ["and"] and self.is_a(place + 3, sentence.last, g.BE | g.HAVE)
        return not named and not self.is_a(place + 1, sentence.last, g.BE | g.HAVE | g.WILL)

    def _names(self, place: int, end: int) -> bool:
        """Whether a noun of everyday stands here, to which the word before belongs: “head office”, “test results”."""
        if place >= end or self.read.parted[place] or not self.words[place].isalpha():
            return False
        typed = self.read.text[self.read.starts[place]]
        return typed.islower() and not self.marks[place] & (g.FUNCTION | g.ADVERB | g.SELF | g.IDLE)

    def done(self, sentence: Sentence) -> Iterator[Deed]:
        """What we and others do, and what is done."""
        for place in range(sentence.first, sentence.last):
            mark = self.marks[place]
            if mark & g.SELF:
                yield from self._by_us(place, sentence.last)
            elif self.words[place - 1] in {"no", "neither"}:
                continue
            elif mark & g.ACTOR or self.is_ours(place, sentence):
                if not self._is_listed(place, sentence.last):
                    yield from self._by_others(place, sentence)
            elif mark & g.BE:
                yield from self._passive(place, sentence.last)
            if mark & (g.BE | g.HAVE):
                yield from self._to_something(place, sentence)
            elif mark & g.REMEDY and not self._refused(place, sentence):
                thanked = self.words[sentence.first].startswith("thank")
                over = thanked or self.words[place] == "repaired" or self.words[place].startswith(LOOKED_INTO)
                yield Deed(place, place + 1, open=not over)
            elif mark & g.FINITE:
                yield from self._acts_on(place, sentence)

    def _refused(self, place: int, sentence: Sentence) -> bool:
        """Whether a remedy is denied, “this will not be refunded”, “no refund”, or names a place: “our food bank”."""
        if self.words[place + 1 : place + 2] and self.words[place + 1] in _TRADES:
            return True
        verb = self.past(place + 1, sentence.last, g.BE | g.HAVE | g.ADVERB)
        told = verb < sentence.last and self.is_a(place + 1, sentence.last, g.BE | g.HAVE)
        if told and self.words[verb].startswith(_UNDONE):
            return True
        said = self.words[sentence.first : sentence.last]
        if self.words[place].startswith(_EVERYDAY) and not _SPOILT.isdisjoint(said):
            return True
        return any(mark & g.NEGATION for mark in self.marks[max(sentence.first, place - 3) : place])

    def _by_us(self, place: int, end: int) -> Iterator[Deed]:
        verb = self.past(place + 1, end, g.ADVERB)
        if verb >= end or self.read.parted[place + 1]:
            return
        mark = self.marks[verb]
        if mark & (g.HAVE | g.BE | g.WILL):
            yield from self._helped(verb, end, ours=True)
        elif (
            not mark & (g.IDLE | g.NEGATION | g.FUNCTION)
            and not (mark & g.FAULTY and mark & g.PARTICIPLE and not self._mends(verb, end))
            and self.words[verb] not in _MODAL
            and self.words[verb + 1 : verb + 2] != ["away"]
            and not _EMPTY & set(self.words[verb + 1 : verb + AHEAD])
            and not done_amiss(self, place, verb, end)
        ):
            yield Deed(place, verb + 1, open=not mark & g.PARTICIPLE)
        yield from self._and(verb + 1, end)

    def _and(self, place: int, end: int) -> Iterator[Deed]:
        """What follows « and » with the same subject: “we regret it and have changed …”."""
        for here in range(place, min(place + REACH, end - 1)):
            if self.words[here] in {"and", "but"} and self.is_a(here + 1, end, g.HAVE | g.BE | g.WILL):
                yield from self._helped(here + 1, end, ours=True)
            elif self.words[here] == "and" and self.marks[here + 1] & g.DOING and not self.marks[here + 1] & g.IDLE:
                yield Deed(here + 1, here + 2, open=True)

    def _besides(self, place: int, end: int) -> Iterator[Deed]:
        """What people also do: “staff are safe and are clearing mud”; not what they have done for years."""
        for here in range(place, min(place + AHEAD, end - 1)):
            if self.words[here] == "and" and self.is_a(here + 1, end, g.BE | g.WILL):
                yield from self._helped(here + 1, end, ours=False)

    def _helped(self, place: int, end: int, *, ours: bool) -> Iterator[Deed]:
        """A verb with a helping verb: has done, is doing, will do."""
        helper = self.marks[place]
        verb = self.past(place + 1, end, g.ADVERB)
        if self.is_a(verb, end, g.NEGATION):
            return
        if helper & (g.HAVE | g.WILL) and self.is_a(verb, end, g.BE):
            helper, verb = g.BE, self.past(verb + 1, end, g.ADVERB)
        if self.words[verb : verb + 2] == ["going", "to"]:
            helper, verb = g.WILL, verb + 2
        elif self.words[verb : verb + 1] == ["to"]:
            verb += 1
        if verb >= end:
            return
        if self.words[verb] in WORKS and not STRAY.isdisjoint(self.words[verb + 1 : verb + 3]):
            return
        but = g.FAULTY if ours and not self._mends(verb, end) else 0 if ours else g.HARM
        if self._acts(helper, self.marks[verb], but) and not done_amiss(self, place, verb, end):
            works = not ours and helper & g.BE and self.words[verb] in WORKS
            yield Deed(place, verb + 1, open=not helper & g.HAVE and not works)

    def _mends(self, verb: int, end: int) -> bool:
        """Whether what we sent, gave or reported puts something right."""
        after = set(self.words[verb + 1 : min(verb + AHEAD, end)])
        another = {"else", "'s"} <= after  # “someone else's bill”
        mending = not _MENDING.isdisjoint(after) and _ASTRAY.isdisjoint(after) and not another
        return mending and self.words[verb] in _EITHER

    @staticmethod
    def _acts(helper: int, mark: int, but: int) -> bool:
        """Whether a verb after a helping verb is a deed."""
        if mark & g.IDLE:
            return False
        if helper & g.WILL:
            return not mark & (g.TELL | g.FUNCTION)
        if helper & g.BE:
            return bool(mark & g.DOING)
        return bool(mark & g.PARTICIPLE) and not mark & but

    def _by_others(self, place: int, sentence: Sentence) -> Iterator[Deed]:
        """A verb of people who act, close after them and with no pause between."""
        start = self.after_aside(place, sentence.last)
        for verb in range(start, min(start + AHEAD, sentence.last)):
            mark = self.marks[verb]
            if (
                (self.read.parted[verb] and verb > start)
                or mark & g.NEGATION
                or self.words[verb] in {"who", "which", "that", "and"}
            ):
                if self.words[verb] in {"who", "which"} and self.is_a(verb + 1, sentence.last, g.HAVE | g.BE):
                    yield from self._helped(verb + 1, sentence.last, ours=False)
                return
            if mark & (g.HAVE | g.BE | g.WILL):
                yield from self._helped(verb, sentence.last, ours=False)
                yield from self._besides(verb + 1, sentence.last)
                return
            if mark & (g.IDLE | g.HARM) or not self.marks[place] & g.ACTOR:
                return
            if mark & (g.FINITE | g.PARTICIPLE) and not mark & g.ACTOR:
                yield Deed(place, verb + 1, open=not mark & g.PARTICIPLE)
                return
            if verb == self.past(place + 1, sentence.last, g.ADVERB) and self._plain_verb(place, verb, sentence.last):
                yield Deed(place, verb + 1, open=True)
                return
            if self.words[verb] in {"by", "with", "to", "from", "for"} or self._is_owner(verb, sentence.last):
                return

    def _is_owner(self, place: int, end: int) -> bool:
        """Whether “'s” tells whose something is: “the director's expenses”, not “the team's coming”."""
        return self.words[place] == "'s" and not self.is_a(place + 1, end, g.DOING | g.ADVERB | g.NEGATION | g.FUNCTION)

    def _is_listed(self, place: int, end: int) -> bool:
        """Whether a pause only parts people who are named one by one: “the nurses, the patients and …”."""
        after = self.after_aside(place, end)
        if after < end and self.words[after] in {"who", "which", "whose"}:
            return False
        return after == place + 1 and after < end and self.read.parted[after] and self.is_a(after, end, g.FUNCTION)

    def _to_something(self, place: int, sentence: Sentence) -> Iterator[Deed]:
        """Whoever it is has done, or is doing, something to something: “the bishop has removed him”; not a fire."""
        verb = self.past(place + 1, sentence.last, g.ADVERB)
        if verb + 1 >= sentence.last or self.words[verb + 1] not in _OBJECTS:
            return
        mark, done = self.marks[verb], self.marks[place] & g.HAVE
        if mark & (g.HARM | g.IDLE | g.FAULTY) or not mark & (g.PARTICIPLE if done else g.DOING):
            return
        if not any(before & g.EVENT for before in self.marks[sentence.first : place]):
            yield Deed(place, verb + 2, open=not done)

    def _acts_on(self, place: int, sentence: Sentence) -> Iterator[Deed]:
        """Somebody, whoever it is, does something to something: “a fitter replaces the valve”; not a storm."""
        if place < sentence.first + 2 or place + 1 >= sentence.last or self.words[place + 1] not in _OBJECTS:
            return
        known = g.IDLE | g.HARM | g.FAULTY | g.ACTOR | g.FUNCTION | g.SAY | g.BE | g.HAVE | g.WILL
        if (
            self.words[place] in _SCOPE
            or self.marks[place] & known
            or self.marks[place - 1] & (known | g.NEGATION) & ~g.ACTOR
        ):
            return
        if not any(mark & (g.EVENT | g.OTHERS | g.NEGATION) for mark in self.marks[sentence.first : place]):
            yield Deed(place - 1, place + 1, open=not self.marks[place] & g.PARTICIPLE)

    def _plain_verb(self, place: int, verb: int, end: int) -> bool:
        """Whether a word without ending is the verb of several people: “nurses check the list”."""
        several = self.words[place].endswith("s") or self.words[place] in {"staff", "police"}
        no_verb = g.FUNCTION | g.ADVERB | g.INFO | g.PARTICIPLE | g.ACTOR | g.FINITE
        if not several or self.words[verb] in _MODAL or self.marks[verb] & no_verb:
            return False
        return self.is_a(verb + 1, end, g.FUNCTION | g.ADVERB | g.ACTOR) or self.words[verb + 1 : verb + 2] in _OFTEN

    def _passive(self, place: int, end: int) -> Iterator[Deed]:
        """Something is, was or is being done."""
        verb = self.past(place + 1, end, g.ADVERB | g.BE)
        if self._unreal(place) or "still" in self.words[place:verb] or self._of_nothing(place):
            return
        if not self.is_a(verb, end, g.PARTICIPLE) or self.marks[verb] & (g.HARM | g.IDLE):
            return
        if done_amiss(self, place, verb, end):
            return
        if self.words[verb + 1 : verb + 2] == ["that"] and "it" in self.words[max(0, place - 2) : place]:
            return  # “it has been established that …”
        future = place > 0 and self.marks[place - 1] & g.WILL
        if (future and self._to_be_told(place, verb)) or self._comes_to_us(place, verb):
            return
        yield Deed(place, verb + 1, open=bool(future) or "being" in self.words[place:verb])

    def _to_be_told(self, place: int, verb: int) -> bool:
        """Whether only news will come: “more will be said”, “an update will be sent”; not “orders will be sent”."""
        if self.words[verb] in _HANDED:
            return any(mark & g.INFO for mark in self.marks[max(0, place - AHEAD) : place])
        return bool(self.marks[verb] & (g.TELL | g.SAY))

    def _comes_to_us(self, place: int, verb: int) -> bool:
        """Whether we only hear of something: “the leak was reported to us”, “we were told”; not “to the police”."""
        after = self.words[verb + 1 : verb + 3]
        if place > 0 and self.marks[place - 1] & g.SELF:
            return True
        if self.words[verb] == "taken" and after[:1] and after[0] in _FALLEN:
            return True
        said = any(word.startswith(_TALK) for word in self.words[max(0, place - 3) : place])
        told = self.words[verb] in _RAISED or (said and self.words[verb] in _UTTERED)
        return told and (after[:1] != ["to"] or after[1:] in (["us"], ["our"], ["me"]))

    def _of_nothing(self, place: int) -> bool:
        """Whether what is told of something is told of nothing: “no decision has been taken”."""
        return not {"no", "nothing", "nobody", "none"}.isdisjoint(self.words[max(0, place - 4) : place])

    def _unreal(self, place: int) -> bool:
        """Whether something was not done: “should have been washed”; or only tells which: “the map being shared”."""
        before = self.words[max(0, place - 2) : place]
        if self.words[place] == "be" and (before[-1:] == ["cannot"] or before == ["can", "not"]):
            return True  # “the booking cannot be changed”
        if self.words[place] == "be" and before[-1:] and before[-1] in _MODAL - {"can", "may"}:
            return True
        if self.words[place] == "being":
            return not before or not self.marks[place - 1] & (g.BE | g.ADVERB)
        return self.words[place] == "been" and before[-1:] == ["have"] and before[0] in _MODAL
