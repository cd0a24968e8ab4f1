"""Tells a scenario on a real cluster, step by step: what each step gave or raised, and what plugins and the log said meanwhile."""

import json
import logging
import os
import re
import sys
import tempfile
import time
import warnings

import dask
import distributed
from distributed import Client, LocalCluster

from hooks import ELSEWHERE, EVENTS, MAIN, NAMES, STEP

# Long enough for messages that nobody waits for.
SETTLE = 1.0

# The lines of the log that are recorded: tests/conformance/normalise.ts has the same list.
TOLD = re.compile(
    r"lugin|handling op|Compute Failed|Couldn't gather|marked as failed|caused the cluster to lose|requests to (?:cancel|retry)"
    r"|cancels key|Lost all workers|Receive client connection|Remove client|Register worker|Remove worker"
    r"|Restarting|restart finished|do not use a nanny|different `run_spec`|failed on purpose"
)
LOGGERS = ["scheduler", "worker", "worker.state_machine", "nanny", "core", "client", "batched", "broker"]


class Log(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        message = record.getMessage().split("\n")[0]
        if not TOLD.search(record.getMessage()):
            return
        if record.exc_info and record.exc_info[1] is not None:
            error = record.exc_info[1]
            message += f"  [{type(error).__name__}: {error}]"
        self.lines.append({"level": record.levelname, "logger": record.name, "message": scrub(message)})


def scrub(text):
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID", text)
    text = re.sub(r"\bClient(-worker)?-[0-9a-f-]{20,}", "Client-ID", text)
    text = re.sub(r"\b(inproc|tcp)://[0-9A-Za-z.:/\-]+", r"\1://ADDR", text)
    return re.sub(r" ?\(stimulus_id=.*\)?", "", text)


class Story:
    """One cluster and one client; each step waits until nothing more happens."""

    def __init__(self, n_workers=1, processes=False, named=True, threads_per_worker=1, **options):
        EVENTS.clear()
        NAMES.clear()
        # Forgets nothing of a process that has ended.
        os.environ[ELSEWHERE] = tempfile.mkstemp()[1]
        os.environ[MAIN] = str(os.getpid())
        self.read, self.named = 0, named
        self.steps, self.notes, self.log = [], {}, Log()
        for name in LOGGERS:
            logger = logging.getLogger(f"distributed.{name}")
            logger.setLevel(logging.INFO)
            logger.propagate = False
            logger.handlers[:] = [self.log]
        # It drops superfluous copies of results by the clock on the wall, so that a recording would depend on the machine.
        dask.config.set({"distributed.scheduler.active-memory-manager.start": False})
        self.cluster = LocalCluster(n_workers=n_workers, processes=processes, threads_per_worker=threads_per_worker,
                                    dashboard_address=None, silence_logs=False, **options)
        self.client = Client(self.cluster)
        if n_workers > 0:
            self.client.wait_for_workers(n_workers)
        self.learn()
        time.sleep(SETTLE)
        self.log.lines.clear()

    def learn(self):
        if self.named:
            for address, ws in self.cluster.scheduler.workers.items():
                NAMES[address] = str(ws.name)
        with open(os.environ[ELSEWHERE]) as file:
            lines = file.readlines()
        EVENTS.extend({**json.loads(line), "step": STEP[0]} for line in lines[self.read:])
        self.read = len(lines)

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

    def note(self, name, value):
        self.notes[name] = value

    def worker(self, name):
        return self.cluster.workers[name]

    def scale(self, n):
        self.cluster.scale(n)
        if n > len(self.cluster.scheduler.workers):
            self.client.wait_for_workers(n)

    def close(self):
        def both():
            self.client.close()
            self.cluster.close()

        self.step("client.close(); cluster.close()", both)

    def told(self, scenario):
        return {"scenario": scenario, "dask_version": dask.__version__,
                "distributed_version": distributed.__version__, "python_version": sys.version.split()[0],
                "steps": self.steps, "events": by_process(EVENTS), "notes": self.notes, "log": by_logger(self.log.lines)}


def by_process(events):
    """The events of each step, process after process: how those of several mingle is another matter each time."""

    def process(event):
        return "" if event["kind"] == "scheduler" else str(event.get("worker"))

    return sorted(events, key=lambda event: (event["step"], event["kind"], process(event)))


def by_logger(lines):
    """For the same reason."""
    return sorted(lines, key=lambda line: (line["logger"], line["message"]))
