"""What stands ready, is shut, runs or is at hand: English sentences that give something, whoever does it.

What people do for each other has too many verbs for any list. What gives nothing has few: feeling, harm, saying. So
here a clause counts by its build, with the words that give nothing kept out.
"""

from collections.abc import Iterator
from typing import NamedTuple

from planbuilder.language import grammar as g
from planbuilder.language.clauses import STRAY, Clauses
from planbuilder.language.sentences import Sentence

_STATES = frozenset(
    [
        *("ready", "open", "shut", "closed", "available", "booked", "cancelled", "canceled", "postponed", "offline"),
        *("suspended", "online", "back", "free", "here", "off", "home", "aboard", "empty", "locked", "isolated"),
    ]
)
_STAYS = frozenset({"stay", "stays", "remain", "remains", "keep", "keeps", "stands", "stand"})
_WHERE = frozenset({"in", "at", "on", "with", "through", "inside", "around", "beside", "outside", "by", "along"})
_BOARDS = frozenset(
    [
        *("board", "boards", "door", "doors", "page", "site", "website", "noticeboard", "counter", "desk", "window"),
        *("wall", "app", "gate", "reception", "office", "hall", "foyer", "lobby", "shelf", "stand", "tent", "library"),
    ]
)
"""Where people find more."""
_UNHELD = frozenset(
    [
        *("shock", "court", "custody", "tears", "danger", "hospital", "pain", "trouble", "question", "doubt", "debt"),
        *("accident", "problem", "problems", "issue", "issues", "fault", "wait", "reputation", "record", "right"),
        *("view", "opinion", "comment", "idea", "statement", "reason", "hard", "bad", "difficult", "rough", "long"),
        *("terrible", "history", "look", "talks", "touch", "strike", "leave", "holiday", "risk", "breach", "fall"),
        *("hands", "dark", "wrong", "press", "media", "people", "edge", "point", "say", "duty", "news"),
        *("mourning", "existence", "centre", "lips", "newspaper", "newspapers", "paper", "papers", "side", "ditch"),
        *("lost", "articles", "coast", "book", "fears", "reports", "rumours", "data", "details", "trust", "claims"),
        *("heart", "hearts", "thoughts", "minds", "mind", "test", "positive", "fire", "injury", "surprise", "charge"),
    ]
)
"""What somebody has or is in that helps nobody."""
_IDLE_VERBS = frozenset(
    [
        *("lies", "comes", "rises", "goes", "concerns", "happens", "occurs", "depends", "belongs", "matters", "hurts"),
        *("results", "stems", "affects", "causes", "leads", "shows", "suggests", "follows", "sells", "employs", "sits"),
        *("proves", "applies", "reads", "sounds", "dates", "contains", "weighs", "costs", "starts", "this"),
        *("his", "its", "was", "is", "has", "does", "as", "us", "across", "news", "always", "perhaps", "towards"),
        *("upsets", "makes", "takes", "gets", "breaks", "spreads", "burns", "blocks", "threatens", "ends", "begins"),
        *("asks", "says", "tells", "writes", "publishes", "prints", "claims", "reacts", "responds"),
        *("days", "hours", "minutes", "weeks", "months", "years", "times", "things", "works", "plays"),
    ]
)
"""Words that look like the verb of somebody who acts, and are none."""
_DETERMINERS = frozenset(
    ["the", "our", "your", "a", "an", "every", "each", "it", "he", "she", "my", "his", "her", "any", "both"]
)
_EACH = frozenset({"each", "every", "everyone", "everybody", "all", "you", "your", "both"})
_ALL = frozenset({"all", "every", "each", "both", "everyone"})
_YOU = frozenset({"you", "your"})
_OF = frozenset({"of", "to", "from", "for"})
_THINGS = frozenset({"a", "an", "the", "their", "its", "new"})
_AT_HAND = frozenset({"ready", "open", "available", "booked", "here", "free", "aboard"})
_NOT_AFTER = frozenset({"of", "that", "who", "we", "you", "they", "and", "or"})
_PARTING = frozenset(
    [
        *("if", "when", "while", "because", "why", "how", "what", "who", "which", "whose", "whether", "although"),
        *("and", "but", "so", "or", "then", "that", "after", "where", "since", "before", "until", "unless", "as"),
    ]
)
_UNREAL = frozenset(
    [
        *("if", "when", "because", "why", "how", "what", "who", "which", "whose", "whether", "although", "that"),
        *("where", "since", "unless", "as", "or"),
    ]
)
"""Words that begin a clause which tells nothing that is done."""
_NO_SUBJECT = frozenset(
    {"nothing", "nobody", "no", "none", "it", "this", "that", "these", "those", "what", "there", "cause"}
)
_LONGEST = 8
_NEAR = 5


