/** Types of the modules that our own Vite plugins provide. */
declare module 'virtual:run-worker' {
  /** The run worker, as the text of one classic script. */
  const source: string
  export default source
}

declare module 'virtual:shell' {
  /** What the shell does in the browser, as the text of one classic script. */
  const source: string
  export default source
}

/** For `tsc`; `astro check` knows the components' own types. */
declare module '*.astro' {
  const component: (props: Readonly<Record<string, unknown>>) => unknown
  export default component
}
