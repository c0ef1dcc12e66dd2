"""Tasks are taken by turns of those who ask, and no one takes all threads."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from registry.commands.turns import FairQueue, Turn


@dataclass
class Task:
    asker: str
    done: list[str] = field(default_factory=list)

    def service(self) -> None:
        self.done.append("done")

    def cancel(self) -> None:
        self.done.append("cancelled")


def queue_of(askers: str, most: int = 2) -> tuple[FairQueue, list[str]]:
    """A queue in which each letter has asked once, and who has ended."""
    ended: list[str] = []
    queue = FairQueue(most, ended.append)
    for asker in askers:
        queue.append(Task(asker))
    return queue, ended


def asker_of(turn: Turn) -> str:
    return str(turn._task.asker)


def test_each_has_a_turn_before_anyone_has_a_second() -> None:
    queue, _ = queue_of("aaabc")

    assert [asker_of(queue.popleft()) for _ in range(4)] == ["a", "b", "c", "a"]


def test_no_more_than_so_many_of_one_are_under_way() -> None:
    queue, ended = queue_of("aaa")
    first = queue.popleft()
    queue.popleft()
    assert len(queue) == 0

    first.service()
    queue.end(ended[0])

    assert ended == ["a"]
    assert len(queue) == 1


def test_it_is_known_how_many_of_one_wait() -> None:
    queue, _ = queue_of("aab")
    assert (queue.waiting_of("a"), queue.waiting_of("c")) == (2, 0)

    queue.popleft()

    assert queue.waiting_of("a") == 1


def test_a_task_that_fails_ends_its_turn() -> None:
    class Failing(Task):
        def service(self) -> None:
            raise ValueError

    ended: list[str] = []
    turn = Turn(Failing("a"), lambda: ended.append("a"))
    try:
        turn.service()
    except ValueError:
        ended.append("told")

    assert ended == ["a", "told"]


def test_a_task_that_waits_can_be_cancelled() -> None:
    task = Task("a")

    Turn(task, lambda: None).cancel()

    assert task.done == ["cancelled"]


@given(st.text(alphabet="abc", max_size=30), st.integers(1, 4))
def test_all_are_done_and_never_too_many_of_one(askers: str, most: int) -> None:
    queue, _ = queue_of(askers, most)
    under_way: list[str] = []
    done: list[str] = []

    while len(queue) or under_way:
        while len(queue):
            under_way.append(asker_of(queue.popleft()))
            assert max(map(under_way.count, under_way)) <= most
        ended = under_way.pop(0)
        queue.end(ended)
        done.append(ended)

    assert sorted(done) == sorted(askers)
