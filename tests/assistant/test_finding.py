"""Finding the clause a person means: kindred words, what is asked for, the place to ask, what is not written."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from mingbai.assistant.finding.bearing import by_bearing
from mingbai.assistant.library import Library
from mingbai.assistant.matching.widening import Widening
from mingbai.assistant.openings.straight import of_another_year
from mingbai.corpus.reader import Corpus
from mingbai.retrieval import Hit, Standing
from tests.assistant.turns import last_reply


def _hit(heading: str, score: float) -> Hit:
    standing = Standing(1, score)
    return Hit(heading, f"文件 {heading}\n{heading}\n正文", {}, score, standing, standing, standing)


@pytest.mark.parametrize(
    ("said", "written"),
    [("跳槽了怎么弄", "换工作"), ("要先垫钱吗", "垫付"), ("被车撞了", "交通事故"), ("礼拜天有人吗", "值班")],
)
def test_a_question_is_widened_by_what_clauses_write(corpus: Corpus, said: str, written: str) -> None:
    assert written in Widening(corpus.vocabulary).widened(said)


def test_words_without_kin_stay_as_they_are(corpus: Corpus) -> None:
    assert Widening(corpus.vocabulary).widened("你好") == "你好"


def test_of_two_clauses_on_one_subject_the_one_headed_by_the_question_comes_first() -> None:
    who, when = _hit("谁可以参加", 10.0), _hit("什么时候参加", 9.9)
    assert by_bearing("几号去参加", [who, when]) == [when, who]
    assert by_bearing("哪些人参加", [when, who]) == [who, when]


def test_a_heading_does_not_outweigh_the_words_of_a_question() -> None:
    near, far = _hit("银行回单怎么管", 10.0), _hit("什么时候参加", 2.0)
    assert by_bearing("银行回单什么时候交", [far, near]) == [near, far]


def test_a_year_beyond_the_policy_is_said(corpus: Corpus) -> None:
    policy = corpus.policies["chongqing-resident-2013"]
    assert "没有2025年的规定" in (of_another_year("2025年报多少", policy, "") or "")
    assert of_another_year("2013年报多少", policy, "") is None


def test_a_year_before_the_policy_began_is_too_early(corpus: Corpus) -> None:
    policy = corpus.policies["shandong-ncms-catastrophic-2013"]
    assert of_another_year("2012年12月得的病赶上了没", policy, "") == "**那时还没有开始**:这份规定从2013年1月1日起。"
    assert of_another_year("2013年得的病赶上了没", policy, "") is None


def test_papers_without_a_place_ask_for_it(assistant: Assistant, library: Library) -> None:
    reply = last_reply(assistant, "报销要带什么材料")
    assert reply.kind == "clarify"
    assert not reply.citations
    assert library.name("beijing-employee-catastrophic-1995") in reply.choices


def test_a_sum_of_a_document_without_figures_shows_no_other_clause(assistant: Assistant) -> None:
    reply = last_reply(assistant, "邢台居民医保,住院花了2万能报多少")
    assert reply.kind == "decline"
    assert not reply.citations
    assert "没有写能算出金额的数" in reply.text.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "policy", "clause", "says"),
    [
        ("朝阳区的大病统筹,出院多久内要报", "beijing-employee-catastrophic-1995", "claim-deadline", "60日"),
        ("山东新农合大病,兔唇算不算", "shandong-ncms-catastrophic-2013", "diseases", "**在范围内**"),
        ("北京大病统筹,材料没交全怎么办", "beijing-employee-catastrophic-1995", "incomplete", "暂缓支付"),
        ("北京定点医院停业了怎么办", "beijing-designated-institutions", "changes", "**没有写停业"),
        ("长沙特药,我爸走了,药钱还能拿回来吗", "changsha-special-drugs-2016", "heirs", "法定继承人"),
    ],
)
def test_everyday_words_find_the_clause(assistant: Assistant, text: str, policy: str, clause: str, says: str) -> None:
    reply = last_reply(assistant, text)
    first = reply.citations[0]
    assert (first.policy, first.clause) == (policy, clause)
    assert says in reply.text


def test_how_many_tens_of_thousands_is_a_question_and_no_amount(assistant: Assistant) -> None:
    assert "不是一个准数" not in last_reply(assistant, "大病医疗救助最多能救助几万块").text
