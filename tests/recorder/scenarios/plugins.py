"""The life of worker plugins."""

import asyncio

from distributed import Client, WorkerPlugin

from hooks import AsyncWorker, FailOn1, QuietWorker, RecScheduler, RecWorker, WorkerHooks
from recording import Story
from scenarios.registry import scenario
from tasks import gate, inc, wait_for


class Nameless(WorkerPlugin):
    pass


class Counting(QuietWorker):
    count = 0

    def __init__(self, name):
        super().__init__(name)
        self.items = []

    def setup(self, worker):
        self.count += 1


class Slow(WorkerHooks, WorkerPlugin):
    async def setup(self, worker):
        super().setup(worker)
        await asyncio.sleep(0.05)
        super().setup(worker)

    async def teardown(self, worker):
        super().teardown(worker)
        await asyncio.sleep(0.05)
        super().teardown(worker)


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


@scenario
def plugin_names():
    s = Story(n_workers=1)
    c = s.client

    def names():
        return [name for name in s.cluster.scheduler.worker_plugins if name != "shuffle"]

    s.step("no name", lambda: c.register_plugin(Nameless()) and [name.split("-")[0] for name in names()])
    s.step("no name again", lambda: c.register_plugin(Nameless()) and len(names()))
    s.step("the same instance twice", lambda: (lambda p: c.register_plugin(p) and c.register_plugin(p))(Nameless()) and len(names()))
    s.step("name= beats .name", lambda: c.register_plugin(RecWorker(name="own"), name="given") and names()[-1])
    s.step("name=None", lambda: c.register_plugin(RecWorker(name="own"), name=None) and names()[-1])
    s.step("name=''", lambda: c.register_plugin(RecWorker(name="own"), name=""))
    s.step(".name = ''", lambda: c.register_plugin(RecWorker(name="")))
    s.step(".name = None", lambda: c.register_plugin(RecWorker(name=None)))
    s.step("the plugin's own name stays", lambda: s.worker(0).plugins["given"].name)
    s.step("unregister by the given name", lambda: c.unregister_worker_plugin("given"))
    s.step("scheduler plugin, name=", lambda: c.register_plugin(RecScheduler(name="sch"), name="other") or [n for n in s.cluster.scheduler.plugins if n in ("sch", "other")])
    s.close()
    return s


@scenario
def plugins_are_copies():
    s = Story(n_workers=2)
    c = s.client
    plugin = Counting(name="count")
    s.step("register", lambda: c.register_plugin(plugin))
    s.step("the client's own", lambda: [plugin.count, plugin is s.worker(0).plugins["count"]])
    s.step("the workers'", lambda: [s.worker(n).plugins["count"].count for n in (0, 1)])
    s.step("the same list in each?", lambda: s.worker(0).plugins["count"].items is s.worker(1).plugins["count"].items)
    s.step("changed on one", lambda: s.worker(0).plugins["count"].items.append(1))
    s.step("lists", lambda: [s.worker(0).plugins["count"].items, s.worker(1).plugins["count"].items, plugin.items])
    s.step("changed at the client", lambda: plugin.items.append(2))
    s.step("scale(3)", lambda: s.scale(3))
    s.step("the new worker's", lambda: s.worker(2).plugins["count"].items)
    s.step("the same class?", lambda: type(s.worker(0).plugins["count"]) is Counting)
    s.close()
    return s


@scenario
def late_worker_with_several():
    s = Story(n_workers=0)
    c = s.client
    for name in ("b", "a", "c"):
        s.step(f"register {name}", lambda: c.register_plugin(RecWorker(name=name)))
    s.step("register bad", lambda: c.register_plugin(RecWorker(name="bad", fail=["setup", "teardown"])))
    s.step("scale(1)", lambda: s.scale(1))
    s.step("plugins", lambda: [name for name in s.worker(0).plugins if name != "shuffle"])
    s.step("unregister a", lambda: c.unregister_worker_plugin("a"))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("scale(0)", lambda: s.cluster.scale(0))
    s.step("client.close()", lambda: s.client.close())
    # In 2024.7.1 it waits for ever for the worker whose teardown has failed.
    s.step("cluster.close(timeout=5)", lambda: s.cluster.close(timeout=5))
    return s


@scenario
def async_setups_in_turn():
    """Each setup gives way: whether a late worker runs them one after the other."""
    s = Story(n_workers=1)
    c = s.client
    for name in ("a", "b"):
        s.step(f"register {name}", lambda: c.register_plugin(Slow(name=name)))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("a task", lambda: c.submit(inc, 1, key="k", workers=[1]).result())
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.close()
    return s


