"""A message cut into the questions it asks, with and without punctuation."""

import pytest

from mingbai.language.parts import parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("能报多少,要带什么材料?多久到账", ("能报多少", "要带什么材料", "多久到账")),
        ("住院花了3万能报多少要带什么材料多久能到账", ("住院花了3万能报多少", "要带什么材料", "多久能到账")),
        ("赔多少什么时候缴费一年交多少钱", ("赔多少", "什么时候缴费", "一年交多少钱")),
        ("报多少还有要交多少", ("报多少", "还有要交多少")),
        ("多少天内要去报", ("多少天内要去报",)),
        ("一年交多少钱什么时候交", ("一年交多少钱", "什么时候交")),
        ("住院花了3万", ("住院花了3万",)),
        (",,。", ()),
        ("", ()),
    ],
)
def test_the_parts_of_a_message(text: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text) == parts


def test_nothing_is_lost_but_punctuation() -> None:
    text = "我爸住院花了3万能报多少要带什么材料,去哪里办?还有多久到账"
    assert "".join(parts_of(text)) == text.replace(",", "").replace("?", "")
