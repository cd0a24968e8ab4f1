"""What waits on a busy worker goes to one that has nothing to do, when the scheduler looks around: once a second at the latest.

Which of several tasks it asks for first is a matter of Python's hashes. So what runs may run nowhere else, and is not asked for.
"""

import time

from recording import Story
from scenarios.registry import listen, scenario
from tasks import add, gate, inc, wait_for, wait_for_item, worker_name

# More than distributed.yaml `work-stealing-interval`, once for each round.
ROUND = 1.6


def look_around(s, rounds=1):
    s.scale(2)
    time.sleep(ROUND * rounds)


def processing(s):
    return {str(ws.name): sorted(ts.key for ts in ws.processing) for ws in s.cluster.scheduler.workers.values()}


@scenario
def stolen_by_a_late_worker():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("a runs, b waits", lambda: f.update(a=c.submit(wait_for, "go", key="a", workers=[0]), b=c.submit(worker_name, 1, key="b")))
    s.step("scale(2)", lambda: look_around(s))
    s.step("b", lambda: f["b"].result())
    s.step("a ends", lambda: gate().set() or f["a"].result())
    s.step("released", lambda: [f[k].release() for k in "ab"] and None)
    s.close()
    return s


@scenario
def stolen_with_its_data():
    s = Story(n_workers=1)
    c = s.client
    s.step("register rec and sch", lambda: listen(s))
    f = {}
    s.step("d", lambda: f.update(d=c.submit(inc, 1, key="d")) or f["d"].result())
    s.step("a runs, b = add(d, d) waits", lambda: f.update(a=c.submit(wait_for, "go", key="a", workers=[0]), b=c.submit(add, f["d"], f["d"], key="b")))
    s.step("scale(2)", lambda: look_around(s))
    s.step("b", lambda: [f["b"].status, f["b"].result()])
    s.step("a ends", lambda: gate().set() or f["a"].result())
    s.step("released", lambda: [f[k].release() for k in "abd"] and None)
    s.close()
    return s


@scenario
def stolen_one_by_one():
    """Each is as long as the others, and none ends: as soon as both workers are busy, the rest stays where it is."""
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("a runs, b waits", lambda: f.update(a=c.submit(wait_for, "go", key="a", workers=[0]), b=c.submit(wait_for, "go", key="b")))
    s.step("scale(2)", lambda: look_around(s))
    s.step("processing", lambda: processing(s))
    s.step("they end", lambda: gate().set() or c.gather([f["a"], f["b"]]))
    s.close()
    return s


@scenario
def stolen_by_whom_it_may():
    s = Story(n_workers=1)
    c = s.client
    s.step("register sch", lambda: listen(s, worker=False))
    f = {}
    s.step("a runs; b may run on 0 alone, c elsewhere too", lambda: f.update(
        a=c.submit(wait_for, "go", key="a", workers=[0]), b=c.submit(worker_name, 1, key="b", workers=[0]),
        c=c.submit(worker_name, 2, key="c", workers=[0], allow_other_workers=True)))
    s.step("scale(2)", lambda: look_around(s, 2))
    s.step("b, c", lambda: [f["b"].status, f["c"].status])
    s.step("a ends", lambda: gate().set())
    s.step("results", lambda: c.gather([f["a"], f["b"], f["c"]]))
    s.step("released", lambda: [f[k].release() for k in "abc"] and None)
    s.close()
    return s


@scenario
def queued_is_not_stolen():
    s = Story(n_workers=1)
    c = s.client
    f = {}
    s.step("map over 3", lambda: f.update(all=c.map(wait_for_item, ["go"] * 3, range(3), key=[f"x-{i}" for i in range(3)])))
    s.step("scale(2)", lambda: s.scale(2))
    s.step("processing", lambda: processing(s))
    s.step("they end", lambda: gate().set() or c.gather(f["all"]))
    s.close()
    return s
