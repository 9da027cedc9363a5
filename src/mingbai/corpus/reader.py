"""The one strict reader of corpus files: Markdown with front matter, clauses, rule and case blocks.

Every mistake is collected with its file and line; a file with mistakes gives no policy.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from mingbai.corpus.asked import Asked
from mingbai.corpus.audit import audit
from mingbai.corpus.cases import CASES, ToldCase, WorkedCase
from mingbai.corpus.completeness import incomplete
from mingbai.corpus.kinds import KINDS
from mingbai.corpus.kinds.stacks import StacksRule
from mingbai.corpus.kinds_audit import audit_kinds
from mingbai.corpus.models import (
    AdjustRule,
    Clause,
    ComputingRule,
    EstimateRule,
    Heading,
    Policy,
    Rule,
    Worked,
)
from mingbai.corpus.problems import CorpusError, Problem
from mingbai.corpus.stacks import audit_stacks
from mingbai.corpus.strict_yaml import Located, load
from mingbai.corpus.versions import audit_versions
from mingbai.corpus.vocabulary import Vocabulary
from mingbai.corpus.wording import sentences

FOLDERS = ("policies", "guides", "reports")
RULES: dict[str, type[Rule]] = {"estimate": EstimateRule, "adjusts": AdjustRule, "stacks": StacksRule, **KINDS}
BLOCKS = ("rule", "cases", "asked")
_HEADING = re.compile(r"## (?P<title>.+?)\s*\{#(?P<id>[^}]*)\}\s*")
_LOCATOR = re.compile(r"> 原文\s*(?:第(?P<part>\d+)篇\s+)?(?P<at>.*)")
_FENCE = re.compile(r"\s*```\s*(.*?)\s*")
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
    problems: list[Problem] = []
    digest = hashlib.sha256()
    vocabulary = _read_vocabulary(folder / "vocabulary.yaml", problems, digest)
    policies: dict[str, Policy] = {}
    for path in corpus_files(folder):
        file = path.relative_to(folder).as_posix()
        text = _text(path, file, problems)
        digest.update(text.encode())
        policy = read_policy(text, file, problems) if text else None
        if policy is None:
            continue
        if policy.id != path.stem:
            problems.append(Problem(policy.file, _id_line(text), f"id 要和文件名一样:{policy.id} ≠ {path.stem}"))
        if policy.id in policies:
            used = f"id {policy.id} 已在 {policies[policy.id].file} 用过"
            problems.append(Problem(policy.file, _id_line(text), used))
        policies[policy.id] = policy
    if vocabulary is None:
        return None, problems
    corpus = Corpus(policies, vocabulary, digest.hexdigest())
    for policy in policies.values():
        for check in (audit, incomplete, audit_kinds, audit_versions, audit_stacks):
            problems.extend(check(policy, vocabulary))
    return corpus, problems


def _id_line(text: str) -> int:
    return next((number for number, line in enumerate(text.splitlines(), 1) if line.startswith("id:")), 1)


def corpus_files(folder: Path) -> Iterator[Path]:
    """The document files of a corpus folder, in order."""
    for name in FOLDERS:
        yield from sorted((folder / name).glob("*.md"))


def _read_vocabulary(path: Path, problems: list[Problem], digest: Any) -> Vocabulary | None:
    if not path.is_file():
        problems.append(Problem(path.name, 1, "没有词汇表 vocabulary.yaml"))
        return None
    text = _text(path, path.name, problems)
    digest.update(text.encode())
    return _Block(path.name, 1, text).parse(Vocabulary, problems) if text else None


def _text(path: Path, file: str, problems: list[Problem]) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.append(Problem(file, line, "文件要用 UTF-8 保存"))
        return ""
    if not text:
        problems.append(Problem(file, 1, "文件是空的"))
    return text


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

    def parse_cases(self, model: type[_Model], problems: list[Problem]) -> tuple[list[_Model], list[ToldCase]]:
        """The cases of the form `model`, and those that the source tells."""
        located = self.load(problems)
        if located is None:
            return [], []
        if not isinstance(located.value, list):
            problems.append(Problem(self.file, self.first_line, "算例块要是一张列表"))
            return [], []
        told = [isinstance(one, dict) and "tells" in one for one in located.value]
        return (
            list(self._validated(model, located, [i for i, is_told in enumerate(told) if not is_told], problems)),
            list(self._validated(ToldCase, located, [i for i, is_told in enumerate(told) if is_told], problems)),
        )

    def parse_asked(self, problems: list[Problem]) -> list[Asked]:
        located = self.load(problems)
        if located is None:
            return []
        if not isinstance(located.value, list):
            problems.append(Problem(self.file, self.first_line, "asked 块要是一张列表"))
            return []
        return list(self._validated(Asked, located, range(len(located.value)), problems))

    def _validated(
        self, model: type[_Model], located: Located, places: Sequence[int], problems: list[Problem]
    ) -> Iterator[_Model]:
        for place in places:
            case = _validate(model, located, (place,), self.file, problems)
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
        for where, sentence in sentences(model, value, error):
            problems.append(Problem(file, located.line((*path, *where)), sentence))
        return None


@dataclass
class _Section:
    """One clause as written: heading, locators, prose and fenced blocks."""

    file: str
    line: int
    title: str
    id: str
    parts: list[int] = field(default_factory=list)
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
        if not lines or lines[0].strip() != "---":
            problems.append(Problem(file, 1, "文件要以 --- 围起来的文件头开始"))
            return cls(None, [])
        end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == "---"), None)
        if end is None:
            problems.append(Problem(file, 1, "文件头没有用 --- 收尾"))
            return cls(None, [])
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
                section.parts.extend([int(locator["part"])] if locator["part"] else [])
                section.locators.extend(part.strip() for part in re.split("[;;]", locator["at"]) if part.strip())
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
        if kind not in BLOCKS or not self.sections:
            allowed = "、".join(f"```{one}" for one in BLOCKS)
            problems.append(Problem(file, number + 1, f"条款里只能有 {allowed} 这几种块,写的是 ```{kind}"))
            return end + 1
        block = _Block(file, number + 2, "\n".join(lines[number + 1 : end]))
        self.sections[-1].blocks.append((kind, block))
        return end + 1


@dataclass
class _RuleBlocks:
    """The rules of a section and their cases: a block of cases belongs to the rule above it."""

    rules: list[Rule] = field(default_factory=list)
    cases: list[WorkedCase] = field(default_factory=list)
    worked: list[Worked] = field(default_factory=list)
    told: list[ToldCase] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    @classmethod
    def read(cls, section: _Section, problems: list[Problem]) -> _RuleBlocks:
        blocks, above, is_unread = cls(), None, False
        for kind, block in section.blocks:
            if kind == "asked":
                blocks.asked += block.parse_asked(problems)
            elif kind == "rule":
                above = block.parse_rule(problems)
                is_unread = above is None
                blocks.rules += [above] if above else []
            elif not is_unread:  # the cases of a rule with a mistake cannot be told apart
                blocks._take_cases(block, above, problems)
        return blocks

    def _take_cases(self, block: _Block, rule: Rule | None, problems: list[Problem]) -> None:
        if rule is None or isinstance(rule, ComputingRule | StacksRule):
            cases, told = block.parse_cases(WorkedCase, problems)
            self.cases += cases
        else:
            form = next(CASES[key] for key, kind in KINDS.items() if isinstance(rule, kind))
            further, told = block.parse_cases(form, problems)
            self.worked.append(Worked(rule=rule, cases=tuple(further)))
        self.told += told


def _read_clause(section: _Section, file: str, problems: list[Problem]) -> Clause | None:
    blocks = _RuleBlocks.read(section, problems)
    text = "\n".join(section.prose).strip()
    for missing, what in ((section.locators, "“> 原文 …”一行"), (text, "正文")):
        if not missing:
            problems.append(Problem(file, section.line, f"条款“{section.title}”缺少{what}"))
    record = {
        "id": section.id,
        "title": section.title,
        "parts": tuple(section.parts),
        "locators": tuple(section.locators),
        "text": text,
        "rules": tuple(blocks.rules),
        "cases": tuple(blocks.cases),
        "worked": tuple(blocks.worked),
        "told": tuple(blocks.told),
        "asked": tuple(blocks.asked),
        "line": section.line,
    }
    return _validate(Clause, Located(record, {(): section.line}), (), file, problems)
