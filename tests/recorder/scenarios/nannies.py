"""Nannies, their plugins, and restarts."""

import os
import pathlib
import sys
import tempfile
import time

import cloudpickle
from distributed import Environ, WorkerPlugin, get_worker

from hooks import RecNanny, RecScheduler, RecWorker, heard, hooks_of
from recording import Story
from scenarios.registry import listen, scenario
from tasks import inc


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
def restart_with_running_task():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("register", lambda: (c.register_plugin(RecWorker(name="rec")), c.register_plugin(RecNanny(name="nan")), c.register_plugin(RecScheduler(name="sch"))) and None)
    f = {}
    s.step("a sleeps", lambda: f.update(a=c.submit(time.sleep, 60, key="a")))
    s.step("client.restart()", lambda: c.restart())
    s.step("a.status", lambda: f["a"].status)
    s.step("a.result()", lambda: f["a"].result())
    s.step("a.release()", lambda: f["a"].release())
    s.step("b", lambda: c.submit(inc, 2, key="b").result())
    s.step("workers", lambda: sorted(ws.name for ws in s.cluster.scheduler.workers.values()))
    s.close()
    return s


@scenario
def restart_without_nannies():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("restart(timeout=1)", lambda: c.restart(timeout=1))
    s.step("a", lambda: [f["a"].status, f["a"].done()])
    s.step("workers", lambda: len(s.cluster.scheduler.workers))
    s.step("restart_workers of none", lambda: c.restart_workers([]))
    s.close()
    return s


@scenario
def restart_and_go_on():
    """What was submitted before is gone, the same key can be submitted again, and old futures do no harm."""
    s = Story(n_workers=1, processes=True)
    c = s.client
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("restart", lambda: c.restart())
    s.step("a again", lambda: f.update(b=c.submit(inc, 1, key="a")) or f["b"].result())
    s.step("statuses", lambda: [f["a"].status, f["b"].status])
    s.step("the old one is released", lambda: f["a"].release())
    s.step("tasks", lambda: sorted(s.cluster.scheduler.tasks))
    s.step("restart_workers", lambda: sorted(c.restart_workers([0]).items()))
    s.step("b", lambda: f["b"].result())
    s.close()
    return s


@scenario
def worker_plugin_in_processes():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("register, failing", lambda: c.register_plugin(RecWorker(name="bad", fail=["setup"])))
    s.step("a task", lambda: c.submit(inc, 1, key="a").result())
    s.step("scale(2)", lambda: s.scale(2))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.close()
    return s


@scenario
def nanny_hooks_raise():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("register, failing in setup", lambda: c.register_plugin(RecNanny(name="a", fail=["setup"])))
    s.step("register, failing in teardown", lambda: c.register_plugin(RecNanny(name="b", fail=["teardown"])))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("unregister a", lambda: c.unregister_worker_plugin("a", nanny=True))
    s.step("unregister b", lambda: c.unregister_worker_plugin("b", nanny=True))
    s.step("unregister b as a worker plugin", lambda: c.unregister_worker_plugin("b"))
    s.close()
    return s


@scenario
def environ():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("before", lambda: c.submit(os.getenv, "RECORDED", pure=False).result())
    s.step("register", lambda: c.register_plugin(Environ({"RECORDED": 1})))
    s.step("after", lambda: c.submit(os.getenv, "RECORDED", pure=False).result())
    s.step("scale(2)", lambda: s.scale(2))
    s.step("on the new one", lambda: c.submit(os.getenv, "RECORDED", pure=False, workers=[1]).result())
    s.step("names", lambda: [name.split("-")[0] for name in s.cluster.scheduler.nanny_plugins])
    s.step("register another", lambda: c.register_plugin(Environ({"RECORDED": 2, "OTHER": "x"}), name="env"))
    s.step("after", lambda: c.gather([c.submit(os.getenv, name, pure=False) for name in ("RECORDED", "OTHER")]))
    s.step("unregister it", lambda: c.unregister_worker_plugin("env", nanny=True))
    s.step("after", lambda: c.submit(os.getenv, "OTHER", pure=False).result())
    s.close()
    return s


@scenario
def nanny_plugin():
    s = Story(n_workers=2, processes=True)
    c = s.client
    before = s.worker(0).pid
    s.step("register", lambda: c.register_plugin(RecNanny(name="nan")))
    s.step("register again", lambda: c.register_plugin(RecNanny(name="nan", tag="second")))
    s.step("register again, idempotent", lambda: c.register_plugin(RecNanny(name="nan", tag="third", idempotent=True)))
    s.note("workers restarted by plugin without restart", s.worker(0).pid != before)
    s.step("scale(3)", lambda: s.scale(3))
    s.step("unregister", lambda: c.unregister_worker_plugin("nan", nanny=True))
    s.close()
    return s


