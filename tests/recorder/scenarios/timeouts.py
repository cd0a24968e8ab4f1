"""What takes too long, and futures that end in every way."""

from distributed import SchedulerPlugin, as_completed, wait

from hooks import heard
from recording import Story
from scenarios.registry import listen, scenario
from tasks import add, boom, gate, inc, wait_for, wait_for_item


def listed(found):
    return sorted((x.key, str(r)) for x, r in found)


def timed_out(ask):
    """The words are those of one of two clocks: which of them is first is another matter each time."""
    try:
        return ask()
    except TimeoutError:
        return "TimeoutError"


@scenario
def timeouts_of_futures():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("result", lambda: timed_out(lambda: f["a"].result(timeout=0.1)))
    s.step("exception", lambda: timed_out(lambda: f["a"].exception(timeout="100 ms")))
    s.step("wait", lambda: wait(f["a"], timeout=0.1))
    s.step("wait for a list, as a text", lambda: wait([f["a"]], timeout="100 ms"))
    s.step("a.status", lambda: f["a"].status)
    s.step("as_completed", lambda: [x.key for x in as_completed([f["a"]], timeout=0.1)])
    s.step("a ends", lambda: gate().set() or f["a"].result(timeout=5))
    s.step("exception", lambda: f["a"].exception(timeout=5))
    s.step("wait", lambda: len(wait([f["a"]], timeout=5).done))
    s.step("as_completed", lambda: [x.key for x in as_completed([f["a"]], timeout=5)])
    s.step("a failing one", lambda: c.submit(boom, 1, key="bad").result(timeout=5))
    s.close()
    return s


@scenario
def waiting_for_the_first():
    s = Story(n_workers=2)
    c = s.client
    f = {}

    def keys(r):
        return [sorted(x.key for x in r.done), sorted(x.key for x in r.not_done)]

    s.step("a waits, b runs", lambda: f.update(a=c.submit(wait_for, "go", key="a", workers=[0]), b=c.submit(inc, 1, key="b", workers=[1])))
    s.step("the first", lambda: keys(wait([f["a"], f["b"]], return_when="FIRST_COMPLETED")))
    s.step("all, in time", lambda: keys(wait([f["a"], f["b"]], timeout=0.1)))
    s.step("some other", lambda: keys(wait([f["a"], f["b"]], return_when="SOME_OTHER")))
    s.step("several arguments", lambda: wait(f["a"], [f["b"]]))
    s.step("of nothing", lambda: keys(wait([])))
    s.step("a fails to come", lambda: f["a"].cancel())
    s.step("all", lambda: keys(wait([f["a"], f["b"]])))
    s.step("the first", lambda: keys(wait([f["a"], f["b"]], return_when="FIRST_COMPLETED")))
    s.step("a ends", lambda: gate().set())
    s.close()
    return s


@scenario
def as_completed_with_results():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a, bad, b", lambda: f.update(a=c.submit(inc, 1, key="a"), bad=c.submit(boom, 1, key="bad"), b=c.submit(inc, 2, key="b")) or wait(list(f.values())) and None)
    s.step("of what is fine", lambda: listed(as_completed([f["a"], f["b"]], with_results=True)))
    s.step("raising", lambda: listed(as_completed([f["bad"]], with_results=True)))
    s.step("not raising", lambda: [x.status for x, r in as_completed([f["bad"]], with_results=True, raise_errors=False)])
    s.step("the same twice", lambda: listed(as_completed([f["a"], f["a"]], with_results=True)))
    s.step("no future", lambda: listed(as_completed([1])))
    s.close()
    return s


