"""The field dictionary of the corpus files, generated from the models: python -m mingbai.corpus.dictionary README.md.

It rewrites what stands between the two markers of the file and leaves the rest alone.
"""

from __future__ import annotations

import inspect
import re
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from mingbai.corpus import values
from mingbai.corpus.asked import Asked
from mingbai.corpus.cases import CASES, ListCase, ToldCase, WindowCase, WorkedCase
from mingbai.corpus.cases.base import FactsCase, KindCase, Sum, Sums
from mingbai.corpus.conditions import Condition, FactValue, Words
from mingbai.corpus.kinds.base import Kind
from mingbai.corpus.kinds.dates import Edge, MonthDay, Span, WaitingRule
from mingbai.corpus.models import STEPS, Heading
from mingbai.corpus.reader import RULES
from mingbai.corpus.values import Dated, Quantity, Table
from mingbai.corpus.vocabulary import Vocabulary

BEGIN = "<!-- 字段字典:从这里到下一个标记由 python -m mingbai.corpus.dictionary corpus/README.md 生成,不要手改 -->"
END = "<!-- 字段字典到此为止 -->"
_WRITTEN_OTHERWISE = (MonthDay, Table)
"""Records that a file does not write key by key; the README's own words show them."""
_PLAIN: dict[object, str] = {
    str: "文字",
    bool: "true 或 false",
    int: "整数",
    Decimal: "数",
    date: "日期",
    re.Pattern[str]: "正则表达式",
    type(None): "",
    Any: "任意",
}


def _before(annotation: Any) -> Callable[..., Any]:
    """What reads the words of an annotated type: by it the type is known again inside a field."""
    return next(one.func for one in get_args(annotation)[1:] if isinstance(one, BeforeValidator))


_READ_BY: dict[Callable[..., Any], str] = {
    _before(Quantity): "数、表 {by: 事实, 选项: 数},或“数与疑问”里的一种",
    _before(Condition): "选项的文字或其列表,或 {at_least: 次数}",
    _before(Words): "文字或文字的列表",
    _before(FactValue): "选项的文字或数",
    _before(Edge): '日期、每年的 "09-01"、每月的几号、readings 或 lost',
    _before(Span): "整数、lost 或 inferred",
    _before(Annotated[str, *WaitingRule.model_fields["until"].metadata]): '每年的 "12-31" 或文字',
    _before(Annotated[str, *Dated.model_fields["dated"].metadata]): "{从哪天起: 数或表},至少两项,日期从早到晚",
    _before(Sum): "算式",
    _before(Sums): "算式,或 {各方: 算式}",
    _before(Annotated[str, *WindowCase.model_fields["open"].metadata]): "true 或 false,或它们的列表",
    _before(Annotated[str, *ListCase.model_fields["listed"].metadata]): "清单里的字,或它们的列表;没有列出写 false",
}


def dictionary() -> str:
    """The generated section in Markdown: each record with its docstring and its fields."""
    groups: Sequence[tuple[str, Sequence[type[BaseModel]]]] = (
        ("文件头", (Heading,)),
        ("规则块", tuple(RULES.values())),
        ("estimate 的步骤(steps)", tuple(STEPS.values())),
        ("算例(cases)", (WorkedCase, *dict.fromkeys(CASES.values()), ToldCase)),
        ("人们怎么问(asked)", (Asked,)),
        ("数与疑问", tuple(_values())),
        ("词汇表(vocabulary.yaml)", (Vocabulary,)),
    )
    reserved = [model for _, models in groups for model in models]
    done: set[type[BaseModel]] = set()
    lines: list[str] = []
    for title, models in groups:
        lines += [f"### {title}", ""]
        for model in models:
            for record in _with_parts(model, reserved):
                if record not in done and record not in _WRITTEN_OTHERWISE:
                    done.add(record)
                    lines += _record(record)
    return "\n".join(lines).rstrip() + "\n"


def _values() -> Iterator[type[BaseModel]]:
    """The records of the module of values, in the order they are written."""
    for one in vars(values).values():
        if inspect.isclass(one) and issubclass(one, values.Frozen) and one is not values.Frozen:
            yield one


def _with_parts(model: type[BaseModel], reserved: Sequence[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A record, and those that stand inside it and have no place of their own."""
    yield model
    for info in model.model_fields.values():
        for part in _records(info.annotation):
            if part not in reserved:
                yield from _with_parts(part, reserved)


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _records(argument)


def _record(model: type[BaseModel]) -> Iterator[str]:
    keys = [f"`{key}`" for table in (RULES, STEPS, CASES) for key, record in table.items() if record is model]
    yield f"#### {'、'.join(keys)}{' · ' if keys else ''}{model.__name__}"
    yield ""
    yield inspect.cleandoc(model.__doc__ or "")
    yield ""
    yield "| 键 | 写什么 | 必写或默认 |"
    yield "| --- | --- | --- |"
    shared = {name for base in (Kind, FactsCase, KindCase) if issubclass(model, base) for name in base.model_fields}
    for name, info in sorted(model.model_fields.items(), key=lambda field: field[0] in shared):
        yield f"| `{info.alias or name}` | {_field_words(info)} | {_default(info)} |"
    yield ""


def _field_words(info: FieldInfo) -> str:
    reader = next((_READ_BY.get(one.func) for one in info.metadata if isinstance(one, BeforeValidator)), None)
    return (reader or _words(info.annotation)).replace("|", "\\|")


def _words(annotation: Any) -> str:
    """What may be written for a type, in words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        readers = [_READ_BY[one.func] for one in arguments[1:] if getattr(one, "func", None) in _READ_BY]
        return readers[0] if readers else _words(arguments[0])
    if origin is Literal:
        return "、".join(f"`{one}`" for one in arguments)
    if origin in (Union, types.UnionType):
        return " 或 ".join(dict.fromkeys(filter(None, map(_words, arguments))))
    if origin is tuple:
        return _tuple_words(arguments)
    if origin is dict:
        return f"{{{_words(arguments[0])}: {_words(arguments[1])}}}"
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return annotation.__name__
    return _PLAIN[annotation]


def _tuple_words(arguments: tuple[Any, ...]) -> str:
    if arguments[-1] is Ellipsis:
        return f"列表,每项:{_words(arguments[0])}"
    return f"[{', '.join(map(_words, arguments))}]"


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "必写"
    default = info.get_default(call_default_factory=True, validated_data={})
    if isinstance(default, bool):
        return f"默认 {str(default).lower()}"
    if default is None or default in ((), {}) or isinstance(default, BaseModel):
        return "可不写"
    return f"默认 {default}" if default != "" else "可不写"


def rewritten(readme: str) -> str:
    """The README with its dictionary as the models are now.

    Raises:
        ValueError: where one of the two markers is missing.
    """
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"找不到标记:{BEGIN} 或 {END}")
    return f"{before}{BEGIN}\n\n{dictionary()}\n{END}{after}"


def main(readme: Path) -> None:
    """Rewrite the dictionary of a README."""
    readme.write_text(rewritten(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
