"""The parts of what somebody says in one breath: at its punctuation and, where there is none, behind what asks."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"[,，。?？!！;；\n]")
_ASKED = re.compile(  # 能报多少|要带什么材料|多久到账; 多少天 goes on
    r"(?:多少(?:钱|元)?(?![天年月个人岁次比点才以块钱元])|材料|证件|资料|手续|吗|到账|怎么办|去哪里?办"
    r"|(?:什么时候|几[号月]|哪天)[去能]?(?:缴费|交费|交钱|参保|登记))(?=.{3})"
    r"|(?=还有(?!多少)|另外|顺便)"
)
_ASKING = re.compile("多少|什么|几[天个号年]|哪|多久|怎么|如何|吗|啥|能不能|要不要|是不是")


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a text in order, each without its punctuation; empty ones left out."""
    said = (part.strip() for piece in _PUNCTUATION.split(text) for part in _in_one_breath(piece))
    return tuple(part for part in said if part)


def _in_one_breath(piece: str) -> list[str]:
    """A piece without punctuation cut behind each question that another one follows."""
    for found in _ASKED.finditer(piece):
        rest = piece[found.end() :]
        if found.end() and _ASKING.search(rest):
            return [piece[: found.end()], *_in_one_breath(rest)]
    return [piece]
