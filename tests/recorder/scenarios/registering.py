"""What can be registered, under which name, and what is said of the rest."""

from distributed import NannyPlugin, SchedulerPlugin, WorkerPlugin

from hooks import AsyncWorker, QuietWorker, RecNanny, RecScheduler, RecWorker
from recording import Story
from scenarios.registry import scenario
from tasks import inc


class Duck:
    def setup(self, worker):
        pass


class IdempotentDuck(Duck):
    name = "duck"
    idempotent = True


class OddDuck(Duck):
    idempotent = "yes"


class NamelessDuck(Duck):
    name = ""


class Once(WorkerPlugin):
    """Idempotent, and without a name."""

    idempotent = True


class Named(WorkerPlugin):
    name = "named"
    idempotent = True


class SayingWorker(WorkerPlugin):
    """Says something in each of its hooks."""

    name = "saying"

    def setup(self, worker):
        worker.log_event("said", {"hook": "setup"})

    def teardown(self, worker):
        worker.log_event("said", {"hook": "teardown"})


class SayingScheduler(SchedulerPlugin):
    name = "saying"

    def start(self, scheduler):
        self.scheduler = scheduler
        scheduler.log_event("said", {"hook": "start"})

    def add_worker(self, scheduler, worker):
        scheduler.log_event(["said", "twice"], {"hook": "add_worker"})

    async def close(self):
        self.scheduler.log_event("said", {"hook": "close"})


class Bringing(RecWorker):
    """Brings another plugin along."""

    async def setup(self, worker):
        super().setup(worker)
        await worker.plugin_add(RecWorker(name="brought"))
        await worker.plugin_add(RecWorker(name="brought", tag="again"))


class Removing(SchedulerPlugin):
    """Removes another plugin at the first transition, and itself at the second."""

    name = "removing"
    seen = 0

    def start(self, scheduler):
        self.scheduler = scheduler

    def transition(self, key, start, finish, *args, **kwargs):
        self.seen += 1
        if self.seen <= 2:
            self.scheduler.remove_plugin(("sch", "removing")[self.seen - 1])


def own(plugins):
    return [name for name in plugins if name != "shuffle"]


@scenario
def same_name_other_class():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="x", tag="1")))
    s.step("another class, idempotent", lambda: c.register_plugin(AsyncWorker(name="x", tag="2", idempotent=True)))
    s.step("another class", lambda: c.register_plugin(AsyncWorker(name="x", tag="3")))
    s.step("another kind", lambda: c.register_plugin(RecScheduler(name="x", tag="4", idempotent=True)))
    s.step("a nanny plugin", lambda: c.register_plugin(RecNanny(name="x", tag="5")))
    s.step("who is there", lambda: [type(s.worker(0).plugins["x"]).__name__, type(s.cluster.scheduler.plugins["x"]).__name__,
                                    "x" in s.cluster.scheduler.nanny_plugins])
    s.step("unregister the scheduler plugin", lambda: c.unregister_scheduler_plugin("x"))
    s.step("a task", lambda: c.submit(inc, 1, key="k").result())
    s.step("unregister the nanny plugin", lambda: c.unregister_worker_plugin("x", nanny=True))
    s.step("unregister the worker plugin", lambda: c.unregister_worker_plugin("x"))
    s.close()
    return s


@scenario
def idempotent_without_a_name():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: len(c.register_plugin(Once())))
    s.step("register again", lambda: len(c.register_plugin(Once())))
    s.step("under a name", lambda: len(c.register_plugin(Once(), name="once")))
    s.step("under that name again", lambda: c.register_plugin(Once(), name="once"))
    s.step("another class under that name", lambda: c.register_plugin(Named(), name="once"))
    s.step("its own name", lambda: len(c.register_plugin(Named())))
    s.step("its own name again", lambda: c.register_plugin(Named()))
    s.step("names", lambda: [name.split("-")[0] for name in own(s.worker(0).plugins)])
    s.close()
    return s


