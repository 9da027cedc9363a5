"""The field dictionary of corpus/README.md says what the models say."""

from pathlib import Path

import pytest

from mingbai.corpus import dictionary as room
from mingbai.corpus.dictionary import BEGIN, END, dictionary, rewritten
from mingbai.corpus.models import STEPS
from mingbai.corpus.reader import RULES

README = Path(__file__).parent.parent.parent / "corpus" / "README.md"


def test_the_readme_is_not_stale():
    text = README.read_text(encoding="utf-8")
    assert text == rewritten(text), "run: python -m mingbai.corpus.dictionary corpus/README.md"


@pytest.mark.parametrize("key", [*RULES, *STEPS])
def test_every_rule_and_step_is_in_it_with_every_key(key: str):
    model = {**RULES, **STEPS}[key]
    section = dictionary().split(f"#### `{key}` · {model.__name__}\n")[1].split("\n#### ")[0]
    for name, field in model.model_fields.items():
        assert f"| `{field.alias or name}` |" in section


def test_a_field_says_what_it_takes_and_whether_it_must_be_there():
    lines = dictionary().splitlines()
    assert "| `includes` | `upper`、`lower` | 必写 |" in lines
    assert "| `bill` | 文字 | 默认 cost |" in lines
    assert "| `sources` | 列表,每项:Source | 必写 |" in lines
    assert "| `working_days` | true 或 false | 默认 false |" in lines


def test_it_is_rewritten_in_place(tmp_path: Path):
    readme = tmp_path / "README.md"
    readme.write_text(f"前\n{BEGIN}\nold\n{END}\n后\n", encoding="utf-8")
    room.main(readme)
    assert readme.read_text(encoding="utf-8") == f"前\n{BEGIN}\n\n{dictionary()}\n{END}\n后\n"


def test_a_readme_without_markers_is_refused():
    with pytest.raises(ValueError, match="找不到标记"):
        rewritten("前")