_IN_USE = frozenset(
    {"quarantine", "isolation", "storage", "store", "use", "place", "force", "position", "workshop", "service"}
)
_WAYS = frozenset(["road", "roads", "bridge", "line", "lines", "lane", "tunnel", "street", "track", "runway", "lift"])
"""What is open as it always is, and helps nobody by it."""
_POINTED = frozenset({"above", "below", "here", "overleaf", "opposite"})
_BODIES = frozenset(
    [
        *("school", "club", "brand", "company", "hospital", "site", "plant", "factory", "bus", "buses", "train"),
        *("trains", "tram", "trams", "ferry", "plane", "coach", "museum", "theatre", "charity", "university", "city"),
        *("town", "county", "village", "firm", "agency", "group", "shop", "store", "bank", "airline", "airport"),
        *("chairman", "president", "ceo", "chief", "college", "church", "pool", "federation", "network", "person"),
    ]
)
"""Who acts, but is somewhere without doing anything there."""
_SLIPPED = frozenset(
    [
        *("increased", "worsened", "deteriorated", "risen", "grown", "spread", "doubled", "tripled", "happened"),
        *("occurred", "emerged", "surfaced", "appeared", "begun", "claimed", "asked", "demanded", "called"),
        *("collapsed", "stopped", "ended", "passed", "started", "escalated", "turned", "taken", "dropped", "gotten"),
        *("drawn", "led", "proved", "proven", "raised", "sparked", "prompted", "angered", "dominated", "reached"),
        *(
            "frozen",
            "burst",
            "outgrown",
            "shared",
            "existed",
            "lasted",
            "continued",
            "enjoyed",
            "become",
            "helped",
            "served",
            "supported",
            "trusted",
            "shown",
        ),
        *("done", "got", "made", "let", "put", "set", "heard", "read", "said", "held", "kept", "met", "paid", "played"),
    ]
)
"""What has come about by itself, or is told for another reason."""
_SLIPS = frozenset(
    [
        *("rising", "falling", "spreading", "burning", "leaking", "circulating", "dropping", "getting", "making"),
        *("causing", "happening", "growing", "dying", "trending", "asking", "queuing", "queueing", "hurting", "going"),
        *("coming", "sinking", "melting", "fraying", "mounting", "building", "trading", "posting", "sending", "doing"),
        *("drifting", "blowing", "moving", "swirling", "raging", "smouldering", "seeping", "pouring", "flooding"),
        *("using", "crying", "missing", "calling", "claiming", "telling", "reporting", "selling", "taking"),
        "beginning",
    ]
)
"""What goes on by itself, or that others do."""
_MOVES = (
    *("distress", "upset", "worry", "fright", "alarm", "disturb", "shock", "sadden", "disappoint", "frustrat"),
    *("embarrass", "mislead", "damag", "confus", "overwhelm", "exhaust", "heartbreak", "devastat", "terrif", "annoy"),
    *("unsettl", "surpris", "pain", "troubl", "sicken", "horrif", "appall", "challeng", "interest", "concern"),
)
"""How words begin that tell what something does to people's hearts."""
_GETS = frozenset({"get", "keep", "have", "pay", "find", "receive", "travel", "sit", "stay", "sleep"})
_NONE_OF = frozenset({"no", "nobody", "nothing", "none"})
_NOTHING: frozenset[str] = frozenset()
_DONE = frozenset({"action"})
_MORE = frozenset({"help"})
_BOTH = _DONE | _MORE
_TERM = frozenset({"until", "till", "today", "tonight", "tomorrow", "while"})
_HELD_UP = frozenset({"shut", "closed", "suspended", "cancelled", "canceled", "off", "empty", "offline", "postponed"})
_NOW = frozenset({"is", "are", "be"})