@scenario
def idempotent_argument_beats_the_attribute():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="w", tag="1")))
    s.step("worker, True", lambda: c.register_plugin(RecWorker(name="w", tag="2"), idempotent=True))
    s.step("worker, False", lambda: c.register_plugin(RecWorker(name="w", tag="3", idempotent=True), idempotent=False))
    s.step("scheduler, False", lambda: c.register_plugin(RecScheduler(name="s", tag="1", idempotent=True), idempotent=False))
    s.step("scheduler, False again", lambda: c.register_plugin(RecScheduler(name="s", tag="2", idempotent=True), idempotent=False))
    s.step("scheduler, True", lambda: c.register_plugin(RecScheduler(name="s", tag="3"), idempotent=True))
    s.step("nanny, True", lambda: c.register_plugin(RecNanny(name="n"), idempotent=True))
    s.step("no plugin, True", lambda: c.register_plugin(Duck(), idempotent=True))
    s.step("None", lambda: c.register_plugin(RecWorker(name="w", tag="4"), idempotent=None))
    s.step("and a name", lambda: c.register_plugin(RecWorker(name="w", tag="5"), name="v", idempotent=True))
    s.close()
    return s


@scenario
def names_that_are_no_texts():
    s = Story(n_workers=1)
    c = s.client
    s.step("name=5", lambda: c.register_plugin(RecWorker(name="own"), name=5))
    s.step(".name = 5", lambda: c.register_plugin(RecWorker(name=5, tag="2")))
    s.step("name=0", lambda: c.register_plugin(RecWorker(name="own"), name=0))
    s.step(".name = 0", lambda: c.register_plugin(RecWorker(name=0)))
    s.step("name=False", lambda: c.register_plugin(RecWorker(name="own"), name=False))
    s.step("names", lambda: own(s.worker(0).plugins))
    s.step("unregister '5'", lambda: c.unregister_worker_plugin("5"))
    s.step("unregister 5", lambda: c.unregister_worker_plugin(5))
    s.step("unregister 5 again", lambda: c.unregister_worker_plugin(5))
    s.step("unregister the scheduler plugin 5", lambda: c.unregister_scheduler_plugin(5))
    s.step("unregister None", lambda: c.unregister_worker_plugin(None))
    s.step("unregister the scheduler plugin None", lambda: c.unregister_scheduler_plugin(None))
    s.step("unregister ''", lambda: c.unregister_worker_plugin("", nanny=True))
    s.close()
    return s


@scenario
def register_what_is_no_plugin():
    s = Story(n_workers=1)
    c = s.client
    s.step("None", lambda: c.register_plugin(None))
    s.step("1", lambda: c.register_plugin(1))
    s.step("a text", lambda: c.register_plugin("hello"))
    s.step("a list", lambda: c.register_plugin([]))
    s.step("a function", lambda: c.register_plugin(inc))
    s.step("a plugin class", lambda: c.register_plugin(RecWorker))
    s.step("a plugin class with a name", lambda: c.register_plugin(Named, name="n"))
    s.step("a base class", lambda: c.register_plugin(SchedulerPlugin))
    s.step("the class of a duck", lambda: c.register_plugin(Duck))
    s.step("a duck", lambda: c.register_plugin(Duck()))
    s.step("an idempotent duck", lambda: c.register_plugin(IdempotentDuck()))
    s.step("a duck of an odd idempotence", lambda: c.register_plugin(OddDuck()))
    s.step("a duck without a name", lambda: c.register_plugin(NamelessDuck()))
    s.step("a list of plugins", lambda: c.register_plugin([RecWorker(name="w")]))
    s.step("names", lambda: own(s.worker(0).plugins))
    s.close()
    return s


@scenario
def base_classes_themselves():
    s = Story(n_workers=1, processes=True)
    c = s.client
    s.step("WorkerPlugin()", lambda: len(c.register_plugin(WorkerPlugin())))
    s.step("SchedulerPlugin()", lambda: c.register_plugin(SchedulerPlugin()))
    s.step("NannyPlugin()", lambda: len(c.register_plugin(NannyPlugin())))
    s.step("under a name", lambda: len(c.register_plugin(WorkerPlugin(), name="base")))
    s.step("a task", lambda: c.submit(inc, 1, key="k").result())
    s.step("worker plugins", lambda: [name.split("-")[0] for name in own(s.cluster.scheduler.worker_plugins)])
    s.step("nanny plugins", lambda: [name.split("-")[0] for name in s.cluster.scheduler.nanny_plugins])
    s.close()
    return s


