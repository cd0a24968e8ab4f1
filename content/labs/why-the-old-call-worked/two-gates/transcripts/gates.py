from warnings import catch_warnings, simplefilter

from dask.distributed import Client
from dask.distributed.diagnostics.plugin import WorkerPlugin


class TaskMonitor(WorkerPlugin):
    def setup(self, worker):
        print("watching")


def offer(method):
    print("--", method)
    with catch_warnings(record=True) as caught:
        simplefilter("always")
        try:
            answer = getattr(client, method)(TaskMonitor())
            print([each["status"] for each in answer.values()])
        except (AttributeError, TypeError) as error:
            print(f"{type(error).__name__}: {error}")
    for warning in caught:
        print(f"{warning.category.__name__}: {warning.message}")


with Client(n_workers=1, processes=False) as client:
    offer("register_plugin")
    offer("register_worker_plugin")
