"""What a message is about (a sum, a comparison, papers, a rule), and whether it goes on with what was looked up.

Read from the message, as understood, and from where the conversation stood before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from mingbai.assistant.conversation.left_open import varies
from mingbai.assistant.conversation.state import POLICY, State, Topic
from mingbai.assistant.follow_ups.another_figure import LONGEST, with_another_figure
from mingbai.assistant.leads.asks_cost import asks_what_insurance_costs
from mingbai.assistant.leads.enough import asks_if_enough
from mingbai.assistant.leads.late import asks_fee
from mingbai.assistant.leads.plan_premiums import MUCH, asks_what_plans_cost, of_care, parts_plans
from mingbai.assistant.leads.question import Question
from mingbai.assistant.leads.reckoning import asks_how_much_more
from mingbai.assistant.library import Library
from mingbai.assistant.planning.asks_rule import asks_of_rule
from mingbai.assistant.wording.own_first import asks_part, asks_what_is_left_to_pay
from mingbai.corpus.models import FirstOwn
from mingbai.language.bills.sums import BILLS
from mingbai.language.utterance import Utterance

SEARCHED: tuple[Topic, ...] = ("documents", "procedure", "eligibility", "fact")  # answered out of the clauses
_QUESTION = re.compile(
    r"吗|么[??]?$|什么|啥|怎[么样]|如何|哪|(?<![零〇九八七六十])几[个天年月号次家种项时]|谁|是否|能不能|要不要|多久|为什么|是不是|多大(?=岁|年|以[内下上]|的?$)|有没[有得]|有[^,。;!?有]{1,8}没有[??]?$|多少|百分之几|几成"
    r"|(?<![零〇九八七六十])几(?![百千万十级档])[一-鿿]|好多|咋|([一-鿿])[不没]\1|^.{3,}(?:不|(?<!还)没)[??]?$"
    r"|[一-鿿](?<![可要也倒差])不(?=[,;])"
    r"|好久(?=之?内|以内|才|能|可以|到账|办|开始|下来|生效)|[要得]好久|到底"
    r"|(?:还|也|都)(?:能|可以|要|算|得|管|行|给)[^,。]{0,6}吧[??]?$|是[^,。是]{1,8}还是"
    r"|有冇|几[十百千]*万(?:块|元)?(?:钱)?(?:封顶|到顶|为止)|(?:封顶|到顶|上限)[^,。]{0,3}几[十百千]*万"
)
_SPLIT = re.compile("拆开|分开|各[交选]各|不一样的?档|不同的?档")
_CHOOSES = re.compile(
    "(?:老|爸|妈|大人|娃|孩|我|两口|媳妇|公|婆|爷|奶)[^,。;]{0,8}[买交选上办](?:[那这]个)?([0-9]{2,3}|[一二]档)(?!人|岁)"
)
_OF_ALL = re.compile(  # 一共要交多少; 大家个人合计呢
    "(?:[一总拢]共|加起来|合计|全家|一家)[^,。;报补]{0,6}[交缴掏出](?:多少|好多|几多)"
    "|^(?:那|大家|全部?|所有人?|我们|的){0,3}(?:个人|单位|公司|职工|自己)[^,。;报补0-9]{0,5}(?:[一总拢]共|合计|加起来)[^,。;报补0-9]{0,5}$"
)
_PLAN = "plan"
_COLLECTING = re.compile(  # 班长要收齐多少钱: what so many pay in is no bill
    "收(?:齐|上来?|起来|拢|够)(?:[一总拢]共|的)?(?:多少|几多|好多|几个钱)|收[一总拢]共(?:多少|几多|好多)"
)
_RAISED = re.compile(  # 从640提到705: a standard, and no bills to compare
    "从[0-9.]+(?:元|块)?(?:[一-鿿]{0,3}?)(?:提|涨|加|升|调|增|降|减|下调)[高到至了成加]{1,3}[0-9]"
)
_OF_INSURER = re.compile("成本率|赔付率")  # the year's result of an insurer is no bill
_OF_NO_SUM = ("documents", "where", "when", "how", "who", "quiz")
"""What a message may ask for that tells a bill besides and asks for no sum."""
_WHAT_OF = re.compile(
    "^(?![你您])(?:(?:那|要是|如果|万一|假如).{1,12}(?:呢|(?<!是)的)|[一-鿿]{2,8}呢|(?:要是|如果|那).{1,12}嘛|其中[一-鿿]{2,8})[??]?$"
)
_BY_WHICH = re.compile(
    "凭(?:啥|什么)[^,。;?!]{0,3}(?:卡|证|件|单|材料|票|资格|条件)"
)  # 凭啥卡: which one, and no doubt
_OF_YEAR = re.compile("[0-9]{2}年")
_RETOLD = re.compile("那[个位名](?![每没])([一-鿿]{2})(?![0-9])")
_THAT_ONE = re.compile("那[个位名](?![每没])|报道|新闻")
_THAT_PATIENT = re.compile("那[个位名](?![每没])[^,。;]{0,8}?(?:病人|患者|[男女]的|小伙|姑娘|孩子|老人|大[哥姐爷妈])")
_GREAT = 100_000  # a bill so great, told only about (两百多万), is that of one case that was told
_PARTICULAR = 3  # digits of a figure that hardly any other case has
_BACK = re.compile("那|这个|它|[他她]们|其中|剩下|其余|还要|还需")
_FIGURE = re.compile("[0-9][0-9.]*万?")
_YEAR = re.compile("(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9.万元块])")  # of a document, and no figure of a case
_OWN_PART = re.compile("自己[先要得还]{0,2}[付出掏扛担]|自付|自负|承担|负担")
_LACKING = re.compile(  # what then, and not which
    "(材料|资料|单[子据]|证明|东西).{0,4}[没不](带|交|有)?[全齐够]|[缺少](了|交|带)?一?[份张样个].{0,4}(材料|资料|单|证)|(材料|单[子据]|证明)丢了"
)
_MEASURED_BY = re.compile(
    "[拿用]什么(?:钱|数)?(?:来)?(?:当|算|做|作)(?!为?[证凭材])"
)  # 拿什么当基数 asks for no papers
_HOW_MUCH = re.compile("多少|几|好多|算")
_BARE = 6  # characters of a message that has no room for a subject
_ASKS_PART = 24  # characters of one that only asks a part of a sum
_FOLLOW_UP = 14  # characters of a message that only varies the question before
_OF_A_PERSON = frozenset({"insured", "hardship", "employment"})
_RATE_WORDS = (
    "起付线",
    "封顶",
    "比例",
    "门槛",
    "上限",
    "最高",
    "最多",
    "限额",
    "起付标准",
    "几个点",
    "百分之",
    "几段",
    "分段",
)
_BOUNDS = ("deductible", "cap")
_DEDUCTS_AGAIN = re.compile("(?:还|又|再|要)[^,。;0-9]{0,4}(?:起付|门槛)|(?:起付|门槛)[^,。;0-9多几]{0,3}(?:还|又|再)")
_CIRCUMSTANCES = frozenset({"filed", "urgent", "care_place"})
_WHAT_END = re.compile("呢[?。]?$")
_BEARS = re.compile("(?:自己|个人|本人|单位|公司|财政|职工)[^,。;赔补]{0,4}(?:出|掏|交|缴|拿|承担|负担)")
_COUNTS_IN = re.compile("(?:能|可以|会|给|也|都)?算(?:得)?(?:进去?|在内|在里[面头]?|在里)[^,。;多少几]{0,3}[??。!]?$")
_OF_SUM = re.compile("[报赔补拿付出掏花]|划算|差多少|合适")
_WISHES = re.compile(
    "(?:想|打算|准备|要)(?:给[^,。;]{1,6})?(?:参加?|买|上|入|办|投|交|报名)(?:个|到|一份)?[^,。;看报住]{0,8}(?:档|医保|合作医疗|农合|居民|保险)"
)
_WHICH = re.compile("(?:哪个|哪边|哪里|哪儿|谁)[^,。;?!]{0,3}(?:报|补|赔|给)得?[^,。;?!]{0,2}[多少高]")
_BOUND_APART = re.compile(  # 门槛差多少, 起付线各是多少来着, 比例差几个点: of the rates, also after a bill
    "(?:起付线?|起付标准|门槛费?|封顶线?|限额|比例)(?:又|都|是|要)?(?:相差|差|各自?|分别|[高低多少]了?)(?:了|都|是)*(?:多少|几|好多|什么)"
)
_RATIO = re.compile("几成|百分之|比例|几个点")
_TAKEN_OFF = re.compile(
    "(?:职工|个人|自己|本人|工资里?)[^,。;0-9报赔补]{0,4}扣[^,。;0-9]{0,3}(?:多少|几|好多)"
)  # 职工自己扣多少
_HOW_PAID = re.compile("(?:怎么?样?|咋个?|如何)(?:个)?[报赔补付算](?:法|销|的|呢|啊|呀)*(?=[,。;?! ]|$)")
_PAYS_HOW_MUCH = re.compile(f"[交缴买掏出拿](?:出来|[一总拢]共|合计|一年|[要得是])*{MUCH}")
_UNLIKE = re.compile("区别|不同|一样|差在|差别|差几|几成|划算|值不值|值得|哪个好")


class TopicReader:
    """Reads what a message is about, by its words, its facts and what was spoken of before it."""

    def __init__(self, library: Library) -> None:
        books = library.books.values()
        self._policies = library.corpus.policies.values()
        self._bills = {bill for book in books for one in book.by_care.values() for bill in one.bills}
        steps = [step for book in books for one in book.by_care.values() if not one.layers for step in one.rule.steps]
        self._parts = {step.first_own.fact for step in steps if isinstance(step, FirstOwn)}

    def has_bill(self, facts: Iterable[str]) -> bool:
        """Whether one of these facts is a bill that some policy settles."""
        return not self._bills.isdisjoint(facts)

    def of(self, utterance: Utterance, state: State) -> Topic:
        """The topic of a message; `state` is where the conversation stood before it."""
        intents = utterance.intents
        if self.doubts(utterance, state):
            is_of_sum = "算" in utterance.text and self.has_bill(state.facts) and state.policy is not None
            return "estimate" if is_of_sum and state.topic != "compare" else state.topic or "fact"
        if self.goes_on(utterance, state):
            return state.topic or "fact"
        if state.asked in utterance.unknown and (utterance.tells_only_unknown or not is_question(utterance)):
            return state.topic or "estimate"
        if self._takes_off(utterance, state):
            return "estimate"
        if utterance.multiplies and state.topic == "estimate" and self.has_bill(state.facts):
            return "estimate"
        if self.asks_part_of_sum(utterance, state):
            return state.topic if state.topic == "compare" else "estimate"
        if self._goes_on_spending(utterance, state):
            return "estimate"
        if self._asks_to_split(utterance):
            return "eligibility"
        if _RAISED.search(utterance.text) and asks_how_much_more(utterance.text):
            return "fact"
        if asks_fee(utterance.text) or (_COLLECTING.search(utterance.text) and counts_heads(utterance)):
            return "fact"
        if _OF_INSURER.search(utterance.text) and Question.read(utterance.text).ratios:
            return "fact"
        if utterance.compared.keys() == {_PLAN} and _asks_price(utterance):
            return "fact"
        if utterance.compared or ("compare" in intents and len({*utterance.places, *utterance.policies}) > 1):
            return "compare"
        if holds_beside(utterance) and self._varies(utterance, state):
            return "compare"
        if state.topic == "compare" and self._compares_on(utterance, state):
            return "compare"
        if state.topic == "compare" and self._asks_another_rate(utterance, state):
            return "compare"
        is_vague = utterance.problem is not None and not _COUNTS_IN.search(utterance.text)  # 一针好几千,算进去不
        has_bill = self.has_bill(utterance.facts) or is_vague
        is_part = self._parts & set(utterance.facts) and not self.has_bill({*state.facts, *utterance.facts})
        if self._retells(utterance, state) or (is_part and _OWN_PART.search(utterance.text)):
            return "fact"
        if not has_bill and (asks_what_insurance_costs(utterance.text) or _asks_who_bears_premium(utterance)):
            return "fact"
        if "money_rule" in intents and not (has_bill and "estimate" in intents):
            return "fact"
        is_whether = "eligibility" in intents and not has_bill and not _HOW_MUCH.search(utterance.text)  # 还能拿回来吗
        is_of_rule = asks_of_rule(utterance.text) or ("estimate" not in intents and asks_if_enough(utterance.text))
        asks_sum = "estimate" in intents and not (is_whether or is_of_rule)
        wants_sum = asks_sum or (has_bill and not (is_of_rule or _asks_something_else(utterance)))
        is_of_papers = "documents" in intents and not (
            _LACKING.search(utterance.text) or _MEASURED_BY.search(utterance.text)
        )
        if is_of_papers and not (has_bill and "estimate" in intents):
            return "documents"
        if wants_sum and ((has_bill and not (is_vague and _asks_share(utterance))) or not _asks_rate(utterance)):
            return "estimate"
        if asks_if_enough(utterance.text):  # 光带户口本够不够 is answered by the list
            return "fact"
        for topic in ("eligibility", "procedure"):
            if topic in intents:
                return topic
        if _wishes_to_enrol(utterance) and not (state.asked or self.has_bill({*state.facts, *utterance.facts})):
            return "fact"
        if self._answers(utterance, state) and not is_question(utterance):
            return state.topic or "estimate"
        is_silent = utterance.says_nothing_new and intents <= {"thanks"}
        if state.asked and is_silent and not is_question(utterance):
            return state.topic or "estimate"  # no answer at all: the question is put again
        if "fact" in intents or is_question(utterance) or not utterance.facts:
            return "fact"
        if state.topic == "eligibility" and state.question and utterance.facts.keys() <= _CIRCUMSTANCES:
            return "eligibility"  # 没批准就去了,但是急诊, after what is not paid for
        return "estimate"

    def asks_part_of_sum(self, utterance: Utterance, state: State) -> bool:
        """Whether a message only asks for a part of the sum that was worked out (我自己掏的呢)."""
        if not self.has_bill(state.facts) or not _asks_part(utterance, state):
            return False
        is_known = state.policy is not None and not state.asked  # a rule may have been asked about in between
        return state.topic in ("estimate", "compare") or (is_known and asks_what_is_left_to_pay(utterance.text))

    def _takes_off(self, utterance: Utterance, state: State) -> bool:
        """Whether a message only tells what of the bill before is not paid for (其中4千是不合理费用不认)."""
        is_told = "self_funded" in utterance.facts and utterance.facts.keys().isdisjoint(BILLS)
        is_of_sum = state.topic == "estimate" and self.has_bill(state.facts)
        return is_told and is_of_sum and not is_question(utterance)

    def _goes_on_spending(self, utterance: Utterance, state: State) -> bool:
        """Whether a message tells one bill more and only asks if the deductible is taken again (还扣门槛不)."""
        is_of_sum = state.topic == "estimate" and self.has_bill(state.facts) and self.has_bill(utterance.facts)
        return is_of_sum and utterance.intents <= {"eligibility"} and _DEDUCTS_AGAIN.search(utterance.text) is not None

    def _asks_to_split(self, utterance: Utterance) -> bool:
        """Whether a message asks if members of one household may choose otherwise (大人交60的,娃交150的,拆开行不)."""
        is_whether = utterance.asks == "whether" and not self.has_bill(utterance.facts)
        is_split = _SPLIT.search(utterance.text) is not None or parts_plans(utterance.text)
        return is_whether and (is_split or _choose_apart(utterance))

    def contrasts(self, utterance: Utterance, state: State) -> bool:
        """Whether a comparison is one of rates or rules and not of sums: no bill is told, or none is asked about."""
        tells_bill = self.has_bill(utterance.facts)  # 比例差多少,自付2万 asks of that sum, too
        if asks_bound_apart(utterance.text) and not (state.asked or tells_bill):
            return True
        names_rule = _UNLIKE.search(utterance.text) or any(word in utterance.text for word in _RATE_WORDS)
        is_of_rules = bool(names_rule) or not _OF_SUM.search(utterance.text)
        told = {*state.facts, *utterance.facts, *state.compared, *utterance.compared}
        return is_of_rules and not self.has_bill(told) and not state.asked

    def doubts(self, utterance: Utterance, state: State) -> bool:
        """Whether a message only asks back about the answer before it (你算错了吧; 哪一条写的; 为什么这么少)."""
        is_answered = state.question if state.topic in SEARCHED else state.policy and state.topic
        is_doubt = "recheck" in utterance.intents and not _BY_WHICH.search(utterance.text)
        return bool(is_answered) and is_doubt and utterance.says_nothing_new

    def goes_on(self, utterance: Utterance, state: State) -> bool:
        """Whether a message asks again what was looked up, of another case (二档呢; 那2009年呢) or thing (那车祸呢)."""
        if state.topic not in SEARCHED or not state.question:
            return False
        other = with_another_figure(state.question, utterance.text)
        is_of_figure = other is not None
        is_owed = other is not None and asks_fee(other)  # 欠费10000元,滞纳金多少, then 那5000元呢: that is no bill
        is_looked_up = other is not None and state.topic == "eligibility"  # 垫了一万八能先借吗, then 两万六呢
        known = {name for name, value in state.facts.items() if utterance.facts.get(name) != value}
        is_bill = self.has_bill(known) and self.has_bill(utterance.facts)
        is_looked_up |= other is not None and not is_bill  # 人均收入2万, then 要是三万呢
        if self.has_bill({*state.facts, *utterance.facts}) and not (is_owed or is_looked_up):
            return False
        varies = varies_case(utterance) or _WHAT_OF.search(utterance.text) or is_of_figure
        is_of_person = utterance.facts.keys() | utterance.denied.keys() <= _OF_A_PERSON
        longest = LONGEST if counts_heads(utterance) or is_of_figure or is_of_person else _FOLLOW_UP
        is_short = len(utterance.text) <= longest and not is_question(utterance)
        is_of_thing = _WHAT_OF.search(utterance.text) is not None  # 管理费呢, after how many persons work there
        idle = {"estimate", "money_rule"} if is_of_figure or is_of_thing else {"estimate"}
        idle |= {"fact"} if is_of_thing and utterance.asks in _BOUNDS else set()  # 二档最多呢
        asks_nothing = not utterance.intents or (utterance.intents <= idle and _says_only_case(utterance.text))
        return bool(varies) and is_short and asks_nothing and not utterance.problem

    def _retells(self, utterance: Utterance, state: State) -> bool:
        """Whether a message asks of a case that a clause tells, by a figure in it and who it was (那个简凡花了254万).

        A name stands in one document alone; without one the figure has to be as particular as few are.
        """
        figures = set(_FIGURE.findall(_YEAR.sub(" ", utterance.text)))
        named = _RETOLD.search(utterance.text)
        if named and figures:
            telling = [
                [clause.text for clause in policy.clauses if named[1] in clause.text] for policy in self._policies
            ]
            texts = [some for some in telling if some]
            if len(texts) == 1 and any(_states(text, figures) for text in texts[0]):
                return True
        particular = {one for one in figures if len(one.strip("万0").replace(".", "")) >= _PARTICULAR}
        spoken = [one for one in self._policies if one.id in utterance.policies or {*one.place} & {*utterance.places}]
        if _THAT_PATIENT.search(utterance.text):
            spoken = spoken or [one for one in self._policies if one.id in state.documents]
            about = [value for name in utterance.rough if isinstance(value := utterance.facts[name], Decimal)]
            if any(_states_about(clause.text, about) for one in spoken for clause in one.clauses):
                return True
        return _THAT_ONE.search(utterance.text) is not None and any(
            _states(clause.text, particular) for policy in spoken for clause in policy.clauses
        )

    def _compares_on(self, utterance: Utterance, state: State) -> bool:
        """Whether a message answers for a comparison, or varies what was the same for all that was compared."""
        if state.asked in utterance.facts:
            return True
        is_varied = bool(utterance.facts) and not (utterance.places or utterance.policies)
        has_more = state.compared.keys() - utterance.facts.keys() or (not state.compared and len(state.documents) > 1)
        return is_varied and bool(has_more) and not utterance.intents & {*SEARCHED, "money_rule"}

    def _asks_another_rate(self, utterance: Utterance, state: State) -> bool:
        """Whether a message asks another rate of what was held side by side without a bill (比例呢)."""
        is_short = len(utterance.text) <= _FOLLOW_UP and not (utterance.facts or names_place(utterance))
        names_rate = any(word in utterance.text for word in _RATE_WORDS)
        return bool(state.compared) and is_short and names_rate and self.contrasts(utterance, state)

    def _varies(self, utterance: Utterance, state: State) -> bool:
        """Whether a message puts another fact or place beside what was computed (那三级呢,差多少)."""
        is_computing = state.topic in ("estimate", "compare") and not utterance.intents & {"documents", "procedure"}
        changes = utterance.facts or utterance.places or utterance.policies
        return is_computing and bool(changes or (utterance.says_nothing_new and state.varied))

    def _answers(self, utterance: Utterance, state: State) -> bool:
        """Whether the message gives what had been asked for, or changes a fact of what was computed."""
        if state.asked == POLICY:
            return bool(utterance.places or utterance.policies or utterance.schemes)
        if state.asked and state.asked in utterance.facts:
            return True
        is_elsewhere = utterance.other_places and varies(utterance.text)  # 要是去成都住的呢
        changes = bool(utterance.facts or utterance.denied or utterance.places or utterance.policies or is_elsewhere)
        return state.topic in ("estimate", "compare") and changes


def asks_bound_apart(text: str) -> bool:
    """Whether a text asks which deductible, cap or ratio each case has, or by how much these differ."""
    return _BOUND_APART.search(text) is not None


def _asks_part(utterance: Utterance, state: State) -> bool:
    """Whether a message with nothing new asks one part of what was worked out (自己掏多少; 起付线扣了多少)."""
    is_new = any(state.facts.get(name) != value for name, value in utterance.facts.items())
    is_short = len(utterance.text) <= _ASKS_PART
    return is_short and not (is_new or names_place(utterance) or utterance.compared) and asks_part(utterance.text)


def tells_person(utterance: Utterance) -> bool:
    """Whether a message only puts another person to the question before it (我妈65岁,低收入的老人,2010年呢)."""
    is_of_person = bool(utterance.facts) and utterance.facts.keys() <= _OF_A_PERSON
    return is_of_person and _WHAT_END.search(utterance.text) is not None


def holds_beside(utterance: Utterance) -> bool:
    """Whether a message asks how it differs from what was told, or which is more (岳池的差多少; 重庆哪个报得多)."""
    is_of_place = names_place(utterance) and _WHICH.search(utterance.text) is not None
    return "difference" in utterance.intents or is_of_place


def _states(text: str, figures: Iterable[str]) -> bool:
    return not {*_FIGURE.findall(text)}.isdisjoint(figures)


def _states_about(text: str, sums: Iterable[Decimal]) -> bool:
    """Whether a text states a great sum that is told only about (254万 of 两百多万)."""
    great = [one for one in sums if one >= _GREAT]
    written = [
        Decimal(one.removesuffix("万").rstrip(".")) * 10_000 for one in _FIGURE.findall(text) if great and "万" in one
    ]
    return any(one <= figure < one * Decimal("1.5") for one in great for figure in written)


def varies_case(utterance: Utterance) -> bool:
    """Whether a message names a case of its own: a fact, a place, a scheme, a year, so many persons."""
    return names_something(utterance) or _OF_YEAR.search(utterance.text) is not None or counts_heads(utterance)


def counts_heads(utterance: Utterance) -> bool:
    """Whether a message says how many persons it is about (我们班38个人,有2个不交)."""
    return Question.read(utterance.text).heads is not None


def _choose_apart(utterance: Utterance) -> bool:
    """Whether members of one household would choose each their own plan (爸妈选二档,娃选一档)."""
    return len({one[1] for one in _CHOOSES.finditer(utterance.text)}) > 1


def _wishes_to_enrol(utterance: Utterance) -> bool:
    """Whether a message says that somebody would take out the insurance, and tells of no care (想参合作医疗二档)."""
    return "care" not in utterance.facts and _WISHES.search(utterance.text) is not None


def _says_only_case(text: str) -> bool:
    """Whether a message has no word of paying: that it asks for a sum was then only heard (换成三级呢)."""
    return not (_OF_SUM.search(text) or _HOW_MUCH.search(text))


def counts_before(utterance: Utterance, state: State) -> bool:
    """Whether a message asks what all pay whom one before it counted (我家四口, then 一年一共交多少).

    Or what somebody pays by the average wage that one before it told (月均工资1000, then 个人每月交多少, 自己扣多少).
    """
    if utterance.places or utterance.policies or utterance.other_places:
        return False
    told = Question.read(state.thread)
    asks = utterance.asks == "premium" or _TAKEN_OFF.search(utterance.text) is not None
    if told.city_average and asks and not Question.read(utterance.text).city_average:
        return True
    is_of_all = _OF_ALL.search(utterance.text) is not None and not (counts_heads(utterance) or names_place(utterance))
    return is_of_all and told.heads is not None


def names_something(utterance: Utterance) -> bool:
    """Whether a message says itself what it is about."""
    return bool(utterance.facts or utterance.places or utterance.policies or utterance.schemes)


def names_place(utterance: Utterance) -> bool:
    """Whether a message says itself whose rule it is about."""
    return bool(utterance.places or utterance.policies or utterance.schemes or utterance.other_places)


def refers_back(utterance: Utterance) -> bool:
    """Whether a message asks more of what the answer before it was about (那要带什么材料; 那个要多久)."""
    is_short = len(utterance.text) <= _FOLLOW_UP
    return is_short and _BACK.match(utterance.text) is not None and not names_something(utterance)


def is_bare_doubt(utterance: Utterance) -> bool:
    """Whether a message is only a few words that ask for yes or no (自己出吗)."""
    return "eligibility" in utterance.intents and len(utterance.text) <= _BARE and not names_something(utterance)


def is_question(utterance: Utterance) -> bool:
    """Whether a message asks something of its own; 那要是一档呢 only varies the question before."""
    return bool(_QUESTION.search(utterance.text))


def _asks_who_bears_premium(utterance: Utterance) -> bool:
    """Whether a message names what an insurance costs and asks who bears it (那75块要自己出30不), or for so many."""
    is_of_paying = _BEARS.search(utterance.text) is not None or counts_heads(utterance)
    return bool(utterance.premiums) and is_of_paying and "报" not in utterance.text


def _asks_price(utterance: Utterance) -> bool:
    """Whether a message asks what plans cost, by their names or their prices (四口人全按60的交要多少,都上150的呢)."""
    is_by_price = bool(utterance.premiums) and _PAYS_HOW_MUCH.search(utterance.text) and not of_care(utterance.text)
    return bool(is_by_price) or asks_what_plans_cost(utterance.text)


def _asks_rate(utterance: Utterance) -> bool:
    """Whether a message asks for a rate: a deductible or a cap in whatever words, others by their names."""
    return utterance.asks in _BOUNDS or any(word in utterance.text for word in _RATE_WORDS)


def _asks_share(utterance: Utterance) -> bool:
    """Whether a message asks for the ratio itself, which needs no exact bill (花了几十块,报百分之多少)."""
    return utterance.asks == "share" and _RATIO.search(utterance.text) is not None


def _asks_something_else(utterance: Utterance) -> bool:
    """Whether a message with an amount in it asks for a rule and not for a sum (要审批吗)."""
    if "basic_cap" in utterance.facts and _HOW_PAID.search(utterance.text):
        return False  # 一共九万五,超4万以外的怎么赔
    if "procedure" in utterance.intents or utterance.asks in _OF_NO_SUM:
        return True
    if "是不是" in utterance.text:
        return True
    is_of_sum = re.search("[报赔]|补(?!充)|够得着|够不够|比例|[拿领]得?到", utterance.text)
    is_whether = "eligibility" in utterance.intents or utterance.asks == "whether"
    return is_whether and not is_of_sum
