"""Which policies can be meant by a scheme as people name it."""

from __future__ import annotations

import pytest

from mingbai.assistant.library import Library
from mingbai.assistant.which_policy.scheme_fit import SchemeFit, can_mean, schemes_told_apart
from mingbai.corpus.reader import Corpus

RESIDENTS, RURAL = "chongqing-resident-2013", "lulong-ncms"
EMPLOYEES, HOSPITAL = "beijing-employee-catastrophic-1995", "chongqing-xinxing-hospital"


@pytest.mark.parametrize(
    ("policy", "scheme", "fits"),
    [
        (RESIDENTS, "居民医保", True),
        (RESIDENTS, "职工医保", False),
        (EMPLOYEES, "职工医保", True),
        (EMPLOYEES, "居民医保", False),
        (RURAL, "新农合", True),
        (RESIDENTS, "新农合", True),  # 城乡居民 took the 新农合 in
        (EMPLOYEES, "新农合", False),
    ],
)
def test_a_scheme_of_others_is_not_meant(corpus: Corpus, policy: str, scheme: str, fits: bool) -> None:
    assert can_mean(corpus.policies[policy], scheme) is fits


def test_a_promise_to_several_schemes_is_meant_by_each(library: Library) -> None:
    apart = schemes_told_apart(library.books)
    fit = SchemeFit(library.corpus.policies, apart)
    assert all(fit.can_be(HOSPITAL, scheme) for scheme in apart[HOSPITAL])


def test_all_can_be_meant_where_no_scheme_is_named(corpus: Corpus) -> None:
    fit = SchemeFit(corpus.policies)
    assert fit.among((RESIDENTS, EMPLOYEES), ()) == (RESIDENTS, EMPLOYEES)
    assert fit.among((RESIDENTS, EMPLOYEES), ("居民医保",)) == (RESIDENTS,)
    assert fit.unfit((RESIDENTS,), ("居民医保",)) == "职工医保"


def test_catastrophic_insurance_is_nearest_where_it_is_named(corpus: Corpus) -> None:
    fit = SchemeFit(corpus.policies)
    assert fit.nearest((RESIDENTS, "wujiang-catastrophic"), ("大病保险",)) == ("wujiang-catastrophic",)
    assert fit.nearest((RESIDENTS, "wujiang-catastrophic"), ()) == (RESIDENTS, "wujiang-catastrophic")
