from inspect import getfile

import distributed
from dask.distributed.diagnostics.plugin import WorkerPlugin as Twin

TABLE = (
    distributed.NannyPlugin,
    distributed.SchedulerPlugin,
    distributed.WorkerPlugin,
)


def explain(value):
    if isinstance(value, type):
        return f"{value.__name__} is a class. Pass an instance of it."
    if isinstance(value, TABLE):
        return None
    pairs = [
        (mine, theirs)
        for mine in type(value).__mro__
        for theirs in TABLE
        if mine.__name__ == theirs.__name__
    ]
    for mine, theirs in pairs:
        if file_of(mine) == file_of(theirs):
            return (
                f"Your {mine.__name__} was made by {mine.__module__}, "
                f"the one in the table by {theirs.__module__}."
            )
    for mine, _ in pairs:
        return f"{mine.__module__} made its own {mine.__name__}."
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


strangers = Good, Direct(), Indirect(), Namesake(), Duck()
for value in Good(), *strangers:
    print(explain(value))
