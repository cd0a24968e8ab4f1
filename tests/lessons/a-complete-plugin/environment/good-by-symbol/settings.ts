/** Hangs what was there before on the nanny itself. */
import { type Nanny, NannyPlugin } from 'distributed'

type Saved = readonly (readonly [string, string | undefined])[]

const BEFORE = Symbol('before the settings')

export class Settings extends NannyPlugin {
  override readonly name = 'settings'
  override restart = true
  readonly variables: Readonly<Record<string, string>>

  constructor(variables: Readonly<Record<string, string>>) {
    super()
    this.variables = variables
  }

  override setup(nanny: Nanny & { [BEFORE]?: Saved }) {
    this.teardown(nanny)
    nanny[BEFORE] = Object.keys(this.variables).map((name) => [name, nanny.env[name]])
    Object.assign(nanny.env, this.variables)
  }

  override teardown(nanny: Nanny & { [BEFORE]?: Saved }) {
    for (const [name, value] of nanny[BEFORE] ?? []) {
      if (value === undefined) delete nanny.env[name]
      else nanny.env[name] = value
    }
    nanny[BEFORE] = []
  }
}
