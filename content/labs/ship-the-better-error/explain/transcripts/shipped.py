import distributed
from dask.distributed.diagnostics.plugin import WorkerPlugin as Twin


class Direct(Twin):
    pass


class Indirect(Direct):
    pass


with distributed.Client(n_workers=1, processes=False) as client:
    for plugin in Direct(), Indirect(), Twin():
        try:
            client.register_plugin(plugin)
        except TypeError as error:
            print(type(plugin).__name__ + ":", error)
