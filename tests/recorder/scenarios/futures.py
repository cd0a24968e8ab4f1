"""What futures say of themselves, and what is asked of them."""

import time

from distributed import Client, fire_and_forget, wait

from recording import Story
from scenarios.registry import scenario
from tasks import add, boom, gate, inc, wait_for


def about(*futures):
    return [(f.status, f.done(), f.cancelled()) for f in futures]


@scenario
def future_life():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a waits", lambda: f.update(a=c.submit(wait_for, "go", key="a")) or about(f["a"]))
    s.step("a ends", lambda: gate().set() or f["a"].result())
    s.step("a.status", lambda: about(f["a"]))
    s.step("a.exception()", lambda: f["a"].exception())
    s.step("b fails", lambda: f.update(b=c.submit(boom, 1, key="b")) or wait(f["b"]) and about(f["b"]))
    s.step("b.result()", lambda: f["b"].result())
    s.step("b.exception()", lambda: str(f["b"].exception()))
    s.step("b.status", lambda: about(f["b"]))
    s.close()
    s.step("a, b after closing", lambda: about(f["a"], f["b"]))
    return s


@scenario
def cancelled_future_asked():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("b waits", lambda: f.update(b=c.submit(inc, 1, key="b")))
    s.step("b.cancel()", lambda: f["b"].cancel())
    s.step("b.status", lambda: about(f["b"]))
    s.step("b.result()", lambda: f["b"].result())
    s.step("b.exception()", lambda: f["b"].exception())
    s.step("gather([b])", lambda: c.gather([f["b"]]))
    s.step("gather([b], errors='skip')", lambda: c.gather([f["b"]], errors="skip"))
    s.step("b again", lambda: f.update(again=c.submit(inc, 1, key="b")) or about(f["b"], f["again"]))
    s.step("the old one is released", lambda: f["b"].release())
    s.step("a ends", lambda: gate().set() or [f["a"].result(), f["again"].result()])
    s.step("tasks", lambda: sorted(s.cluster.scheduler.tasks))
    s.step("the new one is released", lambda: f["again"].release())
    s.step("tasks", lambda: sorted(s.cluster.scheduler.tasks))
    s.close()
    return s


@scenario
def cancel_with_reason():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a runs, b = inc(a)", lambda: f.update(a=c.submit(wait_for, "go", key="a"), b=None) or f.update(b=c.submit(inc, f["a"], key="b")))
    s.step("a.cancel(reason, msg)", lambda: f["a"].cancel(reason="too late", msg="Come earlier."))
    s.step("a, b", lambda: about(f["a"], f["b"]))
    s.step("a.result()", lambda: f["a"].result())
    s.step("b.result()", lambda: f["b"].result())
    s.step("a ends", lambda: gate().set())
    s.close()
    return s


@scenario
def released_future_asked():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a twice", lambda: f.update(a=c.submit(inc, 1, key="a"), b=c.submit(inc, 1, key="a")) or c.gather([f["a"], f["b"]]))
    s.step("the first is released", lambda: f["a"].release())
    s.step("both", lambda: about(f["a"], f["b"]))
    s.step("the first's result()", lambda: f["a"].result())
    s.step("the second is released", lambda: f["b"].release())
    s.step("both", lambda: about(f["a"], f["b"]))
    s.step("the first's result()", lambda: f["a"].result())
    s.step("the second's exception()", lambda: f["b"].exception())
    s.step("the second is released again", lambda: f["b"].release())
    s.step("a again", lambda: f.update(d=c.submit(inc, 5, key="a")) or f["d"].result())
    s.step("all", lambda: about(f["a"], f["b"], f["d"]))
    s.close()
    return s


@scenario
def same_key_other_call():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a = inc(1)", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("a = add(3, 4)", lambda: f.update(b=c.submit(add, 3, 4, key="a")) or f["b"].result())
    s.step("a second client", lambda: f.update(other=Client(s.cluster, set_as_default=False)) and None)
    s.step("its a = add(5, 6)", lambda: f.update(d=f["other"].submit(add, 5, 6, key="a")) or f["d"].result())
    s.step("released by all", lambda: [f[k].release() for k in "abd"] and None)
    s.step("a = add(3, 4) again", lambda: c.submit(add, 3, 4, key="a").result())
    s.step("the second closes", lambda: f["other"].close())
    s.close()
    return s


@scenario
def gather_with_errors():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a, bad, b", lambda: f.update(a=c.submit(inc, 1, key="a"), bad=c.submit(boom, 1, key="bad"), b=c.submit(inc, 2, key="b")))
    s.step("gather", lambda: c.gather([f["a"], f["bad"], f["b"]]))
    s.step("gather, skipping", lambda: c.gather([f["a"], f["bad"], f["b"]], errors="skip"))
    s.step("gather, all fine", lambda: c.gather([f["b"], f["a"], f["b"]]))
    s.step("gather of nothing", lambda: c.gather([]))
    s.step("gather of one", lambda: c.gather(f["a"]))
    s.step("gather, nested", lambda: c.gather([f["a"], [f["b"], 7], {"x": f["a"]}]))
    s.step("gather, errors='other'", lambda: c.gather([f["bad"]], errors="other"))
    s.step("gather, errors='other', all fine", lambda: c.gather([f["a"]], errors="other"))
    s.close()
    return s


