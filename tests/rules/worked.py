"""What is told of one worked case under a small rule."""

from mingbai.rules.worked import differences
from tests.rules.inline import VOCABULARY, policy_of


def told(rule: str, case: str, *others: str) -> list[str]:
    """The messages on a case under the first rule, without the place, which must name it."""
    messages = [problem.message for problem in differences(policy_of(rule, *others, cases=f"- {{{case}}}"), VOCABULARY)]
    assert all(message.startswith("条款 c1“") and "”第1个算例:" in message for message in messages)
    return [message.split("第1个算例:", 1)[1] for message in messages]
