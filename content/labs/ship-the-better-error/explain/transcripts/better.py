from inspect import getfile

import distributed
from dask.distributed.diagnostics.plugin import WorkerPlugin as Twin

TABLE = distributed.NannyPlugin, distributed.SchedulerPlugin, distributed.WorkerPlugin


def explain(value):
    if isinstance(value, type):
        return f"{value.__name__} is a class. Pass an instance of it."
    if isinstance(value, TABLE):
        return None
    mro = type(value).__mro__
    pairs = [(a, b) for a in mro for b in TABLE if a.__name__ == b.__name__]
    for mine, theirs in pairs:
        if file_of(mine) == file_of(theirs):
            return (
                f"Your {mine.__name__} was made by {mine.__module__}, "
                f"the one in the table by {theirs.__module__}."
            )
    for mine, _ in pairs:
        return f"{mine.__module__} has its own {mine.__name__}, which is not Dask's."
    return f"{type(value).__name__} inherits from none of Dask's bases."


def file_of(cls):
    try:
        return getfile(cls)
    except (OSError, TypeError):  # made at a prompt, or built in
        return None


class Direct(Twin):
    pass


class Indirect(Direct):
    pass


class WorkerPlugin:
    pass


class Namesake(WorkerPlugin):
    pass


class Duck:
    pass


class Good(distributed.WorkerPlugin):
    pass


for value in Good(), Good, Direct(), Indirect(), Namesake(), Duck():
    print(explain(value))
