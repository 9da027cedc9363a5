"""Messages that ask nothing of a policy: a greeting, thanks, an emergency, an offer to cheat, words without sense."""

from __future__ import annotations

import re

from mingbai.assistant.conversation.left_open import varies
from mingbai.assistant.conversation.state import SEARCHED, State
from mingbai.assistant.matching.telling_words import asking_parts
from mingbai.assistant.moves import Say
from mingbai.assistant.planning.about.questions import is_question
from mingbai.assistant.planning.pleasantries import laughter, pleasantry
from mingbai.assistant.words import Phrases
from mingbai.corpus.spoken import Asks
from mingbai.language.utterance import Utterance

_INSURANCE = re.compile("医保|报销|[能给]报|报多少")
_CLAIM = re.compile("报[销得不吗了]?|认|领|赔|补|医保|救助|材料|手续|管不管|算不算|给不给|[这那]笔(?:钱|费用)")
_PAYS = re.compile(
    "[报赔][销得不吗了多几]|[给能会可]报|报[吗么不]?$|医保[^,。;]{0,4}[管给出认][不吗么]|能?领多少|[带要]什么材料"
)
_AT_THE_DOOR = re.compile(  # 能先看病后给钱吗, 送去也能先不交钱, 村上要开个什么证明,交给谁: what is done at once
    "先[^,。;!?]{0,5}(?:后|再)[^,。;!?]{0,3}[付给交结]|先?不[用要]?[交付给]钱|押金|开[^,。;!?]{0,4}证明|证明[^,。;!?]{0,4}(?:交|找|开)|交给?[谁哪]"
)
_LATER = re.compile("手续|材料|条件|登记|备案|报备")  # 先办哪个手续才能报: nobody in danger goes for papers
_AMOUNT_PRESCRIBED = re.compile(  # 高血压药能不能一次多开点, 一次能开三个月的药吗: a rule has that
    "(?:一次|多|最多|能|可以)[^,。;!?]{0,4}开[^,。;!?]{0,3}(?:[点些几]|多少?|[0-9一二两三四五六十半]+个?[天周月盒瓶年])|长处方|处方量"
)
_PAID_FOR = "(?!保|医保|社保|卡|档|医院|新?农合|票|单)"
_DRUG = f"(?:{_PAID_FOR}[^,。;!?报销赔补档钱贵便])"
_OF_TREATMENT = re.compile(  # 吃格列卫好还是换国产的好; 交一档好还是二档好 is of the insurance
    f"[吃用打换服]{_DRUG}{{1,10}}?(?:好|合适|管用|有效)?(?:些|点|一点)?[,]?还是(?:[吃用打换服])?{_DRUG}{{1,10}}?(?:好|合适|管用|有效|妥当)(?:些|点|一点)?(?=[,。;!?呢啊呀吧]|$)"
    f"|(?:该|到底)[吃用打换服]{_DRUG}{{1,10}}还是[吃用打换服]{_DRUG}{{1,10}}(?=[,。;!?呢啊呀吧]|$)"
)
_ANOTHER_ILL = re.compile(  # 我二叔是肝癌,一样不; 要是得的肝癌呢
    "(?:是|得的?|查出|患)[^,。;!?药治吃打]{1,8}(?:癌|病|症|瘤|炎|中风|梗死?|衰竭?|硬化)[,]?(?:呢|(?:也|都|是不是|还)?(?:一样|算|行)[不吗么没]?)[。?!]*$"
)
_ASK_DOCTOR = (
    "用哪种药、吃多少、怎么治,要由看病的医生或药师定,这个我帮不上;病情重或者加重了,请及时去医院。"
    "哪种药医保报不报、怎么报,可以问我。"
)
_NOD = re.compile("(?:嗯+|哦+|噢+|喔+|好+的?|行|中|ok|okay|收到|知道了|明白了)[吧啊呀了吗。.!~]*$", re.I)
_ASKING_NOTHING = ("complaint", "thanks", "greeting")
_MORE = re.compile(
    "(?:那|剩下|其余|其中|[他她]们).{3,}|.*[0-9][号日元块%天岁年月个]?的?呢[??]?$"
)  # 那剩下的干嘛用, 过了12月20号呢
_SHORT = 4  # characters of a greeting alone: 在吗, 你好吗


