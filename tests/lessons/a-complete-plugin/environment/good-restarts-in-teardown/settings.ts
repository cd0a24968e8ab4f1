/** Built on Dask's own Environ, and starts the workers anew when it goes, too. */
import { Environ, type Nanny } from 'distributed'

const covered = new WeakMap<Nanny, Readonly<Record<string, string>>>()

export class Settings extends Environ {
  override readonly name = 'settings'

  override setup(nanny: Nanny) {
    putBack(nanny)
    covered.set(nanny, { ...nanny.env })
    super.setup(nanny)
  }

  override async teardown(nanny: Nanny) {
    putBack(nanny)
    await nanny.restart()
  }
}

function putBack(nanny: Nanny) {
  const before = covered.get(nanny)
  if (before === undefined) return
  for (const name of Object.keys(nanny.env)) delete nanny.env[name]
  Object.assign(nanny.env, before)
  covered.delete(nanny)
}