@scenario
def deprecated_with_every_argument():
    s = Story(n_workers=1)
    c = s.client
    s.step("worker", lambda: c.register_worker_plugin(RecWorker(name="a")))
    s.step("worker, name=", lambda: c.register_worker_plugin(RecWorker(name="a", tag="2"), name="b"))
    s.step("worker, name=None, nanny=None", lambda: c.register_worker_plugin(RecWorker(name="c"), name=None, nanny=None))
    s.step("worker, nanny=False", lambda: c.register_worker_plugin(RecWorker(name="d"), nanny=False))
    s.step("worker again, idempotent", lambda: c.register_worker_plugin(RecWorker(name="a", tag="3", idempotent=True)))
    s.step("nanny", lambda: c.register_worker_plugin(RecNanny(name="n")))
    s.step("nanny, name=, nanny=True", lambda: c.register_worker_plugin(RecNanny(name="n", tag="2"), name="m", nanny=True))
    s.step("scheduler", lambda: c.register_worker_plugin(RecScheduler(name="s")))
    s.step("scheduler, nanny=False", lambda: c.register_worker_plugin(RecScheduler(name="s", tag="2"), nanny=False))
    s.step("a duck", lambda: len(c.register_worker_plugin(Duck())))
    s.step("an idempotent duck twice", lambda: [len(c.register_worker_plugin(IdempotentDuck())) for _ in range(2)])
    s.step("a duck, nanny=True", lambda: c.register_worker_plugin(Duck(), name="nanny-duck", nanny=True))
    s.step("None", lambda: len(c.register_worker_plugin(None, name="none")))
    s.step("1", lambda: len(c.register_worker_plugin(1, name="one")))
    s.step("a failing one", lambda: c.register_worker_plugin(RecWorker(name="bad", fail=["setup"])))
    s.step("scheduler plugin", lambda: c.register_scheduler_plugin(RecScheduler(name="t")))
    s.step("scheduler plugin, name=", lambda: c.register_scheduler_plugin(RecScheduler(name="t", tag="2"), name="u"))
    s.step("scheduler plugin, idempotent=True", lambda: c.register_scheduler_plugin(RecScheduler(name="t", tag="3"), idempotent=True))
    s.step("scheduler plugin, idempotent", lambda: c.register_scheduler_plugin(RecScheduler(name="t", tag="4", idempotent=True)))
    s.step("scheduler plugin, failing", lambda: c.register_scheduler_plugin(RecScheduler(name="v", fail=["start"])))
    s.step("scheduler plugin, a duck", lambda: c.register_scheduler_plugin(Duck()))
    s.step("names", lambda: [own(s.worker(0).plugins)[:4], list(s.cluster.scheduler.nanny_plugins)])
    s.close()
    return s


@scenario
def registered_again_between_workers():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("unregister", lambda: c.unregister_worker_plugin("rec"))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("register again, idempotent", lambda: c.register_plugin(RecWorker(name="rec", tag="2", idempotent=True)))
    s.step("scale(3)", lambda: s.scale(3))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("register again", lambda: c.register_plugin(RecWorker(name="rec", tag="3")))
    s.step("scale(2)", lambda: s.scale(2))
    s.close()
    return s


@scenario
def plugins_that_say_something():
    s = Story(n_workers=1)
    c = s.client
    got = []
    s.step("subscribe", lambda: c.subscribe_topic("said", lambda event: got.append(event[1])))
    s.step("register sch", lambda: c.register_plugin(RecScheduler(name="sch")))
    s.step("register the worker plugin", lambda: c.register_plugin(SayingWorker()))
    s.step("register the scheduler plugin", lambda: c.register_plugin(SayingScheduler()))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("unregister", lambda: c.unregister_worker_plugin("saying"))
    s.step("said", lambda: [msg["hook"] for _, msg in c.get_events("said")])
    s.step("who said it", lambda: ["worker" in msg for _, msg in c.get_events("said")])
    s.step("heard", lambda: [msg["hook"] for msg in got])
    s.close()
    return s


@scenario
def plugins_that_bring_others():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(Bringing(name="first")))
    s.step("names", lambda: own(s.worker(0).plugins))
    s.step("at the scheduler", lambda: own(s.cluster.scheduler.worker_plugins))
    s.step("unregister the other", lambda: c.unregister_worker_plugin("brought"))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.close()
    return s


@scenario
def plugins_that_remove_others():
    s = Story(n_workers=1)
    c = s.client
    s.step("register removing", lambda: c.register_plugin(Removing()))
    s.step("register sch", lambda: c.register_plugin(RecScheduler(name="sch")))
    s.step("register other", lambda: c.register_plugin(RecScheduler(name="other")))
    s.step("a task", lambda: c.submit(inc, 1, key="k").result())
    s.step("names", lambda: [name for name in ("removing", "sch", "other") if name in s.cluster.scheduler.plugins])
    s.close()
    return s
