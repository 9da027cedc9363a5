"""Items on documents to bring: what is missing in a bag, what stands on a list, in which form, whether it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from random import Random

from mingbai.corpus.kinds import DocumentsRule
from mingbai.corpus.models import Policy
from mingbai.quiz.makers.likeness import is_like
from mingbai.quiz.makers.situation import situation
from mingbai.quiz.prompt import Draft, Prompt, Wrong, claim, content_of
from mingbai.quiz.shelf import Shelf
from mingbai.rules.case import Case
from mingbai.rules.documents import Checklist, Document, checklist
from mingbai.rules.stated import Stated, stated

_NOBODY = Case({})
_One = Stated[DocumentsRule]


def document_prompts(shelf: Shelf, policy: Policy) -> Iterator[Prompt]:
    """Bags with one thing missing, bags to be judged, single things and their form, lists the source cut short."""
    for one in stated(policy, DocumentsRule):
        listed = checklist(one, shelf.corpus.vocabulary, _NOBODY)
        content = content_of(one.rule)

        def make(
            kind: str, facts: tuple[str, ...], build: object, steps: int = 1, one: _One = one, content: str = content
        ) -> Prompt:
            assert callable(build)
            named = (one.rule.name, *facts)
            return Prompt(one.policy, one.clause, "documents", kind, "documents", content, named, build, steps)

        for at, document in enumerate(listed.needed):
            yield make("listed", (document.item,), partial(_listed, shelf, one, listed, document))
            if len(listed.needed) > 1:
                yield make("bag", (document.item,), partial(_bag, shelf, one, listed, at), 2)
                yield make("bag-claim", (document.item,), partial(_bag_claim, shelf, one, listed, at), 2)
            if document.form:
                yield make("form", (document.item,), partial(_form, shelf, one, document))
        for document in listed.conditional:
            yield make("conditional", (document.item,), partial(_conditional, shelf, one, document))
        if listed.lost:
            for holds in (True, False):
                yield make("whole", (str(holds),), partial(_whole, shelf, one, listed, holds))


def _subject(shelf: Shelf, one: _One) -> str:
    condition = situation(one.rule.when, shelf.corpus.vocabulary)
    who = f"({one.rule.who})" if one.rule.who else ""
    return f"按《{one.policy.title}》,办“{one.rule.name}”{who}" + (f",{condition}的" if condition else "")


def _strangers(shelf: Shelf, one: _One, rng: Random) -> list[Wrong]:
    """Documents of other procedures that could not be meant by anything in this clause."""
    found = [
        Wrong(document.words, f"看错了事项:这是《{policy.title}》办“{other.rule.name}”要的")
        for policy in shelf.corpus.policies.values()
        for other in stated(policy, DocumentsRule)
        if other.rule is not one.rule
        for document in checklist(other, shelf.corpus.vocabulary, _NOBODY).needed
        if not is_like(document.item, one.clause.text)
    ]
    rng.shuffle(found)
    return found


def _listed(shelf: Shelf, one: _One, listed: Checklist, document: Document, rng: Random) -> Draft:
    question = f"{_subject(shelf, one)},清单上写明要带的是哪一样?"
    why = f"清单上写着“{document.words}”。"
    return Draft("single_choice", question, document.words, why, tuple(_strangers(shelf, one, rng)))


def _bag(shelf: Shelf, one: _One, listed: Checklist, missing: int, rng: Random) -> Draft:
    """All that is needed in any case but one; what is in the bag already, and what is not for everybody, is wrong."""
    right = listed.needed[missing].words
    bag = [document.words for at, document in enumerate(listed.needed) if at != missing]
    question = f"{_subject(shelf, one)},只看清单上写明人人要带的,袋子里已有:{'、'.join(bag)}。还缺哪一样?"
    packed = [Wrong(words, "这一样已经在袋子里了") for words in bag]
    rng.shuffle(packed)
    special = [Wrong(document.words, f"这一样不是人人要带:{document.condition}才要") for document in listed.conditional]
    wrong = (*special[:1], *_strangers(shelf, one, rng)[:3], *packed)
    return Draft("documents", question, right, f"清单上还写着“{right}”,袋子里没有。", wrong)


def _bag_claim(shelf: Shelf, one: _One, listed: Checklist, missing: int, rng: Random) -> Draft:
    holds = rng.random() < _HALF
    bag = [document.words for at, document in enumerate(listed.needed) if holds or at != missing]
    statement = f"{_subject(shelf, one)},带了{'、'.join(bag)},清单上写明人人要带的就都有了。"
    why = "清单上写明人人要带的都在里面。" if holds else f"还缺“{listed.needed[missing].words}”。"
    return claim(statement, holds, why)


_HALF = 0.5
_FORMS = ("原件", "复印件", "原件和复印件")


def _form(shelf: Shelf, one: _One, document: Document, rng: Random) -> Draft:
    assert document.form is not None
    question = f"{_subject(shelf, one)},“{document.item}”要带原件还是复印件?"
    wrong = tuple(Wrong(form, f"记错了原件和复印件:清单写的是{document.form}") for form in _FORMS)
    return Draft("single_choice", question, document.form, f"清单上写着“{document.words}”。", wrong)


def _conditional(shelf: Shelf, one: _One, document: Document, rng: Random) -> Draft:
    for_all = rng.random() < _HALF
    said = "人人都要带" if for_all else f"只有{document.condition}才要带"
    why = f"清单写的是:{document.condition}才要。"
    return claim(f"{_subject(shelf, one)},“{document.item}”{said}。", not for_all, why)


def _whole(shelf: Shelf, one: _One, listed: Checklist, holds: bool, rng: Random) -> Draft:
    said = "没有列全,还有没写出来的" if holds else "已经列全,照着带就一定够"
    why = f"原文的清单有缺:{';'.join(listed.lost)}。"
    return claim(f"{_subject(shelf, one)}要带的材料,原文的清单{said}。", holds, why)
