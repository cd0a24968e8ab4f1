/** A module's path that breaks after its slashes and before a suffix, where it must break. */
import { Fragment } from 'react'
import { shortModule } from '../module-name.ts'

export function ModulePath({ path }: { readonly path: string }) {
  const parts = shortModule(path).split(/(?<=\/)|(?=[?#])/)
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a path have an order and nothing else.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