@scenario
def as_completed_and_more():
    s = Story(n_workers=1)
    c = s.client
    f = {}

    def sums():
        # Each result is handed on once.
        left, found = [f["a"], f["b"]], []
        ac = as_completed(left)
        for future in ac:
            found.append(future.result())
            if len(found) <= 2:
                f[f"more-{len(found)}"] = c.submit(add, future, 10, key=f"more-{future.key}")
                ac.add(f[f"more-{len(found)}"])
        return sorted(found)

    def counts():
        ac = as_completed([f["a"], f["b"]])
        before = ac.count()
        next(ac)
        return [before, ac.count(), ac.is_empty()]

    s.step("a, b", lambda: f.update(a=c.submit(inc, 1, key="a"), b=c.submit(inc, 2, key="b")))
    s.step("each handed on", sums)
    s.step("counts", counts)
    s.step("batches", lambda: sorted(x.key for batch in as_completed([f["a"], f["b"]]).batches() for x in batch))
    s.close()
    return s


class Graphs(SchedulerPlugin):
    """Hears of graphs alone: whether a task ends before the next graph comes is another matter each time."""

    def update_graph(self, scheduler, *, keys, tasks, **kwargs):
        heard("update_graph", "scheduler", keys=sorted(keys), tasks=sorted(tasks))


@scenario
def mapped_in_batches():
    s = Story(n_workers=2)
    c = s.client
    f = {}
    s.step("register", lambda: c.register_plugin(Graphs(), name="graphs"))
    s.step("batches of 2", lambda: f.update(a=c.map(inc, range(5), key=[f"a{n}" for n in range(5)], batch_size=2)) or c.gather(f["a"]))
    s.step("released", lambda: [x.release() for x in f["a"]] and None)
    s.step("of several lists", lambda: f.update(b=c.map(add, [1, 2, 3], [10, 20, 30], key=["x", "y", "z"], batch_size=2)) or c.gather(f["b"]))
    s.step("of one batch", lambda: f.update(d=c.map(inc, [1, 2], key=["p", "q"], batch_size=5)) or c.gather(f["d"]))
    s.step("of nothing", lambda: c.map(inc, [], batch_size=2))
    s.step("batches of 1", lambda: f.update(e=c.map(inc, [1, 2], key=["s", "t"], batch_size=1)) or c.gather(f["e"]))
    s.step("too few keys", lambda: f.update(g=c.map(inc, [1, 2, 3], key=["u", "v"])) or len(f["g"]))
    s.step("once more, and one", lambda: f.update(h=c.map(inc, [1, 2, 7], key=["u", "v", "w"])) or c.gather(f["h"]))
    s.close()
    return s


@scenario
def mapped_with_options():
    s = Story(n_workers=2)
    c = s.client
    f = {}
    s.step("workers", lambda: f.update(a=c.map(inc, [1, 2], key=["a", "b"], workers=[1])) or c.gather(f["a"]))
    s.step("where", lambda: sorted(len(v) for v in c.has_what().values()))
    s.step("retries", lambda: f.update(b=c.map(boom, [1, 2], key=["d", "e"], retries=2)) or c.gather(f["b"]))
    s.step("retries left", lambda: [s.cluster.scheduler.tasks[k].retries for k in "de"])
    s.step("a prefix, impure", lambda: [x.key.split("-")[0] for x in c.map(inc, [1], key="pre", pure=False)])
    s.step("one future in two lists", lambda: c.gather(c.map(add, [f["a"][0], 1], [f["a"][0], f["a"][1]])))
    s.step("some of them fail", lambda: c.gather(c.map(boom, [1, 2]), errors="skip"))
    s.step("lists in lists", lambda: c.gather(c.map(sum, [[1, 2], [f["a"][0], 3]])))
    s.close()
    return s


@scenario
def retries_and_then_retry():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register", lambda: listen(s))
    s.step("a fails twice", lambda: f.update(a=c.submit(third_time, key="a", retries=1)) or f["a"].result())
    s.step("b of it", lambda: f.update(b=c.submit(inc, f["a"], key="b")) or f["b"].result())
    s.step("retry b", lambda: f["b"].retry())
    s.step("both", lambda: [f["a"].result(), f["b"].result()])
    s.step("statuses", lambda: [f["a"].status, f["b"].status])
    s.close()
    return s


TRIES = []


def third_time():
    TRIES.append(1)
    if len(TRIES) < 3:
        raise RuntimeError(f"time {len(TRIES)}")
    return len(TRIES)
