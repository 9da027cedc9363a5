"""The figures that a looked-up answer told, each with whose part it is, of what group, for what time, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from mingbai.assistant.matching.clause_figures import told
from mingbai.money import words

__all__ = ["TOTAL", "Figure", "figures_of_answer"]

TOTAL = "合计"
# - **参保职工**(每年):个人30.00元;单位45.00元,合计75.00元
_ROW = re.compile(r"- \*\*(?P<of>[^*]+)\*\*(?:\((?P<per>[^()]*)\))?[::](?P<parts>.+)")
_PART = re.compile(  # 个人540.00元(30×18), - 商保公司:1,400,000.00元(2800000×50%)
    r"(?P<label>[^-;；,，、:：。*()（）0-9\s][^;；,，:：。*()（）]*?)?[::]?\s?(?P<amount>(?<![\d,.])\d[\d,]*(?:\.\d+)?)"
    r"(?P<unit>万元|亿元|元)(?:\((?P<how>[^()]*)\))?"
)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_HOW = re.compile(r"\(([^()]*)\)")
_MONTHLY, _YEARLY = re.compile("每月|每个月|一个月|/月"), re.compile("每年|一年|/年")
_PAYER = re.compile("(?P<who>个人|单位|企业|公司|[^,。;]{0,4}(?:财政|政府)|[^,。;]{0,6}基金)")
_ONLY_PAYS = re.compile("[再另各也还要得承负]*[出交缴付担拿]?")
_TOTALS = ("一共", "总共", "共")
_PER = re.compile("每人|每[月年]|每个月|平均")
_OVER_MONTHS = re.compile("×[0-9]+个月")  # a year of months already
_A_HEAD = re.compile("每人|人均|每名|每位")
_ALL_HEADS = re.compile("[0-9]人一共$")
_SENTENCE = re.compile("[^。；\n]+")


@dataclass(frozen=True)
class Figure:
    """A sum of money that an answer told: `label` says whose part it is, `of` the row it stands in, `per` 月 or 年.

    `when` has the words for that beside the row (2008年每年). It `is_whole` where other lines divide it, and
    `is_of_heads` where it is what so many persons pay together.
    """

    label: str
    amount: Decimal
    unit: str
    of: str = ""
    per: str = ""
    when: str = ""
    how: str = ""
    is_a_head: bool = False
    is_whole: bool = False
    is_exact: bool = False

    @property
    def is_of_heads(self) -> bool:
        """Whether it is what all persons of a row pay."""
        return _ALL_HEADS.search(self.of) is not None

    def words(self, amount: Decimal) -> str:
        """An amount written as this one was."""
        return words(amount) if self.is_exact else told(amount, self.unit)


def figures_of_answer(lead: str, clause: str) -> tuple[Figure, ...]:
    """The sums of money that the straight lines of an answer tell, in order; `clause` is the text they were taken from.

    Of a line with words in bold only what stands in these is told, the rest explains it.
    """
    return tuple(one for line in lead.split("\n") for one in _of_line(line, clause))


def _of_line(line: str, clause: str) -> Iterator[Figure]:
    row = _ROW.fullmatch(line.rstrip("。"))
    if row:
        per = row["per"] or ""
        for one in _PART.finditer(row["parts"]):
            found = _figure(one, per, is_a_head=bool(_period(per)) and not _ALL_HEADS.search(row["of"]))
            yield replace(found, of=row["of"], when=per)
        return
    bold = _BOLD.findall(line)
    if not bold:
        yield from (_figure(one, line) for one in _PART.finditer(line) if line.startswith("- "))
        return
    how = _HOW.search(line)
    stand_out = [found for part in bold for found in _PART.finditer(part)]
    every = list(_PART.finditer(_HOW.sub("", line).replace("*", "")))  # **不用另交**：每人每年50元从医保基金里划
    is_by_payer = len(stand_out) == 1 and _PAYER.match(stand_out[0]["label"] or "")
    for one in every if is_by_payer or not stand_out else stand_out:  # **个人30元**：单位再出45元，一共75元
        around = line if _period(line) else _sentence_with(one[0], clause)
        is_whole = line.rstrip().endswith((":", "："))
        yield _figure(one, around, how=how[1] if how else "", is_whole=is_whole, is_a_head=bool(_A_HEAD.search(around)))


def _figure(
    found: re.Match[str], around: str, *, how: str = "", is_whole: bool = False, is_a_head: bool = False
) -> Figure:
    return Figure(
        label=_named(found["label"] or ""),
        amount=Decimal(found["amount"].replace(",", "")),
        unit=found["unit"],
        per=_period(around),
        how=found["how"] or how,
        is_a_head=is_a_head,
        is_whole=is_whole,
        is_exact=found["unit"] == "元" and "." in found["amount"],
    )


def _named(label: str) -> str:
    label = _PER.sub("", label).strip()
    payer = _PAYER.match(label)
    return payer["who"] if payer and _ONLY_PAYS.fullmatch(label, payer.end()) else TOTAL if label in _TOTALS else label


def _period(text: str) -> str:
    if _OVER_MONTHS.search(text):
        return "年"
    return "月" if _MONTHLY.search(text) else "年" if _YEARLY.search(text) else ""


def _sentence_with(figure: str, clause: str) -> str:
    """The sentence of a clause in which a figure stands, where an answer does not say for what time or whom it is."""
    found = re.search(r"\d[\d,.]*(?:万|亿)?元", figure)
    return next((one for one in _SENTENCE.findall(clause) if found and found[0] in one), "")
