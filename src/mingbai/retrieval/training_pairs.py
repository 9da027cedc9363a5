"""What the encoder learns from: pairs of texts that mean much the same, drawn from the corpus."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.corpus.reader import Corpus
from mingbai.retrieval.tokens import normalise

_SENTENCE_END = re.compile(r"[。;;!?!?\n]")
_SHORTEST_SENTENCE = 6

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


def read_lessons(corpus: Corpus) -> list[Lesson]:
    """Every clause that says something, and every word of the vocabulary for which people say something else."""
    lessons = [*_clauses(corpus), *_words(corpus)]
    return [lesson for lesson in lessons if lesson.sayings]


def batches(lessons: Sequence[Lesson], size: int, count: int, chance: random.Random) -> Iterator[list[Pair]]:
    """`count` batches of pairs, no subject twice in one: the others of a batch serve as wrong answers."""
    for _ in range(count):
        yield [lesson.pair(chance) for lesson in chance.sample(lessons, min(size, len(lessons)))]


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
