"""Futures in odd moments: those that fail in odd ways, those that nobody waits for, and those that are asked twice."""

import time

from distributed import Client, as_completed, fire_and_forget, wait

from recording import Story
from scenarios.registry import listen, scenario
from tasks import add, boom, gate, inc, second_time, wait_and_fail, wait_for, wait_for_item


class OwnError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code

    def __reduce__(self):
        return OwnError, (self.code,)


def fail_with_own(code):
    raise OwnError(code)


def give_generator():
    return (x for x in [1])


def keys(futures):
    return sorted(x.key for x in futures)


@scenario
def errors_of_own_classes():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a fails", lambda: f.update(a=c.submit(fail_with_own, 7, key="a")) or f["a"].result())
    s.step("its class and field", lambda: (lambda e: [type(e) is OwnError, e.code])(f["a"].exception()))
    s.step("the same each time?", lambda: f["a"].exception() is f["a"].exception())
    s.step("a dependent's", lambda: (lambda e: [type(e) is OwnError, e.code])(c.submit(inc, f["a"], key="b").exception()))
    s.close()
    return s


@scenario
def as_completed_of_all_sorts():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a, bad, b", lambda: f.update(a=c.submit(inc, 1, key="a"), bad=c.submit(boom, 1, key="bad"), b=c.submit(inc, 2, key="b")) or wait(list(f.values())) and None)
    s.step("all", lambda: sorted((x.key, x.status) for x in as_completed(list(f.values()))))
    s.step("of none", lambda: [x.key for x in as_completed([])])
    s.step("d is cancelled", lambda: f.update(d=c.submit(inc, 9, key="d")) or f["d"].cancel())
    s.step("with it", lambda: sorted((x.key, x.status) for x in as_completed([f["a"], f["d"]])))
    s.step("in the order in which they end", lambda: f.update(e=c.submit(wait_for, "go", key="e"), g=c.submit(inc, 3, key="g", workers=[0])) and None)
    s.step("e ends", lambda: gate().set() or sorted(x.key for x in as_completed([f["e"], f["g"]])))
    s.close()
    return s


@scenario
def cancel_what_has_ended():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register rec and sch", lambda: listen(s))
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("bad", lambda: f.update(bad=c.submit(boom, 1, key="bad")) or wait(f["bad"]) and None)
    s.step("a.cancel()", lambda: f["a"].cancel())
    s.step("bad.cancel()", lambda: f["bad"].cancel())
    s.step("statuses", lambda: [(x.status, x.done(), x.cancelled()) for x in f.values()])
    s.step("a.result()", lambda: f["a"].result())
    s.step("bad.exception()", lambda: f["bad"].exception())
    s.step("a.cancel() again", lambda: f["a"].cancel())
    s.step("cancel of none", lambda: c.cancel([]))
    s.step("a.retry()", lambda: f["a"].retry())
    s.step("tasks", lambda: sorted(s.cluster.scheduler.tasks))
    s.close()
    return s


@scenario
def diamond_that_fails_in_part():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a", lambda: f.update(a=c.submit(wait_for_item, "go", 1, key="a")))
    s.step("l = boom(a)", lambda: f.update(l=c.submit(boom, f["a"], key="l")))
    s.step("r = inc(a)", lambda: f.update(r=c.submit(inc, f["a"], key="r")))
    s.step("d = add(l, r)", lambda: f.update(d=c.submit(add, f["l"], f["r"], key="d")))
    s.step("a ends", lambda: gate().set() or str(f["d"].exception()))
    s.step("statuses", lambda: [(k, x.status) for k, x in f.items()])
    s.step("d.retry()", lambda: f["d"].retry())
    s.step("statuses", lambda: [(k, x.status) for k, x in f.items()])
    s.step("l released", lambda: f["l"].release())
    s.step("d.retry()", lambda: f["d"].retry())
    s.step("the rest is released", lambda: [f[k].release() for k in "dra"] and None)
    s.close()
    return s


