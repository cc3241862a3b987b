"""What English texts give in plain words that no list foresees, and what gives nothing in words much like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbuilder.language.lexicon import lexicon
from planbuilder.language.sentences import read_words
from planbuilder.language.tone import needs_met

DONE = [
    "Every trip on the water is cancelled.",
    "The recording is no longer online.",
    "Five have gone to the workshop in Leeds.",
    "The conservators have now seen all 41 paintings.",
    "Firefighters have been through the rooms.",
    "The east wing stays shut until 12 October.",
    "Two vets are with the herd.",
    "The second pump is running.",
    "Half the flock is in quarantine.",
    "The rule has changed.",
    "The two men have left the company.",
    "Patients from Ward 3 have moved to the Lister.",
    "The stall has stopped selling eggs.",
    "The man no longer works here.",
    "No horse leaves the yard before Monday.",
    "The market moves to the car park.",
]
HELPED = [
    "Each family has had a call from a nurse.",
    "An engineer is booked for 2 pm.",
    "Your coat leaves the shop today.",
    "You will be in row C tonight.",
    "If you would like a paper copy, drivers have them on board.",
    "The minutes are on the notice board.",
    "You get your deposit back by Friday.",
    "The chemist next door has your prescription.",
    "The full text is pinned above.",
]
NOTHING = [
    "We are aware of the situation.",
    "The test has come back positive.",
    "The club has nothing to say on this matter.",
    "We take this seriously.",
    "The fire is in the kitchen.",
    "The driver is in hospital.",
    "The charity has a long record of good work.",
    "The company has had a difficult week.",
    "The road is still closed and queues are long.",
    "Trains remain suspended.",
    "The reports are distressing for everyone.",
    "If the pool is empty, the doors are blue.",
    "Our thoughts are with the nurses, the patients and their families.",
    "We have seen the questions about our chief executive's expenses.",
    "Fuel oil is still drifting towards the beach.",
    "The number of cases has increased.",
    "The club has been in existence for 90 years.",
    "You have the right to be angry.",
    "The lake has frozen.",
    "Rumours are circulating.",
]
WORDS = ["no", "and", "you", "your", "is", "has", "have", ",", ".", "the", "a nurse", "open", "until", "will", "here"]


def met(text: str) -> set[str]:
    return set(needs_met(read_words(text, "en", {}), lexicon("en")))


@pytest.mark.parametrize("text", DONE + HELPED)
def test_what_stands_or_happens_is_an_action_or_help(text: str) -> None:
    assert {"action", "help"} & met(text)


@pytest.mark.parametrize("text", HELPED)
def test_what_stands_ready_for_the_reader_helps(text: str) -> None:
    assert "help" in met(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_is_or_befalls_gives_nothing(text: str) -> None:
    assert not {"action", "help"} & met(text)


@given(st.lists(st.sampled_from(WORDS)))
def test_any_words_can_be_read(words: list[str]) -> None:
    assert isinstance(met(" ".join(words)), set)
