"""The stories that are recorded: each is told in TypeScript too, in tests/conformance/programs."""

import threading

from distributed import Client, Environ

from recording import RecNanny, RecScheduler, RecWorker, Story, add, boom, inc

SCENARIOS = {}


def scenario(function):
    SCENARIOS[function.__name__.replace("_", "-")] = function
    return function


def listen(story, worker=True, scheduler=True):
    if worker:
        story.client.register_plugin(RecWorker(name="rec"))
    if scheduler:
        story.client.register_plugin(RecScheduler(name="sch"))


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
    go = threading.Event()
    GATES["fail"] = go
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
    tries = GATES["tries"] = []
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a fails", lambda: f.update(a=c.submit(second_time, "tries", key="a")) or str(f["a"].exception()))
    s.step("a.retry()", lambda: f["a"].retry() or f["a"].result())
    s.step("release a", lambda: f["a"].release())
    s.close()
    return s


@scenario
def retries_option():
    s = Story(n_workers=1)
    GATES["tries"] = []
    s.step("register rec and sch", lambda: listen(s))
    s.step("submit with retries=1", lambda: s.client.submit(second_time, "tries", key="a", retries=1).result())
    s.close()
    return s


@scenario
def release_while_running():
    s = Story(n_workers=1)
    c = s.client
    go = GATES["go"] = threading.Event()
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
    go = GATES["go"] = threading.Event()
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
    go = GATES["go"] = threading.Event()
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
    go = GATES["go"] = threading.Event()
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
def two_clients_one_key():
    s = Story(n_workers=1)
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("a of the first", lambda: f.update(a=s.client.submit(inc, 1, key="a")) or f["a"].result())
    s.step("a second client", lambda: f.update(other=Client(s.cluster, set_as_default=False)) and None)
    s.step("a of the second", lambda: f.update(b=f["other"].submit(inc, 1, key="a")) or f["b"].result())
    s.step("the first releases", lambda: f["a"].release())
    s.step("the second releases", lambda: f["b"].release())
    s.step("the second closes", lambda: f["other"].close())
    s.close()
    return s


@scenario
def unregister_teardown_raises():
    s = Story(n_workers=2)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec", fail=["teardown"])))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.step("unregister an unknown nanny plugin", lambda: c.unregister_worker_plugin("rec", nanny=True))
    s.notes["worker.plugins after"] = {str(n): [k for k in w.plugins if k != "shuffle"] for n, w in s.cluster.workers.items()}
    s.close()
    return s


@scenario
def same_name_teardown_raises():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec", tag="first", fail=["teardown"])))
    s.step("register again", lambda: c.register_plugin(RecWorker(name="rec", tag="second")))
    s.close()
    return s


@scenario
def close_teardown_raises():
    s = Story(n_workers=2)
    c = s.client
    s.step("register a", lambda: c.register_plugin(RecWorker(name="a", fail=["teardown"])))
    s.step("register b", lambda: c.register_plugin(RecWorker(name="b")))
    s.close()
    return s


@scenario
def transition_raises():
    s = Story(n_workers=1)
    s.step("register", lambda: s.client.register_plugin(RecWorker(name="rec", fail=["transition"])))
    s.step("submit", lambda: s.client.submit(inc, 1, key="a").result())
    s.close()
    return s


@scenario
def several_plugins():
    s = Story(n_workers=1)
    c = s.client
    for name in ("b", "a"):
        s.step(f"register {name}", lambda: c.register_plugin(RecWorker(name=name)))
    s.step("submit", lambda: c.submit(inc, 1, key="k").result())
    s.step("register b again", lambda: c.register_plugin(RecWorker(name="b", tag="second")))
    s.step("submit", lambda: c.submit(inc, 1, key="l").result())
    s.close()
    return s


@scenario
def scheduler_hooks_raise():
    s = Story(n_workers=1)
    c = s.client
    fail = ["update_graph", "add_worker", "remove_worker", "add_client", "remove_client", "before_close", "close"]
    s.step("register", lambda: c.register_plugin(RecScheduler(name="sch", fail=fail)))
    s.step("submit", lambda: c.submit(inc, 1, key="a").result())
    s.step("scale(2)", lambda: s.cluster.scale(2) or c.wait_for_workers(2))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.close()
    return s


