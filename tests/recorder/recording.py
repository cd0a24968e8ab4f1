"""Tells a scenario on a real cluster, step by step, and writes what happened as JSON: the form of tests/conformance/recordings."""

import logging
import re
import sys
import time
import warnings

import dask
import distributed
from distributed import Client, LocalCluster, get_worker
from distributed.diagnostics.plugin import NannyPlugin, SchedulerPlugin, WorkerPlugin

EVENTS = []
NAMES = {}
STEP = [0]
# Long enough for messages that nobody waits for.
SETTLE = 0.4


def heard(hook, kind, **details):
    EVENTS.append({"hook": hook, "kind": kind, **details, "step": STEP[0]})


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


class RecWorker(Who, WorkerPlugin):
    def setup(self, worker):
        self.on = str(worker.name)
        heard("setup", "worker", worker=self.on, **self.about(), status=worker.status.name,
              base="distributed.diagnostics.plugin.WorkerPlugin", isinstance_canonical=True,
              in_plugins=self.names_in(worker.plugins))
        self.fail_if_asked("setup")

    def teardown(self, worker):
        heard("teardown", "worker", worker=str(worker.name), **self.about(), status=worker.status.name,
              in_plugins=self.names_in(worker.plugins))
        self.fail_if_asked("teardown")

    def transition(self, key, start, finish, **kwargs):
        heard("transition", "worker", worker=self.on, **self.about(), key=key, start=start, finish=finish,
              kwargs=sorted(kwargs))
        self.fail_if_asked("transition")


class RecScheduler(Who, SchedulerPlugin):
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


class RecNanny(Who, NannyPlugin):
    def setup(self, nanny):
        self.tell("setup", nanny, worker_process=nanny.process is not None, plugins=self.names_in(nanny.plugins))

    def teardown(self, nanny):
        self.tell("teardown", nanny)

    def tell(self, hook, nanny, **details):
        heard(hook, "nanny", worker=str(nanny.name), **self.about(), nanny_status=nanny.status.name, **details)
        self.fail_if_asked(hook)


def inc(x):
    return x + 1


def add(x, y):
    return x + y


def boom(x):
    raise RuntimeError("boom")


def seen():
    worker = get_worker()
    return worker.name, [name for name in worker.plugins if name != "shuffle"]


class Log(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        message = record.getMessage()
        if "lugin" not in message and "handling op" not in message:
            return
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            message += f"  [{type(error).__name__}: {error}]"
        self.lines.append({"level": record.levelname, "logger": record.name, "message": scrub(message)})


def scrub(text):
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID", text)
    text = re.sub(r"\b(inproc|tcp)://[0-9A-Za-z.:/\-]+", r"\1://ADDR", text)
    return re.sub(r"\(stimulus_id=.*\)", "", text)


class Story:
    """One cluster and one client; each step waits until nothing more happens."""

    def __init__(self, n_workers=1, processes=False, **options):
        EVENTS.clear()
        NAMES.clear()
        self.steps, self.notes, self.log = [], {}, Log()
        for name in ("distributed.scheduler", "distributed.worker", "distributed.nanny", "distributed.core"):
            logger = logging.getLogger(name)
            logger.setLevel(logging.INFO)
            logger.propagate = False
            logger.handlers[:] = [self.log]
        self.cluster = LocalCluster(n_workers=n_workers, processes=processes, threads_per_worker=1,
                                    dashboard_address=None, silence_logs=False, **options)
        self.client = Client(self.cluster)
        if n_workers > 0:
            self.client.wait_for_workers(n_workers)
        self.learn()
        self.log.lines.clear()

    def learn(self):
        for address, ws in self.cluster.scheduler.workers.items():
            NAMES[address] = str(ws.name)

    def step(self, do, run):
        STEP[0] = len(self.steps)
        told = {"do": do}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                result = run()
                told["returned"] = None if result is None else scrub(repr(result))
                del result
            # A cancelled future raises what is no Exception.
            except BaseException as error:
                told["raised"] = {"type": type(error).__name__, "module": type(error).__module__,
                                  "message": scrub(str(error))}
            time.sleep(SETTLE)
        ours = [w for w in caught if "distributed" in w.filename or "recorder" in w.filename]
        if ours:
            told["warnings"] = [{"category": w.category.__name__, "message": str(w.message)} for w in ours]
        self.steps.append(told)
        self.learn()

    def worker(self, name):
        return self.cluster.workers[name]

    def close(self):
        def both():
            self.client.close()
            self.cluster.close()

        self.step("client.close(); cluster.close()", both)

    def told(self, scenario):
        return {"scenario": scenario, "dask_version": dask.__version__,
                "distributed_version": distributed.__version__, "python_version": sys.version.split()[0],
                "steps": self.steps, "events": list(EVENTS), "notes": self.notes, "log": self.log.lines}
