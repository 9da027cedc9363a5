"""The bank of everything that can be asked, and the drawing of a quiz from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from random import Random

from mingbai.corpus.models import Policy
from mingbai.corpus.reader import Corpus, read_corpus
from mingbai.quiz.difficulty import Difficulty, difficulty_id
from mingbai.quiz.errors import ItemCountError, UnknownPolicyError, UnknownTopicError
from mingbai.quiz.item import TOPICS, Item, Quiz
from mingbai.quiz.makers import MAKERS
from mingbai.quiz.naming import id_named
from mingbai.quiz.prompt import Prompt
from mingbai.quiz.shelf import Shelf


class Bank:
    """All that can be asked of a corpus; made once, then quizzes are drawn from it."""

    def __init__(self, corpus: Corpus) -> None:
        by_id = dict(sorted(corpus.policies.items()))  # so that the order of the files changes nothing
        self.shelf = Shelf(replace(corpus, policies=by_id))
        self._prompts: dict[str, tuple[Prompt, ...]] = {}
        self._items: dict[str, Item | None] = {}

    @classmethod
    def of_folder(cls, corpus: Path) -> Bank:
        """The bank of a corpus folder.

        Raises:
            CorpusError: where the corpus has mistakes.
        """
        return cls(read_corpus(corpus))

    @cached_property
    def policies(self) -> tuple[Policy, ...]:
        """The documents something can be asked about, in the order of their ids."""
        return tuple(policy for policy in self.shelf.corpus.policies.values() if self.prompts(policy.id))

    def topics(self, policies: Sequence[str] = ()) -> dict[str, str]:
        """The topics some policies (all of them if none is named) have something to ask about, id to name.

        Raises:
            UnknownPolicyError: for an id that names nothing to ask about.
        """
        found = {prompt.topic for policy in self._chosen(policies) for prompt in self.prompts(policy)}
        return {topic: name for topic, name in TOPICS.items() if topic in found}

    def prompts(self, policy: str) -> tuple[Prompt, ...]:
        """Everything that can be asked of one policy, made at the first call."""
        if policy not in self._prompts:
            record = self.shelf.corpus.policies[policy]
            unique = {prompt.id: prompt for make in MAKERS for prompt in make(self.shelf, record)}
            self._prompts[policy] = tuple(unique.values())
        return self._prompts[policy]

    def find(self, id_: str) -> Item | None:
        """The item of an id, or None where its rule has changed since, or gone."""
        prompt = self._by_id.get(id_)
        return None if prompt is None else self._item(prompt)

    @cached_property
    def _by_id(self) -> dict[str, Prompt]:
        return {prompt.id: prompt for policy in self.policies for prompt in self.prompts(policy.id)}

    def quiz(
        self,
        policies: Sequence[str] = (),
        items: int = 10,
        seed: int = 0,
        topics: Sequence[str] = (),
        difficulty: str = "",
    ) -> Quiz:
        """A quiz on some policies (all if none is named) and topics (ids or names; all if none is named).

        `difficulty` is an id or a name too; without it items of every difficulty are drawn. The same wish and corpus
        always give the same quiz; no question comes twice.

        Raises:
            UnknownPolicyError, UnknownTopicError, UnknownDifficultyError: for a name nobody knows.
            ItemCountError: for fewer items than one, or more than there are.
        """
        if items < 1:
            raise ItemCountError.too_few(items)
        wanted = frozenset(map(topic_id, topics))
        level = difficulty_id(difficulty) if difficulty else None
        prompts = list(self._wanted(policies, wanted, level))
        if items > len(prompts):
            raise ItemCountError.too_many(items, len(self._made(prompts, len(prompts))))
        rng = Random(f"{seed}|{sorted(policies)}|{sorted(wanted)}")  # noqa: S311 - a draw that can be repeated
        found = self._made(_spread(prompts, rng), items)
        if len(found) < items:
            raise ItemCountError.too_many(items, len(found))
        return Quiz(items=tuple(found), seed=seed)

    def _wanted(self, policies: Sequence[str], topics: frozenset[str], level: Difficulty | None) -> Iterator[Prompt]:
        """The prompts of some policies on some topics (all where none is named) and of one difficulty, None for any."""
        for policy in self._chosen(policies):
            for prompt in self.prompts(policy):
                if (not topics or prompt.topic in topics) and level in (None, prompt.difficulty):
                    yield prompt

    def _made(self, prompts: Iterable[Prompt], count: int) -> list[Item]:
        """Up to `count` items of the prompts, each question once."""
        found: list[Item] = []
        asked: set[str] = set()
        for prompt in prompts:
            item = self._item(prompt)
            if item is None or item.question in asked:
                continue
            asked.add(item.question)
            found.append(item)
            if len(found) == count:
                break
        return found

    def _item(self, prompt: Prompt) -> Item | None:
        """The item of a prompt, worked out once."""
        if prompt.id not in self._items:
            self._items[prompt.id] = prompt.item()
        return self._items[prompt.id]

    def _chosen(self, policies: Sequence[str]) -> list[str]:
        known = [policy.id for policy in self.policies]
        for policy in policies:
            if policy not in known:
                raise UnknownPolicyError(policy, known)
        return [policy for policy in known if not policies or policy in policies]


def topic_id(topic: str) -> str:
    """The id of a topic named by its id or its name.

    Raises:
        UnknownTopicError: for any other word.
    """
    return id_named(topic, TOPICS, UnknownTopicError)


def _spread(prompts: Iterable[Prompt], rng: Random) -> Iterator[Prompt]:
    """The prompts in a drawn order that goes round policies and kinds: the many sums do not crowd out the rest."""
    groups: dict[tuple[str, str, str], list[Prompt]] = {}
    for prompt in prompts:
        groups.setdefault((prompt.policy.id, prompt.kind, prompt.rule_kind), []).append(prompt)
    waiting = list(groups.values())
    for group in waiting:
        rng.shuffle(group)
    while waiting:
        rng.shuffle(waiting)
        yield from (group.pop() for group in waiting)
        waiting = [group for group in waiting if group]
