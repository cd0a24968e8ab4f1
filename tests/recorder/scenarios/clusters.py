"""Clusters from their beginning to their end, and the clients around them."""

import os
import pathlib
import tempfile
import time

from distributed import Client, Environ, UploadFile, default_client, get_client, get_worker, wait

from hooks import QuietWorker, RecNanny, RecScheduler, RecWorker
from recording import Story
from scenarios.registry import listen, scenario
from tasks import add, boom, gate, inc, wait_for


def wait_for_file(path):
    """For workers that are processes: waits until the story makes the file."""
    while not os.path.exists(path):
        time.sleep(0.02)
    return "there"


def refused(connect):
    """Without the name of the cluster, which is another one each time."""
    try:
        return connect()
    except RuntimeError as error:
        return str(error).split("(")[0]


def ask_for_worker(x):
    return get_worker().name


def ask_for_client(x):
    return get_client() is default_client()


def submit_and_fail(x):
    client = get_client()
    return client.submit(boom, x, key="inner").result()


@scenario
def outside_of_tasks():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("get_worker()", lambda: get_worker())
    s.step("get_client()", lambda: get_client() is c)
    s.step("a second client", lambda: f.update(other=Client(s.cluster)) or get_client() is f["other"])
    s.step("in a task", lambda: c.submit(ask_for_worker, 1, key="a").result())
    s.step("after it", lambda: get_worker())
    s.step("the client in a task", lambda: c.submit(ask_for_client, 1, key="b").result())
    s.step("the second closes", lambda: f["other"].close() or get_client() is c)
    s.step("get_worker in run", lambda: list(c.run(ask_for_worker, 1).values()))
    s.close()
    s.step("get_client()", lambda: get_client())
    return s


@scenario
def failing_inside_of_tasks():
    s = Story(n_workers=1, threads_per_worker=2)
    c = s.client
    f = {}
    s.step("register sch", lambda: listen(s, worker=False))
    s.step("a", lambda: f.update(a=c.submit(submit_and_fail, 1, key="a")) or f["a"].result())
    s.step("tasks", lambda: sorted((k, ts.state) for k, ts in s.cluster.scheduler.tasks.items()))
    # When the client closes, its tasks are released in the order of a Python set.
    s.step("unregister sch", lambda: c.unregister_scheduler_plugin("sch"))
    s.close()
    return s


@scenario
def before_the_first_worker():
    s = Story(n_workers=0)
    c = s.client
    f = {}
    s.step("register sch", lambda: c.register_plugin(RecScheduler(name="sch")))
    s.step("register rec", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("register nan", lambda: c.register_plugin(RecNanny(name="nan")))
    s.step("a, b of it", lambda: f.update(a=c.submit(inc, 1, key="a")) or f.update(b=c.submit(inc, f["a"], key="b")))
    s.step("states", lambda: sorted((k, ts.state) for k, ts in s.cluster.scheduler.tasks.items()))
    s.step("register rec again", lambda: c.register_plugin(RecWorker(name="rec", tag="2")))
    s.step("a cancelled one", lambda: f.update(d=c.submit(inc, 9, key="d")) or f["d"].cancel())
    s.step("scale(1)", lambda: s.scale(1))
    s.step("results", lambda: c.gather([f["a"], f["b"]]))
    s.step("scale(0)", lambda: s.cluster.scale(0))
    s.step("states", lambda: sorted((k, ts.state) for k, ts in s.cluster.scheduler.tasks.items()))
    s.close()
    return s


@scenario
def a_day_of_a_scheduler_plugin():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register", lambda: c.register_plugin(RecScheduler(name="sch")))
    s.step("a second client", lambda: f.update(other=Client(s.cluster, set_as_default=False)) and None)
    s.step("a, bad of it", lambda: f.update(a=c.submit(inc, 1, key="a")) or f.update(bad=c.submit(boom, f["a"], key="bad")) or f["bad"].exception() and None)
    s.step("b of bad", lambda: f.update(b=c.submit(inc, f["bad"], key="b")) or f["b"].result())
    s.step("the other wants a and e", lambda: f.update(e=f["other"].submit(add, f["a"], 1, key="e")) or f["e"].result())
    s.step("retry", lambda: c.retry([f["bad"]]))
    s.step("cancel bad", lambda: c.cancel([f["bad"]]))
    s.step("log_event", lambda: c.log_event(["topic", "other"], {"a": 1}))
    s.step("scatter", lambda: f.update(x=c.scatter({"x": 1})) or f["x"]["x"].result())
    s.step("scale(2)", lambda: s.scale(2))
    s.step("retire", lambda: len(c.retire_workers(names=[1])))
    s.step("a is released", lambda: f["a"].release())
    s.step("the other closes", lambda: f["other"].close())
    s.step("unregister", lambda: c.unregister_scheduler_plugin("sch"))
    s.step("c", lambda: c.submit(inc, 5, key="c").result())
    s.close()
    return s


@scenario
def restart_without_nannies_while_running():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("register", lambda: listen(s))
    s.step("a runs, b waits", lambda: f.update(a=c.submit(wait_for, "go", key="a")) or f.update(b=c.submit(inc, 1, key="b")))
    s.step("restart", lambda: c.restart(timeout=1, wait_for_workers=False))
    s.step("a ends", lambda: gate().set())
    s.step("statuses", lambda: [f["a"].status, f["b"].status])
    s.step("a", lambda: f["a"].result())
    s.step("tasks", lambda: sorted(s.cluster.scheduler.tasks))
    s.close()
    return s


@scenario
def restart_of_one_of_two_workers():
    s = Story(n_workers=2, processes=True)
    c = s.client
    f = {}
    s.step("register w", lambda: c.register_plugin(RecWorker(name="w")))
    s.step("register v", lambda: c.register_plugin(RecWorker(name="v", idempotent=True)))
    s.step("register n", lambda: c.register_plugin(RecNanny(name="n")))
    s.step("a on 0, b on 1", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[0]), b=c.submit(inc, 2, key="b", workers=[1])) or c.gather([f["a"], f["b"]]))
    s.step("restart one", lambda: list(c.restart_workers([1]).values()))
    # The worker that came in its place has another address than the one that b is restricted to.
    s.step("a, b", lambda: [(f[k].status, s.cluster.scheduler.tasks[k].state) for k in "ab"])
    s.close()
    return s


