"""`python -m eval.learn_ranker OUT`: learns the weights by which the answer meant by a question is told from others.

It learns from the questions of `eval/questions`, and from ways of asking that are held out: whole groups of ways like
each other, with an encoder trained without them, so that they are as new as a stranger's words.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import numpy as np
import torch
import typer
from numpy.typing import NDArray

from eval.asking import ask
from eval.schema import FOUND_KINDS, Question, read_questions
from mingbai.assistant.assistant import Assistant
from mingbai.assistant.finding.bearing import by_bearing
from mingbai.assistant.library import Library
from mingbai.assistant.matching.answers import Answered
from mingbai.assistant.matching.asked import AskedWays
from mingbai.assistant.matching.evidence import Candidate
from mingbai.assistant.matching.match import Match
from mingbai.assistant.matching.pieces import Pieces
from mingbai.assistant.matching.ranker import WEIGHTS, Ranker, Weights, showing_signs
from mingbai.assistant.matching.showing import is_shown
from mingbai.corpus.asked import Asked
from mingbai.corpus.reader import Corpus, read_corpus
from mingbai.retrieval import StaticEncoder
from mingbai.retrieval.train import train
from mingbai.settings import Settings

_SEED = 3
_HELD_OUT = 0.2
_ALIKE = 1 / 3
"""Ways of asking that share so many of their pieces are held out together."""
_WAYS, _STRANGE = 4000, 1200
_RANKED = 5
_OF_WAY, _OF_STRANGE = 0.03, 0.15
"""What a way of asking counts beside a question, and one asked of a policy that does not speak of it."""
_DECAY = 0.01
_PARTS = re.compile(r"[,，。？?！!；;\n]")
_ASKING = re.compile("多少|几|什么|啥|怎么|咋|如何|哪|谁|吗|[不么吧呢]$|多久|是否|(.)不\\1|有没有|还是")
_SHORTEST, _LONGEST = 4, 16
_SHOWING = (
    *("score", "share", "in_clause", "held", "near", "kindred", "bears", "told", "heading", "clause", "rank"),
    *("silent", "unasked"),
)
_DIGITS = 3


@dataclass(frozen=True)
class Lesson:
    """The answers that may be meant by a question; which are right, and which stand in the right clause; its weight."""

    candidates: Sequence[Candidate]
    right: frozenset[Answered]
    clauses: frozenset[tuple[str, str]]
    weight: float = 1.0

    def signs(self, names: Sequence[str]) -> NDArray[np.float64]:
        """What speaks for each candidate, a row for each."""
        return np.array([[one.speaks[name] for name in names] for one in self.candidates])

    def are_right(self) -> NDArray[np.bool_]:
        """Which candidates are right: those of the right clause where no answer is known to be."""
        exact = np.array([one.match.answered in self.right for one in self.candidates], dtype=np.bool_)
        return exact if exact.any() else self.are_in_clause()

    def are_in_clause(self) -> NDArray[np.bool_]:
        """Which candidates stand in a right clause."""
        return np.array([one.match.answered[:2] in self.clauses for one in self.candidates], dtype=np.bool_)


class Listening(AskedWays):
    """Ways of asking that answer nothing, and keep what may have been meant by each question."""

    heard: list[list[Candidate]]

    def meant(self, *question: object, **_: object) -> tuple[Match, ...]:
        """None; the candidates are kept."""
        self.heard.append(self.candidates(*question))  # type: ignore[arg-type]
        return ()


def read_lessons(settings: Settings) -> list[Lesson]:
    """What is learnt from: the questions, ways of asking held out, and such asked of a policy of which they are not."""
    chance = random.Random(_SEED)  # noqa: S311 - no secret is drawn
    corpus = read_corpus(settings.corpus)
    questions = [question for file in read_questions().values() for question in file.questions]
    lessons = list(_from_questions(Library(corpus, settings.cache), questions))
    with TemporaryDirectory() as folder:
        lessons += _from_ways(corpus, Path(folder), chance, _asides(questions))
    return lessons


def learn(lessons: Sequence[Lesson]) -> Weights:
    """The weights learnt from some lessons."""
    names = [name for name in lessons[0].candidates[0].speaks if name != "unasked"]
    order = _learn_order([one for one in lessons if one.are_right().any()], names)
    showing, bias = _learn_showing(lessons, names, order)
    return Weights(
        order=dict(zip(names, np.round(order, _DIGITS).tolist(), strict=True)),
        showing=dict(zip(_SHOWING, np.round(showing, _DIGITS).tolist(), strict=True)),
        bias=round(bias, _DIGITS),
    )


def measured(lessons: Sequence[Lesson], weights: Weights) -> str:
    """How many of the ways held out are answered, how many of these rightly, and how many of the strange questions."""
    ranker = Ranker(weights)
    ways = [one for one in lessons if one.weight == _OF_WAY]
    strange = [one for one in lessons if one.weight == _OF_STRANGE]
    shown = [(one, it[0]) for one in ways if (it := ranker.likeliest(one.candidates)) and is_shown(*it)]
    right = sum(it.match.answered in one.right for one, it in shown)
    wrong = sum((it := ranker.likeliest(one.candidates)) is not None and is_shown(*it) for one in strange)
    return f"ways of asking: {len(shown)} of {len(ways)} answered, {right} rightly; strange: {wrong} of {len(strange)}"


def _listening(library: Library, encoder: StaticEncoder | None = None) -> Listening:
    """The ways of asking of a library, which answer nothing from now on."""
    policies, vocabulary = library.corpus.policies.values(), library.corpus.vocabulary
    asked = Listening(policies, vocabulary, Pieces(policies, vocabulary), encoder)
    asked.heard = []
    library.__dict__["asked"] = asked  # in place of the cached property
    return asked


def _from_questions(library: Library, questions: Iterable[Question]) -> Iterator[Lesson]:
    """A lesson of each question that is answered from clauses; right is what says all that the reply must say."""
    listening, assistant = _listening(library), Assistant(library)
    for question in questions:
        is_found = question.kind in FOUND_KINDS and question.clauses
        if not is_found or question.policy is None or len(question.turns) > 1:
            continue
        listening.heard.clear()
        ask(assistant, question.turns)
        clauses = frozenset((question.policy, clause) for clause in question.clauses)
        if listening.heard and any(one.match.answered[:2] in clauses for one in listening.heard[0]):
            told = (one.match.answered for one in listening.heard[0] if one.match.answered[:2] in clauses)
            yield Lesson(listening.heard[0], frozenset(one for one in told if _says(one, question)), clauses)


def _says(answered: Answered, question: Question) -> bool:
    """Whether an answer says what the reply to a question must say, and nothing that it must not."""
    told, words = answered[2] or "", [word for word in question.says if not word.startswith("**")]
    return bool(words) and all(word in told for word in words) and not any(word in told for word in question.not_says)


def _asides(questions: Iterable[Question]) -> list[str]:
    """What the questions tell beside what they ask."""
    parts = (part for question in questions for part in _PARTS.split(question.turns[-1]))
    return [part for part in parts if _SHORTEST <= len(part) <= _LONGEST and not _ASKING.search(part)]


def _from_ways(corpus: Corpus, folder: Path, chance: random.Random, asides: Sequence[str]) -> Iterator[Lesson]:
    """Lessons of ways held out, some told with asides; and of such that are asked of a policy of which they are not."""
    known, held = _hold_out(corpus, chance)
    train(known).save(str(folder / "encoder"), create_model_card=False)
    library = Library(known, folder / "cache", str(folder / "encoder"))
    listening = _listening(library, StaticEncoder(folder / "encoder"))

    def heard(question: str, policy: str) -> list[Candidate]:
        hits = by_bearing(question, library.search(question, [policy]))[:_RANKED]
        ranked = [(hit.metadata["policy"], hit.metadata["clause"]) for hit in hits]
        return listening.candidates(question, (policy,), ranked)

    for number, (answered, words) in enumerate(chance.sample(held, _WAYS)):
        told = [chance.choice(asides) for _ in range(number % 3)]
        candidates = heard(",".join((*told, words)), answered[0])
        if any(one.match.answered == answered for one in candidates):
            yield Lesson(candidates, frozenset((answered,)), frozenset((answered[:2],)), _OF_WAY)
    for answered, words in chance.sample(held, _STRANGE):
        other = chance.choice([one for one in known.policies if one != answered[0]])
        if candidates := heard(words, other):
            yield Lesson(candidates, frozenset(), frozenset(), _OF_STRANGE)


def _hold_out(corpus: Corpus, chance: random.Random) -> tuple[Corpus, list[tuple[Answered, str]]]:
    """The corpus without some ways of asking, and these with their answers."""
    pieces = Pieces(corpus.policies.values(), corpus.vocabulary)
    held: list[tuple[Answered, str]] = []
    policies = {}
    for policy in corpus.policies.values():
        clauses = []
        for clause in policy.clauses:
            kept = []
            for one in clause.asked:
                out = _some(one, pieces, chance)
                held += [((policy.id, clause.id, one.answer), words) for words in sorted(out)]
                kept.append(one.model_copy(update={"people": tuple(words for words in one.people if words not in out)}))
            clauses.append(clause.model_copy(update={"asked": tuple(kept)}))
        policies[policy.id] = policy.model_copy(update={"clauses": tuple(clauses)})
    return replace(corpus, policies=policies, hash=f"{corpus.hash} held out"), held


def _some(asked: Asked, pieces: Pieces, chance: random.Random) -> set[str]:
    """A few of the ways of asking the same thing, in groups of such as are like each other; never all."""
    groups: list[list[str]] = []
    for words in asked.people:
        near = [group for group in groups if any(_are_alike(pieces.of(words), pieces.of(one)) for one in group)]
        groups = [*(group for group in groups if group not in near), [words, *(one for group in near for one in group)]]
    chance.shuffle(groups)
    most = max(1.0, _HELD_OUT * len(asked.people) * chance.choice((0.5, 1.0, 1.0, 1.5)))
    out: set[str] = set()
    for group in groups:
        if len(out) + len(group) <= most and len(out) + len(group) < len(asked.people):
            out.update(group)
    return out


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _ALIKE * len(one | other)


def _learn_order(lessons: Sequence[Lesson], names: Sequence[str]) -> NDArray[np.float64]:
    """The weights that put the right candidates before the others: softmax over them, by L-BFGS."""
    kept = [one.are_right() | ~one.are_in_clause() | (one.weight < 1) for one in lessons]
    size, longest = len(lessons), max(int(which.sum()) for which in kept)
    signs, is_right = torch.zeros(size, longest, len(names)), torch.zeros(size, longest, dtype=torch.bool)
    is_there = torch.zeros(size, longest, dtype=torch.bool)
    spread = np.concatenate([one.signs(names) for one in lessons]).std(axis=0) + 1e-9
    for row, (one, which) in enumerate(zip(lessons, kept, strict=True)):
        count = int(which.sum())
        signs[row, :count] = torch.tensor((one.signs(names) / spread)[which], dtype=torch.float32)
        is_right[row, :count] = torch.tensor(one.are_right()[which])
        is_there[row, :count] = True
    counts = torch.tensor([one.weight for one in lessons])

    def loss(weights: torch.Tensor) -> torch.Tensor:
        scores = (signs @ weights).masked_fill(~is_there, -1e9)
        missed = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~is_right, -1e9), 1)
        return (missed * counts).sum() / counts.sum() + _DECAY * (weights**2).sum()

    order: NDArray[np.float64] = _least(loss, len(names)) / spread
    return order


def _learn_showing(
    lessons: Sequence[Lesson], names: Sequence[str], order: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """The weights, and the bias, by which the first candidate is shown: logistic regression on its being right."""
    firsts = [(one, one.signs(names) @ order) for one in lessons]
    ranked = [(one, scores.tolist(), int(scores.argmax())) for one, scores in firsts]
    # of a question an answer of the right clause that is not known to be right may be right all the same
    sure = [it for it in ranked if it[0].weight < 1 or it[0].are_right()[it[2]] or not it[0].are_in_clause()[it[2]]]
    found = [showing_signs(one.candidates, scores, best) for one, scores, best in sure]
    signs = np.array([[said[name] for name in _SHOWING] for said in found])
    spread = signs.std(axis=0) + 1e-9
    rows = torch.tensor(np.column_stack((signs / spread, np.ones(len(signs)))), dtype=torch.float32)
    is_right = torch.tensor([float(one.are_right()[best]) for one, _, best in sure])
    counts = torch.tensor([one.weight for one, *_ in sure])

    def loss(weights: torch.Tensor) -> torch.Tensor:
        each = torch.nn.functional.binary_cross_entropy_with_logits(rows @ weights, is_right, counts, reduction="sum")
        return each + (weights[:-1] ** 2).sum() / 2

    *weights, bias = _least(loss, rows.shape[1])
    return np.array(weights) / spread, float(bias)


def _least(loss: Callable[[torch.Tensor], torch.Tensor], size: int) -> NDArray[np.float64]:
    """The weights for which a loss is least."""
    weights = torch.zeros(size, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=60)

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        value = loss(weights)
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(step)  # type: ignore[no-untyped-call]
    least: NDArray[np.float64] = weights.detach().numpy().astype(np.float64)
    return least


def main(out: Annotated[Path, typer.Argument(help="the file that gets the weights")] = WEIGHTS) -> None:
    """Learn the weights, write them, and say what they do."""
    torch.set_num_threads(1)
    lessons = read_lessons(Settings())
    weights = learn(lessons)
    out.write_text(json.dumps(asdict(weights), indent=2) + "\n", encoding="utf-8")
    typer.echo(measured(lessons, weights))


if __name__ == "__main__":
    typer.run(main)
