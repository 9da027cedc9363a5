"""What a policy written inside a test begins with, and the vocabulary it is read by."""

from pathlib import Path

from mingbai.corpus.strict_yaml import load
from mingbai.corpus.vocabulary import Vocabulary

_FILE = Path(__file__).parent.parent / "corpus" / "vocabulary.yaml"
VOCABULARY = Vocabulary.model_validate(load(_FILE.read_text(encoding="utf-8"), 1, lambda *_: None).value)
FRONT = """---
id: inline
title: 某县居民医保
kind: policy
nature: notice
place: []
scheme: 居民医保
year: 2020年
sources: [{file: 001.txt, part: 1}]
---
"""
