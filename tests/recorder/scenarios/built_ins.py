"""The plugins that Dask brings along."""

import pathlib
import sys
import tempfile

from distributed import UploadFile
from distributed.diagnostics import plugin as plugins
from distributed.diagnostics.plugin import ForwardOutput

from recording import Story
from scenarios.registry import scenario
from tasks import inc

FOLDER = pathlib.Path(tempfile.mkdtemp())


def write_module(name, text):
    path = FOLDER / f"{name}.py"
    path.write_text(text)
    return str(path)


def has_module(name):
    try:
        __import__(name)
        return True
    except ModuleNotFoundError:
        return False


@scenario
def builtin_upload_file():
    s = Story(n_workers=2, processes=True)
    c = s.client
    sent = write_module("sent_mod", "X = 42\n")
    s.step("register UploadFile", lambda: c.register_plugin(UploadFile(sent)))
    s.step("imported", lambda: sorted(c.run(value_of_x).values()))
    s.step("register ForwardOutput", lambda: c.register_plugin(ForwardOutput()))
    s.close()
    return s


def value_of_x():
    import sent_mod

    return sent_mod.X


@scenario
def upload_file_for_late_workers():
    s = Story(n_workers=1, processes=True)
    c = s.client
    late = write_module("late_mod", "X = 1\n")
    s.step("before", lambda: c.submit(has_module, "late_mod", pure=False).result())
    s.step("register", lambda: c.register_plugin(UploadFile(late)))
    s.step("after", lambda: c.submit(has_module, "late_mod", pure=False).result())
    s.step("names", lambda: [name for name in s.cluster.scheduler.worker_plugins if name != "shuffle"])
    s.step("scale(2)", lambda: s.scale(2))
    s.step("on the new one", lambda: c.submit(has_module, "late_mod", pure=False, workers=[1]).result())
    s.close()
    return s


def say(*words):
    print(*words)


def complain(text):
    print(text, file=sys.stderr)


@scenario
def forward_output():
    s = Story(n_workers=1, processes=True)
    c = s.client
    got = []
    s.step("subscribe", lambda: c.subscribe_topic("print", lambda event: got.append(event[1])))
    s.step("before", lambda: c.submit(say, "unheard", pure=False).result())
    s.step("register", lambda: c.register_plugin(ForwardOutput(), name="forward"))
    s.step("print", lambda: c.submit(say, "hello", pure=False).result())
    s.step("print several", lambda: c.submit(say, "a", 1, True, pure=False).result())
    s.step("print to stderr", lambda: c.submit(complain, "oh", pure=False).result())
    s.step("unregister", lambda: c.unregister_worker_plugin("forward"))
    s.step("after", lambda: c.submit(say, "unheard", pure=False).result())
    s.note("heard", [[msg["args"], msg["file"], sorted(msg)] for msg in got if msg["args"] and "plugin" not in msg["args"][0]])
    s.close()
    return s


INSTALLED = []


def install():
    INSTALLED.append(1)


def install_and_fail():
    INSTALLED.append(1)
    raise RuntimeError("install failed on purpose")


def install_once():
    INSTALLED.append(1)
    if len(INSTALLED) > 1:
        raise RuntimeError("install failed on purpose")


@scenario
def install_plugin():
    s = Story(n_workers=2)
    c = s.client
    plugin = plugins.InstallPlugin(install, restart_workers=False)
    s.step("register", lambda: c.register_plugin(plugin))
    s.step("installed", lambda: len(INSTALLED))
    s.step("register again", lambda: c.register_plugin(plugin))
    s.step("installed", lambda: len(INSTALLED))
    s.step("scale(3)", lambda: s.scale(3))
    s.step("installed", lambda: len(INSTALLED))
    s.step("where", lambda: [[name.split("-")[0] for name in names if name.startswith("Install")]
                             for names in (s.cluster.scheduler.plugins, s.cluster.scheduler.worker_plugins)])
    s.close()
    return s


@scenario
def install_plugin_fails():
    s = Story(n_workers=1)
    c = s.client
    s.step("on the scheduler", lambda: c.register_plugin(plugins.InstallPlugin(install_and_fail, restart_workers=False)))
    s.step("installed", lambda: len(INSTALLED))
    s.step("where", lambda: [[name.split("-")[0] for name in names if name.startswith("Install")]
                             for names in (s.cluster.scheduler.plugins, s.cluster.scheduler.worker_plugins)])
    s.step("on the worker", lambda: INSTALLED.clear() or c.register_plugin(plugins.InstallPlugin(install_once, restart_workers=False)))
    s.step("installed", lambda: len(INSTALLED))
    s.step("where", lambda: [[name.split("-")[0] for name in names if name.startswith("Install")]
                             for names in (s.cluster.scheduler.plugins, s.cluster.scheduler.worker_plugins)])
    s.close()
    return s


@scenario
def install_plugin_restarts():
    s = Story(n_workers=1, processes=True)
    c = s.client
    before = [s.worker(0).pid]
    s.step("register", lambda: c.register_plugin(plugins.InstallPlugin(install, restart_workers=True)))
    s.step("restarted", lambda: s.worker(0).pid != before[0])
    s.step("where", lambda: [[name.split("-")[0] for name in names if name.startswith("Install")]
                             for names in (s.cluster.scheduler.plugins, s.cluster.scheduler.nanny_plugins)])
    s.step("a task", lambda: c.submit(inc, 1).result())
    s.close()
    return s
