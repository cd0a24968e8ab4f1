import distributed
from dask.distributed import WorkerPlugin as shallow
from dask.distributed.diagnostics import SchedulerPlugin as middle
from dask.distributed.diagnostics.plugin import WorkerPlugin as deep
from distributed.diagnostics.plugin import WorkerPlugin as full

print("distributed.diagnostics.plugin:     ", full is distributed.WorkerPlugin)
print("dask.distributed:                   ", shallow is distributed.WorkerPlugin)
print("dask.distributed.diagnostics:       ", middle is distributed.SchedulerPlugin)
print("dask.distributed.diagnostics.plugin:", deep is distributed.WorkerPlugin)
