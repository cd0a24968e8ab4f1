"""Plugins on the base classes of the long path, on none, and registered by the deprecated methods."""

import sys

from distributed import NannyPlugin, SchedulerPlugin, WorkerPlugin, get_worker
from distributed.diagnostics.plugin import InstallPlugin

from hooks import Plain, RecNanny, RecScheduler, RecWorker, base_of, heard, hooks_of, seen
from recording import Story, scrub
from scenarios.registry import scenario
from tasks import inc


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


def own(plugins):
    return [name for name in plugins if name != "shuffle"]


@scenario
def canonical_ok():
    s = Story(n_workers=2)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("inc on 0", lambda: c.submit(inc, 1, key="inc-1", workers=[0]).result())
    s.step("seen on 0", lambda: c.submit(seen, key="seen-1", workers=[0]).result())
    s.close()
    return s


@scenario
def class_instead_of_instance():
    s = Story(n_workers=1)
    c = s.client
    s.step("register_plugin(RecWorker)", lambda: c.register_plugin(RecWorker))
    s.step("register_worker_plugin(RecWorker)", lambda: c.register_worker_plugin(RecWorker))
    s.note("left in worker.plugins", [scrub(name) for name in s.worker(0).plugins if name != "shuffle"])
    s.close()
    return s


@scenario
def direct_plugin_add():
    """What a preload script does: no dispatch on the client at all."""
    from long_hooks import LongScheduler, LongWorker

    s = Story(n_workers=1, named=False)
    s.step("worker.plugin_add(LongWorker)", lambda: s.cluster.sync(add_directly, s.worker(0), LongWorker(name="rec")))
    s.step("scheduler.add_plugin(LongScheduler)", lambda: s.cluster.scheduler.add_plugin(LongScheduler(name="sch")) or "added")
    s.step("inc", lambda: s.client.submit(inc, 1, key="inc-1").result())
    s.close()
    return s


async def add_directly(worker, plugin):
    return {worker.address: await worker.plugin_add(plugin)}


@scenario
def duck_typed():
    s = Story(n_workers=1)
    c = s.client
    s.step("register_plugin(Plain())", lambda: c.register_plugin(Plain()))
    s.step("register_worker_plugin(Plain())", lambda: c.register_worker_plugin(Plain()))
    s.step("inc", lambda: c.submit(inc, 1, key="inc-1").result())
    s.close()
    return s


class PolitePlugin:
    """Gets the long-path base in `long_main_deprecated_processes`."""

    name = "polite"

    def setup(self, worker):
        heard("setup", "worker", worker=str(worker.name), plugin="polite", base=base_of(type(self)),
              isinstance_canonical=isinstance(self, WorkerPlugin))

    def teardown(self, worker):
        heard("teardown", "worker", worker=str(worker.name), plugin="polite")


@scenario
def long_main_deprecated_processes():
    from dask.distributed.diagnostics.plugin import WorkerPlugin as LongWorkerPlugin

    s = Story(n_workers=2, processes=True)
    c = s.client
    # As one of `__main__`, the class is pickled by value.
    polite = type("PolitePlugin", (LongWorkerPlugin,), {**hooks_of(PolitePlugin), "__module__": "__main__"})
    s.step("register_plugin", lambda: c.register_plugin(polite()))
    s.step("register_worker_plugin", lambda: c.register_worker_plugin(polite()))
    s.close()
    return s


@scenario
def long_path_child_typeerror():
    from long_hooks import LongWorkerChild

    s = Story(n_workers=1)
    s.step("register_plugin", lambda: s.client.register_plugin(LongWorkerChild()))
    s.close()
    return s


@scenario
def long_path_typeerror():
    from long_hooks import LongWorker

    s = Story(n_workers=2)
    s.step("register_plugin", lambda: s.client.register_plugin(LongWorker(name="rec")))
    s.step("inc", lambda: s.client.submit(inc, 1, key="inc-1").result())
    s.note("worker_plugins_after", {str(n): own(w.plugins) for n, w in s.cluster.workers.items()})
    s.note("scheduler.worker_plugins", own(s.cluster.scheduler.worker_plugins))
    s.close()
    return s


@scenario
def long_path_deprecated():
    from long_hooks import LongWorker

    s = Story(n_workers=2)
    c = s.client
    s.step("register_worker_plugin", lambda: c.register_worker_plugin(LongWorker(name="rec")))
    s.step("inc on 0", lambda: c.submit(inc, 1, key="inc-1", workers=[0]).result())
    s.step("seen on 0", lambda: c.submit(seen, key="seen-1", workers=[0]).result())
    s.note("worker_plugins_after", {str(n): own(w.plugins) for n, w in s.cluster.workers.items()})
    s.close()
    return s


def look_at_rec():
    worker = get_worker()
    plugin = worker.plugins.get("rec")
    base = None if plugin is None else base_of(type(plugin))
    return worker.name, base, isinstance(plugin, WorkerPlugin), "dask.distributed.diagnostics.plugin" in sys.modules


@scenario
def long_path_deprecated_processes():
    from long_hooks import LongWorker

    s = Story(n_workers=2, processes=True)
    c = s.client
    s.step("register_worker_plugin", lambda: c.register_worker_plugin(LongWorker(name="rec")))
    s.step("look on 0", lambda: c.submit(look_at_rec, key="look-0", workers=[0]).result())
    s.step("inc on 0", lambda: c.submit(inc, 1, key="inc-1", workers=[0]).result())
    s.close()
    return s


TOUCHED = []


def touch():
    TOUCHED.append(1)


@scenario
def long_path_other_kinds_deprecated():
    from long_hooks import LongInstallPlugin, LongNanny, LongScheduler

    s = Story(n_workers=1)
    c = s.client
    s.step("register_worker_plugin(LongScheduler)", lambda: c.register_worker_plugin(LongScheduler(name="ls")))
    s.note("scheduler.plugins has ls", "ls" in s.cluster.scheduler.plugins)
    s.note("worker.plugins has ls", "ls" in s.worker(0).plugins)
    s.step("inc", lambda: c.submit(inc, 1, key="inc-1").result())
    s.step("register_worker_plugin(LongNanny)", lambda: c.register_worker_plugin(LongNanny(name="ln")))
    s.step("register_worker_plugin(LongInstallPlugin)",
           lambda: c.register_worker_plugin(LongInstallPlugin(touch, restart_workers=False)))
    s.note("install function ran", bool(TOUCHED))
    s.step("register_plugin(InstallPlugin)", lambda: c.register_plugin(InstallPlugin(touch, restart_workers=False)))
    s.note("install function ran (canonical)", bool(TOUCHED))
    s.close()
    return s


@scenario
def builtins_present():
    """What a long import changes for tasks, and which classes the module has."""
    from distributed.diagnostics import plugin as module

    s = Story(n_workers=1)
    s.step("get_worker by both paths", lambda: s.client.submit(ask_both_ways, key="ask").result())
    kinds = (SchedulerPlugin, NannyPlugin, WorkerPlugin)
    s.note("built-in plugins", {
        name: next(kind.__name__ for kind in kinds if issubclass(one, kind))
        for name, one in sorted(vars(module).items())
        if isinstance(one, type) and issubclass(one, kinds) and one not in kinds and not name.startswith("_")})
    s.close()
    return s


def ask_both_ways():
    from dask.distributed.worker import get_worker as long_get_worker

    try:
        return get_worker().name, long_get_worker().name
    except ValueError as error:
        return get_worker().name, str(error)
