/**
 * dask/distributed.py: a shim. It hands on all of `distributed` by its own name, so these are the same objects.
 *
 * Python takes this plain module for a package too, since it answers `__path__` with the directory of `distributed`. Here
 * a symbolic link named `distributed` lies beside this file: `dask/distributed` finds the file, and whatever lies deeper
 * goes through the link, to the same files under a second name.
 */
export * from 'distributed'