@scenario
def one_after_the_other():
    """Tasks that are submitted at different times run in that order."""
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register rec", lambda: listen(s, scheduler=False))
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    for key in ("b", "c", "d"):
        s.step(f"{key} waits", lambda: f.update({key: c.submit(inc, 1, key=key)}))
    s.step("a ends", lambda: gate().set() or c.gather(list(f.values())))
    s.step("released", lambda: [x.release() for x in f.values()] and None)
    s.close()
    return s


@scenario
def priorities_of_later_calls():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register rec", lambda: listen(s, scheduler=False))
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("low waits", lambda: f.update(low=c.submit(inc, 1, key="low", priority=-1)))
    s.step("b waits", lambda: f.update(b=c.submit(inc, 2, key="b")))
    s.step("map waits", lambda: f.update(m=c.map(inc, [3, 4], key=["m-1", "m-2"], priority=2)) and None)
    s.step("high waits", lambda: f.update(high=c.submit(inc, 5, key="high", priority=10)))
    s.step("a ends", lambda: gate().set() or c.gather([f["low"], f["b"], *f["m"], f["high"]]))
    s.step("released", lambda: [x.release() for x in [f["a"], f["low"], f["b"], *f["m"], f["high"]]] and None)
    s.close()
    return s


@scenario
def forgotten_after_it_failed():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register sch", lambda: listen(s, worker=False))
    s.step("a runs", lambda: f.update(a=c.submit(wait_and_fail, "go", key="a")))
    s.step("fire_and_forget(a)", lambda: fire_and_forget(f["a"]))
    s.step("b = inc(a)", lambda: f.update(b=c.submit(inc, f["a"], key="b")))
    s.step("both released", lambda: [f[k].release() for k in "ab"] and None)
    s.step("tasks", lambda: sorted((k, ts.state) for k, ts in s.cluster.scheduler.tasks.items()))
    s.step("a fails", lambda: gate().set())
    s.step("tasks", lambda: sorted((k, ts.state) for k, ts in s.cluster.scheduler.tasks.items()))
    s.close()
    return s


@scenario
def futures_of_a_gone_worker():
    """What was computed is computed again, and what was scattered is lost."""
    s = Story(n_workers=2)
    c = s.client
    f = {}
    s.step("register sch", lambda: listen(s, worker=False))
    s.step("a on 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[1], allow_other_workers=True)) or f["a"].result())
    s.step("p on 1", lambda: f.update(p=c.scatter({"p": 5}, workers=[1])["p"]) and None)
    s.step("b = add(a, p) on 0", lambda: f.update(b=c.submit(add, f["a"], f["p"], key="b", workers=[0])) or f["b"].result())
    s.step("p2 on 1", lambda: f.update(q=c.scatter({"q": 6}, workers=[1])["q"]) and None)
    s.step("d = inc(q) would wait", lambda: f.update(d=c.submit(wait_for_item, "go", f["q"], key="d", workers=[1], allow_other_workers=True)))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("statuses", lambda: [(k, f[k].status) for k in "abpqd"])
    s.step("b", lambda: f["b"].result())
    s.step("a", lambda: f["a"].result())
    s.step("q", lambda: f["q"].result())
    s.step("d", lambda: gate().set() or f["d"].result())
    s.step("released", lambda: [f[k].release() for k in "bapqd"] and None)
    s.close()
    return s


@scenario
def two_clients_and_a_failure():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register sch", lambda: listen(s, worker=False))
    s.step("another client", lambda: f.update(other=Client(s.cluster, set_as_default=False)) and None)
    s.step("a fails", lambda: f.update(a=c.submit(second_time, key="a")) or str(f["a"].exception()))
    s.step("the other wants it", lambda: f.update(b=f["other"].submit(second_time, key="a")) or str(f["b"].exception()))
    s.step("retry of the first", lambda: f["a"].retry())
    s.step("both", lambda: [f["a"].result(), f["b"].result()])
    s.step("gather of a stranger's", lambda: f["other"].gather([f["b"]]))
    s.step("the first releases", lambda: f["a"].release())
    s.step("b", lambda: f["b"].status)
    s.step("the other closes", lambda: f["other"].close())
    s.step("tasks", lambda: sorted(s.cluster.scheduler.tasks))
    s.close()
    return s
