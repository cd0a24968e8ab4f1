"""Workers that leave gracefully: what only they have is brought elsewhere first."""

from recording import Story
from scenarios.registry import listen, scenario
from tasks import gate, inc, wait_for


def address(s, name):
    return next(a for a, ws in s.cluster.scheduler.workers.items() if ws.name == name)


def names(s, retired):
    known = {w.address: str(w.name) for w in s.cluster.workers.values()}
    return sorted(known.get(a, a) for a in retired)


def holders(s, key):
    return sorted(str(ws.name) for ws in s.cluster.scheduler.tasks[key].who_has)


@scenario
def retired_with_data():
    s = Story(n_workers=2)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a on 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[1], allow_other_workers=True)) or f["a"].result())
    s.step("retire 1", lambda: names(s, c.retire_workers([address(s, 1)])))
    s.step("holders of a", lambda: holders(s, "a"))
    s.step("a", lambda: f["a"].result())
    s.step("released", lambda: f["a"].release())
    s.close()
    return s


@scenario
def retired_with_a_copy_elsewhere():
    s = Story(n_workers=2)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a on 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[1], allow_other_workers=True)) or f["a"].result())
    s.step("b = inc(a) on 0", lambda: f.update(b=c.submit(inc, f["a"], key="b", workers=[0])) or f["b"].result())
    s.step("retire 1", lambda: names(s, c.retire_workers([address(s, 1)])))
    s.step("holders of a", lambda: holders(s, "a"))
    s.close()
    return s


@scenario
def last_worker_is_not_retired():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("retire 0", lambda: names(s, c.retire_workers([address(s, 0)])))
    s.step("a, and another task", lambda: [f["a"].result(), c.submit(inc, 5, key="b").result()])
    s.close()
    return s


@scenario
def retired_without_data():
    s = Story(n_workers=2)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    s.step("an unknown one", lambda: c.retire_workers(["inproc://nowhere"]))
    s.step("none", lambda: c.retire_workers([]))
    s.step("one by its name", lambda: names(s, c.retire_workers(names=["1"])))
    s.step("both ways", lambda: c.retire_workers([address(s, 0)], names=[0]))
    s.step("with a number too", lambda: c.retire_workers([address(s, 0)], n=1))
    s.step("the idle one", lambda: names(s, c.retire_workers()))
    s.close()
    return s


@scenario
def retired_while_running():
    s = Story(n_workers=2)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a runs on 1", lambda: f.update(a=c.submit(wait_for, "go", key="a", workers=[1], allow_other_workers=True)))
    s.step("retire 1", lambda: names(s, c.retire_workers([address(s, 1)])))
    s.step("a", lambda: f["a"].status)
    s.step("a ends", lambda: gate().set() or f["a"].result())
    s.close()
    return s


@scenario
def flushed_but_not_closed():
    s = Story(n_workers=2)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a on 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[1], allow_other_workers=True)) or f["a"].result())
    s.step("neither closed nor removed", lambda: names(s, c.retire_workers([address(s, 1)], close_workers=False, remove=False)))
    s.step("holders of a", lambda: holders(s, "a"))
    s.step("status of 1", lambda: s.worker(1).status.name)
    s.step("another task", lambda: f.update(b=c.submit(inc, 5, key="b")) or [f["b"].result(), holders(s, "b")])
    s.close()
    return s
