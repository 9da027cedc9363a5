"""A rule block as rows of words: every figure of it, indented as it is nested, its doubts marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel

from mingbai.corpus.conditions import AtLeastCount
from mingbai.corpus.kinds.dates import DateReading, MonthDay
from mingbai.corpus.models import Policy, Rule
from mingbai.corpus.strict_yaml import Percent
from mingbai.corpus.values import AtLeast, AtMost, ChangeReading, Inferred, Lost, Table, ValueReading
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.money import percent, short

Doubt = Literal["", "lost", "bounds", "readings", "inferred"]
KINDS = {
    "EstimateRule": "怎么算",
    "AdjustRule": "什么情况要调整",
    "StacksRule": "各项怎么接着报",
    "PremiumRule": "缴费标准",
    "PremiumBaseRule": "缴费基数",
    "LateFeeRule": "滞纳金",
    "SharingRule": "盈亏分担",
    "AdvanceRule": "预付",
    "DeadlineRule": "期限",
    "WindowRule": "办理时间",
    "WaitingRule": "等待期",
    "RetroactiveRule": "追溯",
    "DocumentsRule": "要带的材料",
    "CoversRule": "包括什么",
    "ExcludesRule": "不包括什么",
    "PaysWhenRule": "享受的条件",
}
_LABELS = {
    "above": "超过", "part": "只是账单里的一部分",
    "cares": "管哪些就医类型", "adjusts": "调整哪些条款", "advance": "预付", "also_bill": "也可以按哪项费用算",
    "after": "从什么时候算", "allowance": "定额",
    "amount": "金额", "any": "满足一条就行", "assumes": "没说时按", "at_least": "不低于", "at_most": "不高于",
    "bands": "分段", "because": "依据", "before": "在什么以前", "below": "低于", "between": "在…之间",
    "alike_at_home": "全家要一样的",
    "beyond": "超过几个才加", "bill": "按哪项费用算", "cap": "封顶线", "cap_of": "哪一条封顶线", "care": "就医类型",
    "closed": "只限表里的", "conditions": "条件", "copies": "几份", "covers": "包括", "day": "日",
    "deadline": "期限", "deductible": "起付线", "documents": "办什么事", "each": "各段", "estimate": "算什么",
    "every": "多久一次", "exceptions": "例外", "excludes": "不包括", "extend": "可以延长", "fact": "事实",
    "first_own": "先自付", "for_each": "每增加一个", "form": "形式", "from_": "从", "from_day": "当天算不算",
    "groups": "各类人", "if_": "条件", "includes": "界限归哪段", "inferred": "推算为", "item": "项目",
    "if_higher": "就高:多的才用", "items": "清单", "late": "晚了怎么办", "late_fee": "滞纳金",
    "layers": "一层一层", "limits": "限什么", "loss": "亏损",
    "lost": "原文缺失", "months": "月数", "none_for": "谁不受限", "not_before": "最早到", "note": "说明",
    "of": "是什么的", "over": "超过", "own": "本单位的什么", "party": "谁", "payer": "谁付", "pays": "付多少",
    "pays_when": "什么待遇", "per": "按什么算", "plus": "加", "points": "百分点", "premium": "缴费",
    "premium_base": "缴费基数", "rate": "费率", "readings": "不同读法", "replace": "改为", "rest": "余下的",
    "retroactive": "追溯", "says": "读法", "share": "比例", "sharing": "分担", "stacks": "加起来算", "stamp": "盖章",
    "starts": "先过多久", "steps": "步骤", "surplus": "盈余",
    "takes_effect": "从哪天起算数", "monthly": "每月几号以前收的算当月", "set_locally": "各地自己定",
    "times": "乘以", "total": "合计", "unit": "单位",
    "unless": "除外", "until": "到", "up_to": "到", "use": "就按", "used": "扣掉今年已用的", "value": "数值",
    "waiting": "等待期", "when": "什么情况", "where": "在哪里办", "who": "谁", "whole_month": "从当月第一天",
    "window": "办理时间", "within": "多久以内", "working_days": "只算工作日", "year": "年份",
}  # fmt: skip
_WORDS = {
    "stay": "每次", "year": "每年", "month": "每月", "payment": "报销额", "expense": "费用",
    "upper": "上限算在本段", "lower": "下限算在本段",
}  # fmt: skip
_LEFT_OUT = {"together", "unless_says"}


@dataclass(frozen=True)
class Row:
    """One row of a rule: how deep it lies, its label and text, the kind of doubt in it."""

    depth: int
    label: str
    text: str
    doubt: Doubt = ""


def rule_rows(rule: Rule, policy: Policy, vocabulary: Vocabulary) -> tuple[Row, ...]:
    """The rows of a rule block, facts and clauses by what people call them."""
    names = {name: fact.label for name, fact in vocabulary.facts.items()}
    return tuple(_Words(vocabulary, names | {clause.id: clause.title for clause in policy.clauses}).fields(rule, 0))


@dataclass(frozen=True)
class _Words:
    vocabulary: Vocabulary
    names: Mapping[str, str]

    def fields(self, record: BaseModel, depth: int) -> Iterator[Row]:
        for name, field in type(record).model_fields.items():
            value = getattr(record, name)
            if name in _LEFT_OUT or value in (None, (), {}) or (name != "from_day" and value == field.get_default()):
                continue
            if name == "says" and not isinstance(record, ChangeReading | ValueReading | DateReading):
                continue  # other words people use, which are no part of the rule
            yield from self.row(_LABELS.get(name, name), value, depth)

    def row(self, label: str, value: object, depth: int) -> Iterator[Row]:
        doubt = _doubt(value)
        flat = self.flat(value)
        if flat is not None:
            yield Row(depth, label, flat, doubt)
            return
        match value:
            case Table():
                by = self.vocabulary.facts[value.by]
                yield Row(depth, label, f"按{by.label}", doubt)
                for key, one in value.rows.items():
                    yield from self.row(key, one, depth + 1)
            case Mapping():
                yield Row(depth, label, "")
                for key, one in value.items():
                    yield from self.row(self.named(str(key)), one, depth + 1)
            case tuple():
                yield Row(depth, label, "")
                for number, one in enumerate(value, 1):
                    yield from self.item(number, one, depth + 1)
            case BaseModel():
                yield Row(depth, label, "", doubt)
                yield from self.fields(value, depth + 1)

    def item(self, number: int, value: object, depth: int) -> Iterator[Row]:
        """One of several: its number before its first row, the rest of it further in."""
        rows = list(self.fields(value, depth)) if isinstance(value, BaseModel) else []
        if not rows or _doubt(value):
            yield from self.row(f"{number}.", value, depth)
            return
        first, *others = rows
        yield replace(first, label=f"{number}. {first.label}")
        yield from (replace(row, depth=row.depth + 1) for row in others)

    def flat(self, value: object) -> str | None:
        """The value where one row of words says it all."""
        match value:
            case bool():
                return "是" if value else "否"
            case Decimal():
                return _number(value)
            case date():
                return value.isoformat()
            case MonthDay():
                return value.words
            case str():
                return _WORDS.get(value) or self.named(value)
            case AtLeast() | AtLeastCount():
                return f"不低于{_number(value.at_least)}"
            case AtMost():
                return f"不高于{_number(value.at_most)}"
            case Inferred():
                return f"{_number(value.inferred)}(推算:{value.because})"
            case Lost():
                between = "到".join(map(_number, value.between)) if value.between else ""
                return f"原文缺失:{value.lost}" + (f",在{between}之间" if between else "")
            case tuple() if all(isinstance(one, str) for one in value):
                return "、".join(map(self.named, value))
            case _:
                return None

    def named(self, name: str) -> str:
        return self.names.get(name, name)


def _number(number: Decimal) -> str:
    if not number.is_finite():
        return "不限"
    return percent(number) if isinstance(number, Percent) else short(number)


def _doubt(value: object) -> Doubt:
    match value:
        case Lost():
            return "lost"
        case AtLeast() | AtMost():
            return "bounds"
        case Inferred():
            return "inferred"
        case BaseModel() if getattr(value, "readings", None):
            return "readings"
        case _:
            return ""
