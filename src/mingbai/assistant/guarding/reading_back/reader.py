"""Reading a whole reply back, sentence by sentence, against what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mingbai.assistant.guarding.manner import pairs
from mingbai.assistant.guarding.reading_back.clauses import PERSON, Clauses
from mingbai.assistant.guarding.reading_back.ledger import Ledger, says_difference
from mingbai.assistant.guarding.reading_back.lexicon import Lexicon
from mingbai.assistant.guarding.reading_back.plain_words import PLAIN, TALK
from mingbai.assistant.guarding.reading_back.segments import Segment, Sentence, sentences
from mingbai.assistant.outcome import Compared, Computed, Needed, Outcome, Quizzed, Refused, Searched
from mingbai.assistant.wording.results import word
from mingbai.corpus.vocabulary import Vocabulary

_OF_MONEY = ("元", "%", "点")
_ASKED = 0.25
"""So much of a question is in the words of the one that was to be asked."""


class Reader:
    """Knows the vocabulary, and reads replies back by it."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._clauses = Clauses(vocabulary)
        self._plain = Lexicon({}, [*PLAIN.split(), *TALK.split()])

    def unread(self, text: str, outcomes: Sequence[Outcome], person: str) -> Iterator[str]:
        """Every segment of a legible reply that nothing found bears out, as a word to the model that said it."""
        if any(isinstance(one, Quizzed) for one in outcomes):
            return
        found = [(one, list(self._ledgers(one, person))) for one in outcomes if isinstance(one, Computed | Compared)]
        formulas = [formula for _, ledgers in found for ledger in ledgers for formula in ledger.formulas]
        house = _House(outcomes, formulas)
        stated = self._clauses.stated(_texts(outcomes))
        for sentence in dict.fromkeys(sentences(text, formulas)):
            if house.has_sentence(sentence):
                continue
            words = ",".join(one.key for one in sentence)
            labels: list[str] = []
            for at, one in enumerate(sentence):
                labels = _labels(one, outcomes) or labels
                of_money = any(_is_read(one, sentence[:at], labels, outcome, ledgers) for outcome, ledgers in found)
                is_total = any(ledger.is_of_totals(one) for _, ledgers in found for ledger in ledgers)
                if of_money or house.has(one) or self._claims_nothing(one) or self._asks(one, outcomes):
                    continue
                if is_total or not self._clauses.bears_out(one, words, stated, person):
                    yield f"查到的内容里读不出“{one.said}”"

    def _claims_nothing(self, segment: Segment) -> bool:
        """Whether a segment is only friendly, or only says that something is not written."""
        if segment.figures:
            return False
        said = self._clauses.subject(segment.key)
        return self._plain.read(segment.words) == [] or (said.is_silent and not said.is_denied and not said.said)

    def _asks(self, segment: Segment, outcomes: Sequence[Outcome]) -> bool:
        """Whether a segment only asks what the tool said is to be asked, or names its choices."""
        needed = next((one for one in reversed(outcomes) if isinstance(one, Needed)), None)
        if needed is None or any(figure.unit in _OF_MONEY for figure in segment.figures):
            return False
        said, asked = self._clauses.subject(segment.key), self._clauses.subject(needed.question)
        is_claim = said.is_denied or not said.payers - {PERSON} <= asked.payers or not said.said <= asked.said
        wanted = pairs(f"{needed.question},{','.join(needed.choices)}")
        words = pairs(segment.words)
        return not is_claim and bool(words & wanted) and len(words & wanted) >= _ASKED * len(words)

    def _ledgers(self, outcome: Computed | Compared, person: str) -> Iterator[Ledger]:
        if isinstance(outcome, Computed):
            yield Ledger(outcome, self._vocabulary, person)
            return
        labels = [label for label, _ in outcome.cases]
        yield from (Ledger(case, self._vocabulary, person, labels) for _, case in outcome.cases)


def _is_read(
    segment: Segment,
    before: Sentence,
    labels: Sequence[str],
    outcome: Computed | Compared,
    several: Sequence[Ledger],
) -> bool:
    """Whether the ledger of the estimate, or of the one that the words name among those compared, says the same."""
    if isinstance(outcome, Computed):
        return several[0].reads(segment, before)
    if says_difference(segment, outcome, several):
        return True
    if not segment.figures:
        return several[0].reads(segment, before)
    named = [ledger for (label, _), ledger in zip(outcome.cases, several, strict=True) if label in labels]
    if not named and all(ledger.reads(segment, before) for ledger in several):
        return True  # what is the same for all
    return len(labels) == 1 and len(named) == 1 and named[0].reads(segment, before)


def _labels(segment: Segment, outcomes: Iterable[Outcome]) -> list[str]:
    """Which of those compared a segment names."""
    known = [label for one in outcomes if isinstance(one, Compared) for label, _ in one.cases]
    return [label for label in known if label in segment.text]


class _House:
    """What the rules would say of the same findings."""

    def __init__(self, outcomes: Sequence[Outcome], formulas: Sequence[str]) -> None:
        told = [sentence for one in outcomes for sentence in sentences(word(one), formulas)]
        self._sentences = {_key(sentence) for sentence in told}
        # A figure means what it does only in the whole sentence: 一档:能报8,880.00元.
        self._segments = {one.key for sentence in told for one in sentence if not one.figures or len(sentence) == 1}

    def has_sentence(self, sentence: Sentence) -> bool:
        """Whether it is one of the rules' sentences."""
        return _key(sentence) in self._sentences

    def has(self, segment: Segment) -> bool:
        """Whether it is a piece of one."""
        return segment.key in self._segments


def _key(sentence: Sentence) -> str:
    return ",".join(one.key for one in sentence)


def _texts(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, str]]:
    """Every text that was found, with its heading."""
    for one in outcomes:
        match one:
            case Searched():
                yield from (("", text) for text in (one.lead, one.opening, *one.near, *one.warnings) if text)
                for passage in one.passages:
                    yield passage.title, passage.text
                    yield "", passage.title
                    yield "", passage.policy_title
            case Computed():
                yield from _of_case(one)
            case Compared():
                for _, case in one.cases:
                    yield from _of_case(case)
            case Needed():
                yield "", one.question
            case Refused():
                yield "", one.message
            case _:
                pass


def _of_case(case: Computed) -> Iterator[tuple[str, str]]:
    yield from ((one.title, one.quote) for one in case.citations)
    told = (*case.assumed, *case.warnings, *case.estimate.causes, *case.inferred, *case.known, *case.short)
    yield from (("", text) for text in (*told, case.supply or "", case.because or "") if text)
