from distributed.diagnostics.plugin import *
