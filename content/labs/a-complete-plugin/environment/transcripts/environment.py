import os

from distributed import Client, LocalCluster, NannyPlugin


class Settings(NannyPlugin):
    name = "settings"

    def __init__(self, restart, **variables):
        self.restart = restart
        self.variables = variables

    def setup(self, nanny):
        nanny.env.update(self.variables)

    def teardown(self, nanny):
        print("teardown")
        for name in self.variables:
            del nanny.env[name]


def threads(dask_worker):
    return os.environ.get("THREADS")


if __name__ == "__main__":
    with LocalCluster(n_workers=1, silence_logs=60) as cluster:
        with Client(cluster) as client:

            def tell(when):
                print(f"{when:20}", sorted(client.run(threads).values(), key=str))

            client.register_plugin(Settings(False, THREADS="1"))
            tell("without restart:")
            cluster.scale(2)
            client.wait_for_workers(2)
            tell("one joins:")
            client.restart()
            tell("all restart:")
            client.register_plugin(Settings(True, THREADS="2"))
            client.wait_for_workers(2)
            tell("with restart:")
            client.register_plugin(Settings(True, OTHER="x"))
            client.wait_for_workers(2)
            tell("same name:")
            print("closing")
