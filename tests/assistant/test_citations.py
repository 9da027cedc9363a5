"""A clause cites the parts of an original that hold it, and no other."""

import pytest

from mingbai.assistant.library import Library


@pytest.mark.parametrize(
    ("policy", "clause", "parts"),
    [
        # two documents in one: the duties are the first, everything else is the second
        ("hospital-insurance-office", "duties", [1]),
        ("hospital-insurance-office", "hengshui", [2]),
        ("hospital-insurance-office", "rules", [2]),
        # one document that the file repeats twice
        ("yuechi-resident-2009", "inpatient", [3, 4, 6]),
        ("chongqing-resident-2013", "inpatient", [2]),
    ],
)
def test_each_clause_cites_its_own_parts(library: Library, policy: str, clause: str, parts: list[int]) -> None:
    citations = library.citations(policy, [clause])
    assert [one.part for one in citations] == parts
    assert all(
        f"第{part}篇 {one.locator}" in " ".join(library.clause(policy, clause).places)
        for part, one in zip(parts, citations, strict=True)
    )
