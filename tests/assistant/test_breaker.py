"""A service that failed several times in a row is left alone, tried once, and used again when it answers."""

from mingbai.assistant.breaker import Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_service_is_used_until_so_many_failures_in_a_row() -> None:
    breaker = Breaker(after=3, seconds=60, clock=Clock())
    assert [breaker.failed(), breaker.failed(), breaker.pause] == [False, False, 0]
    breaker.succeeded()
    assert [breaker.failed(), breaker.failed(), breaker.pause] == [False, False, 0]
    assert breaker.failed()
    assert breaker.pause == 60


def test_a_failed_trial_pauses_it_again_at_once_and_a_good_one_ends_the_matter() -> None:
    clock = Clock()
    breaker = Breaker(after=2, seconds=60, clock=clock)
    breaker.failed()
    breaker.failed()
    clock.now = 45
    assert breaker.pause == 15
    clock.now = 60
    assert breaker.pause == 0
    assert breaker.failed()
    assert breaker.pause == 60
    clock.now = 120
    breaker.succeeded()
    assert not breaker.failed()
