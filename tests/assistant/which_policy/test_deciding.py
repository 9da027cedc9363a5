"""Of several documents the one decides that computes the care and knows the facts told."""

from __future__ import annotations

import pytest

from mingbai.assistant.conversation.state import State
from mingbai.assistant.library import Library
from mingbai.assistant.which_policy.deciding import Deciding
from mingbai.assistant.which_policy.scheme_fit import SchemeFit
from mingbai.assistant.which_policy.scope import Scope
from mingbai.assistant.words import Phrases
from mingbai.language.utterance import Utterance

CHONGQING, HOSPITAL, ELDER = "chongqing-resident-2013", "chongqing-xinxing-hospital", "beijing-elder-child"
BEIJING, MEETING = "beijing-employee-catastrophic-1995", "changshou-lake-meeting-2010"


@pytest.fixture(scope="module")
def deciding(library: Library) -> Deciding:
    corpus = library.corpus
    return Deciding(library.books, SchemeFit(corpus.policies), Phrases(library), library.corpus.vocabulary)


def said(**facts: str) -> Utterance:
    return Utterance("", facts, {}, (), (), (), (), (), frozenset(), None)


@pytest.mark.parametrize(
    ("documents", "facts", "policy"),
    [
        ((CHONGQING,), {}, CHONGQING),
        ((CHONGQING, MEETING), {}, CHONGQING),  # a report of a meeting has no sums
        ((MEETING,), {}, MEETING),
        ((CHONGQING, HOSPITAL), {"care": "住院", "plan": "二档"}, CHONGQING),  # only residents choose a plan
        ((CHONGQING, HOSPITAL), {"care": "医疗救助"}, HOSPITAL),
        ((CHONGQING, HOSPITAL), {"care": "住院"}, None),
        ((BEIJING, ELDER), {"insured": "儿童"}, ELDER),  # no child is insured as an employee
    ],
)
def test_the_one_that_suits_decides(
    deciding: Deciding, documents: tuple[str, ...], facts: dict[str, str], policy: str | None
) -> None:
    assert deciding.among(Scope(documents), State(), said(**facts)) == policy


def test_one_asks_among_those_that_suit(deciding: Deciding, library: Library) -> None:
    state = State(documents=(CHONGQING, HOSPITAL), facts={"care": "住院"})
    question, after = deciding.asked(state)
    assert set(question.choices) == {library.name(CHONGQING), library.name(HOSPITAL)}
    assert after.asked == "policy"
