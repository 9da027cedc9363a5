"""What holds for every item: 10,000 drawn over all policies."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest

from mingbai.corpus.audit import rule_quantities
from mingbai.corpus.kinds import PremiumRule
from mingbai.corpus.models import AdjustRule, EstimateRule
from mingbai.corpus.reader import Corpus
from mingbai.corpus.units import figures
from mingbai.money import percent, plain, short, words
from mingbai.quiz.bank import Bank
from mingbai.quiz.item import TOPICS, Item
from mingbai.rules.book import Book
from mingbai.rules.case import Case
from mingbai.rules.estimate import Estimate, estimate
from mingbai.rules.statement import total

_UNFILLED = re.compile(r"None|True|False|Decimal|Infinity|NaN|[{}]|\(\)|“”|《》|,,|;;|。。|::|\bobject\b|<[a-z]")


def test_ten_thousand_are_drawn(drawn: list[Item]) -> None:
    assert len(drawn) == 10_000


def test_exactly_one_choice_is_right_and_it_is_the_answer(drawn: list[Item]) -> None:
    for item in drawn:
        right = [choice.text for choice in item.choices if choice.right]
        assert right == [item.answer], item


def test_no_two_choices_are_equal_after_formatting(drawn: list[Item]) -> None:
    for item in drawn:
        plain_texts = [re.sub(r"[\s,。;:]", "", choice.text) for choice in item.choices]
        assert len(set(plain_texts)) == len(plain_texts) >= 2, item


def test_choices_are_as_many_as_their_type_has(drawn: list[Item]) -> None:
    for item in drawn:
        if item.type == "true_false":
            assert [choice.text for choice in item.choices] == ["对", "错"]
        elif item.type != "number":
            assert 2 <= len(item.choices) <= 4


def test_no_text_has_an_unfilled_place(drawn: list[Item]) -> None:
    for item in drawn:
        texts = (item.question, item.explanation, *(part for one in item.choices for part in (one.text, one.why)))
        for text in texts:
            assert text.strip() == text
            assert text
            assert not _UNFILLED.search(text), text
        for text in (item.question, item.answer):
            assert text.count("“") == text.count("”")


def test_each_wrong_choice_names_its_mistake(drawn: list[Item]) -> None:
    for item in drawn:
        for choice in item.choices:
            assert len(choice.why) >= 4
            assert choice.right or item.type == "true_false" or choice.why not in item.explanation


def test_explanation_names_the_policy_and_the_clause(drawn: list[Item], corpus: Corpus) -> None:
    for item in drawn:
        for citation in item.citations:
            policy = corpus.policies[citation.policy]
            clause = policy.by_id[citation.clause]
            assert f"《{policy.title}》" in item.explanation
            assert clause.title.replace("“", "‘").replace("”", "’") in item.explanation
            assert clause.text.startswith(citation.quote)


def test_right_answers_are_spread(drawn: list[Item]) -> None:
    """Neither the place of the right choice nor its being 对 gives anything away."""
    choices = [item for item in drawn if item.type == "single_choice" and len(item.choices) == 4]
    places = Counter(next(at for at, one in enumerate(item.choices) if one.right) for item in choices)
    assert all(0.2 < places[at] / len(choices) < 0.3 for at in range(4)), places
    judged = [item.answer == "对" for item in drawn if item.type == "true_false"]
    assert 0.4 < sum(judged) / len(judged) < 0.6


# -- the key is the engine's -----------------------------------------------------------------------------------------


def _computed(drawn: list[Item], corpus: Corpus) -> Iterator[tuple[Item, Estimate]]:
    """Each different item on a bill, with the estimate worked out anew."""
    books: dict[str, Book] = {}
    for item in {one.id: one for one in drawn if one.facts}.values():
        book = books.setdefault(item.policy, Book.of(corpus.policies[item.policy], corpus.vocabulary))
        result = estimate(book, Case.read(dict(item.facts), corpus.vocabulary))
        assert isinstance(result, Estimate)
        yield item, result


def test_key_of_a_bill_is_what_the_engine_pays(drawn: list[Item], corpus: Corpus) -> None:
    types: Counter[str] = Counter()
    for item, result in _computed(drawn, corpus):
        types[item.type] += 1
        if item.topic == "unsaid":
            assert result.status != "exact"
            for bound in (result.low, result.high):
                assert bound is None or words(bound) in item.answer
        elif item.type == "number":
            assert item.answer == plain(result.amount or 0)
        elif item.type == "single_choice":
            assert item.answer == words(result.amount or 0)
        else:
            said = item.question.rsplit("付", 1)[1].removesuffix("。")
            assert item.answer == ("对" if said == words(result.amount or 0) else "错")
    assert all(types[one] > 100 for one in ("number", "single_choice", "true_false"))


def test_a_bill_is_divided_in_the_explanation_to_the_fen(drawn: list[Item], corpus: Corpus) -> None:
    for item, result in _computed(drawn, corpus):
        if item.type == "number":
            shown = re.findall(r"[:;][^\d:;]+([\d,]+\.\d\d)元\(", item.explanation)
            assert sum(Decimal(one.replace(",", "")) for one in shown) == total(result.lines)


def test_no_figure_of_a_bill_is_right_beside_the_key(drawn: list[Item], corpus: Corpus) -> None:
    """Whatever the readings: a doubtful bill is never answered by a plain amount."""
    for item in drawn:
        if item.topic == "unsaid" and "按上下文推" not in item.question:
            assert not re.fullmatch(r"[\d,.]+(元|%)", item.answer), item


# -- no figure outside the rules and the named mistakes --------------------------------------------------------------


def _figures_of(corpus: Corpus) -> set[str]:
    """Every figure of every rule about shares, deductibles, caps and premiums, and the rest of each share."""
    found: set[Decimal] = set()
    for policy in corpus.policies.values():
        for rule in (one for clause in policy.clauses for one in clause.rules):
            if isinstance(rule, EstimateRule | AdjustRule):
                found.update(one for quantity in rule_quantities(rule) for one in figures(quantity))
            elif isinstance(rule, PremiumRule):
                for group in rule.groups:
                    found.update(one for paid in group.pays.values() for one in figures(paid))
                    found.update(() if group.total is None else (group.total,))
    finite = {one for one in found if one.is_finite()}
    return (
        {percent(one) for one in finite} | {percent(1 - one) for one in finite} | {f"{short(one)}元" for one in finite}
    )


@pytest.mark.parametrize("topic", ["share", "deductible", "cap", "premium"])
def test_each_figure_offered_stands_in_some_rule(drawn: list[Item], corpus: Corpus, topic: str) -> None:
    known = _figures_of(corpus)
    for item in drawn:
        if item.topic == topic and item.rule_kind in ("estimate", "premium") and item.type == "single_choice":
            for choice in item.choices:
                assert choice.text in known or choice.text == "不封顶", (item.question, choice)


# -- everything is drawn ---------------------------------------------------------------------------------------------


def test_every_policy_with_rules_is_drawn(drawn: list[Item], corpus: Corpus) -> None:
    with_rules = {one.id for one in corpus.policies.values() if any(clause.rules for clause in one.clauses)}
    assert with_rules <= {item.policy for item in drawn}


def test_every_kind_of_rule_and_every_topic_is_drawn(drawn: list[Item], bank: Bank) -> None:
    used = {prompt.rule_kind for policy in bank.policies for prompt in bank.prompts(policy.id)}
    kinds = {"estimate", "adjusts", "stacks", "premium", "premium_base", "late_fee", "sharing", "advance"}
    kinds |= {"deadline", "window", "waiting", "retroactive", "documents", "covers", "excludes", "pays_when"}
    kinds |= {"procedure", "heading"}
    assert {item.rule_kind for item in drawn} == used == kinds
    assert {item.topic for item in drawn} == set(TOPICS)
    assert {item.type for item in drawn} == {"single_choice", "true_false", "number", "ordering", "documents"}


def test_a_clause_of_a_document_in_several_parts_is_cited_where_it_stands(bank: Bank) -> None:
    """Part 1 of the office's papers holds its duties, part 2 the reform in Hengshui."""
    cited = {
        (one.clause, one.part)
        for prompt in bank.prompts("hospital-insurance-office")
        if (item := prompt.item())
        for one in item.citations
    }
    assert cited
    for clause, part in cited:
        assert part in bank.shelf.corpus.policies["hospital-insurance-office"].by_id[clause].parts
