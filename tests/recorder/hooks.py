"""Plugins and tasks that write down what they hear, in whichever process they are; worker processes import this file too."""

import json
import os

from distributed import get_worker
from distributed.diagnostics.plugin import NannyPlugin, SchedulerPlugin, WorkerPlugin

EVENTS = []
NAMES = {}
STEP = [0]
# Where processes of their own leave their events, one JSON object a line.
ELSEWHERE = "RECORDER_EVENTS"
MAIN = "RECORDER_PID"


def heard(hook, kind, **details):
    event = {"hook": hook, "kind": kind, **details}
    if os.environ.get(MAIN) in (None, str(os.getpid())):
        EVENTS.append({**event, "step": STEP[0]})
        return
    with open(os.environ[ELSEWHERE], "a") as file:
        file.write(json.dumps(event) + "\n")


def name_of(address):
    return NAMES.get(address, "inproc://ADDR")


class Who:
    def __init__(self, name="rec", tag=None, fail=(), idempotent=None, restart=None):
        self.name = name
        self.tag = tag
        self.fail = tuple(fail)
        if idempotent is not None:
            self.idempotent = idempotent
        if restart is not None:
            self.restart = restart

    def about(self):
        return {"plugin": self.name} if self.tag is None else {"plugin": self.name, "tag": self.tag}

    def fail_if_asked(self, hook):
        if hook in self.fail:
            raise RuntimeError(f"{hook} failed on purpose")

    def names_in(self, plugins):
        return [name for name, held in plugins.items() if held is self]


def base_of(cls):
    """The plugin class of Dask that a class inherits from, as text."""
    return next((f"{c.__module__}.{c.__qualname__}" for c in cls.__mro__ if c.__module__.endswith("diagnostics.plugin")), None)


def hooks_of(cls):
    """What a class defines itself, for another of the same body."""
    return {name: value for name, value in vars(cls).items() if not name.startswith("__")}


class WorkerHooks(Who):
    def setup(self, worker):
        self.on = str(worker.name)
        heard("setup", "worker", worker=self.on, **self.about(), status=worker.status.name, base=base_of(type(self)),
              isinstance_canonical=isinstance(self, WorkerPlugin), in_plugins=self.names_in(worker.plugins))
        self.fail_if_asked("setup")

    def teardown(self, worker):
        heard("teardown", "worker", worker=str(worker.name), **self.about(), status=worker.status.name,
              in_plugins=self.names_in(worker.plugins))
        self.fail_if_asked("teardown")

    def transition(self, key, start, finish, **kwargs):
        heard("transition", "worker", worker=self.on, **self.about(), key=key, start=start, finish=finish,
              kwargs=sorted(kwargs))
        self.fail_if_asked("transition")


class SchedulerHooks(Who):
    def tell(self, hook, **details):
        heard(hook, "scheduler", **self.about(), **details)
        self.fail_if_asked(hook)

    async def start(self, scheduler):
        workers = sorted(str(ws.name) for ws in scheduler.workers.values())
        self.tell("start", workers=workers, in_plugins=self.names_in(scheduler.plugins))

    async def before_close(self):
        self.tell("before_close")

    async def close(self):
        self.tell("close")

    def restart(self, scheduler):
        self.tell("restart")

    def update_graph(self, scheduler, *, client, keys, tasks, annotations, priority, **kwargs):
        self.tell("update_graph", keys=sorted(keys), tasks=sorted(tasks), kwargs=sorted(kwargs))

    def transition(self, key, start, finish, *args, **kwargs):
        self.tell("transition", key=key, start=start, finish=finish, kwargs=sorted(kwargs))

    def add_worker(self, scheduler, worker):
        NAMES[worker] = str(scheduler.workers[worker].name)
        self.tell("add_worker", worker=name_of(worker))

    def remove_worker(self, scheduler, worker, *, stimulus_id, **kwargs):
        self.tell("remove_worker", worker=name_of(worker), kwargs=sorted(kwargs),
                  still_in_scheduler=worker in scheduler.workers)

    def add_client(self, scheduler, client):
        self.tell("add_client", client="Client")

    def remove_client(self, scheduler, client):
        self.tell("remove_client", client="Client")

    def log_event(self, topic, msg):
        topic = "Client-ID" if topic.startswith("Client-") else topic
        self.tell("log_event", topic="worker-address" if "://" in topic else topic)


class NannyHooks(Who):
    def setup(self, nanny):
        self.tell("setup", nanny, worker_process=nanny.process is not None, plugins=self.names_in(nanny.plugins))

    def teardown(self, nanny):
        self.tell("teardown", nanny)

    def tell(self, hook, nanny, **details):
        heard(hook, "nanny", worker=str(nanny.name), **self.about(), nanny_status=nanny.status.name, **details)
        self.fail_if_asked(hook)


class RecWorker(WorkerHooks, WorkerPlugin):
    pass


class RecScheduler(SchedulerHooks, SchedulerPlugin):
    pass


class RecNanny(NannyHooks, NannyPlugin):
    pass


class QuietWorker(Who, WorkerPlugin):
    """Is there, and tells nothing."""


class AsyncWorker(WorkerHooks, WorkerPlugin):
    async def setup(self, worker):
        super().setup(worker)

    async def teardown(self, worker):
        super().teardown(worker)


class FailOn1(RecWorker):
    def setup(self, worker):
        super().setup(worker)
        if worker.name == 1:
            raise RuntimeError("setup failed on worker 1")


class Plain:
    """All the hooks, and no base."""

    def setup(self, worker):
        self.on = str(worker.name)
        heard("setup", "worker", worker=self.on, plugin="Plain", status=worker.status.name)

    def teardown(self, worker):
        heard("teardown", "worker", worker=self.on, plugin="Plain", status=worker.status.name)

    def transition(self, key, start, finish, **kwargs):
        heard("transition", "worker", worker=self.on, plugin="Plain", key=key, start=start, finish=finish)


def seen():
    worker = get_worker()
    return worker.name, [name for name in worker.plugins if name != "shuffle"]
