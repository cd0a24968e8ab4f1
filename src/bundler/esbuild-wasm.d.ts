/** Types of the build of esbuild-wasm for browsers, which has the package's own interface and comes without a declaration. */
declare module 'esbuild-wasm/esm/browser.min.js' {
  export { build, context, type InitializeOptions, initialize, transform } from 'esbuild-wasm'
}