@scenario
def restart_processes():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("register nan and sch", lambda: (c.register_plugin(RecNanny(name="nan")), c.register_plugin(RecScheduler(name="sch"))) and None)
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("client.restart()", lambda: c.restart() and None)
    s.step("a.status", lambda: f["a"].status)
    s.step("b", lambda: c.submit(inc, 2, key="b").result())
    s.close()
    return s


@scenario
def nanny_plugin_restart_processes():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("register sch", lambda: c.register_plugin(RecScheduler(name="sch")))
    s.step("register nan with restart", lambda: c.register_plugin(RecNanny(name="nan", restart=True)))
    s.step("register Environ", lambda: c.register_plugin(Environ({"A": 1}), name="env"))
    s.step("register nan that fails", lambda: c.register_plugin(RecNanny(name="bad", restart=True, fail=["setup"])))
    s.close()
    return s


@scenario
def closing_twice():
    s = Story(n_workers=1)
    s.step("register sch", lambda: listen(s, worker=False))
    s.step("client.close()", lambda: s.client.close())
    s.step("client.close() again", lambda: s.client.close())
    s.step("cluster.close()", lambda: s.cluster.close())
    s.step("cluster.close() again", lambda: s.cluster.close())
    return s


@scenario
def deprecated_registrations():
    """What the deprecated methods say of canonical plugins of each kind."""
    s = Story(n_workers=1)
    c = s.client
    s.step("register_worker_plugin(RecWorker, nanny=True)", lambda: c.register_worker_plugin(RecWorker(name="w"), nanny=True))
    s.step("register_worker_plugin(RecNanny, nanny=False)", lambda: c.register_worker_plugin(RecNanny(name="n"), nanny=False))
    s.step("register_worker_plugin(RecScheduler, nanny=True)", lambda: c.register_worker_plugin(RecScheduler(name="s"), nanny=True))
    s.step("register_worker_plugin(RecWorker, name='')", lambda: c.register_worker_plugin(RecWorker(name="w"), name=""))
    s.step("register_scheduler_plugin(RecScheduler)", lambda: c.register_scheduler_plugin(RecScheduler(name="t")))
    s.step("register_scheduler_plugin(RecWorker)", lambda: c.register_scheduler_plugin(RecWorker(name="x")))
    s.step("register_worker_plugin('hello', nanny=True)", lambda: c.register_worker_plugin("hello", nanny=True))
    s.close()
    return s


class AsyncWorker(RecWorker):
    async def setup(self, worker):
        super().setup(worker)

    async def teardown(self, worker):
        super().teardown(worker)


@scenario
def async_hooks():
    """Hooks that are coroutines, and fail."""
    s = Story(n_workers=2)
    c = s.client
    s.step("register", lambda: c.register_plugin(AsyncWorker(name="rec", fail=["setup"])))
    s.step("register again", lambda: c.register_plugin(AsyncWorker(name="rec", tag="second", fail=["teardown"])))
    s.step("register again", lambda: c.register_plugin(AsyncWorker(name="rec", tag="third")))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.close()
    return s


@scenario
def idempotent_mixes():
    """Which flag counts, on each kind."""
    s = Story(n_workers=1)
    c = s.client
    s.step("worker", lambda: c.register_plugin(RecWorker(name="w", tag="1")))
    s.step("worker, idempotent", lambda: c.register_plugin(RecWorker(name="w", tag="2", idempotent=True)))
    s.step("scheduler, idempotent", lambda: c.register_plugin(RecScheduler(name="s", tag="1", idempotent=True)))
    s.step("scheduler", lambda: c.register_plugin(RecScheduler(name="s", tag="2")))
    s.step("scheduler, idempotent", lambda: c.register_plugin(RecScheduler(name="s", tag="3", idempotent=True)))
    s.step("a name of another kind", lambda: c.register_plugin(RecWorker(name="s", tag="4", idempotent=True)))
    s.step("no bool", lambda: c.register_plugin(RecWorker(name="w", tag="5", idempotent=1)))
    s.close()
    return s


# What tasks wait for: they run in this process, and find it by name.
GATES = {}


def gate(name):
    import scenarios

    return scenarios.GATES[name]


def wait_for(name):
    gate(name).wait(30)
    return name


def wait_for_item(name, item):
    gate(name).wait(30)
    return item


def wait_and_fail(name):
    gate(name).wait(30)
    raise RuntimeError("boom")


def second_time(name):
    tries = gate(name)
    tries.append(1)
    if len(tries) == 1:
        raise RuntimeError("first time")
    return len(tries)
