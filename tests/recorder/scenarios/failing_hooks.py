"""Hooks that fail, here and there, now and later."""

import threading

from distributed import Client, SchedulerPlugin, WorkerPlugin
from distributed.diagnostics.plugin import NannyPlugin

from hooks import AsyncWorker, FailOn1, NannyHooks, QuietWorker, RecNanny, RecScheduler, RecWorker, SchedulerHooks, Who, heard
from recording import Story
from scenarios.registry import scenario
from tasks import boom, inc


class TeardownFailsOn1(RecWorker):
    def teardown(self, worker):
        super().teardown(worker)
        if worker.name == 1:
            raise RuntimeError("teardown failed on worker 1")


class Own(Exception):
    """Cannot be made again from what it says."""

    def __init__(self, code, detail):
        super().__init__(f"{code}: {detail}")
        self.code = code


class Locked(Exception):
    """Holds what cannot be copied."""

    def __init__(self, text):
        super().__init__(text)
        self.lock = threading.Lock()


class LockedSetup(QuietWorker):
    def setup(self, worker):
        raise Locked("setup failed")


class LockedStart(Who, SchedulerPlugin):
    def start(self, scheduler):
        raise Locked("start failed")


class Picky(Who, SchedulerPlugin):
    """Lets none of the workers go, or cannot tell."""

    def valid_workers_downscaling(self, scheduler, workers):
        self.fail_if_asked("valid_workers_downscaling")
        return [ws for ws in workers if ws.name != 0]


class AsyncNanny(NannyHooks, NannyPlugin):
    async def setup(self, nanny):
        super().setup(nanny)

    async def teardown(self, nanny):
        super().teardown(nanny)


def raise_locked(x):
    raise Locked("task failed")


def raise_locked_from(x):
    try:
        raise KeyError(x)
    except KeyError as error:
        raise ValueError("task failed") from error


@scenario
def setup_raises_on_one_and_later():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(FailOn1(name="rec")))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("a task on 1", lambda: c.submit(inc, 1, key="k", workers=[1]).result())
    s.step("register again, idempotent", lambda: c.register_plugin(FailOn1(name="rec", tag="2", idempotent=True)))
    s.step("register again", lambda: c.register_plugin(FailOn1(name="rec", tag="3")))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.close()
    return s


@scenario
def teardown_raises_on_one_of_two():
    s = Story(n_workers=2)
    c = s.client
    s.step("register", lambda: c.register_plugin(TeardownFailsOn1(name="rec")))
    s.step("register again", lambda: c.register_plugin(TeardownFailsOn1(name="rec", tag="2")))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.step("unregister again", lambda: c.unregister_worker_plugin("rec"))
    s.step("register again, idempotent", lambda: c.register_plugin(RecWorker(name="rec", tag="3", idempotent=True)))
    s.close()
    return s


@scenario
def teardown_raises_in_processes():
    s = Story(n_workers=2, processes=True)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec", fail=["teardown"])))
    s.step("register quiet", lambda: c.register_plugin(RecWorker(name="quiet")))
    s.step("register again", lambda: c.register_plugin(RecWorker(name="rec", tag="2", fail=["teardown"])))
    s.step("restart", lambda: c.restart())
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.step("a task", lambda: c.submit(inc, 1, key="k", workers=[0]).result())
    s.close()
    return s


@scenario
def nanny_teardown_raises_at_close():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("register a", lambda: c.register_plugin(RecNanny(name="a")))
    s.step("register b, failing", lambda: c.register_plugin(RecNanny(name="b", fail=["teardown"])))
    s.step("register d", lambda: c.register_plugin(RecNanny(name="d")))
    s.step("register w", lambda: c.register_plugin(RecWorker(name="w")))
    s.step("register b again", lambda: c.register_plugin(RecNanny(name="b", tag="2", fail=["teardown"])))
    s.step("unregister b", lambda: c.unregister_worker_plugin("b", nanny=True))
    s.step("unregister b again", lambda: c.unregister_worker_plugin("b", nanny=True))
    s.close()
    return s


@scenario
def async_nanny_hooks():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("register a", lambda: c.register_plugin(AsyncNanny(name="a")))
    s.step("register b, failing", lambda: c.register_plugin(AsyncNanny(name="b", fail=["setup"], restart=True)))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("register a again", lambda: c.register_plugin(AsyncNanny(name="a", tag="2", restart=True)))
    s.step("unregister a", lambda: c.unregister_worker_plugin("a", nanny=True))
    s.step("unregister b", lambda: c.unregister_worker_plugin("b", nanny=True))
    s.close()
    return s


