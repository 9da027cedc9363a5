"""What the encoder learns from: pairs of texts that mean much the same, drawn from the corpus."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingbai.corpus.reader import Corpus
from mingbai.retrieval.tokens import normalise

_SENTENCE_END = re.compile(r"[。;;!?!?\n]")
_SHORTEST_SENTENCE = 6
_SUBJECTS_EVERY = 3
_OF_ONE_POLICY = 32
_OF_ANSWER, _GAPS = 0.15, 0.3
"""How often an answer itself stands for a way of asking for it, and how often a way has a gap."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One subject said in several ways: a clause with its sentences and how people ask for it, a word with its kind."""

    title: str
    heading: str
    sayings: tuple[str, ...]

    def pair(self, chance: random.Random) -> Pair:
        """Two texts on the subject: a heading with a saying, two sayings, or a part of one with the whole."""
        saying = chance.choice(self.sayings)
        match chance.randrange(4):
            case 0:
                return self.heading, saying
            case 1:
                return f"{self.title} {self.heading}", saying
            case 2:
                return chance.choice(self.sayings), saying
            case _:
                return _span(saying, chance), saying

    def texts(self) -> tuple[str, ...]:
        """Everything said, for the tokenizer to learn its pieces from."""
        return (self.title, self.heading, *self.sayings)


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a policy, empty where the clause alone answers, and the ways in which people ask for it."""

    policy: str
    answer: str
    ways: tuple[str, ...]

    def pair(self, chance: random.Random) -> Pair:
        """Two ways of asking, one perhaps with a gap in it; or the answer and a way."""
        one, other = chance.sample(self.ways, 2)
        if self.answer and chance.random() < _OF_ANSWER:
            return self.answer, other
        return _with_gap(one, chance), other


@dataclass(frozen=True, slots=True)
class Course:
    """All that is learnt: subjects of every kind, and answers, to be told from others of the same policy."""

    subjects: tuple[Lesson, ...]
    answers: Mapping[str, tuple[Answered, ...]]

    def batches(self, size: int, count: int, chance: random.Random) -> Iterator[list[Pair]]:
        """`count` batches of pairs, nothing twice in one: the others of a batch serve as wrong answers.

        Every third is of subjects from everywhere, the others of answers of a few policies.
        """
        for number in range(count):
            is_of_answers = self.answers and number % _SUBJECTS_EVERY
            drawn = self._near_each_other(size, chance) if is_of_answers else self._from_everywhere(size, chance)
            yield [one.pair(chance) for one in drawn]

    def _from_everywhere(self, size: int, chance: random.Random) -> Sequence[Lesson]:
        return chance.sample(self.subjects, min(size, len(self.subjects)))

    def _near_each_other(self, size: int, chance: random.Random) -> list[Answered]:
        """Answers of policies drawn one after the other, those with more of them more often."""
        policies, left = list(self.answers), {policy: len(answers) for policy, answers in self.answers.items()}
        drawn: list[Answered] = []
        while len(drawn) < size and any(left.values()):
            policy = chance.choices(policies, [left[one] for one in policies])[0]
            drawn += chance.sample(self.answers[policy], min(_OF_ONE_POLICY, left[policy], size - len(drawn)))
            left[policy] = 0
        return drawn


def read_course(corpus: Corpus) -> Course:
    """Every clause that says something, every word for which people say something else; every answer asked for."""
    subjects = (*_clauses(corpus), *_words(corpus))
    answers: dict[str, list[Answered]] = {}
    for one in _answers(corpus):
        answers.setdefault(one.policy, []).append(one)
    kept = tuple(lesson for lesson in subjects if lesson.sayings)
    return Course(kept, {policy: tuple(of_it) for policy, of_it in answers.items()})


def _answers(corpus: Corpus) -> Iterator[Answered]:
    for policy in corpus.policies.values():
        for asked in (one for clause in policy.clauses for one in clause.asked):
            ways = tuple(dict.fromkeys(normalise(words) for words in asked.people))
            if len(ways) > 1:
                yield Answered(policy.id, normalise(asked.answer or ""), ways)


def _clauses(corpus: Corpus) -> Iterator[Lesson]:
    for policy in corpus.policies.values():
        for clause in policy.clauses:
            ways = (normalise(words) for asked in clause.asked for words in asked.people)
            yield Lesson(normalise(policy.title), normalise(clause.title), (*_sentences(clause.text), *ways))


def _words(corpus: Corpus) -> Iterator[Lesson]:
    for name, term in corpus.vocabulary.terms.items():
        yield Lesson("", normalise(name), tuple(map(normalise, (term.means, *term.says))))
    for fact in corpus.vocabulary.facts.values():
        for name, choice in fact.choices.items():
            yield Lesson(normalise(fact.label), normalise(name), tuple(map(normalise, choice.says)))


def _sentences(text: str) -> Iterator[str]:
    for part in _SENTENCE_END.split(text):
        sentence = normalise(part).strip("-*#| ")
        if len(sentence) >= _SHORTEST_SENTENCE:
            yield sentence


def _span(saying: str, chance: random.Random) -> str:
    length = chance.randint(len(saying) // 3, 2 * len(saying) // 3)
    start = chance.randint(0, len(saying) - length)
    return saying[start : start + length]


def _with_gap(saying: str, chance: random.Random) -> str:
    """A saying without one or two signs, now and then."""
    if len(saying) < _SHORTEST_SENTENCE or chance.random() >= _GAPS:
        return saying
    start = chance.randrange(len(saying) - 2)
    return saying[:start] + saying[start + chance.choice((1, 2)) :]
