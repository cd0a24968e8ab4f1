"""Which workers a call may name, and what becomes of those that it may not."""

from distributed import wait

from recording import Story
from scenarios.registry import listen, scenario
from tasks import inc, worker_name


def holders(s, key):
    return sorted(str(ws.name) for ws in s.cluster.scheduler.tasks[key].who_has)


def outcome(future):
    return [future.status, type(future.exception()).__name__, str(future.exception())]


@scenario
def workers_by_name():
    s = Story(n_workers=2)
    c = s.client
    s.step("a number", lambda: c.submit(worker_name, key="a", workers=1).result())
    s.step("a list", lambda: c.submit(worker_name, key="b", workers=[1]).result())
    s.step("an address", lambda: c.submit(worker_name, key="c", workers=[s.worker(1).address]).result())
    s.step("one that is there, and a text", lambda: c.submit(worker_name, key="d", workers=[1, "nope"]).result())
    s.step("no list at all", lambda: c.submit(worker_name, key="e", workers=[]).result() in (0, 1))
    s.step("a text, and others", lambda: c.submit(worker_name, key="f", workers="nope", allow_other_workers=True).result() in (0, 1))
    s.step("map", lambda: c.gather(c.map(worker_name, [1, 2], key=["g-1", "g-2"], workers=1)))
    s.close()
    return s


@scenario
def workers_by_a_text():
    """The names of a LocalCluster are numbers, so that a text is none of them."""
    s = Story(n_workers=2)
    c = s.client
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("'1'", lambda: f.update(a=c.submit(inc, 1, key="a", workers="1")))
    s.step("['1']", lambda: f.update(b=c.submit(inc, 1, key="b", workers=["1"])))
    s.step("states", lambda: [s.cluster.scheduler.tasks[k].state for k in "ab"])
    s.step("released", lambda: [f[k].release() for k in "ab"] and None)
    s.close()
    return s


@scenario
def unknown_workers():
    s = Story(n_workers=1)
    c = s.client
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("before", lambda: f.update(before=c.submit(inc, 1, key="before")) or f["before"].result())
    s.step("a number", lambda: f.update(a=c.submit(inc, 1, key="a", workers=1)) or wait(f["a"]) and None)
    s.step("and its future", lambda: outcome(f["a"]))
    s.step("before", lambda: f["before"].status)
    s.step("another call", lambda: f.update(b=c.submit(inc, 1, key="b")) or f["b"].result())
    s.step("released", lambda: [f[k].release() for k in ["a", "b", "before"]] and None)
    s.close()
    return s


@scenario
def scattered_to_workers():
    s = Story(n_workers=2)
    c = s.client

    def put(key, **options):
        future = c.scatter({key: 1}, timeout=1, **options)
        return future and holders(s, key)

    s.step("a number", lambda: put("a", workers=1))
    s.step("a list", lambda: put("b", workers=[1]))
    s.step("an unknown number", lambda: put("c", workers=7))
    s.step("a text", lambda: put("d", workers="1"))
    s.step("none", lambda: put("e", workers=[]))
    s.step("run on a number", lambda: c.run(worker_name, workers=[0]))
    s.step("run on a text", lambda: c.run(worker_name, workers=["0"]))
    s.step("run on none", lambda: c.run(worker_name, workers=[]))
    s.close()
    return s


@scenario
def other_workers_allowed():
    s = Story(n_workers=1)
    c = s.client
    s.step("without workers", lambda: c.submit(inc, 1, allow_other_workers=True))
    s.step("of another type", lambda: c.submit(inc, 1, workers=0, allow_other_workers="yes"))
    s.step("map without workers", lambda: c.map(inc, [1], allow_other_workers=True))
    s.step("map of another type", lambda: c.map(inc, [1], workers=0, allow_other_workers="yes"))
    s.step("map over a dict of workers", lambda: c.map(inc, [1], workers={"a": 1}))
    s.close()
    return s
