console.log('distributed/diagnostics/plugin', true)
console.log('dask/distributed', true)
console.log('dask/distributed/diagnostics/plugin', true)
