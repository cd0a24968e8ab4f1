"""What is asked of plugins in moments that are seldom thought of."""

import asyncio

from distributed import Client, WorkerPlugin, get_client, get_worker
from distributed.diagnostics.plugin import NannyPlugin, SchedulerPlugin

from hooks import AsyncWorker, RecNanny, RecScheduler, RecWorker, WorkerHooks, Who, heard
from recording import Story
from scenarios.registry import listen, scenario
from tasks import boom, gate, inc, wait_for


class Stateful(Who, WorkerPlugin):
    """Holds what is not easily copied."""

    def __init__(self, name):
        super().__init__(name)
        self.me = self
        self.items = [self]
        self.shared = {"x": [1]}
        self.again = self.shared["x"]
        self.call = lambda x: x + 1
        self.function = inc
        self.cls = RecWorker
        self.set = {1, 2}
        self.other = Who("inner")

    def setup(self, worker):
        self.setups = getattr(self, "setups", 0) + 1


class Unpicklable(Who, WorkerPlugin):
    def __init__(self, name):
        super().__init__(name)
        self.generator = (x for x in [1])


class Renaming(WorkerHooks, WorkerPlugin):
    """Takes another name while it is set up."""

    def setup(self, worker):
        super().setup(worker)
        self.name = "renamed"


class Registering(WorkerHooks, WorkerPlugin):
    """Removes itself from what holds it."""

    def setup(self, worker):
        super().setup(worker)
        worker.plugins.pop(self.name)


class BadStart(RecScheduler):
    async def start(self, scheduler):
        await asyncio.sleep(0)
        await super().start(scheduler)


def register_from_task():
    return get_client().register_plugin(RecWorker(name="inner"))


@scenario
def state_that_is_hard_to_copy():
    s = Story(n_workers=2)
    c = s.client
    p = Stateful(name="st")
    s.step("register", lambda: c.register_plugin(p))
    there = lambda n: s.worker(n).plugins["st"]
    s.step("itself", lambda: [there(0).me is there(0), there(0).items[0] is there(0), there(0) is p, there(0) is there(1)])
    s.step("shared", lambda: [there(0).again is there(0).shared["x"], there(0).shared["x"] is p.shared["x"]])
    s.step("a lambda", lambda: there(0).call(1))
    s.step("a function, a class", lambda: [there(0).function is inc, there(0).cls is RecWorker])
    s.step("a set, an object", lambda: [sorted(there(0).set), there(0).other.name, there(0).other is p.other, type(there(0).other) is Who])
    s.step("setups", lambda: [there(0).setups, there(1).setups, hasattr(p, "setups")])
    s.step("scheduler.worker_plugins", lambda: type(s.cluster.scheduler.worker_plugins["st"]).__name__)
    s.step("register what cannot be pickled", lambda: c.register_plugin(Unpicklable(name="un")))
    s.step("plugins", lambda: [name for name in s.worker(0).plugins if name != "shuffle"])
    s.close()
    return s


@scenario
def plugins_that_rename_themselves():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(Renaming(name="first")))
    s.step("names", lambda: [name for name in s.worker(0).plugins if name != "shuffle"])
    s.step("unregister the new name", lambda: c.unregister_worker_plugin("renamed"))
    s.step("unregister the old one", lambda: c.unregister_worker_plugin("first"))
    s.step("register one that takes itself out", lambda: c.register_plugin(Registering(name="out")))
    s.step("names", lambda: [name for name in s.worker(0).plugins if name != "shuffle"])
    s.step("unregister it", lambda: c.unregister_worker_plugin("out"))
    s.step("unregister it again", lambda: c.unregister_worker_plugin("out"))
    s.close()
    return s


