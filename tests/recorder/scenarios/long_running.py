"""Tasks that give their thread back, and tasks that wait for tasks of their own."""

from distributed import get_worker, secede, worker_client

from recording import Story
from scenarios.registry import listen, scenario
from tasks import (
    KEPT,
    gate,
    inc,
    secede_and_fail,
    secede_and_wait,
    with_client,
    with_client_of_worker,
)


@scenario
def secedes():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a secedes", lambda: f.update(a=c.submit(secede_and_wait, "go", key="a")))
    s.step("b runs", lambda: f.update(b=c.submit(inc, 1, key="b")) or f["b"].result())
    s.step("states", lambda: [s.cluster.scheduler.tasks["a"].state, s.worker(0).state.tasks["a"].state, f["a"].status])
    s.step("a ends", lambda: gate().set() or f["a"].result())
    s.step("released", lambda: [f[k].release() for k in "ab"] and None)
    s.close()
    return s


@scenario
def secedes_and_fails():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a secedes", lambda: f.update(a=c.submit(secede_and_fail, "go", key="a")))
    s.step("a fails", lambda: gate().set() or f["a"].result())
    s.step("released", lambda: f["a"].release())
    s.close()
    return s


@scenario
def secedes_and_is_released():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a secedes", lambda: f.update(a=c.submit(secede_and_wait, "go", key="a")))
    s.step("a released", lambda: f["a"].release())
    s.step("a ends", lambda: gate().set())
    s.close()
    return s


@scenario
def secedes_and_is_wanted_again():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a secedes", lambda: f.update(a=c.submit(secede_and_wait, "go", key="a")))
    s.step("a cancelled", lambda: f["a"].cancel())
    s.step("a again", lambda: f.update(a=c.submit(secede_and_wait, "go", key="a")))
    s.step("a ends", lambda: gate().set() or f["a"].result())
    s.close()
    return s


@scenario
def tasks_of_tasks():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec", lambda: listen(s, scheduler=False))
    s.step("worker_client", lambda: c.submit(with_client, 1, key="outer").result())
    s.step("get_client and secede", lambda: c.submit(with_client_of_worker, 2, key="outer-2").result())
    s.step("released", lambda: [future.release() for future in KEPT] and None)
    s.close()
    return s


@scenario
def seceding_outside_a_task():
    s = Story(n_workers=1)
    s.step("secede()", secede)
    s.step("get_worker()", get_worker)
    s.step("worker_client()", lambda: worker_client().__enter__())
    s.close()
    return s
