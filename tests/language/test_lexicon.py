"""Finding the vocabulary's words in a sentence."""

import pytest

from mingbai.corpus.models import Policy
from mingbai.corpus.reader import Corpus
from mingbai.language.lexicon import CHOICE, Found, Lexicon

CHONGQING, YUECHI, BEIJING = "chongqing-resident-2013", "yuechi-resident-2009", "beijing-employee-catastrophic-1995"
LUOYANG = "luoyang-employee-catastrophic-2021"


def of_kind(lexicon: Lexicon, sentence: str, kind: str) -> list[str]:
    return [one.name for one in lexicon.find(sentence) if one.kind == kind and not one.is_denied]


def choices(lexicon: Lexicon, sentence: str, fact: str) -> list[str]:
    return of_kind(lexicon, sentence, f"{CHOICE}{fact}")


class TestFacts:
    @pytest.mark.parametrize(
        ("said", "level"),
        [
            ("三甲", "三级"),
            ("三乙医院", "三级"),
            ("三级甲等", "三级"),
            ("大医院", "三级"),
            ("3级", "三级"),
            ("二甲", "二级"),
            ("二级医院", "二级"),
            ("一级", "一级"),
            ("镇卫生院", "乡镇卫生院"),
            ("乡镇卫生院", "乡镇卫生院"),
            ("社区医院", "社区"),
            ("社区卫生服务中心", "社区"),
            ("村卫生室", "村卫生室"),
            ("县人民医院", "县级"),
            ("市中心医院", "市级"),
            ("省医院", "省级"),
        ],
    )
    def test_hospital_levels_as_people_name_them(self, lexicon: Lexicon, said: str, level: str):
        assert choices(lexicon, f"我在{said}看的", "hospital_level") == [level]

    @pytest.mark.parametrize(
        ("said", "care"),
        [
            ("住了院", "住院"),
            ("动手术", "住院"),
            ("看门诊", "普通门诊"),
            ("高血压", "慢性病门诊"),
            ("门特", "特殊病门诊"),
            ("剖宫产", "住院分娩"),
            ("产检", "产前检查"),
            ("腹透", "腹膜透析"),
        ],
    )
    def test_kinds_of_care_as_people_name_them(self, lexicon: Lexicon, said: str, care: str):
        assert choices(lexicon, f"我妈{said}", "care") == [care]

    def test_the_longest_word_of_a_channel_wins(self, lexicon: Lexicon):
        assert choices(lexicon, "重特大疾病住院", "care") == ["重特大疾病住院"]

    def test_channels_may_overlap(self, lexicon: Lexicon):
        sentence = "孩子白血病"
        assert choices(lexicon, sentence, "insured") == ["儿童"]
        assert choices(lexicon, sentence, "child_major_disease") == ["是"]

    def test_a_choice_of_one_character_is_no_word(self, lexicon: Lexicon):
        assert choices(lexicon, "是的是的", "filed") == []
        assert choices(lexicon, "无所谓", "hardship") == []

    def test_a_choice_inside_the_name_of_a_scheme_is_not_meant(self, lexicon: Lexicon):
        assert choices(lexicon, "大学生医保", "insured") == []
        assert of_kind(lexicon, "大学生医保", "scheme") == ["居民医保"]

    @pytest.mark.parametrize("denied", ["不是三级", "并非三级", "不算三级"])
    def test_what_is_denied_is_marked(self, lexicon: Lexicon, denied: str):
        (found,) = [one for one in lexicon.find(denied) if one.kind == f"{CHOICE}hospital_level"]
        assert found == Found(found.start, found.end, f"{CHOICE}hospital_level", "三级", is_denied=True)

    def test_what_somebody_says_not_to_be_is_denied(self, lexicon: Lexicon):
        assert [one.is_denied for one in lexicon.find("职工我不是") if one.kind == "scheme"] == [True]
        assert choices(lexicon, "学生我不是,在厂里上班", "insured") == []

    def test_only_what_stands_right_behind_the_denial_is_denied(self, lexicon: Lexicon):
        assert choices(lexicon, "不是三级是二级", "hospital_level") == ["二级"]

    def test_capital_letters_make_no_difference(self, lexicon: Lexicon):
        assert choices(lexicon, "i型糖尿病", "care") == choices(lexicon, "I型糖尿病", "care") == ["慢性病门诊"]


class TestFiled:
    @pytest.mark.parametrize(
        "said",
        ["办了备案", "已经登记了", "我备案过", "有转诊", "已转诊", "都办好了", "经社保所同意", "已经备案", "登记好了"],
    )
    def test_it_was_filed(self, lexicon: Lexicon, said: str):
        assert set(choices(lexicon, said, "filed")) == {"是"}

    @pytest.mark.parametrize(
        "said",
        [
            "没备案",
            "没有备案",
            "未登记",
            "没办登记",
            "忘了备案",
            "没有办转诊",
            "没经同意",
            "未经同意",
            "没有去登记",
            "自己跑去的",
            "自己直接去的",
            "没来得及备案",
            "没有办理手续",
            "啥子登记都没搞过",
            "报备也没弄",
            "转诊手续压根没办",
            "什么登记都没有",
        ],
    )
    def test_it_was_not_filed(self, lexicon: Lexicon, said: str):
        assert set(choices(lexicon, said, "filed")) == {"否"}

    @pytest.mark.parametrize(
        "asked",
        ["要备案吗", "怎么备案", "备案要带什么", "需要登记吗", "转诊怎么办", "登记有没有用", "转诊单没丢"],
    )
    def test_a_question_about_filing_says_nothing_of_it(self, lexicon: Lexicon, asked: str):
        assert choices(lexicon, asked, "filed") == []


