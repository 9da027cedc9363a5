"""Mistakes of a record, each said in one sentence with the path at which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

Path = tuple[str | int, ...]
_KINDS = {
    "Decimal": "写成数字",
    "date": "写成 2013-01-31 这样的日期",
}
_TYPES = {
    "string_type": "要写成文字",
    "tuple_type": "要写成列表 [……]",
    "dict_type": "要写成 {键: 值}",
    "model_type": "要写成 {键: 值}",
    "bool_parsing": "只能写 true 或 false",
    "string_pattern_mismatch": "只能用小写字母、数字和连字符",
}


def sentences(model: type[BaseModel], value: Any, errors: ValidationError) -> Iterator[tuple[Path, str]]:
    """The path and the sentence of each mistake that `model` found in the parsed `value`."""
    found = [(_written_path(value, one["loc"]), one) for one in errors.errors(include_url=False)]
    paths = [path for path, _ in found]
    for path, error in found:
        follows_from_items = error["type"] == "too_short" and any(
            len(other) > len(path) and other[: len(path)] == path for other in paths
        )
        if not follows_from_items:
            yield path, _sentence(model, value, path, error)


def _written_path(value: Any, loc: Path) -> Path:
    """The keys and indices of a location that lead through the value; pydantic's own marks are left out."""
    path: list[str | int] = []
    for number, part in enumerate(loc):
        if (isinstance(value, dict) and part in value) or (isinstance(value, list) and isinstance(part, int)):
            value = value[part]  # type: ignore[index]
        elif number < len(loc) - 1 or not isinstance(value, dict):
            continue
        path.append(part)
    return tuple(path)


def _sentence(model: type[BaseModel], value: Any, path: Path, error: Any) -> str:
    where = ".".join(map(str, path))
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            return f"不认识的键“{path[-1]}”;可以写的有:{'、'.join(_allowed_keys(model, value, path[:-1]))}"
        case "missing":
            return f"缺少“{where}”"
        case "value_error":
            return f"{where}:{context['error']}".lstrip(":")
        case "too_short":
            return f"{where}:至少要有{context['min_length']}项"
        case "literal_error":
            what = f"只能写 {context['expected'].replace(', ', '、').replace(' or ', ' 或 ')}"
        case "is_instance_of":
            what = f"要{_KINDS[context['class']]}"
        case kind:
            what = _TYPES.get(kind, error["msg"])
    return f"{where}:{what},写的是 {error['input']!r}"


def _allowed_keys(model: type[BaseModel], value: Any, path: Path) -> list[str]:
    """The keys allowed in the record at `path`; where several kinds may stand there, those of the kind it began as."""
    current = _begun(value, [model])
    for part in path:
        value = value[part]
        fields = [info for kind in current for name, info in kind.model_fields.items() if part in (name, info.alias)]
        if fields:
            current = [kind for info in fields for kind in _records(info.annotation)]
        current = _begun(value, current)
    return sorted({info.alias or name for kind in current for name, info in kind.model_fields.items()})


def _begun(value: Any, kinds: list[type[BaseModel]]) -> list[type[BaseModel]]:
    """Of several kinds of record those whose first key is written; all of them where there is none."""
    if not isinstance(value, dict):
        return kinds
    return [kind for kind in kinds if next(iter(kind.model_fields)) in value] or kinds


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _records(argument)