@scenario
def nanny_plugin_without_nannies():
    s = Story(n_workers=1)
    s.step("register", lambda: s.client.register_plugin(RecNanny(name="nan")))
    s.note("scheduler.nanny_plugins", list(s.cluster.scheduler.nanny_plugins))
    s.close()
    return s


@scenario
def teardown_at_close_processes():
    s = Story(n_workers=1, processes=True)
    c = s.client

    def register():
        c.register_plugin(RecWorker(name="rec"))
        c.register_plugin(RecNanny(name="nan"))
        c.register_plugin(RecScheduler(name="sch"))

    s.step("register rec, nan and sch", register)
    s.step("client.close()", lambda: c.close())
    s.step("cluster.close()", lambda: s.cluster.close())
    return s


class MainPlugin(WorkerPlugin):
    name = "main"

    def setup(self, worker):
        heard("setup", "worker", worker=str(worker.name), plugin="main")

    def teardown(self, worker):
        heard("teardown", "worker", worker=str(worker.name), plugin="main")


@scenario
def plugin_in_main_processes():
    s = Story(n_workers=2, processes=True)
    c = s.client
    # As one of `__main__`, the class is pickled by value.
    main = type("MainPlugin", (WorkerPlugin,), {**hooks_of(MainPlugin), "__module__": "__main__"})
    s.step("register", lambda: c.register_plugin(main()))
    s.step("look on 0", lambda: c.submit(look_at_main, key="look-0", workers=[0]).result())
    s.close()
    return s


def look_at_main():
    plugin = get_worker().plugins["main"]
    names = [f"{one.__module__}.{one.__qualname__}" for one in type(plugin).__mro__]
    return type(plugin).__module__, isinstance(plugin, WorkerPlugin), names


@scenario
def module_missing_on_worker():
    """distributed#8695: the class goes by reference, and the workers cannot import its module."""
    s = Story(n_workers=2, processes=True)
    c = s.client
    folder = tempfile.mkdtemp()
    text = "from distributed import WorkerPlugin\n\n\nclass P(WorkerPlugin):\n    name = 'only'\n"
    pathlib.Path(folder, "only_here.py").write_text(text)
    sys.path.insert(0, folder)
    import only_here

    s.step("register", lambda: c.register_plugin(only_here.P()))
    s.note("scheduler.worker_plugins", [name for name in s.cluster.scheduler.worker_plugins if name != "shuffle"])
    s.step("register, by value", lambda: cloudpickle.register_pickle_by_value(only_here) or c.register_plugin(only_here.P()))
    s.close()
    return s


@scenario
def restarted_by_a_plugin():
    """What the worker had is computed again."""
    s = Story(n_workers=1, processes=True)
    c = s.client
    f = {}
    s.step("register rec and sch", lambda: listen(s))
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("register nan with restart", lambda: c.register_plugin(RecNanny(name="nan", restart=True)))
    s.step("a", lambda: f["a"].result())
    s.step("the same again, idempotent", lambda: c.register_plugin(RecNanny(name="nan", tag="2", restart=True, idempotent=True)))
    s.step("unregister nan", lambda: c.unregister_worker_plugin("nan", nanny=True))
    s.step("a released", lambda: f["a"].release())
    s.close()
    return s


@scenario
def late_nannies():
    s = Story(n_workers=0, processes=True)
    c = s.client
    s.step("register a, failing", lambda: c.register_plugin(RecNanny(name="a", fail=["setup"])))
    s.step("register b", lambda: c.register_plugin(RecNanny(name="b", idempotent=True)))
    s.step("register b again", lambda: c.register_plugin(RecNanny(name="b", tag="2", idempotent=True)))
    s.step("register w", lambda: c.register_plugin(RecWorker(name="w")))
    s.step("scale(1)", lambda: s.scale(1))
    s.step("a task", lambda: c.submit(inc, 1, key="k").result())
    s.step("scale(0)", lambda: s.cluster.scale(0))
    s.step("unregister a", lambda: c.unregister_worker_plugin("a", nanny=True))
    s.close()
    return s


@scenario
def retired_with_its_nanny():
    s = Story(n_workers=2, processes=True)
    c = s.client
    f = {}
    s.step("register nan and rec", lambda: (c.register_plugin(RecNanny(name="nan")), c.register_plugin(RecWorker(name="rec"))) and None)
    s.step("a on 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[1], allow_other_workers=True)) or f["a"].result())
    s.step("retire 1", lambda: len(c.retire_workers(names=[1])))
    s.step("a", lambda: f["a"].result())
    s.step("workers", lambda: sorted(ws.name for ws in s.cluster.scheduler.workers.values()))
    s.close()
    return s