class TestHardship:
    @pytest.mark.parametrize(
        ("said", "meant"),
        [
            ("我妈62了,家里收入低", "低收入老人"),
            ("62岁,低收入家庭", "低收入老人"),
            ("屋里收入很低,俺爹七十岁", "低收入老人"),
            ("我妈58岁,低收入家庭", "低收入家庭"),
            ("家里收入低,我妈62岁,我交多少?我40岁", "低收入家庭"),  # whose age it is was not said
            ("家里收入低,花了6200块", "低收入家庭"),
        ],
    )
    def test_who_is_sixty_in_a_poor_house_is_poor_and_old(self, lexicon: Lexicon, said: str, meant: str):
        assert set(choices(lexicon, said, "hardship")) == {meant}

    @pytest.mark.parametrize("said", ["我妈62岁,家里收入不低", "我妈65岁", "家庭收入低于多少才算"])
    def test_who_is_not_said_to_be_poor_is_not(self, lexicon: Lexicon, said: str):
        assert choices(lexicon, said, "hardship") == []


class TestPlaces:
    @pytest.mark.parametrize(
        ("said", "place"),
        [
            ("重庆的医保", "重庆市"),
            ("我在岳池县", "岳池县"),
            ("岳池", "岳池县"),
            ("洛阳人", "洛阳市"),
            ("北京", "北京市"),
        ],
    )
    def test_a_place_with_and_without_its_rank(self, lexicon: Lexicon, said: str, place: str):
        assert place in of_kind(lexicon, said, "place")

    def test_a_place_without_a_policy_is_known_as_such(self, lexicon: Lexicon):
        assert of_kind(lexicon, "上海医保", "other_place") == ["上海"]

    @pytest.mark.parametrize(
        ("said", "policy"),
        [("重庆新农合", CHONGQING), ("岳池居民医保", YUECHI), ("北京大病统筹", BEIJING), ("洛阳职工大病保险", LUOYANG)],
    )
    def test_a_policy_by_the_name_people_give_it(self, lexicon: Lexicon, said: str, policy: str):
        assert of_kind(lexicon, f"我交的是{said}", "policy") == [policy]

    def test_every_policy_is_found_by_its_title_and_by_each_of_its_names(self, lexicon: Lexicon, corpus: Corpus):
        for policy in corpus.policies.values():
            for name in (policy.title, *policy.also_called):
                found = of_kind(lexicon, name, "policy")
                assert found, f"{policy.id}: {name}"

    def test_no_two_policies_share_a_name(self, corpus: Corpus):
        def names(policy: Policy) -> set[str]:
            return {policy.title, *policy.also_called}

        everyone = [name for policy in corpus.policies.values() for name in names(policy)]
        assert len(everyone) == len(set(everyone))


class TestSchemesTermsAmounts:
    @pytest.mark.parametrize(
        ("said", "scheme"), [("城乡居民医保", "居民医保"), ("农合", "新农合"), ("城镇职工", "职工医保")]
    )
    def test_schemes(self, lexicon: Lexicon, said: str, scheme: str):
        assert of_kind(lexicon, f"我参加{said}", "scheme") == [scheme]

    @pytest.mark.parametrize(
        ("said", "term"),
        [("门槛费", "起付线"), ("最高支付限额", "封顶线"), ("报几成", "报销比例"), ("车祸", "交通事故")],
    )
    def test_terms(self, lexicon: Lexicon, said: str, term: str):
        assert of_kind(lexicon, said, "term") == [term]

    @pytest.mark.parametrize(
        ("said", "amount"),
        [("总共", "cost"), ("其中自费", "self_funded"), ("超过封顶线", "excess"), ("起点是", "band_floor")],
    )
    def test_words_that_say_which_amount_is_meant(self, lexicon: Lexicon, said: str, amount: str):
        assert of_kind(lexicon, f"{said}5000元", "amount") == [amount]


def test_what_is_found_stands_in_order_and_where_it_says(lexicon: Lexicon):
    sentence = "重庆居民医保二档,三甲医院住院花了3万"
    found = lexicon.find(sentence)
    assert [one.start for one in found] == sorted(one.start for one in found)
    (level,) = [one for one in found if one.kind == f"{CHOICE}hospital_level"]
    assert sentence[level.start : level.end] == "三甲"


def test_whether_something_is_of_a_policy_names_that(lexicon: Lexicon):
    assistance = ["medical-assistance-catastrophic"]
    assert of_kind(lexicon, "特困职工算不算大病救助对象", "policy") == assistance
    assert of_kind(lexicon, "这是不是大病救助", "policy") == assistance
    assert of_kind(lexicon, "我问的不是大病救助", "policy") == []


@pytest.mark.parametrize("nothing", ["", "asdfgh", "……", "👍"])
def test_nothing_is_found_in_nothing(lexicon: Lexicon, nothing: str):
    assert lexicon.find(nothing) == ()
