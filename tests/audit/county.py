"""An invented county: its policy, the original it is written from, and how that is cut."""

ORIGINAL = """某某网站 首页 > 文章

文件汇编第1篇

为减轻本县城乡居民看病的负担,根据《某省城乡居民基本医疗保险和大病保险实施办法的若干补充规定》制定本办法。

一、筹资

(一)居民每人每年缴费60元,低保对象个人不缴费,由财政全额补助。2012年的缴费时间为9月1日至30日。

(二)全县参保居民1432人,共收款8万5920元。

二、待遇

(一)住院起付标准为500元,起付标准以上的部分报销百分之四十五,全年最高支付3万元。

(二)在校学生的报销比例上浮10%。

(三)出院之后应当在60日之内到医保局递交申请,超过规定时间的一律不予受理。

二○一二年度结算以后,统筹基金结余的5成转入次年使用。

某县医保局

文件汇编第2篇

为减轻本县城乡居民看病的负担,根据《某省城乡居民基本医疗保险和大病保险实施办法的若干补充规定》制定本办法。
"""

POLICY = """---
id: county
title: 某县居民医保
kind: policy
nature: notice
place: []
scheme: 居民医保
year: 2012年
sources: [{file: a.txt, part: 1}]
---
## 依据什么 {#basis}
> 原文 首段

依据是《某省城乡居民基本医疗保险和大病保险实施办法的若干补充规定》。

## 交多少 {#premium}
> 原文 一(一)

每人60元，2012年9月1日到9月30日交。低保对象不用交。

```rule
premium: 个人缴费
groups:
  - {who: 居民, when: {insured: 成人}, year: 2012, pays: {个人: 60}}
  - {who: 低保对象, when: {insured: 成人, hardship: 低保}, pays: {个人: {inferred: 0, because: 个人不缴费}}}
```

```rule
window: 缴费
from: 2012-09-01
until: 2012-09-30
```

## 收了多少 {#income}
> 原文 一(二);「居民每人每年缴费60元」

1432人，一共85920元：1432×60=85920，对得上。

```cases
- {tells: 一共收了多少, says: 85920, sum: 1432*60}
- {tells: 收了多少万元, says: 8.592, sum: 1432*60/10000}
```

## 住院报多少 {#inpatient}
> 原文 二(一)

起付线500元，以上的报45%，一年最多30000元。

```rule
estimate: 住院
assumes:
  - {fact: used_this_year, value: 0}
steps:
  - deductible: 500
  - share: 45%
  - cap: 30000
    per: year
    limits: payment
    used: used_this_year
```

```cases
- {given: {care: 住院, cost: 1500}, pays: 450.00, sum: (1500-500)*45%}
- {tells: 住院报百分之几, says: 45, sum: 45*1}
```

## 学生多报多少 {#students}
> 原文 二(二)

上浮10%：加10个百分点，或者乘1.1。

```rule
adjusts: inpatient
when: {insured: 学生}
assumes:
  - {fact: insured, value: 成人}
share: {readings: [{points: 10, says: 加10个百分点}, {times: 110%, says: 乘1.1}]}
```

## 什么时候申请 {#deadline}
> 原文 二(三)

出院后60天里申请，过期不受理。

```rule
deadline: 递交申请
within: 60
after: 出院
```

## 结余怎么用 {#surplus}
> 原文 「次年使用」

2012年度结余的50%，第二年接着用。
"""

LAYOUT = """files:
  a.txt:
    noise:
      - {part: 0, because: 导航}
      - {part: 2, because: 和第1篇的首段一样}
"""
