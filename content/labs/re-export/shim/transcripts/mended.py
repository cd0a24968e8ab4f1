import sys

import distributed.diagnostics.plugin

for name in ("distributed.diagnostics", "distributed.diagnostics.plugin"):
    sys.modules[f"dask.{name}"] = sys.modules[name]

from dask.distributed.diagnostics.plugin import WorkerPlugin as deep


class TaskMonitor(deep):
    def setup(self, worker):
        print("watching worker", worker.name)


print("one class:", deep is distributed.WorkerPlugin)
with distributed.Client(n_workers=1, processes=False) as client:
    print(list(client.register_plugin(TaskMonitor()).values()))