@scenario
def restarted_by_a_plugin_while_running():
    """What runs meanwhile begins again."""
    s = Story(n_workers=1, processes=True)
    c = s.client
    f = {}
    path = os.path.join(tempfile.mkdtemp(), "go")
    s.step("register rec and sch", lambda: listen(s))
    s.step("a runs", lambda: f.update(a=c.submit(wait_for_file, path, key="a")))
    s.step("register nan with restart", lambda: c.register_plugin(RecNanny(name="nan", restart=True)))
    s.step("a", lambda: [f["a"].status, s.cluster.scheduler.tasks["a"].state, s.cluster.scheduler.tasks["a"].suspicious])
    s.step("a ends", lambda: pathlib.Path(path).touch() or f["a"].result())
    s.close()
    return s


@scenario
def environ_without_nannies():
    s = Story(n_workers=1)
    c = s.client
    s.step("register", lambda: c.register_plugin(Environ({"LOST": 1}), name="env"))
    s.step("again", lambda: c.register_plugin(Environ({"LOST": 2}), name="env"))
    s.step("a worker plugin", lambda: c.register_plugin(RecWorker(name="env")))
    s.step("names", lambda: [list(s.cluster.scheduler.nanny_plugins), "env" in s.worker(0).plugins])
    s.step("unregister", lambda: c.unregister_worker_plugin("env", nanny=True))
    s.step("unregister again", lambda: c.unregister_worker_plugin("env", nanny=True))
    s.step("is it set", lambda: os.environ.get("LOST"))
    s.close()
    return s


@scenario
def environs_one_after_the_other():
    s = Story(n_workers=1, processes=True)
    c = s.client

    def look(name):
        return c.submit(os.getenv, name, pure=False).result()

    s.step("A", lambda: len(c.register_plugin(Environ({"ENV_A": 1, "ENV_B": None}))))
    s.step("look", lambda: [look("ENV_A"), look("ENV_B")])
    s.step("A again, named", lambda: len(c.register_plugin(Environ({"ENV_A": 2}), name="env")))
    s.step("look", lambda: [look("ENV_A"), look("ENV_B")])
    s.step("names", lambda: [name.split("-")[0] for name in s.cluster.scheduler.nanny_plugins])
    s.close()
    return s