def small_talk(utterance: Utterance, state: State, phrases: Phrases, *, has_bill: bool) -> Say | None:
    """The reply to such a message; None where it asks something."""
    intents = utterance.intents
    if is_urgent(utterance, has_bill=has_bill):
        return phrases.alarm(utterance)
    if "cheat" in intents:
        return phrases.refusal(utterance)
    if "beyond" in intents and not utterance.policies:
        return phrases.other_subject()
    if "work_injury" in intents and not utterance.policies:
        return phrases.work_injury()
    heard = _heard(utterance, state, has_bill=has_bill)
    if "own_record" in intents and not has_bill:
        return phrases.own_record()
    if (
        (heard == "medical" and not _is_of_case(utterance, state))
        or "treatment" in intents
        or _OF_TREATMENT.search(utterance.text)
    ):
        return Say("decline", _ASK_DOCTOR)
    if heard == "other_subject" or ("other_subject" in intents and not _asks_of_insurance(utterance.text, phrases)):
        return phrases.other_subject()
    if heard in _ASKING_NOTHING:
        words = (one for one in _ASKING_NOTHING if one in intents)  # what the words say goes first
        return _answered(next(words, heard), utterance, state, phrases)
    if "greeting" in intents and utterance.says_nothing_new and len(utterance.text) <= _SHORT:
        return phrases.greeting()
    if not utterance.says_nothing_new or utterance.problem or intents & {"estimate", *SEARCHED, "compare"}:
        return None
    if _NOD.match(utterance.text):
        return None if state.asked else phrases.fixed("thanks")
    said = "complaint" if "recheck" in intents else next((one for one in _ASKING_NOTHING if one in intents), None)
    if said:
        return _answered(said, utterance, state, phrases)
    is_more = varies(utterance.text) or _MORE.match(utterance.text)
    goes_on = state.question and is_more  # 那如果对方违约我们想解除, after what a clause told
    if state.asked or goes_on or (utterance.denied and state.topic) or utterance.other_places or is_question(utterance):
        return None
    return laughter(utterance.text) or phrases.not_understood()


def is_urgent(utterance: Utterance, *, has_bill: bool) -> bool:
    """Whether somebody is in danger now; with a bill to settle that is over, but for who does not want to live."""
    return "despair" in utterance.intents or ("emergency" in utterance.intents and not has_bill)


def asks_of_insurance(utterance: Utterance) -> bool:
    """Whether a message asks what the insurance pays, too (被毒蛇咬了,重庆居民医保报不报), and not what to do.

    So does who asks whether money has to be there first, or for the one paper somebody else has to write; what
    papers and formalities there are besides can wait.
    """
    if _LATER.search(utterance.text):
        return False
    return any(asking.search(utterance.text) for asking in (_PAYS, _AT_THE_DOOR))


def _asks_of_insurance(text: str, phrases: Phrases) -> bool:
    """Whether a message with another subject in it asks of insurance; 明天下不下雨,我要去医保局 only names it."""
    asking = asking_parts(text)
    about = [part for part in asking if phrases.names_other_subject(part)]
    if not about or len(about) < len(asking):
        return _INSURANCE.search(text) is not None
    return any(_INSURANCE.search(part) for part in about)


def _heard(utterance: Utterance, state: State, *, has_bill: bool) -> Asks | None:
    """What is surely asked in a message that names no insurance; one that only thanks or complains tells nothing."""
    names_place = utterance.places or utterance.other_places
    names_insurance = utterance.policies or utterance.schemes or utterance.terms
    if (
        _CLAIM.search(utterance.text)
        or _AMOUNT_PRESCRIBED.search(utterance.text)
        or state.asked
        or names_place
        or names_insurance
        or has_bill
    ):
        return None
    return utterance.asks if utterance.says_nothing_new or utterance.asks not in _ASKING_NOTHING else None


def _is_of_case(utterance: Utterance, state: State) -> bool:
    """Whether a message puts another illness into what was asked before it (我二叔是肝癌,一样不)."""
    return bool(state.documents) and _ANOTHER_ILL.search(utterance.text) is not None


def _answered(said: str, utterance: Utterance, state: State, phrases: Phrases) -> Say:
    """The reply to a complaint, to thanks, to a greeting."""
    if said != "complaint" and (meant := pleasantry(utterance.text)):
        return meant
    if said == "complaint":
        return phrases.fixed("regret" if state.topic in ("estimate", "compare") else "complaint")
    return phrases.fixed("thanks") if said == "thanks" else phrases.greeting()
