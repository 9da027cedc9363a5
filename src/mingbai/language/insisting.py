"""A message that tries another way of the same after it was refused: 那改发票上的日期总可以吧, 就这一次,怎么刷脸."""

from __future__ import annotations

import re

_ANOTHER_WAY = re.compile(  # 改日期, 让医生多写两天, 用我老公的卡, 说成大病
    "改|涂|换成|(?:写|开|填|说|报|算|弄|录|记)(?:成|早|晚|多|少|高|低|大|小)|多(?:写|开|填|报|住)|补开|借|冒|瞒|骗|[造作做假]假?票"
    "|别人|人家|熟人|[塞给送][^,。;!?]{0,4}(?:钱|红包|礼)|挂床|顶替|就说|不说|不告诉|套[出点现]|的[^,。;!?]{0,2}(?:卡|名字|名义|身份证)"
)
_PAST_THE_CHECK = re.compile(  # 咋个刷脸能过去, 人脸识别怎么混过去, 查起来怎么说
    "(?:怎么|咋个?|如何|怎样|哪样|啷个|有(?:没有|啥|什么)?[^,。;!?]{0,3}(?:办法|招))[^,。;!?]{0,8}"
    "(?:[过混躲避绕逃瞒](?:得)?(?:过|去|关|开|掉|得|$)|刷(?:脸|卡|我)|人脸|识别|查不|不被|才不|蒙|糊弄|应付|通融)"
    "|(?:刷脸|人脸|识别|审核|核查|检查|查)[^,。;!?]{0,6}(?:怎么|咋个?|如何|怎样|啷个|能不能|可以)[^,。;!?]{0,4}(?:过|混|躲|避|绕|应付)"
)
_ONLY_ONCE = re.compile(  # 就这一次行不行, 没人知道的, 通融一下嘛
    "(?:就|只|只有|仅)(?:这|用|住|报|借|刷)?一?[一两]?[次回](?!性)|下不为例|没(?:有)?(?:人|谁|哪个)(?:会|能|晓得|知道|发现|查|认得)"
    "|通融|睁(?:一)?只眼|不说谁|又不(?:是)?(?:偷|抢)|我不说"
)
_WISHED = re.compile(  # 总可以吧, 行不行, …的卡呢
    "总(?:可以|行|能|没|不)|(?:可以|行|能|成|中)(?:了?吧|[吗么不没])|行不行|可不可以|能不能|怎么(?:样|改|弄|办)|咋[改弄办]|呢[?]?$"
)
_HONEST = re.compile(  # 真写错了找谁改, 怎么给他参保; 会罚多少
    "[写开打印填弄登]错|丢|自己的?(?:卡|名)|真实|如实|正规|老老?实|参保|救助|退[款钱回]|犯法|违法|罚|判|抓|坐牢|后果"
)


def insists(text: str) -> bool:
    """Whether a normalised message, said after a refusal, wishes another trick.

    What the refusal offered (那怎么给他参保, 真写错了找谁改) and what would follow of it (会罚多少) are none.
    """
    if _HONEST.search(text):
        return False
    is_another_way = _ANOTHER_WAY.search(text) and _WISHED.search(text)
    return bool(is_another_way or _PAST_THE_CHECK.search(text) or _ONLY_ONCE.search(text))
