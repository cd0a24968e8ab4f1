from time import sleep

import pool
from distributed import Client, LocalCluster, WorkerPlugin


class Guard(WorkerPlugin):
    name = "guard"

    def setup(self, worker):
        self.seat = worker.name
        pool.held.append(self.seat)

    def teardown(self, worker):
        pool.held.remove(self.seat)


with LocalCluster(n_workers=2, processes=False) as cluster:
    with Client(cluster) as client:
        client.register_plugin(Guard())
        print("two workers:  ", sorted(pool.held))
        cluster.scale(3)
        client.wait_for_workers(3)
        print("one joins:    ", sorted(pool.held))
        cluster.scale(1)
        while len(cluster.scheduler.workers) > 1:
            sleep(0.1)
        print("two leave:    ", sorted(pool.held))
        client.register_plugin(Guard())
        print("same name:    ", sorted(pool.held))
print("after closing:", pool.held)
