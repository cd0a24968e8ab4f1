from distributed import Client, WorkerPlugin


class HalfWay(WorkerPlugin):
    name = "half-way"

    def setup(self, worker):
        print("setup on", worker.name)
        raise RuntimeError("no folder left")

    def teardown(self, worker):
        print("teardown on", worker.name)


with Client(n_workers=1, processes=False) as client:
    cluster = client.cluster
    try:
        client.register_plugin(HalfWay())
    except RuntimeError as error:
        print("RuntimeError:", error)
    print("kept:", "half-way" in cluster.workers[0].plugins)
    cluster.scale(2)
    client.wait_for_workers(2)
    print("workers:", len(client.nthreads()))
    task = client.submit(sum, [1, 1], workers=[1])
    print("1 + 1 =", task.result())
