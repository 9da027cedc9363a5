"""The one strict reader of corpus files: Markdown with front matter, clauses, rule and case blocks.

Every mistake is collected with its file and line; a file with mistakes gives no policy.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from mingbai.corpus.models import AdjustRule, Clause, EstimateRule, Heading, Policy, Rule, WorkedCase
from mingbai.corpus.problems import CorpusError, Problem
from mingbai.corpus.strict_yaml import Located, load
from mingbai.corpus.vocabulary import Vocabulary

FOLDERS = ("policies", "guides", "reports")
RULES: dict[str, type[Rule]] = {"estimate": EstimateRule, "adjusts": AdjustRule}
_HEADING = re.compile(r"## (?P<title>.+?)\s*\{#(?P<id>[^}]*)\}\s*")
_LOCATOR = re.compile(r"> 原文\s*(.*)")
_FENCE = re.compile(r"```\s*(\w*)\s*")
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class Corpus:
    """All documents with the vocabulary, and the hash of the files they were read from."""

    policies: dict[str, Policy]
    vocabulary: Vocabulary
    hash: str


def read_corpus(folder: Path) -> Corpus:
    """The corpus of a folder.

    Raises:
        CorpusError: naming every mistake of every file.
    """
    corpus, problems = inspect_corpus(folder)
    if problems or corpus is None:
        raise CorpusError(problems)
    return corpus


def inspect_corpus(folder: Path) -> tuple[Corpus | None, list[Problem]]:
    """The corpus as far as it can be read (None without a usable vocabulary), with every mistake found."""
    from mingbai.corpus.audit import audit

    problems: list[Problem] = []
    digest = hashlib.sha256()
    vocabulary = _read_vocabulary(folder / "vocabulary.yaml", problems, digest)
    policies: dict[str, Policy] = {}
    for path in corpus_files(folder):
        text = path.read_text(encoding="utf-8")
        digest.update(text.encode())
        policy = read_policy(text, path.relative_to(folder).as_posix(), problems)
        if policy is None:
            continue
        if policy.id != path.stem:
            problems.append(Problem(policy.file, 2, f"id 要和文件名一样:{policy.id} ≠ {path.stem}"))
        if policy.id in policies:
            problems.append(Problem(policy.file, 2, f"id {policy.id} 已在 {policies[policy.id].file} 用过"))
        policies[policy.id] = policy
    if vocabulary is None:
        return None, problems
    corpus = Corpus(policies, vocabulary, digest.hexdigest())
    problems.extend(problem for policy in policies.values() for problem in audit(policy, vocabulary))
    return corpus, problems


def corpus_files(folder: Path) -> Iterator[Path]:
    """The document files of a corpus folder, in order."""
    for name in FOLDERS:
        yield from sorted((folder / name).glob("*.md"))


def _read_vocabulary(path: Path, problems: list[Problem], digest: Any) -> Vocabulary | None:
    if not path.is_file():
        problems.append(Problem(path.name, 1, "没有词汇表 vocabulary.yaml"))
        return None
    text = path.read_text(encoding="utf-8")
    digest.update(text.encode())
    block = _Block(path.name, 1, text)
    return block.parse(Vocabulary, problems)


def read_policy(text: str, file: str, problems: list[Problem]) -> Policy | None:
    """The policy of one file's text, or None where its mistakes (added to `problems`) leave none."""
    before = len(problems)
    parts = _Parts.split(text, file, problems)
    heading = parts.front.parse(Heading, problems) if parts.front else None
    clauses = [clause for section in parts.sections if (clause := _read_clause(section, file, problems))]
    if len({clause.id for clause in clauses}) < len(clauses):
        seen: set[str] = set()
        for clause in clauses:
            if clause.id in seen:
                problems.append(Problem(file, clause.line, f"条款 id {clause.id} 重复"))
            seen.add(clause.id)
    if heading is None or len(problems) > before:
        return None
    return Policy(**dict(heading), clauses=tuple(clauses), file=file)


@dataclass
class _Block:
    """A YAML text and where it begins."""

    file: str
    first_line: int
    text: str

    def load(self, problems: list[Problem]) -> Located | None:
        found: list[Problem] = []
        located = load(
            self.text, self.first_line, lambda line, message: found.append(Problem(self.file, line, message))
        )
        problems.extend(found)
        return None if found else located

    def parse(self, model: type[_Model], problems: list[Problem]) -> _Model | None:
        located = self.load(problems)
        return None if located is None else _validate(model, located, (), self.file, problems)

    def parse_rule(self, problems: list[Problem]) -> Rule | None:
        located = self.load(problems)
        if located is None:
            return None
        for key, model in RULES.items():
            if isinstance(located.value, dict) and key in located.value:
                return _validate(model, located, (), self.file, problems)
        problems.append(Problem(self.file, self.first_line, f"规则块要以 {'、'.join(RULES)} 之一开头"))
        return None

    def parse_cases(self, problems: list[Problem]) -> Iterator[WorkedCase]:
        located = self.load(problems)
        if located is None:
            return
        if not isinstance(located.value, list):
            problems.append(Problem(self.file, self.first_line, "算例块要是一张列表"))
            return
        for index in range(len(located.value)):
            case = _validate(WorkedCase, located, (index,), self.file, problems)
            if case:
                yield case


