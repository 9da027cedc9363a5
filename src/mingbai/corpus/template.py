"""A new policy file to begin from: one rule block of each common kind, its figures invented, and it passes the check.

TemplateError
├── UnfitIdError     an id that no file can have
└── UsedIdError      there is a document of that id already
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from mingbai.corpus.reader import corpus_files

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLACEHOLDER = "POLICY-ID"


class TemplateError(ValueError):
    """No file was written; `str()` is a Chinese sentence that says why."""


class UnfitIdError(TemplateError):
    """The id has characters that ids do not have."""

    def __init__(self, policy_id: str) -> None:
        super().__init__(f"编号只能用小写字母、数字和连字符,例如 chongqing-resident-2013;写的是“{policy_id}”")


class UsedIdError(TemplateError):
    """The corpus has a document of that id."""

    def __init__(self, policy_id: str, file: str) -> None:
        super().__init__(f"已经有 {policy_id} 了:{file};请换一个编号,或直接改那个文件")


def template(policy_id: str) -> str:
    """The text of a new policy file.

    Raises:
        UnfitIdError: where the id is none.
    """
    if not _ID.fullmatch(policy_id):
        raise UnfitIdError(policy_id)
    text = files("mingbai.corpus").joinpath("template.md").read_text(encoding="utf-8")
    return text.replace(_PLACEHOLDER, policy_id)


def write_template(policy_id: str, corpus: Path) -> Path:
    """Write the file of a new policy into a corpus folder; gives its path.

    Raises:
        TemplateError: where the id is none or is taken; nothing is written then.
    """
    text = template(policy_id)
    used = next((path for path in corpus_files(corpus) if path.stem == policy_id), None)
    if used is not None:
        raise UsedIdError(policy_id, used.relative_to(corpus).as_posix())
    path = corpus / "policies" / f"{policy_id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
