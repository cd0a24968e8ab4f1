"""Several clients, and what is left of one that has closed."""

from distributed import Client, get_worker

from hooks import QuietWorker
from recording import Story
from scenarios.registry import listen, scenario
from tasks import boom, gate, inc, wait_for


def name_of(dask_worker):
    return dask_worker.name


def tell_topic():
    get_worker().log_event("topic", "from a task")


@scenario
def two_clients_one_key():
    s = Story(n_workers=1)
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("a of the first", lambda: f.update(a=s.client.submit(inc, 1, key="a")) or f["a"].result())
    s.step("a second client", lambda: f.update(other=Client(s.cluster, set_as_default=False)) and None)
    s.step("a of the second", lambda: f.update(b=f["other"].submit(inc, 1, key="a")) or f["b"].result())
    s.step("the first releases", lambda: f["a"].release())
    s.step("the second releases", lambda: f["b"].release())
    s.step("the second closes", lambda: f["other"].close())
    s.close()
    return s


@scenario
def closing_twice():
    s = Story(n_workers=1)
    s.step("register sch", lambda: listen(s, worker=False))
    s.step("client.close()", lambda: s.client.close())
    s.step("client.close() again", lambda: s.client.close())
    s.step("cluster.close()", lambda: s.cluster.close())
    s.step("cluster.close() again", lambda: s.cluster.close())
    return s


@scenario
def closed_client_asked():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a runs, b waits", lambda: f.update(a=c.submit(wait_for, "go", key="a"), b=c.submit(inc, 1, key="b")))
    s.step("client.close()", lambda: c.close())
    s.step("statuses", lambda: [f["a"].status, f["b"].status])
    s.step("tasks", lambda: sorted(s.cluster.scheduler.tasks))
    s.step("client.status", lambda: c.status)
    s.step("a ends", lambda: gate().set())
    s.step("cluster.close()", lambda: s.cluster.close())
    return s


@scenario
def events():
    s = Story(n_workers=1)
    c = s.client
    got = []
    s.step("subscribe", lambda: c.subscribe_topic("topic", lambda event: got.append(event[1])))
    s.step("log_event", lambda: c.log_event("topic", {"x": 1}))
    s.step("log_event under two", lambda: c.log_event(["topic", "other"], "both"))
    s.step("from a task", lambda: c.submit(tell_topic, key="t").result())
    s.note("heard", got)
    s.step("get_events", lambda: [msg for _, msg in c.get_events("topic")])
    s.step("get_events('other')", lambda: [msg for _, msg in c.get_events("other")])
    s.step("get_events('none')", lambda: c.get_events("none"))
    s.step("unsubscribe", lambda: c.unsubscribe_topic("topic"))
    s.step("log_event", lambda: c.log_event("topic", "unheard"))
    s.step("unsubscribe again", lambda: c.unsubscribe_topic("topic"))
    s.note("heard in the end", len(got))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("scale(1)", lambda: s.cluster.scale(1))
    s.step("actions of all", lambda: [msg["action"] for _, msg in c.get_events("all")])
    s.step("the last", lambda: [c.get_events("all")[-1][1][name] for name in ("action", "expected", "worker")])
    s.close()
    return s


@scenario
def scheduler_info():
    s = Story(n_workers=2)
    c = s.client

    def info():
        told = c.scheduler_info()
        workers = list(told["workers"].values())
        return [told["type"], len(workers), sorted(str(w["name"]) for w in workers), [w["nthreads"] for w in workers],
                [w["status"] for w in workers], [w["nanny"] for w in workers], [w["type"] for w in workers],
                [w["resources"] for w in workers]]

    s.step("scheduler_info", info)
    s.step("ncores", lambda: sorted(c.ncores().values()))
    s.step("scale(3)", lambda: s.scale(3))
    s.step("scheduler_info", info)
    f = {}
    s.step("a", lambda: f.update(a=c.submit(inc, 1, key="a", workers=[0])) or f["a"].result())
    s.step("who_has", lambda: {k: len(v) for k, v in c.who_has([f["a"]]).items()})
    s.step("has_what", lambda: sorted(map(list, c.has_what().values())))
    s.step("processing", lambda: sorted(map(list, c.processing().values())))
    s.close()
    return s


@scenario
def run_on_workers():
    s = Story(n_workers=2)
    c = s.client
    s.step("run", lambda: sorted(c.run(name_of).values()))
    s.step("run on one", lambda: c.run(inc, 1, workers=[s.worker(1).address]))
    s.step("run fails", lambda: c.run(boom, 1))
    s.step("run_on_scheduler", lambda: c.run_on_scheduler(inc, 4))
    s.step("run_on_scheduler fails", lambda: c.run_on_scheduler(boom, 4))
    s.close()
    return s


@scenario
def misused_client():
    s = Story(n_workers=1)
    c = s.client
    s.step("submit(1)", lambda: c.submit(1))
    s.step("map(1, [])", lambda: c.map(1, []))
    s.step("submit(allow_other_workers=True)", lambda: c.submit(inc, 1, allow_other_workers=True))
    s.step("map(allow_other_workers=True)", lambda: c.map(inc, [1], allow_other_workers=True))
    s.step("submit(allow_other_workers='yes')", lambda: c.submit(inc, 1, workers=[0], allow_other_workers="yes"))
    s.step("wait_for_workers(0)", lambda: c.wait_for_workers(0))
    s.step("wait_for_workers('2')", lambda: c.wait_for_workers("2"))
    s.step("wait_for_workers(2, timeout=0.1)", lambda: c.wait_for_workers(2, timeout=0.1))
    s.step("register_plugin(name='')", lambda: c.register_plugin(QuietWorker("x"), name=""))
    s.step("unregister_worker_plugin", lambda: c.unregister_worker_plugin("nobody"))
    s.step("unregister_worker_plugin(nanny)", lambda: c.unregister_worker_plugin("nobody", nanny=True))
    s.step("unregister_scheduler_plugin", lambda: c.unregister_scheduler_plugin("nobody"))
    s.close()
    return s
