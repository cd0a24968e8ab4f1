"""Workers with several threads, and clusters without any."""

from recording import Story
from scenarios.registry import listen, scenario
from tasks import add, gate, inc, secede_and_wait, wait_for, wait_for_item


def states(s):
    return sorted((k, ts.state) for k, ts in s.cluster.scheduler.tasks.items())


def on_worker(s, name=0):
    return sorted((k, ts.state) for k, ts in s.worker(name).state.tasks.items())


@scenario
def two_threads():
    s = Story(n_workers=1, threads_per_worker=2)
    c = s.client
    f = {}
    s.step("nthreads", lambda: list(c.nthreads().values()))
    for key in "abc":
        s.step(f"{key}", lambda: f.update({key: c.submit(wait_for_item, "go", key, key=key)}))
    s.step("on the worker", lambda: on_worker(s))
    s.step("they end", lambda: gate().set() or c.gather([f[k] for k in "abc"]))
    s.step("chain", lambda: c.submit(add, c.submit(inc, 1, key="x"), c.submit(inc, 2, key="y"), key="z").result())
    s.close()
    return s


@scenario
def queued_for_two_threads():
    s = Story(n_workers=2, threads_per_worker=2)
    c = s.client
    f = {}
    s.step("map over 12", lambda: f.update(all=c.map(wait_for_item, ["go"] * 12, range(12), key=[f"x-{i}" for i in range(12)])))
    s.step("states", lambda: sorted(ts.state for ts in s.cluster.scheduler.tasks.values()))
    s.step("processing", lambda: sorted(len(ws.processing) for ws in s.cluster.scheduler.workers.values()))
    s.step("they end", lambda: gate().set() or sum(c.gather(f["all"])))
    s.close()
    return s


@scenario
def seceding_makes_room():
    """Queued tasks get the thread that a task gives back."""
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a secedes", lambda: f.update(a=c.submit(secede_and_wait, "end", key="a")))
    s.step("map over 4", lambda: f.update(all=c.map(wait_for_item, ["go"] * 4, range(4), key=[f"x-{i}" for i in range(4)])))
    s.step("states", lambda: states(s))
    s.step("they end", lambda: gate().set() or c.gather(f["all"]))
    s.step("a ends", lambda: gate("end").set() or f["a"].result())
    s.close()
    return s


@scenario
def scaled_to_nothing_and_back():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("scale(0)", lambda: s.cluster.scale(0))
    s.step("states", lambda: [f["a"].status, states(s)])
    s.step("b = inc(a)", lambda: f.update(b=c.submit(inc, f["a"], key="b")))
    s.step("states", lambda: [f["b"].status, states(s)])
    s.step("scale(1)", lambda: s.scale(1) or f["b"].result())
    s.step("released", lambda: [f[k].release() for k in "ba"] and None)
    s.close()
    return s


@scenario
def released_while_queued():
    s = Story(n_workers=1)
    c = s.client
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("map over 5", lambda: f.update(all=c.map(wait_for_item, ["go"] * 5, range(5), key=[f"x-{i}" for i in range(5)])) and None)
    s.step("the last is released", lambda: f["all"].pop().release())
    s.step("the fourth is cancelled", lambda: f["all"].pop().cancel())
    s.step("states", lambda: states(s))
    s.step("the first is cancelled", lambda: f["all"].pop(0).cancel())
    s.step("states", lambda: states(s))
    s.step("they end", lambda: gate().set())
    s.step("results", lambda: c.gather(f["all"]))
    s.step("released", lambda: [x.release() for x in f["all"]] and None)
    s.close()
    return s
