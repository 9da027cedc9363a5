"""Whether a message asks something of its own."""

from __future__ import annotations

import re

from mingbai.assistant.planning.about.named import names_something
from mingbai.language.utterance import Utterance

_QUESTION = re.compile(
    r"吗|么[??]?$|什么|啥|怎[么样]|如何|哪|(?<![零〇九八七六十])几[个天年月号次家种项时]|谁|是否|能不能|要不要|多久|多长|为什么|是不是|多大(?=岁|年|以[内下上]|的?$)|有没[有得]|有[^,。;!?有]{1,8}没有[??]?$|多少|百分之几|几成"
    r"|(?<![零〇九八七六十])几(?![百千万十级档])[一-鿿]|好多|咋|([一-鿿])[不没]\1|^.{3,}(?:不|(?<!还)没)[??]?$"
    r"|[一-鿿](?<![可要也倒差])不(?=[,;])"
    r"|好久(?=之?内|以内|才|能|可以|到账|办|开始|下来|生效)|[要得]好久|到底"
    r"|(?:还|也|都)(?:能|可以|要|算|得|管|行|给)[^,。]{0,6}吧[??]?$|是[^,。是]{1,8}还是"
    r"|有冇|几[十百千]*万(?:块|元)?(?:钱)?(?:封顶|到顶|为止)|(?:封顶|到顶|上限)[^,。]{0,3}几[十百千]*万"
)
_BARE = 6  # characters of a message that has no room for a subject


def is_question(utterance: Utterance) -> bool:
    """Whether a message asks something of its own; 那要是一档呢 only varies the question before."""
    return bool(_QUESTION.search(utterance.text))


def is_bare_doubt(utterance: Utterance) -> bool:
    """Whether a message is only a few words that ask for yes or no (自己出吗)."""
    return "eligibility" in utterance.intents and len(utterance.text) <= _BARE and not names_something(utterance)


def is_fragment(utterance: Utterance) -> bool:
    """Whether a message is only a few words that ask nothing and tell nothing by themselves (结算成功的; 08级呢)."""
    return utterance.says_nothing_new and not utterance.intents and not is_question(utterance)
