"""How a language model may not put things, whatever its figures: markup, links, foreign numerals, prying, vagueness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from mingbai.assistant.wording.explaining import LONGEST, length_of
from mingbai.language.numbers.amounts import numbers_in
from mingbai.language.text import normalise

LONGEST_AT_ALL = 4000
"""Characters beyond which a reply is not even read: checking it would cost more than it is worth."""
_MARKUP = re.compile(r"</?[a-z!?]|```|&#?\w{2,8};|!\[|\]\(|\A\s*[{\[]\s*[\"{\[}\]]", re.I)
_LINK = re.compile(r"[a-z]+://|javascript:|\b[\w-]+\.(?:com|cn|net|org|gov|example|top|xyz)\b", re.I)
_CONTACT = re.compile(r"微信|QQ|支付宝|扫码|二维码|转账|汇款|代办|加我|私聊", re.I)
_NUMBER_WORD = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|percent|dozen)s?\b"
    r"|(?-i:[IVXLCDM]{2,}\b))",
    re.I,
)
_PRIVATE = r"身份证号|证件号|卡号|账号|帐号|密码|验证码|手机号|电话号|姓名|住址"
_PRYING = re.compile(
    rf"(?:请|把|麻烦|需要您|告诉我|发给?我|给我|输入|留下|提供|报一下|说一下|填)[^。!?\n]{{0,14}}(?:{_PRIVATE})"
    rf"|(?:{_PRIVATE})[^。!?\n]{{0,10}}(?:告诉我|发给?我|给我|是多少|多少[??])"
)
_NOWADAYS = re.compile("(?:最新|现行|现在|目前|今年|如今|当前)的?(?:医保)?(?:标准|规定|政策|比例|就是|都是)")
_RESERVED = re.compile("为准|咨询|可能|有变|请问|打听|核实")
_ADVICE = re.compile("停药|换药|加药|减药|加量|减量|不用治|偏方|自行[用买]药|改成目录|写成目录|借.{0,3}医保卡")
_OPENING_FIGURE = re.compile(r"^[ \t>*#-]*[①-⑳⑴-⒇]", re.M)
_SENTENCE = re.compile(r"[。!?;\n]+")
_HAN = re.compile("[\u4e00-\u9fff]")
_ENOUGH, _LEAST_KNOWN = 4, 0.25
# Words of courtesy and of joining sentences, which no finding holds.
_COURTESY = (
    "您好你好谢谢不客气祝您早日康复祝您和家人健康平安如果还有问题还有其他问题随时问我可以继续问我帮您算一算再告诉我请放心希望能帮到您"
    "简单来说也就是说具体来说总的来说因为所以但是不过另外需要注意的是请注意请留意提醒一下根据规定按照规定按您说的情况按您提供的情况算下来"
    "下面是具体的算法这笔钱是这样算的计算过程如下其中剩下的部分最后结果大家很多人都会遇到这种情况我理解您的心情别着急别担心"
    "现行标准以当地医保局为准请以当地医保局的答复为准建议咨询当地医保经办机构具体可以问当地医保局政策可能有变化打医保服务热线"
    "我手上的规定没有写到没写这一点说不准能还是不能原文没有给出不清楚不能确定请问您说的是哪一种想问哪里的能不能再说说什么情况花了多少钱我才能算准帮您算到分要准备的材料有需要带的材料如下这些都要带上"
)


def legible(text: str) -> str:
    """A text line by line in one spelling, so that no figure or word hides from those who check it."""
    unmarked = _OPENING_FIGURE.sub("", text)
    return "\n".join(map(normalise, unmarked.splitlines()))


def faults(text: str, source: str, person: str) -> Iterator[str]:
    """What is wrong with how a legible text puts things; `source` is all that was found, `person` what they said."""
    given = f"{source}\n{person}"
    if _MARKUP.search(text):
        yield "不要写网页代码、链接或JSON"
    if any(found not in source for pattern in (_LINK, _CONTACT) for found in pattern.findall(text)):
        yield "不要给出查到的内容里没有的网址和联系办法"
    foreign = {one for one in text if unicodedata.category(one) in ("Nd", "Nl", "No") and not one.isascii()} - {"〇"}
    if foreign or any(found not in given for found in _NUMBER_WORD.findall(text)):
        yield "数字要用阿拉伯数字或中文写"
    letters = sum(map(str.isalpha, text))
    if letters > 2 * len(_HAN.findall(text)):
        yield "要用中文回答"
    if _PRYING.search(text):
        yield "不要打听身份证号、手机号、卡号这些私人号码"
    if any(_NOWADAYS.search(one) and not _RESERVED.search(one) for one in _SENTENCE.split(text)):
        yield "不要说成现行的规定"
    if any(found not in given for found in _ADVICE.findall(text)):
        yield "不要出主意看病用药、改单据"
    if length_of(text) > LONGEST:
        yield f"列表以外不要超过{LONGEST}个字"
    known = pairs(given) | pairs(_COURTESY)
    if source and any(_is_made_up(sentence, known) for sentence in _SENTENCE.split(text)):
        yield "有一句话在查到的内容里没有"


def _is_made_up(sentence: str, known: set[str]) -> bool:
    """Whether hardly a word of a sentence without figures stands in what was found or is mere courtesy."""
    found = pairs(sentence)
    if len(found) < _ENOUGH or numbers_in(sentence):
        return False
    return len(found & known) < _LEAST_KNOWN * len(found)


def pairs(text: str) -> set[str]:
    """Every two Chinese characters that stand side by side in a text."""
    return {one + other for one, other in pairwise(text) if _HAN.match(one) and _HAN.match(other)}
