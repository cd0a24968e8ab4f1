"""Which worker gets a task, and how results come to where they are needed."""

import time

import dask

from hooks import RecWorker
from recording import Story
from scenarios.registry import listen, scenario
from tasks import add, gate, inc, wait_for, wait_for_item, worker_name


@scenario
def no_worker_restriction():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("submit to worker 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=["1"])))
    s.step("release a", lambda: f["a"].release())
    s.close()
    return s


@scenario
def scale_down_with_data():
    s = Story(n_workers=2)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a on worker 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[1], allow_other_workers=True)) or f["a"].result())
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("a.result()", lambda: f["a"].result())
    s.step("release a", lambda: f["a"].release())
    s.close()
    return s


@scenario
def fan_in_across_workers():
    s = Story(n_workers=2)
    c = s.client
    s.step("register rec", lambda: listen(s, scheduler=False))
    f = {}
    s.step("a on 0, b on 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[0]), b=c.submit(inc, 2, key="b", workers=[1])) or c.gather([f["a"], f["b"]]))
    s.step("c = add(a, b) on 0", lambda: f.update(c=c.submit(add, f["a"], f["b"], key="c", workers=[0])) or f["c"].result())
    s.step("release a, b", lambda: f["a"].release() or f["b"].release())
    s.step("release c", lambda: f["c"].release())
    s.close()
    return s


@scenario
def priorities():
    s = Story(n_workers=1)
    c = s.client
    c.register_plugin(RecWorker(name="rec"))
    f = {}
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))

    def submit():
        f["b"] = c.submit(inc, 1, key="b")
        f["low"] = c.submit(inc, 2, key="low", priority=-5)
        f["high"] = c.submit(inc, 3, key="high", priority=10)
        f["d"] = c.submit(inc, 4, key="d")

    s.step("b, low, high, d", submit)
    s.step("a ends", lambda: gate().set() or c.gather(list(f.values())))
    s.step("released", lambda: [future.release() for future in f.values()] and None)
    s.close()
    return s


@scenario
def scaled_up_mid_run():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("map over 6", lambda: f.update(all=c.map(wait_for_item, ["go"] * 6, range(6), key=[f"x-{i}" for i in range(6)])))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("processing", lambda: sorted(len(ws.processing) for ws in s.cluster.scheduler.workers.values()))
    s.step("gather", lambda: gate().set() or c.gather(f["all"]))
    s.close()
    return s


@scenario
def scaled_up_with_unrelated_tasks():
    """Whether a new worker steals what waits on an old one."""
    s = Story(n_workers=1)
    c = s.client
    f = {}

    def submit():
        f["a"] = c.submit(wait_for_item, "go", 0, key="a", workers=[0])
        f["b"] = c.submit(worker_name, 1, key="b")
        f["c"] = c.submit(worker_name, 2, key="c")

    s.step("a runs, b and c wait", submit)
    s.step("scale(2)", lambda: s.scale(2) or time.sleep(3))
    s.step("b, c", lambda: [f["b"].status, f["c"].status])
    s.step("a ends", lambda: gate().set() or c.gather([f["a"], f["b"], f["c"]]))
    s.close()
    return s


@scenario
def spread_over_workers():
    s = Story(n_workers=3)
    c = s.client
    s.step("one after the other", lambda: [c.submit(worker_name, i).result() for i in range(5)])
    f = {}
    s.step("all at once, waiting", lambda: f.update(all=[c.submit(wait_for_item, "go", i, key=f"{'abcdef'[i]}") for i in range(6)]))
    s.step("processing", lambda: {str(ws.name): sorted(ts.key for ts in ws.processing) for ws in s.cluster.scheduler.workers.values()})
    s.step("they end", lambda: gate().set() or c.gather(f["all"]))
    s.step("near its data", lambda: f.update(x=c.submit(inc, 1, key="x", workers=[2])) or c.submit(worker_name, f["x"]).result())
    s.close()
    return s


@scenario
def scaled_down_while_running():
    # Which it tries by the clock on the wall, as long as the durations of the tasks are not known.
    dask.config.set({"distributed.scheduler.work-stealing": False})
    s = Story(n_workers=2)
    c = s.client
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("x runs on 0, a on 1, b waits on 1", lambda: f.update(
        x=c.submit(wait_for, "go", key="x", workers=[0]),
        a=c.submit(wait_for, "go", key="a", workers=[1], allow_other_workers=True),
        b=c.submit(inc, 1, key="b", workers=[1], allow_other_workers=True)))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("b", lambda: f["b"].status)
    s.step("a ends", lambda: gate().set() or c.gather([f["x"], f["a"], f["b"]]))
    s.step("released", lambda: [f[k].release() for k in "xab"] and None)
    s.close()
    return s


@scenario
def resources():
    s = Story(n_workers=1, resources={"GPU": 1})
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a and b want the GPU", lambda: f.update(
        a=c.submit(wait_for, "go", key="a", resources={"GPU": 1}), b=c.submit(inc, 1, key="b", resources={"GPU": 1})))
    s.step("c wants two", lambda: f.update(c=c.submit(inc, 2, key="c", resources={"GPU": 2})))
    s.step("states", lambda: {k: ts.state for k, ts in s.cluster.scheduler.tasks.items()})
    s.step("a ends", lambda: gate().set() or c.gather([f["a"], f["b"]]))
    s.step("released", lambda: [f[k].release() for k in "abc"] and None)
    s.close()
    return s
