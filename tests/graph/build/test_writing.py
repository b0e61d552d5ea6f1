"""A dataset is put in order while it is read for something else."""

from dataclasses import dataclass, field
from threading import Event, Timer
from typing import cast

import pytest
from pyoxigraph import Store

from graph.build.writing import put_in_order


@dataclass
class Slow:
    """What stands for a dataset that takes long to put in order, for as long as a test says."""

    let_go: Event = field(default_factory=Event)
    done: bool = False
    fault: Exception | None = None

    def optimize(self) -> None:
        assert self.let_go.wait(60)
        if self.fault:
            raise self.fault
        self.done = True


def test_who_is_done_waits_for_it() -> None:
    slow = Slow()
    with put_in_order(cast(Store, slow)):
        Timer(0.2, slow.let_go.set).start()  # after it is left
    assert slow.done


def test_who_is_stopped_does_not_wait_for_it() -> None:
    slow = Slow()
    with pytest.raises(KeyboardInterrupt), put_in_order(cast(Store, slow)):
        raise KeyboardInterrupt
    assert not slow.done
    slow.let_go.set()


def test_a_full_disk_is_told() -> None:
    slow = Slow(fault=OSError("no space left"))
    with pytest.raises(OSError, match="no space left"), put_in_order(cast(Store, slow)):
        slow.let_go.set()
