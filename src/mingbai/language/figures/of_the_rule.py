"""A figure that a message may say of the rule and not of its bill: the line, cap or premium it is known by.

Words alone can only say that it may be so (自负5000以上, 那个十万的顶): who knows the rule meant tells its figures.
"""

from __future__ import annotations

import re

from mingbai.language.numbers.amounts import Mention
from mingbai.language.text import words_before

__all__ = ["may_be_of_rule"]

_YUAN = "(?:块钱?|元)?"
# 起付5000, 自负超过5000, 满8000才, 那个十万, 一年交75
_BEFORE = re.compile(
    "(?:起付线?|起付标准|门槛费?|最[高多少低]|顶多|封顶|限额|上限|超过?出?|达到|[满过]|不到|那个|保费|每人|每年|一年|[交缴])"
    "(?:的|要|了|是|得|就|算|按|当)*$"
)
# 5000以上, 十万的顶, 十万封顶, 8000才补, 1万5起付, 5000那条线; 5000以上的部分有2万 has its bound read before
_BEHIND = re.compile(
    f"{_YUAN}(?:以上|以下|以内|起[付报补步]|的?(?:那[个条道])?(?:封顶|顶[格头]?(?!多)|线|[坎杠]|门槛|限额|上限)|(?:的话)?才[能给管报补赔算]"
    "|的?那[个种档份]|[/每一]年|打底)"
)
_SPENT = re.compile("[花用欠掏付费剩余有](?:掉|去)?[了过](?:超过|大概|差不多|近)?$")


def may_be_of_rule(text: str, mention: Mention) -> bool:
    """Whether the words beside a figure may speak of a rule: 自负5000以上, but not 花了5000以上."""
    before = words_before(text, mention.start)
    if _SPENT.search(before):
        return False
    end = mention.end - len("以上") * mention.text.endswith(("以上", "以下", "以内"))
    return bool(_BEFORE.search(before) or _BEHIND.match(text, end))
