"""A bill told in several messages: put right, changed, divided, each amount used once."""

import pytest

from eval.asking import ask
from mingbai.assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # (30000-8000-800)*45%: the 5000 are not taken off, too
        (("重庆二档三级住院花了3万", "自费5千", "不对,自费是8千"), "9540.00"),
        (("重庆二档三级住院花了2万", "自费3000", "不是自费3000是2000"), "7740.00"),  # (18000-800)*45%
        (("岳池二级住院1万,自费1000", "自费是2000"), "4590.00"),  # (8000-350)*60%
        (("重庆二档三级住院花了3万", "自费5千", "还有2000也是自费"), "9990.00"),  # (23000-800)*45%
        (("重庆二档三级住院花了3万,自费5千", "不对,总共是4万"), "15390.00"),  # (40000-5000-800)*45%
        (("重庆二档三级住院花了3万,自费5千", "再花1万呢"), "15390.00"),  # (25000+10000-800)*45%
        (("重庆二档三级住院花了2万", "少花5000呢"), "6390.00"),  # (15000-800)*45%
        (("重庆二档三级医院住院2万", "多花1万呢", "再减5千呢"), "10890.00"),  # (25000-800)*45%
        (("岳池二级住院5000", "翻一倍呢"), "5790.00"),  # (10000-350)*60%
        (("洛阳退休三级住院超限额10万", "要是少花2万呢"), "69600.00"),  # 80000*87%
        (("浙江大病自己掏了9万", "当地人均收入2万", "不对 是1万8"), "36000.00"),  # (90000-18000)*50%, at least
        (("柳州大病自付6万", "起付线1万", "不对是8千"), "27560.00"),  # (60000-8000)*53%, at least
        (("洛阳在职三级住院总费用30万封顶线15万", "封顶线是20万", "不对是18万"), "102000.00"),  # 120000*85%
    ],
)
def test_each_amount_is_used_once(assistant: Assistant, turns: tuple[str, ...], expected: str) -> None:
    estimate = ask(assistant, turns).reply.estimate
    assert estimate
    assert (estimate.amount or estimate.low) == expected
