"""The English of the words that other rooms give the page for its forms, tables and tags.

What a policy says stays Chinese. A word that is missing here is shown in Chinese and breaks nothing: the vocabulary of
the corpus can grow without this file. What the code itself names is complete, which `tests/web/test_english.py` checks.
"""

from __future__ import annotations

from collections.abc import Mapping

_QUIZ = {
    "报销比例": "Share reimbursed", "起付线": "Deductible", "封顶线和定额": "Caps and fixed amounts",
    "算账": "Working out a bill", "缴费": "Premiums", "材料": "Papers", "时限": "Time limits",
    "资格和范围": "Who and what is covered", "办理顺序": "Order of steps", "适用哪份政策": "Which policy applies",
    "基金、预付和滞纳金": "Funds, advances, late fees", "原文说不准的": "What the original leaves open",
    "易": "Easy", "中": "Medium", "难": "Hard",
    "单选": "One choice", "判断": "True or false", "填金额": "Amount", "排顺序": "Ordering",
    "缺什么材料": "Missing papers",
    "对": "True", "错": "False",
}  # fmt: skip
_STATEMENT = {
    "元": "yuan", "医保基金": "Insurance fund", "大病保险": "Catastrophic insurance", "医疗救助": "Medical assistance",
    "个人": "Own pocket", "基本医保和个人": "Basic insurance and own pocket", "医保报销": "Reimbursed",
    "按比例自付": "Own share", "超过封顶线": "Above the cap", "超过限额": "Above the limit",
    "其余自付": "Other own share",
    "第1段起点以下": "Below the first band", "合起来至少报": "At least, together", "由谁付未定": "Payer open",
}  # fmt: skip
_DOCUMENTS = {
    "政策规定": "regulation", "征求意见稿": "draft", "政策宣传": "public notice", "新闻报道": "news report",
    "计划": "plan", "医院广告": "hospital advertisement", "工作报告": "work report", "导入的文件": "imported document",
    "没写地方": "no place given", "年份未注明": "no year given", "年份缺失": "year lost", "年份隐去": "year hidden",
    "什么情况要调整": "when it is adjusted", "各项怎么接着报": "how layers follow",
    "缴费标准": "premiums", "缴费基数": "premium base", "滞纳金": "late fee", "盈亏分担": "sharing of gain and loss",
    "预付": "advance payment", "期限": "time limit", "办理时间": "when to come", "等待期": "waiting period",
    "追溯": "applies backwards", "要带的材料": "what to bring", "包括什么": "what is covered",
    "不包括什么": "what is not covered", "享受的条件": "conditions",
}  # fmt: skip
_FACTS = {
    "就医类型": "Kind of care", "参保档次": "Plan", "医院等级": "Level of hospital", "参保人群": "Insured as",
    "在职或退休": "Working or retired", "困难身份": "Hardship status", "今年第几次住院": "Which admission this year",
    "就医地点": "Place of care", "登记、同意或转诊手续": "Filing, approval or referral",
    "慢性病(特殊疾病)种数": "Number of chronic diseases", "儿童重大疾病": "Major disease of a child",
    "得的病": "Disease",
    "目录内费用": "Bill within the catalogue", "目录外自费": "Self-funded, outside the catalogue",
    "超过基本医保封顶线的合规费用": "Bill above the basic cap", "基本医保封顶线": "Basic cap",
    "今年此前已经报销的": "Reimbursed earlier this year", "这次基本医保已经报的": "Basic insurance paid this time",
    "今年此前特殊病门诊已经报销的": "Reimbursed earlier this year, special outpatient care",
    "今年已经扣过的起付线": "Deductible already borne this year", "当地的起付线": "The local deductible",
    "需个人先负担一部分的特殊药品": "Special drugs borne in part first", "第一段的起点": "Start of the first band",
    "往年结转的门诊定额": "Outpatient allowance carried over", "急诊": "Emergency",
    "今年此前已计入限额的超额费用": "Excess already counted this year", "目录内自付": "Own share within the catalogue",
    "单价": "Unit price", "住院的目录外自费": "Self-funded, inpatient",
    "当地上年度居民人均收入": "Local income per head",
    "实时医疗救助": "Assistance at the till", "大病保险取消封顶线": "Catastrophic cap lifted",
    "参加的基本医保": "Basic insurance", "参加大额医疗保险": "Large-sum insurance",
    "出院或就诊日期": "Day of discharge or visit",
    "是不是各项加起来": "All layers together",
}  # fmt: skip
_HINTS = {
    "医院分一、二、三级,级别越高越大;三甲是三级里最高的一等": "1 to 3, larger as it rises; 三甲 is the top of level 3",
    "这次一共花了多少钱(医保目录内的费用)?": "What was spent in all, of what the insurance's list holds?",
    "医保目录以外、全由自己出的钱": "What is outside the insurance's list and all one's own",
    "目录以内、基本医保报过以后还要自己出的钱": "What is left to pay on the list once basic insurance has paid",
}
_CHOICES = {
    "住院": "Inpatient", "普通门诊": "Outpatient", "慢性病门诊": "Outpatient, chronic disease",
    "重大疾病门诊": "Outpatient, major disease", "特殊病门诊": "Outpatient, special disease",
    "门诊放化疗、透析": "Radio-, chemotherapy, dialysis", "重特大疾病住院": "Inpatient, catastrophic disease",
    "重特大疾病门诊": "Outpatient, catastrophic disease", "腹膜透析": "Peritoneal dialysis", "生育": "Maternity",
    "产前检查": "Antenatal care", "住院分娩": "Delivery in hospital", "住院再次补助": "Second inpatient subsidy",
    "特殊病门诊再次补助": "Second special outpatient subsidy", "大额医疗保险": "Large-sum insurance, its part",
    "大病保险补偿": "Catastrophic insurance, its part", "中医门诊": "Outpatient, Chinese medicine",
    "住院各项合计": "Inpatient, all layers", "特殊病门诊各项合计": "Special outpatient, all layers",
    "大病自费补偿": "Catastrophic, self-funded part", "一档": "Plan 1", "二档": "Plan 2",
    "一级医院": "Level 1", "二级医院": "Level 2", "三级医院": "Level 3", "社区卫生服务中心": "Community health centre",
    "乡镇卫生院": "Township clinic", "村卫生室": "Village clinic", "县级医院": "County hospital",
    "县中医院": "County hospital, Chinese medicine", "市级医院": "City hospital", "省级医院": "Provincial hospital",
    "成人": "Adult", "学生": "Student", "儿童": "Child", "新生儿": "Newborn", "老人": "Elderly", "在职": "Working",
    "退休": "Retired", "无": "None", "低保": "Minimum living allowance", "重度残疾": "Severely disabled",
    "低收入老人": "Elderly on a low income", "低收入家庭": "Low-income family", "三无人员": "No income, ability or kin",
    "建档立卡": "Registered poor", "特困": "Destitute", "贫困残疾人": "Poor and disabled", "本地": "Local",
    "外地": "Elsewhere", "办了": "Done", "没办": "Not done", "否": "No", "职工医保": "Employees",
    "居民医保": "Residents", "参加了大额医疗保险的": "Joined", "没参加大额医疗保险的": "Not joined",
    "享受实时救助的": "Received", "没享受实时救助的": "Not received", "其他疾病": "Another disease",
}  # fmt: skip

TERMS: Mapping[str, str] = {**_QUIZ, **_STATEMENT, **_DOCUMENTS, **_FACTS, **_HINTS, **_CHOICES}
