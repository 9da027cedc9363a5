"""What can go wrong with a quiz; each message is a Chinese sentence for the person at the screen."""

from __future__ import annotations

from collections.abc import Iterable


class QuizError(ValueError):
    """A wish for a quiz, or an answer to one, that cannot be met."""


class UnknownPolicyError(QuizError):
    """No policy has this id."""

    def __init__(self, policy: str, known: Iterable[str]) -> None:
        super().__init__(f"没有编号是“{policy}”的政策;能出题的有:{'、'.join(known)}")


class UnknownTopicError(QuizError):
    """No topic has this name."""

    def __init__(self, topic: str, known: Iterable[str]) -> None:
        super().__init__(f"没有“{topic}”这个专题;可以写:{'、'.join(known)}")


class UnknownDifficultyError(QuizError):
    """No difficulty has this name."""

    def __init__(self, difficulty: str, known: Iterable[str]) -> None:
        super().__init__(f"没有“{difficulty}”这个难度;可以写:{'、'.join(known)}")


class ItemCountError(QuizError):
    """So many items cannot be made."""

    @classmethod
    def too_few(cls, count: int) -> ItemCountError:
        """For a number below one."""
        return cls(f"题数要是1或更大的整数,现在是{count}")

    @classmethod
    def too_many(cls, count: int, available: int) -> ItemCountError:
        """For more items than the policies and topics give."""
        if not available:
            return cls("按这些政策、专题和难度没有能出题的规则,请换一份政策、一个专题或一个难度")
        return cls(f"要{count}题,按这些政策、专题和难度最多能出{available}题,请少要一些,或多选几份政策")


class UnknownSessionError(QuizError):
    """No quiz is being taken under this number."""

    def __init__(self, session: str) -> None:
        super().__init__(f"没有找到编号是“{session}”的练习")


class TimeOverError(QuizError):
    """The time of the quiz had run out before the answer came."""

    def __init__(self) -> None:
        super().__init__("时间到了,这一题没有算进去;之前答的都算数")


class UnknownClassError(QuizError):
    """No class has this join code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"没有加入码是“{code}”的班,请核对一下")


class UnknownItemError(QuizError):
    """The quiz being taken does not hold this item."""

    def __init__(self, item: str) -> None:
        super().__init__(f"这份练习里没有编号是“{item}”的题")
