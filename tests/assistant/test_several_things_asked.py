"""Several things asked in one breath: each is answered straight, in the order asked, before the clauses."""

from __future__ import annotations

import pytest

from mingbai.assistant.assistant import Assistant
from tests.assistant.turns import last_reply


@pytest.mark.parametrize(
    ("message", "lines"),
    [
        ("北京大病统筹,我3月5号出的院,单据最晚哪天得交上去?过了咋办", ("5月4日", "过了不报")),
        ("长沙特药资格最晚哪天截止 交了好久有结果", ("12月15日", "3个工作日")),
        ("卢龙新农合开会讲中央明年给每个人补的钱涨到好多,参合要搞到百分之几", ("20元", "60%")),
        ("老汉儿砍柴摔断腿杆,重庆居民医保,外伤证明哪个给开,上面写啥子", ("村（居）委会", "受伤的时间、地点、经过")),
        ("北京医院想当医保定点,区里要审多少天,市里呢,证管几年", ("区里30个工作日", "三年")),
        ("浙江大病险的起付线怎么定的,封顶呢", ("上年度城乡居民", "10到15倍")),
        ("桂阳贫困户看门诊有没有起付线,大病的门槛呢", ("没有起付线", "5000元")),  # 10000×50%=5000
        ("吉林县里居民医保交了钱要等几个月,我家孩子也得等不", ("3个月", "不用等")),
        ("洛阳职工大病,在职的三级医院住院报几成,退休的呢", ("85%", "87%")),  # 85%+2%=87%
        ("洛阳退休的,大病住三级医院给报几成,还扣门槛费不扣", ("87%", "没有起付线")),
        # each part in words of its own kind: who, when, where, how many, what happens, a list
        ("吉林县居民医保风险金按多少提、提到什么程度就停、谁能动它", ("5%", "15%", "县政府批准")),
        ("吴江大病保险一年筹多少钱一个人，自己要不要交，一个年度从几号到几号", ("48.00元", "3月31日")),  # 24+24=48
        ("衡水哈励逊多久下一次病房查冒名的，查病历有重复收费大夫会怎么样", ("每周", "扣钱")),
        ("大病医疗救助都是哪些人能沾上?五种帮法是啥", ("农村五保对象", "慈善救助")),
        ("富阳医保经办有几个在编的，管多少家医院药店，全省千分之几的人能赔到", ("7名", "200多家", "千分之二")),
        ("重庆居民医保市外看病的单子哪几天收?都要啥材料", ("20日到30日", "发票")),
        ("城乡医保合一是合哪两个 六个统一背给我听听", ("新农合", "覆盖范围、筹资政策")),
        ("做吴江大病的 我想确认下派驻人头数 月报表啥时候交", ("不少于10人", "每月5日")),
        ("洛阳大病保费 2021 一个人多少 单位出还是员工出 啥时候交完", ("190.00元", "两边一起出", "6月30日")),
        ("长沙2016年特药 人走了做儿女的还能领不 要拿些什么去", ("法定继承人", "公证书")),
        ("格列卫浙江大病给不给报,一共几种药,要到哪里买", ("格列卫", "15种", "定点药店")),
        # two asked by the same words without a sign between them
        ("北京，诊所想当医保定点，递上去之后区里审多久市里审多久", ("区里30个工作日", "再延30个工作日")),
        (
            "我们社区门诊想做北京医保定点,材料递上去区里市里各审几天?证能用几年",
            ("区里30个工作日", "再延30个工作日", "三年"),
        ),
        # the last day and not the first, of which the same words ask
        ("长沙特药2016年追补，我现在要准备啥纸，交哪儿办，截止哪天", ("特药待遇资格申请", "2016年12月15日")),
        ("邢台2013的居民医保 社区问下 收钱办手续是哪几天到哪几天 银行划款最晚几号", ("7月1日到10月31日", "11月25日")),
        # things told of which the last words ask
        ("我在香港看的病 还有在药房自己买的药 吴江大病自费那块给算吗", ("国外和港、澳、台", "零售药店")),
        # how, of what was told before it, and not yes or no once more
        (
            "区职工大病团体补充，已经垫两万六，能先借钱不？手续咋弄，赔下来不够抵怎么办",
            ("拿单位担保", "到区医保局申请", "一个会计年度"),
        ),
        # of the list just told, and no other clause's day; the place at its foot is told where it is asked for
        ("重庆市外住院报销要带哪些资料，什么时候交", ("发票", "每月20日到30日")),
        (
            "从梯子上摔下来的，重庆居民医保，外伤报账是不是还要开个啥证明，交给谁",
            ("村（居）委会", "**县内治的交给医院，市外治的交给医保中心**"),
        ),
        ("福利院的，岳池，娃的户口在院里，医保哪个去办，照片要几张", ("福利院统一办", "1寸近期免冠彩色照片(3张)")),
        ("长沙特药怎么申请，什么时候截止，谁评审", ("三步", "12月15日", "评审委员会办公室")),
        # of the whole country's document, though a province is named that has one of its own
        (
            "2016年国务院把城里的和农村的两个医保合一块儿，那六个“统一”都是啥？山东农民能用的药从多少种变多少种",
            ("覆盖范围", "1127种扩大到2500种"),
        ),
    ],
)
def test_each_thing_asked_has_its_line_before_the_clauses(
    assistant: Assistant, message: str, lines: tuple[str, ...]
) -> None:
    opening = last_reply(assistant, message).text.partition("(《")[0]
    places = [opening.find(line) for line in lines]
    assert -1 not in places
    assert places == sorted(places)


