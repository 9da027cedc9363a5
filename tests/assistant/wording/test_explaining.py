"""Terms are explained where a conversation first uses them, in the vocabulary's words, and nowhere twice."""

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.guarding.guard import breaches
from mingbai.assistant.reply import ChatTurn, Reply
from mingbai.assistant.wording.explaining import LONGEST, Explaining
from mingbai.corpus.reader import Corpus
from mingbai.language.numbers.amounts import numbers_in
from tests.assistant.turns import last_reply

QUESTION = "我交的是重庆居民医保二档,在三甲医院住院花了3万,能报多少?"


@pytest.fixture(scope="module")
def explaining(corpus: Corpus) -> Explaining:
    return Explaining(corpus.vocabulary)


def test_the_first_reply_explains_the_terms_of_its_text_then_those_of_its_statement(
    assistant: Assistant, corpus: Corpus
) -> None:
    text = last_reply(assistant, QUESTION).text
    terms = corpus.vocabulary.terms
    named = ";".join(f"{name}:{terms[name].means}" for name in ("医保目录", "起付线", "自付"))
    assert text.endswith(f"\n\n({named})")  # 目录内 stands in the text, 起付线 and 按比例自付 in the statement


def test_no_term_is_explained_twice_in_a_conversation(assistant: Assistant, corpus: Corpus) -> None:
    history = [ChatTurn(role="user", text=QUESTION)]
    first = assistant.reply(history).text
    history += [ChatTurn(role="assistant", text=first), ChatTurn(role="user", text="那要是一档呢")]
    second = assistant.reply(history).text
    for name in ("医保目录", "起付线", "自付"):
        assert corpus.vocabulary.terms[name].means in first
        assert corpus.vocabulary.terms[name].means not in second


def test_a_reply_that_only_says_what_a_term_means_says_it_once(assistant: Assistant, corpus: Corpus) -> None:
    text = last_reply(assistant, "起付线是什么意思").text
    assert text.count(corpus.vocabulary.terms["起付线"].means) == 1


def test_at_most_three_terms_are_explained(explaining: Explaining, corpus: Corpus) -> None:
    text = "起付线、封顶线、报销比例、自付、自费、转诊都有规定。"
    added = explaining.explained(Reply(kind="fact", text=text), ()).text.removeprefix(text)
    explained = [name for name, term in corpus.vocabulary.terms.items() if f"{name}:{term.means}" in added]
    assert explained == ["起付线", "封顶线", "报销比例"]


def test_a_long_reply_is_not_made_too_long(explaining: Explaining) -> None:
    full = "起付线" + "字" * (LONGEST - 3)
    assert explaining.explained(Reply(kind="fact", text=full), ()).text == full
    listed = "起付线\n" + "\n".join(["- 字字字字字字字字字字"] * 60)  # a list may be long
    assert "(起付线:" in explaining.explained(Reply(kind="fact", text=listed), ()).text


@pytest.mark.parametrize(
    "reply",
    [
        Reply(kind="chat", text="大病保险也可以问。"),
        Reply(kind="decline", text="我这里只有洛阳职工大病保险。"),
        Reply(kind="clarify", text="是哪里的医保?洛阳职工大病保险。", missing=("policy",)),
        Reply(kind="fact", text="见《某市大病保险办法》。"),
    ],
    ids=["small talk", "refusal", "names to choose from", "title"],
)
def test_nothing_is_explained_where_no_term_is_used(explaining: Explaining, reply: Reply) -> None:
    assert explaining.explained(reply, ()) == reply


def test_explanations_hold_no_figure_and_pass_the_guard(corpus: Corpus) -> None:
    meanings = [term.means for term in corpus.vocabulary.terms.values() if term.explain_at]
    assert len(meanings) >= 10
    for means in meanings:
        assert not numbers_in(means)
        assert breaches(means, [], []) == []
