"""How a reply is made up, on hand-made replies: right on the good one, wrong where one part is out of place."""

import pytest

from eval.form import explained, first_line, order
from mingbai.corpus.reader import Corpus
from mingbai.corpus.vocabulary import Term
from tests.eval.made import TEXT, a_question, an_answer, an_estimate

FACT = {"kind": "fact", "amount": None, "sum": None}
UNKNOWN = {"status": "unknown", "amount": None, "low": None, "high": None}


@pytest.mark.parametrize(
    ("expected", "reply", "is_right"),
    [
        ({}, {}, True),
        ({}, {"text": f"您好。\n\n{TEXT}"}, False),
        ({}, {"estimate": an_estimate(**UNKNOWN), "text": "**能报多少说不准**:原文没有给出。"}, True),
        ({}, {"estimate": an_estimate(**UNKNOWN), "text": "先看规定。\n\n说不准。"}, False),
        (FACT, {"kind": "fact", "estimate": None, "text": "起付线800元。"}, True),
        (FACT, {"kind": "fact", "estimate": None, "text": "规定是这样写的:\n\n起付线800元。"}, False),
        (FACT, {"kind": "fact", "estimate": None, "text": "**住院报多少**(《某县居民医保》)\n\n起付线800元。"}, False),
    ],
)
def test_the_answer_stands_in_the_first_line(expected: dict, reply: dict, is_right: bool) -> None:
    found = first_line(a_question(**expected), an_answer(**reply))
    assert found is not None
    assert found.value is is_right


ASSUMED, MINDED, TERMS = "按这些情况算:费用都在目录内。", "请留意:先按3万算。", "(起付线:先由自己出的那段钱)"


@pytest.mark.parametrize(
    ("paragraphs", "is_right"),
    [
        ((TEXT,), True),
        ((TEXT, ASSUMED, MINDED, TERMS), True),
        ((TEXT, TERMS, ASSUMED), False),
        ((TEXT, MINDED, ASSUMED), False),
        ((TEXT, TERMS, TERMS), False),
        ((ASSUMED, TEXT), False),
    ],
)
def test_the_parts_follow_each_other(paragraphs: tuple[str, ...], is_right: bool) -> None:
    assert order(a_question(), an_answer(text="\n\n".join(paragraphs))).value is is_right


@pytest.fixture(scope="module")
def deductible(corpus: Corpus) -> Term:
    return corpus.vocabulary.terms["起付线"]


@pytest.mark.parametrize(
    ("text", "earlier", "is_right"),
    [
        ("{amount}起付线800元。\n\n(起付线:{means})", "", True),
        ("{amount}起付线800元。", "", False),
        ("{amount}起付线800元。", "(起付线:{means})", True),
        ("{amount}起付线800元。\n\n(起付线:{means})", "(起付线:{means})", False),
        ("{amount}依据《起付线的规定》。", "", True),
    ],
    ids=["at first use", "left out", "told before", "told twice", "in a title"],
)
def test_a_term_is_explained_at_first_use_and_once(
    corpus: Corpus, deductible: Term, text: str, earlier: str, is_right: bool
) -> None:
    amount = "能报 13,140.00元。"
    answer = an_answer(
        earlier=(earlier.format(means=deductible.means),), text=text.format(amount=amount, means=deductible.means)
    )
    found = explained(answer, corpus.vocabulary)
    assert found is not None
    assert found.value is is_right