def test_whether_at_all_stands_before_the_papers_asked_for_with_it(assistant: Assistant) -> None:
    reply = last_reply(assistant, "长沙特药，我爸走了，他没有账户了，这钱我们做儿女的还能领不，要拿些什么去")
    assert reply.text.startswith("**能**")
    assert "法定继承权公证书" in reply.text


def test_a_list_of_papers_beside_a_day_is_still_a_reply_about_papers(assistant: Assistant) -> None:
    reply = last_reply(assistant, "重庆居民医保，市外看病回来几号能报，带什么")
    assert reply.kind == "documents"
    assert "20日到30日" in reply.text.partition("\n")[0]


def test_a_word_that_asks_nothing_makes_no_second_question(assistant: Assistant) -> None:
    # 啥收入都没有 says that there is none; only the premium is asked for
    reply = last_reply(assistant, "岳池有个孤寡老人 啥收入都没有也没人养 医保费还要他自己拿吗")
    assert "不用交" in reply.text
    assert "85" not in reply.text


def test_a_yes_to_what_one_may_do_is_not_told_to_what_one_must(assistant: Assistant) -> None:
    # 行 is what the clause says of being paid on the spot; 要回来报不 would be told yes by it
    reply = last_reply(assistant, "县新农合重大病,省里住院多少天内报,市人民医院的也要回来报不")
    assert "30天" in reply.text
    assert "**行**" not in reply.text


def test_a_table_nobody_asked_for_does_not_stand_before_the_answers(assistant: Assistant) -> None:
    reply = last_reply(assistant, "湖南区里75块的职工大病团体补充,单位拖着没交,催缴单来了给几天,再不交罚多少")
    opening = reply.text.partition("(《")[0]
    assert "10日内" in opening
    assert "每年" not in opening


def test_what_was_worked_out_for_the_case_stands_alone(assistant: Assistant) -> None:
    # 3月10日 + 90 days: 21 of March, 30 of April, 31 of May, 8 of June; from 6月9日 on
    reply = last_reply(assistant, "重庆的,2013年3月10号才把合作医疗全款补上,4月底住院能报吗?哪天才能报")
    opening = reply.text.partition("(《")[0]
    assert "6月9日" in opening
    assert "20日到30日" not in opening
    assert "1月1日" not in opening