def _validate(
    model: type[_Model], located: Located, path: tuple[str | int, ...], file: str, problems: list[Problem]
) -> _Model | None:
    value = located.value
    for step in path:
        value = value[step]
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            line = located.line((*path, *one["loc"]))
            problems.append(Problem(file, line, _sentence(model, one)))
        return None


def _sentence(model: type[BaseModel], error: Any) -> str:
    where = ".".join(str(part) for part in error["loc"] if not str(part).startswith("function-"))
    match error["type"]:
        case "extra_forbidden":
            allowed = _allowed_keys(model, error["loc"])
            return f"不认识的键“{error['loc'][-1]}”;可以写的有:{'、'.join(allowed)}"
        case "missing":
            return f"缺少“{where}”"
        case "value_error":
            return f"{where}:{error['ctx']['error']}".lstrip(":")
        case _:
            return f"{where}:{error['msg']}(写的是 {error['input']!r})"


def _allowed_keys(model: type[BaseModel], loc: tuple[Any, ...]) -> list[str]:
    """The keys allowed where an unknown one stood: those of the record nearest to it."""
    from typing import get_args

    def records(annotation: Any) -> Iterator[type[BaseModel]]:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield annotation
        for argument in get_args(annotation):
            yield from records(argument)

    current: list[type[BaseModel]] = [model]
    for part in loc[:-1]:
        current = [kind for kind in current if kind.__name__ == part] or current
        fields = [kind.model_fields[part] for kind in current if part in kind.model_fields]
        if fields:
            current = [kind for one in fields for kind in records(one.annotation)] or current
    return sorted({info.alias or name for kind in current for name, info in kind.model_fields.items()})


@dataclass
class _Section:
    """One clause as written: heading, locators, prose and fenced blocks."""

    file: str
    line: int
    title: str
    id: str
    locators: list[str] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    blocks: list[tuple[str, _Block]] = field(default_factory=list)


@dataclass
class _Parts:
    """A file cut into front matter and sections."""

    front: _Block | None
    sections: list[_Section]

    @classmethod
    def split(cls, text: str, file: str, problems: list[Problem]) -> _Parts:
        lines = text.splitlines()
        if not lines or lines[0].strip() != "---" or "---" not in [line.strip() for line in lines[1:]]:
            problems.append(Problem(file, 1, "文件要以 --- 围起来的文件头开始"))
            return cls(None, [])
        end = next(i for i, line in enumerate(lines[1:], 1) if line.strip() == "---")
        parts = cls(_Block(file, 2, "\n".join(lines[1:end])), [])
        number = end + 1
        while number < len(lines):
            number = parts._take(lines, number, file, problems)
        return parts

    def _take(self, lines: list[str], number: int, file: str, problems: list[Problem]) -> int:
        """Take in the line (or the fenced block) at `number`; gives the next number."""
        line = lines[number]
        if fence := _FENCE.fullmatch(line):
            return self._take_block(lines, number, fence[1], file, problems)
        if line.startswith("#"):
            if heading := _HEADING.fullmatch(line):
                self.sections.append(_Section(file, number + 1, heading["title"], heading["id"]))
            else:
                problems.append(Problem(file, number + 1, "条款标题要写成“## 标题 {#id}”"))
        elif self.sections:
            section = self.sections[-1]
            locator = _LOCATOR.fullmatch(line.strip())
            if locator and not any(section.prose):
                section.locators.extend(part.strip() for part in re.split("[;;]", locator[1]) if part.strip())
            else:
                section.prose.append(line)
        elif line.strip():
            problems.append(Problem(file, number + 1, "正文要放在条款标题(## 标题 {#id})之下"))
        return number + 1

    def _take_block(self, lines: list[str], number: int, kind: str, file: str, problems: list[Problem]) -> int:
        end = next((i for i in range(number + 1, len(lines)) if lines[i].strip() == "```"), None)
        if end is None:
            problems.append(Problem(file, number + 1, "代码块没有结尾 ```"))
            return len(lines)
        if kind not in ("rule", "cases") or not self.sections:
            problems.append(Problem(file, number + 1, "条款里只能有 ```rule 和 ```cases 两种块"))
            return end + 1
        block = _Block(file, number + 2, "\n".join(lines[number + 1 : end]))
        self.sections[-1].blocks.append((kind, block))
        return end + 1


def _read_clause(section: _Section, file: str, problems: list[Problem]) -> Clause | None:
    rules: list[Rule] = []
    cases: list[WorkedCase] = []
    for kind, block in section.blocks:
        if kind == "rule":
            rule = block.parse_rule(problems)
            rules.extend([rule] if rule else [])
        else:
            cases.extend(block.parse_cases(problems))
    text = "\n".join(section.prose).strip()
    for missing, what in ((section.locators, "> 原文 … 一行"), (text, "正文")):
        if not missing:
            problems.append(Problem(file, section.line, f"条款“{section.title}”缺少{what}"))
    record = {
        "id": section.id,
        "title": section.title,
        "locators": tuple(section.locators),
        "text": text,
        "rules": tuple(rules),
        "cases": tuple(cases),
        "line": section.line,
    }
    return _validate(Clause, Located(record, {(): section.line}), (), file, problems)