@scenario
def files_under_names():
    s = Story(n_workers=1, processes=True)
    c = s.client
    folder = pathlib.Path(tempfile.mkdtemp())
    for name in ("one_mod", "two_mod", "three_mod"):
        (folder / f"{name}.py").write_text("X = 1\n")

    def own():
        return [name.split("-")[0] for name in s.cluster.scheduler.worker_plugins if name != "shuffle"]

    s.step("one", lambda: len(c.register_plugin(UploadFile(str(folder / "one_mod.py")))))
    s.step("two", lambda: len(c.register_plugin(UploadFile(str(folder / "two_mod.py")))))
    s.step("three, under a name", lambda: len(c.register_plugin(UploadFile(str(folder / "three_mod.py")), name="three")))
    s.step("names", own)
    s.step("unregister three", lambda: len(c.unregister_worker_plugin("three")))
    s.step("unregister upload_file", lambda: len(c.unregister_worker_plugin("upload_file")))
    s.step("names", own)
    s.close()
    return s


@scenario
def asked_after_the_cluster_closed():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a")) or f["a"].result())
    s.step("cluster.close()", lambda: s.cluster.close())
    s.step("statuses", lambda: [s.cluster.status.name, s.cluster.scheduler.status.name, f["a"].status])
    s.step("cluster.close() again", lambda: s.cluster.close())
    s.step("a.release()", lambda: f["a"].release())
    s.step("client.close()", lambda: c.close())
    s.step("client.status", lambda: c.status)
    s.step("a new client", lambda: refused(lambda: Client(s.cluster)))
    return s


@scenario
def events_of_all_topics():
    s = Story(n_workers=1)
    c = s.client
    got = []
    s.step("log_event", lambda: c.log_event("one", 1))
    s.step("again", lambda: c.log_event("one", [1, "x", None, {"y": 2.5}]))
    s.step("subscribe", lambda: c.subscribe_topic("one", lambda event: got.append(event[1])))
    s.step("under none", lambda: c.log_event([], 1))
    s.step("log_event", lambda: c.log_event(["one", "two", "one"], 2))
    s.step("get_events", lambda: [[msg for _, msg in c.get_events(topic)] for topic in ("one", "two")])
    s.step("topics", lambda: [topic for topic in ("one", "two", "three") if topic in c.get_events()])
    s.step("heard", lambda: got)
    s.step("another handler", lambda: c.subscribe_topic("one", lambda event: got.append("other")))
    s.step("log_event", lambda: c.log_event("one", 3))
    s.step("heard", lambda: got)
    s.close()
    return s


@scenario
def run_in_every_way():
    s = Story(n_workers=2)
    c = s.client
    s.step("run", lambda: sorted(c.run(ask_for_name).values()))
    s.step("with arguments", lambda: list(c.run(add, 1, 2).values()))
    s.step("async", lambda: list(c.run(later, 1).values()))
    s.step("on none", lambda: c.run(inc, 1, workers=[]))
    s.step("fails on one", lambda: c.run(fail_on_1))
    s.step("fails, on_error='ignore'", lambda: list(c.run(fail_on_1, on_error="ignore").values()))
    s.step("fails, on_error='return'", lambda: sorted(str(r) for r in c.run(fail_on_1, on_error="return").values()))
    s.step("fails, on_error='other'", lambda: c.run(fail_on_1, on_error="other"))
    s.step("on the scheduler", lambda: c.run_on_scheduler(ask_for_scheduler))
    s.step("on the scheduler, async", lambda: c.run_on_scheduler(later, 2))
    s.step("scale(0)", lambda: s.cluster.scale(0))
    s.step("on nobody", lambda: c.run(inc, 1))
    s.close()
    return s


def ask_for_name(dask_worker):
    return dask_worker.name


def ask_for_scheduler(dask_scheduler):
    return sorted(ws.name for ws in dask_scheduler.workers.values())


async def later(x):
    return x + 1


def fail_on_1(dask_worker):
    if dask_worker.name == 1:
        raise RuntimeError("not here")
    return dask_worker.name


@scenario
def transitions_of_a_plugin_that_comes_late():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a runs", lambda: f.update(a=c.submit(wait_for, "go", key="a")))
    s.step("b of a", lambda: f.update(b=c.submit(inc, 1, key="b", priority=1)))
    s.step("register sch", lambda: c.register_plugin(RecScheduler(name="sch")))
    s.step("register rec", lambda: c.register_plugin(RecWorker(name="rec")))
    s.step("register rec again", lambda: c.register_plugin(RecWorker(name="rec", tag="2")))
    s.step("b is cancelled", lambda: f["b"].cancel())
    s.step("a ends", lambda: gate().set() or f["a"].result())
    s.step("a is cancelled", lambda: f["a"].cancel())
    s.step("a again", lambda: f.update(a=c.submit(inc, 4, key="a")) or f["a"].result())
    s.close()
    return s
