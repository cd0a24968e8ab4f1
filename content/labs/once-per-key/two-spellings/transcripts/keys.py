import importlib
import sys

sys.path.append("shop")  # a folder, and the folder above it: two ways to one file

import plugin
import shop.plugin

print("one file: ", plugin.__file__ == shop.plugin.__file__)
print("one class:", plugin.WorkerPlugin is shop.plugin.WorkerPlugin)
print("keys:     ", [key for key in sys.modules if key.endswith("plugin")])
print("again:    ", importlib.import_module("plugin") is plugin)