@scenario
def setup_raises_of_replacement():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec", tag="first")))
    s.step("register, failing", lambda: c.register_plugin(RecWorker(name="rec", tag="second", fail=["setup"])))
    s.step("tag", lambda: s.worker(0).plugins["rec"].tag)
    s.step("register, idempotent", lambda: c.register_plugin(RecWorker(name="rec", tag="third", idempotent=True)))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.step("register again, idempotent", lambda: c.register_plugin(RecWorker(name="rec", tag="fourth", idempotent=True)))
    s.close()
    return s


@scenario
def hooks_that_are_missing():
    s = Story(n_workers=1)
    c = s.client
    s.step("no hook of its own", lambda: c.register_plugin(QuietWorker(name="q")))
    s.step("a task", lambda: c.submit(inc, 1, key="k").result())
    s.step("unregister", lambda: c.unregister_worker_plugin("q"))
    s.close()
    return s


@scenario
def plugin_while_running():
    """A plugin that comes while tasks run."""
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a runs, b waits", lambda: f.update(a=c.submit(wait_for, "go", key="a"), b=c.submit(inc, 1, key="b")))
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("a ends", lambda: gate().set() or c.gather([f["a"], f["b"]]))
    s.close()
    return s


@scenario
def two_clients_one_plugin():
    s = Story(n_workers=1)
    f = {}
    s.step("a second client", lambda: f.update(other=Client(s.cluster, set_as_default=False)) and None)
    s.step("the first registers", lambda: s.client.register_plugin(RecWorker(name="rec", tag="first")))
    s.step("the second registers", lambda: f["other"].register_plugin(RecWorker(name="rec", tag="second")))
    s.step("the first closes", lambda: s.client.close())
    s.step("the second unregisters", lambda: f["other"].unregister_worker_plugin("rec"))
    s.step("the second closes", lambda: f["other"].close())
    s.step("cluster.close()", lambda: s.cluster.close())
    return s


@scenario
def idempotent_argument():
    s = Story(n_workers=1)
    s.step("register", lambda: s.client.register_plugin(RecWorker(name="rec"), idempotent=True))
    s.close()
    return s


def tags(story):
    return {str(n): w.plugins["rec"].tag for n, w in story.cluster.workers.items()}


@scenario
def idempotent_twice():
    s = Story(n_workers=2)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec", tag="first", idempotent=True)))
    s.step("register again", lambda: c.register_plugin(RecWorker(name="rec", tag="second", idempotent=True)))
    s.note("tags", tags(s))
    s.step("register, not idempotent", lambda: c.register_plugin(RecWorker(name="rec", tag="third")))
    s.note("tags after third", tags(s))
    s.close()
    return s


@scenario
def same_name_twice():
    s = Story(n_workers=2)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec", tag="first")))
    s.step("register again", lambda: c.register_plugin(RecWorker(name="rec", tag="second")))
    s.note("tags", tags(s))
    s.step("register under another name", lambda: c.register_plugin(RecWorker(name="rec", tag="third"), name="other"))
    s.note("names on worker 0", [name for name in s.worker(0).plugins if name != "shuffle"])
    s.close()
    return s


@scenario
def setup_raises():
    s = Story(n_workers=2)
    c = s.client
    s.step("register, failing on 1", lambda: c.register_plugin(FailOn1(name="rec")))
    s.step("inc on 1", lambda: c.submit(inc, 1, key="inc-1", workers=[1]).result())
    s.note("worker.plugins after", {str(n): [k for k in w.plugins if k != "shuffle"] for n, w in s.cluster.workers.items()})
    s.note("scheduler.worker_plugins after", [k for k in s.cluster.scheduler.worker_plugins if k != "shuffle"])
    s.close()
    return s


@scenario
def setup_raises_then_worker_joins():
    s = Story(n_workers=1)
    c = s.client
    s.step("register, failing", lambda: c.register_plugin(RecWorker(name="rec", fail=["setup"])))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("inc on 1", lambda: c.submit(inc, 1, key="inc-1", workers=[1]).result())
    s.note("worker.plugins after", {str(n): [k for k in w.plugins if k != "shuffle"] for n, w in s.cluster.workers.items()})
    s.note("status", {str(n): w.status.name for n, w in s.cluster.workers.items()})
    s.close()
    return s


@scenario
def teardown_at_close():
    s = Story(n_workers=2)
    c = s.client

    def register():
        c.register_plugin(RecWorker(name="a"))
        c.register_plugin(RecWorker(name="b"))
        c.register_plugin(RecScheduler(name="sch"))

    s.step("register a, b and sch", register)
    s.step("client.close()", lambda: c.close())
    s.step("cluster.close()", lambda: s.cluster.close())
    return s


@scenario
def unregister():
    s = Story(n_workers=2)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.step("inc", lambda: c.submit(inc, 1, key="inc-1").result())
    s.step("unregister again", lambda: c.unregister_worker_plugin("rec"))
    s.close()
    return s


@scenario
def worker_joins_later():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("inc on 1", lambda: c.submit(inc, 1, key="inc-1", workers=[1]).result())
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.close()
    return s
