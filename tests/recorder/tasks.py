"""The tasks of the stories. Those that wait do so at a gate of this module, where the story opens it."""

import threading

from distributed import get_client, get_worker, secede, worker_client

GATES = {}


def gate(name="go"):
    return GATES.setdefault(name, threading.Event())


def inc(x):
    return x + 1


def add(x, y):
    return x + y


def boom(x):
    raise RuntimeError("boom")


def wait_for(name):
    gate(name).wait(30)
    return name


def wait_for_item(name, item):
    gate(name).wait(30)
    return item


def wait_and_fail(name):
    gate(name).wait(30)
    raise RuntimeError("boom")


TRIES = []


def second_time():
    TRIES.append(1)
    if len(TRIES) == 1:
        raise RuntimeError("first time")
    return len(TRIES)


def worker_name(*args):
    return get_worker().name


def secede_and_wait(name):
    secede()
    gate(name).wait(30)
    return name


def secede_and_fail(name):
    secede()
    gate(name).wait(30)
    raise RuntimeError("boom")


# Futures that nobody lets go of before the story is over.
KEPT = []


def with_client(x):
    with worker_client() as client:
        KEPT.append(client.submit(inc, x, key=f"inner-{x}"))
        return KEPT[-1].result()


def with_client_of_worker(x):
    KEPT.append(get_client().submit(inc, x, key=f"inner-{x}"))
    secede()
    return KEPT[-1].result()