class Given(NamedTuple):
    """The words that give something, and the needs (action, help) that they meet."""

    first: int
    last: int
    needs: frozenset[str]


class Standing(Clauses):
    """Reads English sentences for what stands or happens."""

    def given(self, sentence: Sentence) -> Iterator[Given]:
        """What the clauses of a sentence give."""
        starts = [
            place
            for place in range(sentence.first + 1, sentence.last)
            if self.read.parted[place] or self.words[place] in _PARTING
        ]
        for first, last in zip([sentence.first, *starts], [*starts, sentence.last], strict=True):
            opens = first + (self.words[first] in {"and", "but", "so", "then"})
            if opens < last and self.words[first] not in _UNREAL and not any(self.read.quoted[first:last]):
                yield from self._clause(opens, last)

    def _clause(self, first: int, last: int) -> Iterator[Given]:
        """The first verb of a clause, and what it gives."""
        if self._not_before(first, last):
            yield Given(first, min(first + 3, last), _DONE)
        if self._you_get(first, last):
            yield Given(first, first + 3, _BOTH)
        subject = self._subject(first, last)
        if self._unable(subject):
            return
        for verb in range(first + 1, last):
            needs = self._meets(subject, verb, last)
            if needs:
                yield Given(first, min(verb + 2, last), needs)
            if needs is not None:
                return

    def _meets(self, subject: range, verb: int, last: int) -> frozenset[str] | None:
        """The needs that a verb meets, if it is one of these; None where the next word may be."""
        mark = self.marks[verb]
        if mark & g.NEGATION:
            return _DONE if self._ended(subject, verb, last) else _NOTHING
        short = self.words[verb] == "'s" and self.words[verb + 1 : verb + 2] and self.words[verb + 1] in _STATES
        if mark & g.BE or self.words[verb] in _STAYS or short:
            return self._is(subject, verb, last)
        if mark & g.HAVE:
            return self._has(subject, verb, last)
        if self._runs(subject, verb, last):
            return _BOTH if self._holds(_YOU, subject) else _DONE
        return None

    def _ended(self, subject: range, place: int, last: int) -> bool:
        """Whether something is so no longer, by what was done: “he no longer works here”, “it no longer has access”."""
        if self.words[place : place + 2] != ["no", "longer"] or place + 2 >= last:
            return False
        felt = self.marks[place + 2] & g.IDLE and self.words[place + 3 : place + 4] != ["access"]
        return not felt and not any(self.marks[at] & (g.SELF | g.OTHERS) for at in subject)

    def _not_before(self, first: int, last: int) -> bool:
        """Whether something waits for its hour: “no horse leaves the yard before Monday”; not news."""
        inside = self.marks[first:last]
        waits = last < len(self.words) and self.words[last] in {"until", "before"} and not self.read.parted[last]
        said = any(mark & (g.TELL | g.INFO | g.BE | g.HAVE | g.WILL) for mark in inside)
        return self.words[first] in _NONE_OF and waits and not said

    def _you_get(self, first: int, last: int) -> bool:
        """Whether the reader gets or keeps something: “you get your deposit back”."""
        if self.words[first] != "you" or first + 2 >= last or self.words[first + 1] not in _GETS:
            return False
        after = self.words[first + 2]
        taken = after in _THINGS or after in {"your", "nothing", "no", "free", "on", "in", "at"}
        return taken and _UNHELD.isdisjoint(self.words[first + 2 : min(first + 6, last)])

    def _subject(self, first: int, last: int) -> range:
        """The words that a clause tells of, without what stands after a preposition: “every trip” on the water."""
        for place in range(first + 1, last):
            ends = self.marks[place] & (g.BE | g.HAVE | g.WILL | g.NEGATION) or self.words[place] in _STAYS
            if ends or self.words[place] in _WHERE or self.words[place] in _OF:
                return range(first, place)
        return range(first, last)

    def _unable(self, subject: range) -> bool:
        """Whether a subject is no one and nothing that serves: a fire, what befalls, nothing, the cause."""
        harms = any(self.marks[at] & (g.EVENT | g.NEGATION) and not self.marks[at] & g.ACTOR for at in subject)
        return harms or not _NO_SUBJECT.isdisjoint(self.words[subject.start : min(subject.start + 3, subject.stop)])

    def _changed(self, subject: range, here: int, follows: str) -> bool:
        """Whether somebody or something has done or changed what does not come about by itself."""
        match self.words[here]:
            case "been":
                return self._serves(subject) and follows in _WHERE
            case "gone":
                return follows in {"to", "through"} and not self._is_us(subject)
            case "a" | "seen" | "stopped" as word:
                return follows == "new" if word == "a" else follows in _ALL or follows.endswith("ing")
            case "moved" | "returned" | "left" as word:
                return word != "left" or follows in {"the", "our", "us"}
        others = any(self.marks[at] & (g.OTHERS | g.SELF | g.HARM) for at in subject)
        other = g.HARM | g.IDLE | g.FAULTY | g.SAY | g.TELL
        done = bool(self.marks[here] & g.PARTICIPLE) and not self.marks[here] & other
        return done and not others and self.words[here] not in _SLIPPED

    def _serves(self, subject: range) -> bool:
        """Whether those who act are people at work, not a house or a firm."""
        return self._acts(subject) and self.words[subject.stop - 1] not in _BODIES

    def _acts(self, subject: range) -> bool:
        return any(self.marks[at] & g.ACTOR for at in subject)

    def _holds(self, sort: frozenset[str], subject: range) -> bool:
        return not sort.isdisjoint(self.words[subject.start : subject.stop])

    def _is(self, subject: range, verb: int, last: int) -> frozenset[str]:
        """Whether something is ready, shut, at hand, or in the hands of those who act."""
        words, here = self.words, verb + 1
        while here < last and words[here] not in _STATES and self.marks[here] & (g.ADVERB | g.BE):
            here += 1
        if here >= last or not _UNHELD.isdisjoint(words[here : min(here + 4, last)]) or self._is_us(subject):
            return _NOTHING
        if words[here : here + 2] == ["no", "longer"]:
            done = here + 2 < last and not self.marks[here + 2] & (g.IDLE | g.DOING)
            return _DONE if done else _NOTHING
        if words[here] in _STATES or words[verb : here + 1] == ["stands", "still"]:
            return self._in_state(subject, verb, here)
        if words[here] in _WHERE:
            return self._at(subject, verb, here, last)
        if self.marks[here] & g.DOING:
            return _DONE if self._works(subject, here) else _NOTHING
        after = words[here + 1] if here + 1 < last else ""
        return _MORE if self.marks[here] & g.PARTICIPLE and after in _POINTED else _NOTHING

    def _works(self, subject: range, here: int) -> bool:
        """Whether what goes on is wanted: “the second pump is running”."""
        if self.words[here].startswith(_MOVES) or "still" in self.words[subject.stop : here]:
            return False
        others = any(self.marks[at] & (g.OTHERS | g.HARM) for at in subject)
        others = others or not STRAY.isdisjoint(self.words[here + 1 : here + 3])
        return not others and not self.marks[here] & (g.IDLE | g.HARM | g.SAY) and self.words[here] not in _SLIPS

    def _at(self, subject: range, verb: int, here: int, last: int) -> frozenset[str]:
        """What a place gives: “the minutes are on the board”, “you will be in row C”, “divers are in the water”."""
        near = self.words[here + 1 : min(here + 4, last)]
        if not near:
            return _NOTHING
        if not _BOARDS.isdisjoint(near):
            return _BOTH if self._serves(subject) else _MORE
        if self.words[verb] in _NOW and self._holds(_YOU, subject):
            return _BOTH
        kept = self.words[here] == "in" and not _IN_USE.isdisjoint(near)
        everyone = self.words[verb] in _NOW and self._holds(_ALL, subject)
        return _DONE if kept or everyone or self._serves(subject) else _NOTHING

    def _in_state(self, subject: range, verb: int, here: int) -> frozenset[str]:
        """What a state gives: “the hall is open until 10”, “trips are cancelled”; not what is still shut."""
        end = self.read.sentences[self.read.sentence[here]].last
        after = self.words[here + 1 : min(here + _NEAR, end)]
        if any(self.marks[at] & g.INFO for at in subject):
            return _MORE
        goes_on = "still" in self.words[verb:here] or self.words[verb] in _STAYS
        if goes_on and self.words[here] in _HELD_UP and _TERM.isdisjoint(after):
            return _NOTHING
        at_hand = self.words[here] in _AT_HAND and bool(after) and after[0] not in {"again", "once", "as"}
        at_hand = at_hand and not self._holds(_WAYS, subject)
        return _BOTH if at_hand or self._holds(_YOU, subject) else _DONE

    def _is_us(self, subject: range) -> bool:
        return any(self.marks[at] & g.SELF for at in subject)

    def _has(self, subject: range, verb: int, last: int) -> frozenset[str]:
        """Whether somebody has been given something, has seen it all, has gone to mend it, has it to hand out."""
        words, here = self.words, verb + 1
        while here < last and self.marks[here] & g.ADVERB and words[here] not in _ALL:
            here += 1
        if here >= last or not _UNHELD.isdisjoint(words[here : min(here + 6, last)]):
            return _NOTHING
        follows = words[here + 1] if here + 1 < last else ""
        if words[here] == "had":
            theirs = self._holds(_EACH, subject) or self._acts(subject)
            return _BOTH if theirs and follows in _THINGS else _NOTHING
        if words[here] in {"them", "copies", "spare"}:
            return _BOTH if self._acts(subject) else _NOTHING
        if words[here] == "your":
            return _BOTH
        return _DONE if self._changed(subject, here, follows) else _NOTHING

    def _runs(self, subject: range, verb: int, last: int) -> bool:
        """Whether something of everyday runs, opens or arrives: “your coat leaves the shop”, “the market moves to”."""
        mark, word, before = self.marks[verb], self.words[verb], self.words[verb - 1]
        if not mark & g.FINITE or not word.endswith("s") or word in _IDLE_VERBS or verb + 1 >= last:
            return False
        if mark & (g.IDLE | g.ACTOR | g.OTHERS | g.REMEDY) or (mark & g.HARM and word != "leaves"):
            return False
        if self.words[subject.start] not in _DETERMINERS or verb - subject.start > _LONGEST or before.endswith("s"):
            return False
        if any(mark & (g.BE | g.HAVE | g.WILL) for mark in self.marks[verb:last]):
            return False
        named = before in _DETERMINERS and before not in {"it", "he", "she"}
        nearby = self.marks[verb + 1] & g.FUNCTION or self.words[verb + 1] in _TERM
        return not named and bool(nearby) and self.words[verb + 1] not in _NOT_AFTER
