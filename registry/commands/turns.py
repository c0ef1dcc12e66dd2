"""Turns: whoever asks for much waits for themselves, and not others for them."""

from collections import Counter, OrderedDict, deque
from collections.abc import Callable
from typing import Any

from waitress.task import ThreadedTaskDispatcher


class Turn:
    """A task that is being done; `ended` is called when it is."""

    def __init__(self, task: Any, ended: Callable[[], None]) -> None:
        self._task, self._ended = task, ended

    def service(self) -> None:
        """Do it. However it goes, it has ended then."""
        try:
            self._task.service()
        finally:
            self._ended()

    def cancel(self) -> None:
        """Give it up, as is done with what waits when the server stops."""
        self._task.cancel()


class FairQueue:
    """Tasks by who asks for them (`task.asker`): each in turn, and never more than
    `most` of one at a time. Its length is that of those that may begin.
    """

    def __init__(self, most: int, ended: Callable[[str], None]) -> None:
        self._most, self._ended = most, ended
        self._waiting: OrderedDict[str, deque[Any]] = OrderedDict()
        self._under_way: Counter[str] = Counter()

    def append(self, task: Any) -> None:
        """Let a task wait behind the others of the one who asks for it."""
        self._waiting.setdefault(task.asker, deque()).append(task)

    def popleft(self) -> Turn:
        """The next task that may begin, as a turn; there must be one. Who asked for it
        goes behind the others who wait.
        """
        asker = next(asker for asker in self._waiting if self._room(asker))
        tasks = self._waiting.pop(asker)
        task = tasks.popleft()
        if tasks:
            self._waiting[asker] = tasks  # behind the others
        self._under_way[asker] += 1
        return Turn(task, lambda: self._ended(asker))

    def waiting_of(self, asker: str) -> int:
        """How many tasks of the asker wait for their turn."""
        return len(self._waiting.get(asker, ()))

    def end(self, asker: str) -> None:
        """One of the asker's tasks has ended."""
        self._under_way[asker] -= 1
        if not self._under_way[asker]:
            del self._under_way[asker]

    def __len__(self) -> int:
        return sum(
            min(len(tasks), self._room(asker)) for asker, tasks in self._waiting.items()
        )

    def _room(self, asker: str) -> int:
        return max(0, self._most - self._under_way[asker])


class TurnDispatcher(ThreadedTaskDispatcher):
    """Threads that take tasks by turns; half of them are there for others than the one
    who asks most.
    """

    queue: Any
    lock: Any
    queue_cv: Any

    def __init__(self, threads: int) -> None:
        super().__init__()
        self.queue = FairQueue(max(1, threads // 2), self._end)

    def _end(self, asker: str) -> None:
        with self.lock:
            self.queue.end(asker)
            self.queue_cv.notify()
