"""One bad file per mistake: each is refused with a sentence that helps, on the line where the mistake stands.

A file says what it expects in its own comments: `# expect LINE: WORDS`, one for each problem, and no problem more.
"""

import re
import shutil
from pathlib import Path

import pytest

from mingbai.corpus.problems import CorpusError
from mingbai.corpus.reader import inspect_corpus, read_corpus

HERE = Path(__file__).parent
BAD_FILES = sorted((HERE / "bad_files").glob("*.md"))
VOCABULARY = HERE.parent.parent / "corpus" / "vocabulary.yaml"
_EXPECT = re.compile(r"^# expect (\d+): (.+)$", re.MULTILINE)

GOOD = """---
id: good
title: 某县居民医保
kind: policy
nature: notice
place: [某县]
scheme: 居民医保
year: 2020年
sources: [{file: 001.txt, part: 1}]
---
## 住院报多少 {#inpatient}
> 原文 一;二

按比例报。

```rule
estimate: 住院
steps:
  - share: 50%
```

```cases
- {given: {care: 住院, cost: 300}, pays: 150.00, sum: 300*50%}
```
"""


def a_corpus_of(folder: Path, *files: Path, **texts: str) -> Path:
    (folder / "policies").mkdir()
    shutil.copy(VOCABULARY, folder)
    for file in files:
        shutil.copy(file, folder / "policies")
    for name, text in texts.items():
        (folder / "policies" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("file", BAD_FILES, ids=lambda file: file.stem)
def test_a_mistake_is_named_with_its_line(file: Path, tmp_path: Path) -> None:
    expected = [(int(line), words) for line, words in _EXPECT.findall(file.read_text(encoding="utf-8"))]
    _, problems = inspect_corpus(a_corpus_of(tmp_path, file))
    found = [(problem.line, problem.message) for problem in problems]
    assert len(found) == len(expected) > 0, found
    for line, words in expected:
        assert any(line == at and words in message for at, message in found), found
    assert {problem.file for problem in problems} == {f"policies/{file.name}"}


def test_every_mistake_of_every_file_is_reported_together(tmp_path: Path) -> None:
    one, other = (HERE / "bad_files" / name for name in ("deductible-in-percent.md", "duplicate-key.md"))
    two_mistakes = GOOD.replace("scheme: 居民医保\n", "").replace("share: 50%", "share: 50").replace("good", "two")
    with pytest.raises(CorpusError) as caught:
        read_corpus(a_corpus_of(tmp_path, one, other, two=two_mistakes))
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [
        ("policies/deductible-in-percent.md", 21),
        ("policies/duplicate-key.md", 5),
        ("policies/two.md", 2),  # no scheme: the front matter begins on line 2
        ("policies/two.md", 18),  # the share
    ]
    shown = str(caught.value).splitlines()
    assert len(shown) == 4
    assert shown[0].startswith("policies/deductible-in-percent.md:21: ")


def test_a_good_file_beside_bad_ones_is_still_read(tmp_path: Path) -> None:
    corpus, problems = inspect_corpus(a_corpus_of(tmp_path, HERE / "bad_files" / "duplicate-key.md", good=GOOD))
    assert corpus is not None
    assert list(corpus.policies) == ["good"]
    assert len(problems) == 1
    assert corpus.policies["good"].by_id["inpatient"].locators == ("一", "二")


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    folder = a_corpus_of(tmp_path, good=GOOD)
    path = folder / "policies" / "old.md"
    path.write_bytes(b"---\nid: old\n" + "title: 某县居民医保\n".encode("gbk"))
    _, problems = inspect_corpus(folder)
    assert [str(problem) for problem in problems] == ["policies/old.md:3: 文件要用 UTF-8 保存"]


def test_a_file_with_a_byte_order_mark_or_windows_line_ends_reads_the_same(tmp_path: Path) -> None:
    folder = a_corpus_of(tmp_path)
    (folder / "policies" / "good.md").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    clause = read_corpus(folder).policies["good"].by_id["inpatient"]
    assert (clause.line, clause.text, len(clause.rules), len(clause.cases)) == (11, "按比例报。", 1, 1)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    _, problems = inspect_corpus(a_corpus_of(tmp_path, empty=""))
    assert [str(problem) for problem in problems] == ["policies/empty.md:1: 文件是空的"]


def test_one_id_in_two_folders_is_refused(tmp_path: Path) -> None:
    folder = a_corpus_of(tmp_path, good=GOOD)
    (folder / "guides").mkdir()
    (folder / "guides" / "good.md").write_text(GOOD, encoding="utf-8")
    _, problems = inspect_corpus(folder)
    assert [str(problem) for problem in problems] == ["guides/good.md:2: id good 已在 policies/good.md 用过"]


def test_without_a_vocabulary_there_is_no_corpus(tmp_path: Path) -> None:
    (a_corpus_of(tmp_path, good=GOOD) / "vocabulary.yaml").unlink()
    with pytest.raises(CorpusError, match=r"vocabulary\.yaml:1: 没有词汇表"):
        read_corpus(tmp_path)


@pytest.mark.parametrize(
    ("fact", "written", "instead", "words"),
    [
        ("plan", "    label: 参保档次\n", "", "缺少“facts.plan.label”"),
        (
            "plan",
            "    label: 参保档次\n",
            "    label: 档次\n    name: 档次\n",
            "不认识的键“name”;可以写的有:as_part、ask、",
        ),
        ("insured", "counts_as: 儿童", "counts_as: 小人", "新生儿 的 counts_as 或 taken_as 不在 choices 里:小人"),
        ("admission", "    kind: count\n", "", "kind: choice 的事实要列 choices,其他的不列"),
    ],
)
def test_a_mistake_in_the_vocabulary_is_named(
    fact: str, written: str, instead: str, words: str, tmp_path: Path
) -> None:
    text = VOCABULARY.read_text(encoding="utf-8")
    assert written in text
    (tmp_path / "vocabulary.yaml").write_text(text.replace(written, instead, 1), encoding="utf-8")
    _, problems = inspect_corpus(tmp_path)
    assert len(problems) == 1
    assert problems[0].file == "vocabulary.yaml"
    assert words in problems[0].message
    begins = text[: text.index(f"\n  {fact}:")].count("\n") + 2
    changed = text[: text.index(written)].count("\n") + 1
    assert begins <= problems[0].line <= changed + 1


def test_the_hash_changes_with_any_file_and_only_then(tmp_path: Path) -> None:
    folder = a_corpus_of(tmp_path, good=GOOD)
    before = read_corpus(folder).hash
    assert read_corpus(folder).hash == before
    (folder / "policies" / "good.md").write_text(GOOD.replace("按比例报", "照比例报"), encoding="utf-8")
    after = read_corpus(folder).hash
    (folder / "vocabulary.yaml").write_text(VOCABULARY.read_text(encoding="utf-8") + "\n# 一行\n", encoding="utf-8")
    assert len({before, after, read_corpus(folder).hash}) == 3
