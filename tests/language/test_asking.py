"""几万 that asks is 多少; 几万 that tells stays a sum nobody can work with."""

import pytest

from mingbai.language.asking import plainly_asked
from mingbai.language.utterance import SentenceReader


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("大人小孩一年各封顶几万", "大人小孩一年各封顶多少"),
        ("一年最高能报到几万", "一年最高能报到多少"),
        ("大病保险顶格几万块", "大病保险顶格多少"),
        ("最多能救助几万块钱呢", "最多能救助多少呢"),
        ("起付线几千几万块?要准数", "起付线多少?要准数"),
        ("起付线是几千还是几万", "起付线是多少"),
        ("最后自己得出几千呢", "最后自己得出多少呢"),
        ("封顶线用完咯,又花了5万,报多少", "封顶线用完了,又花了5万,报多少"),
        ("咯血住院报多少", "咯血住院报多少"),
        ("县以上医院起付", "县以上医院起付线"),
        ("起付是多少", "起付线是多少"),
        ("每人筹几块,管多少种病,过几千才补", "每人筹多少,管多少种病,过多少才补"),
        ("一共报了多少,其中大病那块几万", "一共报了多少,其中大病那块多少"),
        ("另外困难救助金她又拿了几万", "另外困难救助金她又拿了多少"),
        ("二档一年交几百,门诊一年给几十", "二档一年交多少,门诊一年给多少"),
        ("洛阳大病封顶几十万", "洛阳大病封顶多少"),
        ("住院几万封顶", "住院多少封顶"),
        ("大病超过几千给补,补几成", "大病超过多少给补,补几成"),
        ("大病起付线大概几百", "大病起付线大概多少"),
        ("自己还得花几百能看上", "自己还得花多少能看上"),
        ("起付标准是多少", "起付标准是多少"),
        ("剩下的钱谁出", "剩下的钱谁出"),
        ("能报的两万,还有几百是自费药,报多少", "能报的两万,还有一些是自费药,报多少"),
        ("花了2万,其中几百是自费药,报多少", "花了2万,其中几百是自费药,报多少"),
        ("想换个科,能转么(那家要院医保办批的医院)", "那家要院医保办批的医院,想换个科,能转么"),
        ("花了3万(其中自费2000),能报多少", "花了3万(其中自费2000),能报多少"),
    ],
)
def test_a_sum_asked_for(asked: str, plain: str) -> None:
    assert plainly_asked(asked) == plain


@pytest.mark.parametrize(
    "told",
    [
        *("住院花了几万,能报多少", "几万吧", "一共几万", "超限额好几万能报多少", "要几百人", "我住院几万块能报多少"),
        *("已经报了几万,这次住院2万能报多少", "自费几千,总共3万,报多少", "这几万能报多少", "超过几万能报多少"),
        *("十几万能报多少", "剩几千还能报多少", "分几块来算", "管几十种病"),
    ],
)
def test_a_sum_told_stays(told: str) -> None:
    assert plainly_asked(told) == told


@pytest.mark.parametrize("sentence", ["还会再补几多", "还能再补好多", "再补几钿"])
def test_how_much_in_other_places(reader: SentenceReader, sentence: str) -> None:
    said = reader.read(sentence)
    assert said.facts["care"] == "住院再次补助"
    assert "estimate" in said.intents


def test_what_is_denied_twice_over_is_no_question() -> None:
    assert plainly_asked("不对不对,他住的是二级") == "不对,他住的是二级"
    assert plainly_asked("不是,不是,是三级") == "不是,是三级"
    assert plainly_asked("我说的对不对") == "我说的对不对"
    assert plainly_asked("是不是不是定点就不报") == "是不是不是定点就不报"
