from inspect import getfile

import distributed
from dask.distributed import Client
from dask.distributed.diagnostics.plugin import WorkerPlugin


class TaskMonitor(WorkerPlugin):
    def setup(self, worker):
        print("watching worker", worker.name)


with Client(n_workers=2, processes=False) as client:
    try:
        client.register_plugin(TaskMonitor())
    except TypeError as error:
        print("TypeError:", error)
    print("1 + 1 =", client.submit(sum, [1, 1]).result())

yours, theirs = WorkerPlugin, distributed.WorkerPlugin
print("one file: ", getfile(yours) == getfile(theirs))
print("one class:", yours is theirs)
print("yours:    ", yours.__module__)
print("Dask's:   ", theirs.__module__)
