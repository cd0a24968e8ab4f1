/** The version of Dask that this package models: the newest, unless a lab puts another of `versions/` in this file's place. */
export { policy } from 'distributed/versions/2026.7.1'