@scenario
def start_fails_and_then_does_not():
    s = Story(n_workers=1)
    c = s.client
    s.step("register, failing", lambda: c.register_plugin(RecScheduler(name="sch", fail=["start"], idempotent=True)))
    s.step("register again", lambda: c.register_plugin(RecScheduler(name="sch", tag="2", idempotent=True)))
    s.step("register, failing, again", lambda: c.register_plugin(RecScheduler(name="sch", tag="3", fail=["start"], idempotent=True)))
    s.step("register, failing, not idempotent", lambda: c.register_plugin(RecScheduler(name="sch", tag="4", fail=["start"])))
    s.step("a task", lambda: c.submit(inc, 1, key="k").result())
    s.step("unregister", lambda: c.unregister_scheduler_plugin("sch"))
    s.step("unregister again", lambda: c.unregister_scheduler_plugin("sch"))
    s.close()
    return s


@scenario
def every_scheduler_hook_raises():
    s = Story(n_workers=1)
    c = s.client
    fail = ["restart", "log_event", "transition", "update_graph", "add_client", "remove_client", "add_worker", "remove_worker"]
    s.step("register bad", lambda: c.register_plugin(RecScheduler(name="bad", fail=fail)))
    s.step("register good", lambda: c.register_plugin(RecScheduler(name="good")))
    s.step("log_event", lambda: c.log_event("topic", 1))
    s.step("get_events", lambda: [msg for _, msg in c.get_events("topic")])
    s.step("a task", lambda: c.submit(inc, 1, key="k").result())
    s.step("a second client", lambda: Client(s.cluster, set_as_default=False).close())
    s.step("scale(2)", lambda: s.scale(2))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("restart(timeout=1)", lambda: c.restart(timeout=1, wait_for_workers=False))
    s.close()
    return s


@scenario
def downscaling_hooks_together():
    s = Story(n_workers=3)
    c = s.client
    names = {ws.address: ws.name for ws in s.cluster.scheduler.workers.values()}

    def to_close(n):
        return len([names[a] for a in s.cluster.scheduler.workers_to_close(n=n)])

    s.step("before", lambda: to_close(3))
    s.step("register", lambda: c.register_plugin(Picky(name="picky")))
    s.step("with it", lambda: [to_close(3), to_close(2), to_close(1)])
    s.step("register, failing", lambda: c.register_plugin(Picky(name="bad", fail=["valid_workers_downscaling"])))
    s.step("with both", lambda: to_close(3))
    s.step("retire", lambda: c.retire_workers(n=1))
    s.step("unregister", lambda: c.unregister_scheduler_plugin("bad"))
    s.step("without it", lambda: to_close(3))
    s.close()
    return s


@scenario
def errors_that_do_not_pickle():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("setup", lambda: c.register_plugin(LockedSetup(name="w")))
    s.step("start", lambda: c.register_plugin(LockedStart(name="s")))
    s.step("a task", lambda: f.update(a=c.submit(raise_locked, 1, key="a")) or f["a"].result())
    s.step("its exception", lambda: [str(f["a"].exception())])
    s.step("a task of it", lambda: f.update(b=c.submit(inc, f["a"], key="b")) or f["b"].result())
    s.step("with a cause", lambda: c.submit(raise_locked_from, 1, key="d").result())
    s.step("run", lambda: c.run(raise_locked, 1))
    s.step("run_on_scheduler", lambda: c.run_on_scheduler(raise_locked, 1))
    s.close()
    return s


@scenario
def errors_that_do_not_pickle_in_processes():
    s = Story(n_workers=1, processes=True)
    c = s.client
    f = {}
    s.step("setup", lambda: c.register_plugin(LockedSetup(name="w")))
    s.step("start", lambda: c.register_plugin(LockedStart(name="s")))
    s.step("a task", lambda: f.update(a=c.submit(raise_locked, 1, key="a")) or f["a"].result())
    s.step("its exception", lambda: [str(f["a"].exception())])
    s.step("a task of it", lambda: f.update(b=c.submit(inc, f["a"], key="b")) or f["b"].result())
    s.step("run", lambda: c.run(raise_locked, 1))
    s.step("run_on_scheduler", lambda: c.run_on_scheduler(raise_locked, 1))
    s.close()
    return s
