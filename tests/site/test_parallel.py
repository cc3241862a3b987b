"""Jobs side by side return what they would one after the other."""

import os
from functools import partial

import pytest

from planbuilder.site import parallel
from planbuilder.site.parallel import side_by_side


@pytest.mark.parametrize("cores", [1, 2, 8])
def test_the_results_come_in_the_order_of_the_jobs(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    assert side_by_side([partial(pow, 2, number) for number in range(20)]) == [2**number for number in range(20)]
    assert side_by_side([]) == []


@pytest.mark.parametrize("cores", [1, 2])
def test_the_fault_of_a_job_is_the_fault_of_all(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    with pytest.raises(ZeroDivisionError):
        side_by_side([partial(divmod, 1, number) for number in (1, 0)])


def test_a_process_with_several_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(parallel, "_is_alone", lambda: False)
    assert side_by_side([os.getpid, os.getpid]) == [os.getpid()] * 2