@scenario
def unregister_what_is_not_there():
    s = Story(n_workers=1)
    c = s.client
    s.step("worker plugin", lambda: c.unregister_worker_plugin("nope"))
    s.step("nanny plugin", lambda: c.unregister_worker_plugin("nope", nanny=True))
    s.step("scheduler plugin", lambda: c.unregister_scheduler_plugin("nope"))
    s.step("register three", lambda: (c.register_plugin(RecWorker(name="same")), c.register_plugin(RecScheduler(name="same")), c.register_plugin(RecNanny(name="same"))) and None)
    s.step("the scheduler's", lambda: c.unregister_scheduler_plugin("same"))
    s.step("the nannies'", lambda: c.unregister_worker_plugin("same", nanny=True))
    s.step("the workers'", lambda: c.unregister_worker_plugin("same"))
    s.step("once more", lambda: c.unregister_worker_plugin("same"))
    s.step("no text", lambda: c.unregister_worker_plugin(None))
    s.close()
    return s


@scenario
def unregister_without_workers():
    s = Story(n_workers=0)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("register, idempotent", lambda: c.register_plugin(RecWorker(name="rec", tag="2", idempotent=True)))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.step("scale(1)", lambda: s.scale(1))
    s.close()
    return s


@scenario
def one_worker_of_two_fails():
    """Of several answers, the first error counts."""
    s = Story(n_workers=2)
    c = s.client
    s.step("setup fails on both", lambda: c.register_plugin(RecWorker(name="rec", fail=["setup", "teardown"])))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.step("plugins", lambda: [[n for n in w.plugins if n != "shuffle"] for w in s.cluster.workers.values()])
    s.step("scheduler", lambda: [n for n in s.cluster.scheduler.worker_plugins if n != "shuffle"])
    s.step("register one that is fine", lambda: c.register_plugin(RecWorker(name="rec", tag="2")))
    s.close()
    return s


@scenario
def plugins_and_failing_tasks():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: listen(s))
    f = {}
    s.step("a fails once more than it may", lambda: f.update(a=c.submit(boom, 1, key="a", retries=1)) or str(f["a"].exception()))
    s.step("b = inc(a), c = inc(b)", lambda: f.update(b=c.submit(inc, f["a"], key="b")) or f.update(c=c.submit(inc, f["b"], key="c")) or f["c"].exception() and None)
    s.step("a released", lambda: f["a"].release())
    s.step("b cancelled", lambda: f["b"].cancel())
    s.step("c", lambda: f["c"].status)
    s.step("c released", lambda: f["c"].release())
    s.close()
    return s


@scenario
def plugins_registered_by_tasks():
    s = Story(n_workers=1)
    c = s.client
    s.step("a task registers", lambda: c.submit(register_from_task, key="a").result())
    s.step("plugins", lambda: [name for name in s.worker(0).plugins if name != "shuffle"])
    s.step("a task", lambda: c.submit(inc, 1, key="b").result())
    s.close()
    return s


@scenario
def async_start_fails():
    s = Story(n_workers=1)
    c = s.client
    s.step("register, failing", lambda: c.register_plugin(BadStart(name="sch", fail=["start"])))
    s.step("is it there?", lambda: "sch" in s.cluster.scheduler.plugins)
    s.step("register", lambda: c.register_plugin(BadStart(name="sch", tag="2")))
    s.step("register, idempotent, failing", lambda: c.register_plugin(BadStart(name="sch", tag="3", idempotent=True, fail=["start"])))
    s.step("unregister", lambda: c.unregister_scheduler_plugin("sch"))
    s.close()
    return s


@scenario
def failing_close_of_one_of_two():
    s = Story(n_workers=1)
    c = s.client
    s.step("register a", lambda: c.register_plugin(RecScheduler(name="a", fail=["before_close", "close", "remove_client"])))
    s.step("register b", lambda: c.register_plugin(RecScheduler(name="b")))
    s.step("register w", lambda: c.register_plugin(RecWorker(name="w", tag="w")))
    s.close()
    s.step("status", lambda: [c.status, s.cluster.status.name, s.cluster.scheduler.status.name])
    return s


