import os

from distributed import Client, NannyPlugin


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


def threads():
    return os.environ.get("THREADS", "not set")


def tell(client, when):
    client.wait_for_workers(len(client.cluster.worker_spec))
    print(when, sorted(client.run(threads).values()))


if __name__ == "__main__":
    with Client(n_workers=1) as client:
        client.register_plugin(Settings(False, THREADS="1"))
        tell(client, "without restart:")
        client.cluster.scale(2)
        tell(client, "one joins:")
        client.restart()
        tell(client, "all restart:")
        client.register_plugin(Settings(True, THREADS="2"))
        tell(client, "with restart:")
        client.register_plugin(Settings(True, OTHER="x"))
        tell(client, "same name:")
        print("closing")
