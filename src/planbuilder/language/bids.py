"""What English words bid the reader do, and what only sounds like it."""

DIRECT = frozenset(
    [
        "the",
        "a",
        "an",
        "your",
        "our",
        "it",
        "us",
        "them",
        "me",
        "any",
        "this",
        "these",
        "every",
        "all",
        "indoors",
        "inside",
    ]
)
"""Words before the object of what is bidden."""

POLITE = frozenset(
    [
        *(("note", "that"), ("bear", "with"), ("accept", "our"), ("rest", "assured"), ("stay", "tuned")),
        *(("see", "you"), ("hang", "in"), ("hang", "tight"), ("cheer", "up"), ("stay", "strong"), ("stay", "well")),
    ]
)
"""Bids that ask the reader for nothing."""

CALM = frozenset({"overreact", "exaggerate", "fret", "blame", "judge", "dramatise", "dramatize"})
"""What people are bidden that is nothing to do."""

FRETS = CALM | {"worry", "panic", "despair", "lose", "cry", "stress", "dwell", "overthink", "be", "feel", "get"}
"""“Try not to worry” bids nobody do anything."""

MOODS = frozenset(
    [
        *(
            "worrying",
            "panicking",
            "fretting",
            "moaning",
            "complaining",
            "crying",
            "whining",
            "calm",
            "cool",
            "positive",
        ),
        *("patient", "strong", "brave", "kind", "proud", "happy", "cheerful", "hopeful", "reasonable", "sensible"),
    ]
)
"""“Stay calm” gives nobody anything to do."""

NOUNS_TOO = frozenset(
    ["head", "hand", "phone", "text", "email", "call", "test", "press", "track", "lift", "point", "ring", "board"]
)
"""Verbs that are nouns before a noun."""

NO_BIDDING = frozenset(
    [
        *("hi", "hello", "dear", "morning", "evening", "afternoon", "thanks", "thank", "sorry", "hey", "folks", "team"),
        *("inside", "outside", "despite", "behind", "near", "within", "amid", "beyond", "around", "throughout"),
        *("above", "below", "beneath", "beside", "besides", "except", "given", "like", "unlike", "per", "via", "than"),
        *("half", "twice", "quite", "such", "many", "what", "whatever", "even", "often", "yesterday", "tonight"),
        *("tomorrow", "never", "nothing", "nobody", "everyone", "everything", "anyone", "again", "behold", "blame"),
        *("picture", "name", "forgive", "pardon", "excuse", "welcome", "bless", "damn", "sadly", "yes", "no", "well"),
        *("whereas", "regarding", "concerning", "following", "last", "next", "beat", "trust", "mock", "insult"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas", "lately"),
    ]
)
"""Words before “the” or “your” that open a sentence and bid nobody do anything."""