@scenario
def restart_hooks_raise():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("register sch", lambda: c.register_plugin(RecScheduler(name="sch", fail=["restart"])))
    s.step("register rec", lambda: c.register_plugin(RecWorker(name="rec", fail=["teardown"])))
    s.step("restart", lambda: c.restart() and None)
    s.step("a task", lambda: c.submit(inc, 1, key="a").result())
    s.step("register, failing in setup", lambda: c.register_plugin(RecWorker(name="bad", fail=["setup"])))
    s.step("restart", lambda: c.restart() and None)
    s.step("a task", lambda: c.submit(inc, 1, key="b").result())
    s.close()
    return s


@scenario
def unregistered_while_running():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register", lambda: listen(s))
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("unregister", lambda: (c.unregister_worker_plugin("rec"), c.unregister_scheduler_plugin("sch")) and None)
    s.step("a ends", lambda: gate().set() or f["a"].result())
    s.step("register again", lambda: listen(s))
    s.step("released", lambda: f["a"].release())
    s.close()
    return s


@scenario
def closed_while_running():
    """The client closes while its task runs, and a second client wants the same one."""
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register sch", lambda: listen(s, worker=False))
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("a second client", lambda: f.update(other=Client(s.cluster, set_as_default=False)) and None)
    s.step("wants a too", lambda: f.update(b=f["other"].submit(wait_for, "go", key="a")))
    s.step("the first closes", lambda: c.close())
    s.step("statuses", lambda: [f["a"].status, f["b"].status])
    s.step("a ends", lambda: gate().set() or f["b"].result())
    s.step("a.result()", lambda: f["a"].result())
    s.step("a.release()", lambda: f["a"].release())
    s.step("a.cancel()", lambda: f["a"].cancel())
    s.step("the other closes", lambda: f["other"].close())
    s.step("cluster.close()", lambda: s.cluster.close())
    return s


@scenario
def async_hooks_of_late_workers():
    s = Story(n_workers=0)
    c = s.client
    s.step("register, failing", lambda: c.register_plugin(AsyncWorker(name="bad", fail=["setup"])))
    s.step("register", lambda: c.register_plugin(AsyncWorker(name="rec")))
    s.step("scale(1)", lambda: s.scale(1))
    s.step("status", lambda: s.worker(0).status.name)
    s.step("register again", lambda: c.register_plugin(AsyncWorker(name="rec", tag="2", fail=["setup"])))
    s.step("scale(0)", lambda: s.cluster.scale(0))
    s.step("unregister", lambda: c.unregister_worker_plugin("bad"))
    s.close()
    return s


@scenario
def calls_on_a_closed_client():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a, b", lambda: f.update(a=c.submit(inc, 1, key="a"), b=c.submit(boom, 1, key="b")) or f["a"].result())
    s.step("close", lambda: c.close())
    s.step("submit", lambda: c.submit(inc, 1, key="c"))
    s.step("map", lambda: c.map(inc, [1], key=["d"]))
    s.step("gather", lambda: c.gather([f["a"]]))
    s.step("scatter", lambda: c.scatter([1]))
    s.step("cancel", lambda: c.cancel([f["a"]]))
    s.step("retry", lambda: c.retry([f["b"]]))
    s.step("register_plugin", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("unregister_worker_plugin", lambda: c.unregister_worker_plugin("rec"))
    s.step("unregister_scheduler_plugin", lambda: c.unregister_scheduler_plugin("rec"))
    s.step("run", lambda: c.run(inc, 1))
    s.step("restart", lambda: c.restart())
    s.step("wait_for_workers", lambda: c.wait_for_workers(1, timeout=1))
    s.step("log_event", lambda: c.log_event("topic", 1))
    s.step("get_events", lambda: c.get_events("topic"))
    s.step("a.result()", lambda: f["a"].result())
    s.step("a.exception()", lambda: f["a"].exception())
    s.step("b.exception()", lambda: f["b"].exception())
    s.step("close", lambda: c.close())
    s.step("cluster.close()", lambda: s.cluster.close())
    return s
