"""Tasks from their submission to their end."""

from distributed import Client

from recording import Story
from scenarios.registry import listen, scenario
from tasks import add, boom, gate, inc, second_time, wait_and_fail, wait_for, wait_for_item


@scenario
def failing_dependency():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a fails", lambda: f.update(a=c.submit(boom, 1, key="a")) or str(f["a"].exception()))
    s.step("b = inc(a)", lambda: f.update(b=c.submit(inc, f["a"], key="b")) or f["b"].result())
    s.step("c = inc(b)", lambda: f.update(c=c.submit(inc, f["b"], key="c")) or f["c"].result())
    s.step("release c, b, a", lambda: [f[k].release() for k in "cba"] and None)
    s.close()
    return s


@scenario
def failing_dependency_later():
    """The dependents are there before the failure."""
    s = Story(n_workers=1)
    c = s.client
    go = gate("fail")
    s.step("register rec and sch", lambda: listen(s))
    f = {}

    def submit():
        f.update(a=c.submit(wait_and_fail, "fail", key="a"))
        f.update(b=c.submit(inc, f["a"], key="b"))
        f.update(c=c.submit(inc, f["b"], key="c"))

    s.step("a, b = inc(a), c = inc(b)", submit)
    s.step("a fails", lambda: go.set() or str(f["c"].exception()))
    s.step("release a", lambda: f["a"].release())
    s.step("release b, c", lambda: f["b"].release() or f["c"].release())
    s.close()
    return s


@scenario
def retry():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a fails", lambda: f.update(a=c.submit(second_time, key="a")) or str(f["a"].exception()))
    s.step("a.retry()", lambda: f["a"].retry() or f["a"].result())
    s.step("release a", lambda: f["a"].release())
    s.close()
    return s


@scenario
def retries_option():
    s = Story(n_workers=1)
    s.step("register rec and sch", lambda: listen(s))
    s.step("submit with retries=1", lambda: s.client.submit(second_time, key="a", retries=1).result())
    s.close()
    return s


@scenario
def release_while_running():
    s = Story(n_workers=1)
    c = s.client
    go = gate()
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("a.release()", lambda: f.pop("a").release())
    s.step("a ends", lambda: go.set())
    s.close()
    return s


@scenario
def cancel_waiting():
    s = Story(n_workers=1)
    c = s.client
    go = gate()
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a runs, b waits for the thread",
           lambda: f.update(a=c.submit(wait_for, "go", key="a", workers=[0])) or f.update(b=c.submit(inc, 1, key="b", workers=[0])))
    s.step("b.cancel()", lambda: f["b"].cancel())
    s.step("b.status", lambda: f["b"].status)
    s.step("a ends", lambda: go.set() or f["a"].result())
    s.step("release a", lambda: f["a"].release())
    s.close()
    return s


@scenario
def cancel_with_dependents():
    s = Story(n_workers=1)
    c = s.client
    go = gate()
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("a runs, b = inc(a)", lambda: f.update(a=c.submit(wait_for, "go", key="a")) or f.update(b=c.submit(inc, f["a"], key="b")))
    s.step("client.cancel([a])", lambda: c.cancel([f["a"]]))
    s.step("b.status", lambda: f["b"].status)
    s.step("a ends", lambda: go.set())
    s.close()
    return s


@scenario
def queued():
    s = Story(n_workers=1)
    c = s.client
    go = gate()
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}

    def submit():
        f["all"] = c.map(wait_for_item, ["go"] * 5, range(5), key=[f"x-{i}" for i in range(5)])

    s.step("map over 5", submit)
    s.step("states", lambda: sorted(ts.state for ts in s.cluster.scheduler.tasks.values()))
    s.step("gather", lambda: go.set() or c.gather(f["all"]))
    for future in f.pop("all"):
        s.step(f"release {future.key}", future.release)
    s.close()
    return s


@scenario
def no_workers_yet():
    s = Story(n_workers=0)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("submit", lambda: f.update(a=c.submit(inc, 1, key="a")))
    s.step("a.status", lambda: f["a"].status)
    s.step("scale(1)", lambda: s.cluster.scale(1) or f["a"].result())
    s.step("release a", lambda: f["a"].release())
    s.close()
    return s


