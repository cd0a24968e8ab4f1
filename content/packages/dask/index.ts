/** dask/__init__.py: the package itself is not modelled; what matters here is its `distributed`. */
export const __version__ = '0.1.0'
