"""Bills of one person for one grave illness: what its outpatient bill is for (白血病,住院20万,门诊10万)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mingbai.language.bills.several import Bill
from mingbai.language.notes import Notes

_GRAVE = re.compile("癌(?!险)|白血病|恶性肿?瘤|[脑骨淋]巴?瘤|尿毒症|肾衰|再障|再生障碍性贫血")
_PLAIN = re.compile("普通门诊|感冒|发烧|拔牙|看牙|皮肤|慢性?病")
_TOGETHER = re.compile("住院[加和带跟连与、]{1,2}门诊|门诊[加和带跟连与、]{1,2}住院")
_OUTPATIENT, _OF_GRAVE, _STAY = "普通门诊", "重病门诊治疗", "住院"


def of_one_illness(text: str, bills: Sequence[Bill]) -> tuple[Bill, ...]:
    """The bills, the outpatient one as for the grave illness named where another is for a stay and nobody else's."""
    cares = [one.facts.get("care") for one in bills]
    is_one_person = not any(one.whose for one in bills)
    if not (is_one_person and _STAY in cares and _OUTPATIENT in cares and _GRAVE.search(text)) or _PLAIN.search(text):
        return tuple(bills)
    return tuple(
        replace(one, facts={**one.facts, "care": _OF_GRAVE}) if one.facts.get("care") == _OUTPATIENT else one
        for one in bills
    )


def as_one_care(text: str, notes: Notes) -> None:
    """Read a stay and outpatient care for one grave illness, told in one sum, as the stay, which is paid alike."""
    if _TOGETHER.search(text) and _GRAVE.search(text) and notes.facts.get("care") == _OUTPATIENT:
        notes.facts["care"] = _STAY
