"""The recording plugins on the base classes of the long path. To import this file is to load that path."""

from dask.distributed.diagnostics.plugin import InstallPlugin as LongInstallPlugin  # noqa: F401
from dask.distributed.diagnostics.plugin import NannyPlugin, SchedulerPlugin, WorkerPlugin

from hooks import NannyHooks, SchedulerHooks, WorkerHooks


class LongWorker(WorkerHooks, WorkerPlugin):
    pass


class LongWorkerChild(LongWorker):
    pass


class LongScheduler(SchedulerHooks, SchedulerPlugin):
    pass


class LongNanny(NannyHooks, NannyPlugin):
    pass
