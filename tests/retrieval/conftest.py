from collections.abc import Iterator
from pathlib import Path

import pytest

from mingbai.retrieval import Clause, ClauseIndex

CLAUSES: list[Clause] = [
    ("cq/inpatient", "住院能报多少:三级医院起付线800元,报销45%", {"policy": "cq", "scheme": "居民医保"}),
    ("cq/premium", "一年要交多少钱:一档60元,二档150元", {"policy": "cq", "scheme": "居民医保"}),
    ("cq/newborn", "新生儿怎么参保:母亲参保的,孩子出生起自动参保", {"policy": "cq", "scheme": "居民医保"}),
    ("bj/inpatient", "职工住院大额医疗费:超过封顶线的部分按比例支付", {"policy": "bj", "scheme": "职工医保"}),
    ("bj/refund", "异地就医回来报销要带的材料:发票原件、出院小结", {"policy": "bj", "scheme": "职工医保"}),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClauseIndex]:
    path: Path = tmp_path_factory.mktemp("index") / "built"
    with ClauseIndex.build(CLAUSES, path, words=["起付线", "大额医疗费"]) as built:
        yield built
