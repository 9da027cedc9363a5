import pytest

from mingbai.retrieval.tokens import WordCutter, bigrams, normalise


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("三级医院报销45%", "三级医院报销45%"),
        ("A级 CT  检查\n", "a级 ct 检查"),
        ("⾝份证", "身份证"),
        ("\ud800住院", "?住院"),
        ("", ""),
    ],
)
def test_equal_words_come_out_equal(written: str, normal: str) -> None:
    assert normalise(written) == normal


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("起付线", ["起付", "付线"]),
        ("报2.35万,占45%", ["报", "2.35", "万", "占", "45%"]),
        ("ct检查", ["ct", "检查"]),
        ("?!,。", []),
    ],
)
def test_chinese_is_cut_into_pairs_and_numbers_stay_whole(text: str, pieces: list[str]) -> None:
    assert bigrams(text) == pieces


def test_a_term_of_the_vocabulary_is_a_word() -> None:
    # 大额互助金 is in no dictionary: without the term it falls apart.
    assert "大额互助金" not in WordCutter()("交大额互助金吗")
    assert "大额互助金" in WordCutter(["大额互助金"])("交大额互助金吗")


def test_the_words_inside_a_term_are_found_too() -> None:
    assert {"居民医保", "居民", "医保"} <= set(WordCutter(["居民医保"])("居民医保"))


def test_punctuation_is_no_word() -> None:
    assert WordCutter()("?,。") == []