@scenario
def chain_released_early():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("b = inc(a)", lambda: f.update(b=c.submit(inc, f["a"], key="b")) or f["b"].result())
    s.step("release a", lambda: f["a"].release())
    s.step("release b", lambda: f["b"].release())
    s.close()
    return s


@scenario
def retries_exhausted():
    s = Story(n_workers=1)
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("boom with retries=2", lambda: f.update(a=s.client.submit(boom, 1, key="a", retries=2)) or str(f["a"].exception()))
    s.step("release", lambda: f["a"].release())
    s.close()
    return s


@scenario
def retry_what_is_fine():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("a.retry()", lambda: f["a"].retry())
    s.step("a", lambda: [f["a"].status, f["a"].result()])
    s.close()
    return s


@scenario
def retry_of_a_dependent():
    s = Story(n_workers=1)
    c = s.client
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("a fails, b = inc(a)", lambda: f.update(a=c.submit(second_time, key="a")) or f.update(b=c.submit(inc, f["a"], key="b")) or str(f["b"].exception()))
    s.step("b.retry()", lambda: f["b"].retry())
    s.step("a, b", lambda: c.gather([f["a"], f["b"]]))
    s.close()
    return s


@scenario
def released_while_waiting():
    """A chain that nobody wants any more, before it runs and while it runs."""
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}

    def submit():
        f["a"] = c.submit(wait_for, "go", key="a")
        f["b"] = c.submit(str, f["a"], key="b")
        f["c"] = c.submit(str, f["b"], key="c")

    s.step("a runs, b = str(a), c = str(b)", submit)
    s.step("a, b released", lambda: [f[k].release() for k in "ab"] and None)
    s.step("c released", lambda: f["c"].release())
    s.step("a ends", lambda: gate().set())
    s.close()
    return s


@scenario
def cancelled_while_running():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("a.cancel()", lambda: f["a"].cancel())
    s.step("a again", lambda: f.update(again=c.submit(wait_for, "go", key="a")))
    s.step("a ends", lambda: gate().set() or f["again"].result())
    s.close()
    return s


@scenario
def forced_cancel():
    s = Story(n_workers=1)
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("another client", lambda: f.update(other=Client(s.cluster, set_as_default=False)))
    s.step("one wants a", lambda: f.update(a=s.client.submit(wait_for, "go", key="a")))
    s.step("the other too", lambda: f.update(b=f["other"].submit(wait_for, "go", key="a")))
    s.step("cancel of one", lambda: f["a"].cancel())
    s.step("statuses", lambda: [f["a"].status, f["b"].status])
    s.step("cancel of all", lambda: f["other"].cancel([f["b"]], force=True))
    s.step("statuses", lambda: [f["a"].status, f["b"].status])
    s.step("a ends", lambda: gate().set())
    s.step("the other closes", lambda: f["other"].close())
    s.close()
    return s


@scenario
def errors_of_tasks():
    s = Story(n_workers=1)
    c = s.client
    s.step("RuntimeError", lambda: c.submit(boom, 1).result())
    s.step("a dependent's", lambda: c.submit(inc, c.submit(boom, 2)).result())
    s.step("the same call again", lambda: c.submit(boom, 1).result())
    s.close()
    return s


@scenario
def task_transitions():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register rec and sch", lambda: listen(s))
    s.step("f = inc(1)", lambda: f.update(f=c.submit(inc, 1, key="ok")) or f["f"].result() and f["f"])
    s.step("g = boom(1)", lambda: f.update(g=c.submit(boom, 1, key="bad")) or f["g"].exception() and f["g"])
    s.step("f.release()", lambda: f["f"].release())
    s.step("g.release()", lambda: f["g"].release())
    s.close()
    return s


@scenario
def task_transitions_dependency():
    s = Story(n_workers=2)
    c = s.client
    s.step("register rec", lambda: listen(s, scheduler=False))

    def submit():
        a = c.submit(inc, 1, key="a", workers=[0])
        return c.submit(inc, a, key="b", workers=[1]).result()

    s.step("a on worker 0; b = inc(a) on worker 1", submit)
    s.close()
    return s
