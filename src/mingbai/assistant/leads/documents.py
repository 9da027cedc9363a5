"""The first lines of an answer about papers: the one paper asked about, or where to go; then the whole list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mingbai.assistant.leads.enough import asks_if_enough, enough_lead
from mingbai.assistant.leads.question import Lead
from mingbai.corpus.kinds import DocumentsRule
from mingbai.rules.documents import WHERE_HANDED_IN, Checklist, Document
from mingbai.rules.stated import Stated, pairs_of_signs

_WHERE = re.compile(
    "[去到在找]哪(?![天日年月])|哪里|哪儿|哪个(?:部门|窗口|地方|单位|衙门)|什么(?:部门|地方|单位)|[交递送][到给]?(?:哪|谁)|找谁"
)
_OF_ONE = re.compile(
    "要不要|[用要]不用|用得着|[要行用带交][吗不么]|[要用带交].{1,10}吗|能不能|可以吗|原件|复印|盖章|公章|(?<!哪)几[份张]"
)
_SIDE_WORDS = re.compile("[（(].*?[)）]|[、，或和与]|原件|复印件?|材料|资料|证明|有关|本人|报销|医疗|费用|住院|特殊")
_DONE = re.compile("已经|[批办交审]下来[了哒咯啦]|[批办交]好?完?[了哒咯啦]$")
_PAPERS = re.compile(
    "材料|资料|手续|证件|清单|单据|票据|要[带交拿](?![走回])|[带拿交递]些?(?:什么|啥|哪些|哪几)(?!当|作基|来算)"
)
_WHICH = re.compile(
    "[带拿交递装备凭收出要附开揣凑](?:到|齐|哪里)?(?:点|些|的)?(?:什么|啥|么子|哪些|哪几|哪[张样份个]|几样)(?!当|作基|来算)"
    "|(?:什么|哪些|哪几[样张份种]|啥)(?:材料|资料|证件|单[子据]|票据|东西)"
    "|(?:什么|哪些|哪几?[样张份种]|啥)[要得需还也]{0,2}(?:一[起并块同道])?[带拿交递附备](?![钱费保])"  # 哪些要一起交的
)
_COPIES = re.compile("(?<!哪)几[份张]")
_STAMPED = re.compile(  # 哪些材料要盖章; 盖章的有哪几样; 哪样要盖公章
    "(?:哪[些几样个张份]|什么|啥|么子)[^,。;!?章]{0,8}盖[^,。;!?]{0,3}章|盖[^,。;!?]{0,3}章的[^,。;!?]{0,4}(?:哪|什么|啥|几)"
)
_DOUBTED = re.compile(  # 清单好像不全; 怎么少了几项; 是不是漏了几样
    "(?:清单|单子|材料|资料)[^,。;!?]{0,6}不(?:完?全|完整)"
    "|(?:是不是|好像|似乎|怎么|咋|我看)[^,。;!?]{0,8}[少缺漏]了?(?:几|[一两三])?[项样条]"
)
_WHEN = re.compile("几时|[什啥]么?时候|何时|几号|哪[天日]|最[晚迟]|多[久长]|好久|(?:几|多少)个?(?:工作)?[天日]")
_HANDED_BY = re.compile(  # 材料拖到几月几号就作废了: the day, of papers that are only what is handed in
    "(?:材料|资料|手续|证件|单据|票据|单子)[^,。;!?要带什哪啥几]{0,3}(?:[拖压放攒留交递送报收截]|最[晚迟])"
    "[^,。;!?什啥]{0,4}(?:几月几?[号日]?|几[号日]|哪一?[天日]|什么时候|啥时候?|[几何]时|多[久长]|最[晚迟])"
)
_HANDED = re.compile(
    "(?:把?(?:材料|资料|手续|单[子据]|申请书?|东西)[^,。;!?]{0,8})?"
    "(?:(?<=[料续资证])都?(?:备|凑|准备|交)?(?:齐|全)(?![吗么没不])(?:全|活)?了?|已经?[^,。;!?]{0,4}[交送递报寄](?:[到上]|了)?|[交送递报寄](?:到(?![几哪什])|上去|进去|过去|了|完|齐))"
)
_PATIENT = re.compile("病人|患者|本人|自己|自个|我[爸妈爹娘公婆老儿女孩家]")
_HOSPITAL = re.compile("我们?院|我们?医院|医院(?:[跟和向找去来附送拿]|方)|医疗机构|定点机构|医保[科办]")
_CLAIMS = re.compile("报[销账]|(?:[回去来]|[回到去]县?)[^,。;]{0,8}报(?![到名告表送给])")
_NOT_NEEDED = "不用"
_INSTITUTION = "医疗机构"
_APART = "，"
"""Stands between the places of several cases (县内治的交医院，市外治的交医保中心)."""
_NAME = 2
_TELLING = 2
_MOST = 2
_SAID = 10


def documents_lead(found: Checklist, question: str) -> Lead:
    """The papers of a procedure, led by what the question asks of one of them or of the place.

    A list tells its whole clause, unless that keeps a note beside it.
    """
    first = list(_straight(found, question))
    lines = [f"**{found.procedure}**" + (f"({found.who}办)" if found.who else "")]
    lines += [f"- {one.words}" for one in found.needed]
    lines += [f"- {one.condition}:{one.words}" for one in found.conditional]
    lines += [f"- ({lost})" for lost in found.lost]
    if found.where:
        lines.append(f"\n{WHERE_HANDED_IN}:{found.where}。")
    text = "\n\n".join((*first, "\n".join(lines)))
    return Lead(text, (found.clause,), is_whole=not found.note)


def asks_for_papers(found: Checklist, question: str) -> bool:
    """Whether a question that is not plainly one for papers asks for them, or for one of a list by its name."""
    return _PAPERS.search(question) is not None or next(_straight(found, question), None) is not None


def speaks_of_papers(question: str) -> bool:
    """Whether a question that is taken for one for papers says so in its words."""
    return (_PAPERS.search(question) or _WHICH.search(question)) is not None


def asks_which(question: str) -> bool:
    """Whether a question asks which papers it takes (包里要装啥), and neither for the place nor for one of them."""
    others = (_WHERE, _OF_ONE, _WHEN)
    return _WHICH.search(question) is not None and not any(other.search(question) for other in others)


def asks_only_when(question: str) -> bool:
    """Whether a question asks for a day or how long, and for no papers (划转最迟弄到哪天)."""
    is_of_day = _WHEN.search(question) is not None and _PAPERS.search(question) is None
    return is_of_day or asks_by_when_handed_in(question)


def asks_by_when_handed_in(question: str) -> bool:
    """Whether a question names papers only as what has to be handed in by the day it asks for (材料拖到几号就作废)."""
    rest = _HANDED_BY.sub("", question)
    return rest != question and not (_PAPERS.search(rest) or _WHICH.search(rest))


def handed_in(question: str) -> str | None:
    """A question for the time from where it says that the papers are handed in (材料交上去了,几时有信), else None."""
    handed = _HANDED.search(question)
    if handed is None or _WHERE.search(question) or not _WHEN.search(question[handed.end() :]):
        return None
    rest = question[: handed.start()] + question[handed.end() :]
    return None if _PAPERS.search(rest) else question[handed.end() :]


def list_meant(lists: Sequence[Stated[DocumentsRule]], question: str, about: Sequence[str]) -> str | None:
    """The clause of the list of papers that a question means; None where there is none.

    Words that only one of the lists has tell more than search, which found `about`; without such words search decides.
    A list for hospitals is not meant by a patient who claims.
    """
    lists = [one for one in lists if not (_is_of_patient(question) and one.rule.who == _INSTITUTION)] or lists
    done = [part for part in question.split(",") if _DONE.search(part)]
    open_ = ",".join(part for part in question.split(",") if part not in done)
    lists = [one for one in lists if not any(word in part for word in one.rule.says for part in done)] or lists
    asked = pairs_of_signs(open_)
    scores: Counter[str] = Counter({one.clause.id: 0 for one in lists})
    for own, weight in ((_names, _TELLING), (_surroundings, 1)):
        words = {one.clause.id: pairs_of_signs(own(one)) for one in lists}
        often = Counter(pair for pairs in words.values() for pair in pairs)
        scores.update({id_: weight * sum(often[pair] == 1 for pair in pairs & asked) for id_, pairs in words.items()})
    for one in lists:
        said = max((len(word) for word in one.rule.says if word in open_), default=0)
        scores[one.clause.id] += _SAID + said if said else 0
    near = next((clause for clause in about if clause in scores), None)
    best = max(scores, key=lambda clause: (scores[clause], clause == near), default=None)
    if best is None or (near and scores[best] < _TELLING) or not scores[best]:
        return near
    return near if near and scores[near] == scores[best] else best


def _is_of_patient(question: str) -> bool:
    """Whether a patient asks, by what is said of the person, or by claiming where no hospital is said to."""
    claims = _CLAIMS.search(question) and not _HOSPITAL.search(question)
    return bool(_PATIENT.search(question) or claims)


def _names(one: Stated[DocumentsRule]) -> str:
    return "。".join((one.rule.documents, *one.rule.says))


def _surroundings(one: Stated[DocumentsRule]) -> str:
    return "。".join((one.clause.title, one.rule.where or ""))


def _straight(found: Checklist, question: str) -> Iterator[str]:
    """The line that answers a question for the place, for one of the papers by its name, or for what the list lacks."""
    if _STAMPED.search(question):
        stamped = (f"{one.item}(盖{one.stamp})" for one in (*found.needed, *found.conditional) if one.stamp)
        told = "、".join(stamped)
        yield f"**要盖章的**:{told};其他的没有写要盖章。" if told else "**没有写哪样要盖章**:清单里都没有写。"
    elif found.lost and _DOUBTED.search(question):
        yield f"**原文的清单就不全**:{'、'.join(found.lost)};写着的是下面这些。"
    elif found.where and _WHERE.search(question):
        yield f"**{found.where}**。" if _APART in found.where else f"**到{found.where}**办。"
    elif not (found.needed or found.conditional) and (_PAPERS.search(question) or asks_if_enough(question)):
        yield f"**没有列出要哪些材料**:{'、'.join(found.lost)}。"
    elif asks_if_enough(question):
        yield from filter(None, (enough_lead(found, question),))
    elif _OF_ONE.search(question):
        named = _named(found, question) or _counted(found, question)
        papers = (f"{one.condition.removesuffix('的')}的,{one.words}" if one.condition else one.words for one in named)
        depends = any(_NOT_NEEDED in one.condition for one in named)  # 16周岁以下的不用，超过16周岁的: no plain yes
        yield from (f"**{'看情况' if depends else '要'}**:{';'.join(papers)}。",) if named else ()


def _named(found: Checklist, question: str) -> list[Document]:
    """The papers that a question names (病历, 死亡证明), by the longest run of characters they share with it."""
    papers = (*found.needed, *found.conditional)
    shared = [_shared(_SIDE_WORDS.sub(" ", one.item), question, found.procedure) for one in papers]
    most = max(shared, default=0)
    named = [one for one, length in zip(papers, shared, strict=True) if length == most]
    return named if most >= _NAME and len(named) <= _MOST else []


def _counted(found: Checklist, question: str) -> list[Document]:
    """The papers with a number of copies, where it is asked how many (表填几份)."""
    papers = (*found.needed, *found.conditional) if _COPIES.search(question) else ()
    counted = [one for one in papers if one.copies]
    return counted if len(counted) <= _MOST else []


def _shared(item: str, question: str, procedure: str) -> int:
    """How many characters of a name stand in a row in a question, those aside that say what the list is for.

    The beginning of a name names the paper only where something is done with it (带户口), and not a person (北京户口).
    """
    names = item.split()
    runs = ((name, name[at:end]) for name in names for at in range(len(name)) for end in range(at + 1, len(name) + 1))
    said = (run for name, run in runs if run in question and (name.endswith(run) or _is_handled(run, question)))
    return max((len(run) for run in said if run not in procedure), default=0)


def _is_handled(run: str, question: str) -> bool:
    """Whether a question speaks of bringing some words, or of what becomes of them."""
    said = re.escape(run)
    return re.search(f"[带拿交凭有要填写]{said}|{said}[要用带拿不原复盖几交]", question) is not None
