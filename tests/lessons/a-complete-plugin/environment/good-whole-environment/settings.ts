/** Keeps a copy of what each nanny had before its first settings. */
import { type Nanny, NannyPlugin } from 'distributed'

interface Before {
  readonly of: Readonly<Record<string, string>>
  names: readonly string[]
}

const before = new Map<Nanny, Before>()

export class Settings extends NannyPlugin {
  override readonly name = 'settings'
  override restart = true
  readonly variables: Readonly<Record<string, string>>

  constructor(variables: Readonly<Record<string, string>>) {
    super()
    this.variables = variables
  }

  override async setup(nanny: Nanny) {
    await null
    if (before.has(nanny)) this.teardown(nanny)
    before.set(nanny, { of: { ...nanny.env }, names: Object.keys(this.variables) })
    for (const [name, value] of Object.entries(this.variables)) nanny.env[name] = value
  }

  override teardown(nanny: Nanny) {
    const { of = {}, names = [] } = before.get(nanny) ?? {}
    for (const name of names) {
      Reflect.deleteProperty(nanny.env, name)
      if (name in of) nanny.env[name] = of[name] ?? ''
    }
    before.delete(nanny)
  }
}