@scenario
def map_variants():
    s = Story(n_workers=2)
    c = s.client
    s.step("two iterables", lambda: c.gather(c.map(add, [1, 2, 3], [10, 20, 30])))
    s.step("of unequal length", lambda: c.gather(c.map(add, [1, 2, 3], [10, 20])))
    s.step("of nothing", lambda: c.gather(c.map(inc, [])))
    s.step("keys", lambda: [x.key for x in c.map(inc, [1, 2], key=["p", "q"])])
    s.step("a prefix", lambda: [x.key.rsplit("-", 1)[0] for x in c.map(inc, [1, 2], key="pre")])
    s.step("the same call", lambda: (lambda a, b: a[0].key == b[0].key == c.submit(inc, 1).key)(c.map(inc, [1]), c.map(inc, [1])))
    s.step("the same item twice", lambda: (lambda a: a[0].key == a[1].key)(c.map(inc, [1, 1])))
    s.step("impure", lambda: (lambda a: a[0].key == a[1].key)(c.map(inc, [1, 1], pure=False)))
    s.step("of futures", lambda: c.gather(c.map(inc, c.map(inc, [1, 2]))))
    s.step("one fails", lambda: c.gather(c.map(boom, [1])))
    s.close()
    return s


@scenario
def keys_of_calls():
    s = Story(n_workers=1)
    c = s.client

    def keys(*calls):
        held = [c.submit(*call) for call in calls]
        return len({x.key for x in held})

    s.step("the same call", lambda: keys((inc, 1), (inc, 1)))
    s.step("other arguments", lambda: keys((inc, 1), (inc, 2), (inc, 1.5)))
    s.step("other functions", lambda: keys((inc, 1), (boom, 1)))
    s.step("equal lists", lambda: keys((len, [1, 2]), (len, [1, 2])))
    s.step("impure", lambda: len({c.submit(inc, 1, pure=False).key for _ in range(2)}))
    s.step("the key's beginning", lambda: c.submit(inc, 1).key.split("-")[0])
    s.close()
    return s


@scenario
def nested_futures():
    s = Story(n_workers=2)
    c = s.client
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")))
    s.step("in a list", lambda: c.submit(sum, [f["a"], f["a"], 1], key="l").result())
    s.step("in a dict", lambda: c.submit(str, {"x": f["a"]}, key="d").result())
    s.step("deep", lambda: c.submit(str, [[f["a"]], {"y": [f["a"]]}], key="n").result())
    s.step("of another client", lambda: f.update(other=Client(s.cluster, set_as_default=False)) or f["other"].submit(inc, f["a"], key="o").result())
    s.step("the other closes", lambda: f["other"].close())
    s.step("released", lambda: f["a"].release())
    s.step("lost", lambda: c.submit(inc, f["a"], key="p").result())
    s.close()
    return s


@scenario
def fire_and_forgotten():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("fire_and_forget(a)", lambda: fire_and_forget(f["a"]))
    s.step("a.release()", lambda: f["a"].release())
    s.step("tasks", lambda: sorted((k, ts.state) for k, ts in s.cluster.scheduler.tasks.items()))
    s.step("a ends", lambda: gate().set())
    s.step("tasks", lambda: sorted((k, ts.state) for k, ts in s.cluster.scheduler.tasks.items()))
    s.close()
    return s


@scenario
def waiting():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a, bad", lambda: f.update(a=c.submit(inc, 1, key="a"), bad=c.submit(boom, 1, key="bad")))
    s.step("wait([a, bad])", lambda: (lambda r: [sorted(x.key for x in r.done), sorted(x.key for x in r.not_done)])(wait([f["a"], f["bad"]])))
    s.step("cancelled", lambda: f.update(d=c.submit(inc, 3, key="d")) or f["d"].cancel() or time.sleep(0.1) or wait([f["d"]]))
    s.close()
    return s


@scenario
def scattered():
    s = Story(n_workers=2)
    c = s.client
    f = {}
    s.step("scatter a list", lambda: f.update(a=c.scatter([1, 2], hash=False, workers=s.worker(0).address)) or [x.status for x in f["a"]])
    s.step("gather", lambda: c.gather(f["a"]))
    s.step("scatter a value", lambda: f.update(b=c.scatter(5, workers=s.worker(1).address)) or [f["b"].status, f["b"].key.split("-")[0], f["b"].result()])
    s.step("scatter a dict", lambda: f.update(d=c.scatter({"x": 1}, workers=s.worker(0).address)) or sorted((k, v.key, v.result()) for k, v in f["d"].items()))
    s.step("a task of them", lambda: c.submit(add, f["a"][0], f["b"], key="t").result())
    s.step("broadcast", lambda: f.update(e=c.scatter(7, broadcast=True)) or len(s.cluster.scheduler.tasks[f["e"].key].who_has))
    s.step("released", lambda: [x.release() for x in [*f["a"], f["b"], f["d"]["x"], f["e"]]] and None)
    s.step("tasks", lambda: sorted(k.split("-")[0] for k in s.cluster.scheduler.tasks))
    s.close()
    return s
