"""The life of scheduler plugins."""

from distributed import Client
from distributed.diagnostics.plugin import SchedulerPlugin, WorkerPlugin

from hooks import RecScheduler, SchedulerHooks, Who
from recording import Story
from scenarios.registry import scenario
from tasks import inc


class AsyncScheduler(SchedulerHooks, SchedulerPlugin):
    async def add_worker(self, scheduler, worker):
        super().add_worker(scheduler, worker)

    async def remove_worker(self, scheduler, worker, **kwargs):
        super().remove_worker(scheduler, worker, **kwargs)


class WorkerFirst(Who, WorkerPlugin, SchedulerPlugin):
    pass


class SchedulerFirst(Who, SchedulerPlugin, WorkerPlugin):
    pass


class Keeper(Who, SchedulerPlugin):
    """Lets worker 1 never go."""

    def valid_workers_downscaling(self, scheduler, workers):
        return [ws for ws in workers if ws.name != 1]


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
def several_scheduler_plugins():
    s = Story(n_workers=1)
    c = s.client
    for name in ("b", "a"):
        s.step(f"register {name}", lambda: c.register_plugin(RecScheduler(name=name)))
    s.step("submit", lambda: c.submit(inc, 1, key="k").result())
    s.step("register b again", lambda: c.register_plugin(RecScheduler(name="b", tag="second")))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("unregister b", lambda: c.unregister_scheduler_plugin("b"))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.close()
    return s


@scenario
def failing_start_of_replacement():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecScheduler(name="sch", tag="first")))
    s.step("register, failing", lambda: c.register_plugin(RecScheduler(name="sch", tag="second", fail=["start"])))
    s.step("submit", lambda: c.submit(inc, 1, key="k").result())
    s.close()
    return s


@scenario
def async_scheduler_hooks():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(AsyncScheduler(name="sch")))
    s.step("register, failing", lambda: c.register_plugin(AsyncScheduler(name="bad", fail=["add_worker", "remove_worker"])))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.close()
    return s


@scenario
def direct_add_plugin():
    s = Story(n_workers=1)
    scheduler = s.cluster.scheduler
    s.step("add", lambda: scheduler.add_plugin(RecScheduler(name="sch", tag="first")))
    s.step("add again", lambda: scheduler.add_plugin(RecScheduler(name="sch", tag="second")))
    s.step("add again, idempotent", lambda: scheduler.add_plugin(RecScheduler(name="sch", tag="third"), idempotent=True))
    s.step("add under another name", lambda: scheduler.add_plugin(RecScheduler(name="sch", tag="fourth"), name="other"))
    s.step("tags", lambda: [scheduler.plugins[name].tag for name in ("sch", "other")])
    s.step("remove", lambda: scheduler.remove_plugin("other"))
    s.step("remove again", lambda: scheduler.remove_plugin("other"))
    s.close()
    return s


@scenario
def plugin_on_several_bases():
    """The order of the bases decides."""
    s = Story(n_workers=1)
    c = s.client
    s.step("worker first", lambda: c.register_plugin(WorkerFirst(name="w")))
    s.step("scheduler first", lambda: c.register_plugin(SchedulerFirst(name="s")))
    s.step("where", lambda: [name for name in ("w", "s") if name in s.cluster.scheduler.worker_plugins])
    s.close()
    return s


@scenario
def cluster_closes_under_clients():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register sch", lambda: c.register_plugin(RecScheduler(name="sch")))
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("cluster.close()", lambda: s.cluster.close())
    s.step("client.status", lambda: c.status)
    s.step("a.status", lambda: f["a"].status)
    s.step("client.close()", lambda: c.close())
    return s


@scenario
def valid_workers_downscaling():
    s = Story(n_workers=3)
    c = s.client
    s.step("register", lambda: c.register_plugin(Keeper(name="keep")))
    names = {ws.address: ws.name for ws in s.cluster.scheduler.workers.values()}
    s.step("workers_to_close(n=1)", lambda: len(s.cluster.scheduler.workers_to_close(n=1)))
    s.step("workers_to_close(n=3)", lambda: sorted(names[a] for a in s.cluster.scheduler.workers_to_close(n=3)))
    s.step("workers_to_close()", lambda: len(s.cluster.scheduler.workers_to_close()))
    s.close()
    return s


@scenario
def scheduler_plugin():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecScheduler(name="sch")))
    s.step("inc", lambda: c.submit(inc, 1, key="inc-1").result())
    s.step("a second client", lambda: Client(s.cluster).close())
    s.step("scale(2)", lambda: s.scale(2))
    s.step("log_event", lambda: c.log_event("topic", "msg"))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("register again", lambda: c.register_plugin(RecScheduler(name="sch", tag="second")))
    s.step("register again, idempotent", lambda: c.register_plugin(RecScheduler(name="sch", tag="third", idempotent=True)))
    s.close()
    return s


@scenario
def scheduler_plugin_unregister_and_errors():
    s = Story(n_workers=1)
    c = s.client
    s.step("register, failing to start", lambda: c.register_plugin(RecScheduler(name="bad", fail=["start"])))
    s.note("'bad' in scheduler.plugins", "bad" in s.cluster.scheduler.plugins)
    s.step("register, failing at transitions", lambda: c.register_plugin(RecScheduler(name="t", fail=["transition"])))
    s.step("inc", lambda: c.submit(inc, 1, key="inc-1").result())
    s.step("unregister", lambda: c.unregister_scheduler_plugin("t"))
    s.step("unregister again", lambda: c.unregister_scheduler_plugin("t"))
    s.close()
    return s
