"""Fixed replies: greetings, questions about the place, and the ways to say what is not covered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mingbai.assistant.library import Library
from mingbai.assistant.moves import Say
from mingbai.language.utterance import Utterance

_FIXED = {
    "emergency": "情况紧急请马上打 **120** 或去最近的医院,先救人,手续、报销的事以后再说。",
    "despair": "听您这么说,我很担心。现在最要紧的是人平安:请马上把药和危险的东西放下、拿开,打 **120** 或打 **110**,"
    "也可以打心理援助热线 **12356** 说说话。请叫家人或朋友过来陪着,别独自待着。"
    "难处总有人能帮着想办法,报销的事以后再说。",
    "cheat": "弄虚作假骗取医保基金是违法的,这个忙我不能帮。能帮的是:按真实情况能报多少、要带什么,"
    "单子丢了、写错了找谁,没参保的怎么参保,困难的怎么申请救助,您说一声我就查。",
    "cheat_injury": "弄虚作假骗取医保基金是违法的,这个忙我不能帮。伤是怎么来的,请向医院和医保照实说;"
    "有责任方的,医疗费该找责任方要。能帮的是:按真实情况能报多少、要带什么,对有责任方的外伤怎么规定,您说一声我就查。",
    "cheat_again": "这样也不行,哪回都不行:一样是弄虚作假骗取医保基金,违法的,这个忙我不能帮。"
    "单据真写错了,请开单的医院照实更正。"
    "按真实情况能报多少、要带什么,没参保的怎么参保,困难的怎么申请救助,您说一声我就查。",
    "complaint": "对不起,没帮上您。请再说说是哪里的医保、什么情况、花了多少钱,我重新算;也可以直接打当地医保服务热线。",
    "regret": "这个数不如您盼的,我明白。起付线、比例都是规定里定的,我只能照着算;哪一项不对(金额、医院、档次),直接说,"
    "我重新算。对规定有意见,可以打当地医保服务热线。",
    "thanks": "不客气,还有要算的、要问的,直接说就行。",
}
_BRING_THE_BOTTLE = "吃下去的药、东西连瓶子带包装一起带去,给医生看。"
_SWALLOWED = re.compile(  # 药吃了半瓶, 误吞了纽扣电池, 喝了农药
    "[药片瓶盒剂液][^,。;!?]{0,6}[吃喝吞服咽]了|[吃喝吞服咽错][^,。;!?]{0,8}(?:药|片|剂|液|灵|电池|蘑菇|菌子|水银|敌敌畏|百草枯)|误[食服吞喝]"
)
_REFUSED = ("cheat", "cheat_injury", "cheat_again")
_BY_ANOTHER = re.compile("责任方|外伤|工伤|受伤|伤的|摔|撞|打架|被[^,。;!?]{0,4}打|车祸|交通事故")  # how an injury came
_SHOWN = 12
_OFFERED = 8
_MEANING = re.compile(
    "[什啥]么?意思|是什么(?!时|地|人|日|原因)|是啥|[什啥]么?叫|叫什么|什么是|解释|区别|[有哪么啥][^,。]{0,3}不同|不同(?:在|点|之处|[呢吗?]*$)"
)
_UNIT = re.compile("(?:壮族|回族|维吾尔)?(?:自治区|特别行政区|省|市)$")  # 广西壮族自治区 is called 广西
_ALL = "都考"


class Phrases:
    """Replies that need no tool, in plain and kind words."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._vocabulary = library.corpus.vocabulary

    def covered(self) -> str:
        """The policies that can be computed, as people call them."""
        names = [self._library.name(policy) for policy in self._library.books]
        more = "等" if len(names) > _SHOWN else ""
        return "、".join(names[:_SHOWN]) + more

    def greeting(self) -> Say:
        """Who is speaking and what can be asked."""
        example = "“重庆居民医保二档,三甲住院花了3万,能报多少?”"
        return Say("chat", f"您好,我是明白,帮您把医保能报多少算到分,并指出是哪一条写的。可以这样问:{example}")

    def fixed(self, name: str) -> Say:
        """One of the replies that never change."""
        return Say("decline" if name in _REFUSED else "chat", _FIXED[name])

    def refusal(self, utterance: Utterance) -> Say:
        """What is said to a wish to cheat; of an injury that is to be told otherwise, who has to pay for it."""
        return self.fixed("cheat_injury" if _BY_ANOTHER.search(utterance.text) else "cheat")

    def is_refusal(self, said: object) -> bool:
        """Whether a wish to cheat was refused with this."""
        return any(said == self.fixed(name) for name in _REFUSED)

    def alarm(self, utterance: Utterance) -> Say:
        """What is said before anything else to who is in danger, or does not want to live."""
        if "despair" in utterance.intents:
            return self.fixed("despair")
        said = self.fixed("emergency")
        return replace(said, text=said.text + _BRING_THE_BOTTLE) if _SWALLOWED.search(utterance.text) else said

    def which_to_quiz(self) -> Say:
        """Asks which policies a quiz is to be about."""
        names = tuple(self._library.name(policy) for policy in self._library.books)
        text = f"好,想考哪里的?我这里有:{'、'.join(names)};也可以说“{_ALL}”。"
        return Say("clarify", text, missing=("policy",), choices=(*names, _ALL))

    def other_subject(self) -> Say:
        """For questions that have nothing to do with medical insurance."""
        return Say("decline", "这个我帮不上:我只有各地医保的规定,能问的比如住院能报多少、要带什么材料。")

    def work_injury(self) -> Say:
        """For what an employer or the work-injury insurance has to pay for an injury at work."""
        text = (
            "工伤、伤残赔多少,我这里没有规定,算不了:工伤的赔偿归工伤保险和单位,请问当地人社部门的工伤保险经办机构。"
            "工伤的医疗费医保报不报,有些地方的规定里写了,说是哪里的医保,我就查。"
        )
        return Say("decline", text)

    def names_other_subject(self, text: str) -> bool:
        """Whether words name what has nothing to do with medical insurance (天气, 股票)."""
        return any(subject in text.lower() for subject in self._vocabulary.other_subjects)

    def own_record(self) -> Say:
        """For a wish to look into somebody's own account, payments or claims."""
        text = (
            "个人的账户、缴费和报销记录我查不到,也请不要把卡号、证件号发给我;请带证件到参保地的医保窗口查。"
            "规定怎么写,可以问我。"
        )
        return Say("decline", text)

    def not_understood(self) -> Say:
        """For words out of which nothing could be read."""
        text = "我没看懂这句话。请说说是哪里的医保、什么情况、花了多少钱,比如“岳池居民医保,二级医院住院花了8000”。"
        return Say("clarify", text)

    def not_covered(self, place: str, mentioned: Mapping[str, str]) -> Say:
        """For a place whose policy is not in the corpus; `mentioned` are headings on it in other documents."""
        text = f"我这里没有{place}的医保规定,也不能拿别处的规定来套,请问当地医保部门;{self._nearest(place)}。"
        told = "、".join(f"{self._library.name(one)}里的“{title}”" for one, title in mentioned.items())
        return Say("decline", text + (f"\n\n提到{place}的只有{told}。" if told else ""), policies=tuple(mentioned))

    def _nearest(self, place: str) -> str:
        """What the corpus has in the province of a place, else in that part of the country, else anywhere."""
        provinces = self._vocabulary.provinces
        home = self._vocabulary.province_of((place,))
        if home is None:
            return f"目前有的是{self.covered()}"
        region = provinces[home].region
        around = {name for name, one in provinces.items() if one.region == region}
        policies = [one for one in self._library.corpus.policies.values() if one.kind == "policy"]
        # 同在华南 is true of what lies there; which of all is the nearest one is not known
        for told, within in ((f"{_UNIT.sub('', home)}的只有", {home}), (f"同在{region}的有", around)):
            names = [
                self._library.name(one.id) for one in policies if self._vocabulary.province_of(one.place) in within
            ]
            if names:
                return told + "、".join(names)
        return f"目前有的是{self.covered()}"

    def wrong_scheme(self, scheme: str, policies: Sequence[str]) -> Say:
        """For a scheme that the place's policies do not belong to."""
        if not policies:
            return Say("decline", f"我这里没有{scheme}的规定,也不能拿别的保险的规定来套;有的是{self.covered()}。")
        nearest = "、".join(self._library.name(policy) for policy in policies)
        text = f"我这里没有当地{scheme}的规定,最接近的是{nearest},但不能拿来套用。"
        return Say("decline", text, policies=tuple(policies))

    def which_policy(self, policies: Sequence[str], *, asks_scheme: bool = False) -> Say:
        """Asks which policy the person belongs to, and of which scheme it is where nothing was said of that."""
        names = tuple(self._library.name(policy) for policy in policies)
        which = ",职工医保还是居民医保" if asks_scheme else ""
        text = f"您参加的是哪里的医保{which}?各地规定不一样,知道了才能算。我这里有:{'、'.join(names)}。"
        return Say("clarify", text, missing=("policy",), choices=names)

    def contents(self, documents: Sequence[str]) -> Say:
        """What is known where nothing but a name was said: the headings of a document, or the names of several."""
        if len(documents) > 1:
            names = tuple(self._library.name(one) for one in documents)
            return Say("clarify", f"我这里有:{'、'.join(names)}。想问哪一份?", policies=tuple(documents), choices=names)
        document = self._library.document(documents[0])
        headings = tuple(clause.title for clause in document.clauses)
        listed = "\n".join(f"- {one}" for one in headings[:_OFFERED])
        more = "还有别的," if len(headings) > _OFFERED else ""
        text = f"“{self._library.name(documents[0])}”里写了这些,{more}想问哪一条?\n{listed}"
        return Say("clarify", text, policies=tuple(documents), choices=headings[:_OFFERED])

    def meaning(self, utterance: Utterance) -> Say | None:
        """What terms of the field mean, where that is what was asked (自付和自费有啥区别)."""
        if not _MEANING.search(utterance.text) or not utterance.terms:
            return None
        return Say(
            "fact", "\n\n".join(f"**{name}**:{self._vocabulary.terms[name].means}。" for name in utterance.terms)
        )
