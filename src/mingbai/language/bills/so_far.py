"""A sum that takes the place of those told before it: what the year has come to by now (今年一共超了9万6)."""

from __future__ import annotations

import re

__all__ = ["tells_only_sum_so_far", "tells_sum_so_far"]

_TOGETHER = "(?:加起来|加一起|加在一起|加到一起|合起来|合在一起|累计|前前后后|前后)"
_OF_THE_YEAR = "(?:今年|全年|这一年|本年|年内|到现在|到目前|总的|里外里)"
_WHOLE = "(?:一共|总共|统共|拢共|合计|总计|共)"
_FIGURE = "[^,。;!?0-9多几好各每]{0,10}[0-9一二两三四五六七八九十]"
# 加起来自负到1万6, 今年一共超了9万6, 又住院了,一共超了6万, 连前面的超了9万
# not 今年一共住了两次, whose count is followed by no unit of money
_SO_FAR = re.compile(
    f"(?:{_TOGETHER}|{_OF_THE_YEAR}[^,。;!?0-9]{{0,3}}{_WHOLE}|{_WHOLE}[^,。;!?0-9报赔补]{{0,4}}(?:超|多出)"
    f"|(?:连|算上|加上)(?:前面|之前|上[次回]|先前)的?){_FIGURE}"
    "(?![次回趟个家])"
)

# 又自付两千,总共8500了: one more, and then the whole of both
_WITH_ONE_MORE = re.compile(f"[又再后][^。;!?]{{1,16}}{_WHOLE}{_FIGURE}(?![次回趟个家天])")

_ONLY_SO_FAR = re.compile(
    f"(?:那|现在|到现在|后来|今年|已经?|,)*{_WHOLE}(?:就?是|有|到)?[0-9.一二两三四五六七八九十百千万]+(?:块钱?|元)?了[。!]?"
)


def tells_sum_so_far(text: str) -> bool:
    """Whether a message tells what all of the year's bills come to by now, the ones told before among them."""
    return _SO_FAR.search(text) is not None or _WITH_ONE_MORE.search(text) is not None


def tells_only_sum_so_far(text: str) -> bool:
    """Whether a message has nothing but the sum by now, of the kind told before (现在总共8500了)."""
    return _ONLY_SO_FAR.fullmatch(text) is not None
