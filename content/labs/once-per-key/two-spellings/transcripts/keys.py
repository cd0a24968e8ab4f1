import importlib
import sys

sys.path.append("shop")  # beside the folder above it

import plugin
import shop.plugin

print("one file: ", plugin.__file__ == shop.plugin.__file__)
print("one class:", plugin.WorkerPlugin is shop.plugin.WorkerPlugin)
keys = [key for key in sys.modules if key.endswith("plugin")]
print("keys:     ", keys)
again = importlib.import_module("plugin")
print("again:    ", again is plugin)
