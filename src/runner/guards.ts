/** Small checks of plain data, put together into the form of a whole event. Nothing here calls a method that a program could replace. */

/** What may still come: every value and every unit of text weighs something. */
export interface Budget {
  left: number
  /** How many records the check is inside of. */
  depth: number
}

export type Check = (value: unknown, budget: Budget) => boolean

/** A check for every field but `kind`: a field that is added to a type does not compile until it is checked here. */
export type Shape<Type> = { readonly [Key in Exclude<keyof Type, 'kind'>]-?: Check }

type Kinds<Union extends { readonly kind: string }> = {
  readonly [Kind in Union['kind']]: Shape<Extract<Union, { readonly kind: Kind }>>
}

const { isArray } = Array
const { isSafeInteger } = Number
const { create, entries } = Object

const VALUE_WEIGHT = 16

/** Deeper than previews and chains of causes go. A port carries cycles too. */
const DEEPEST = 40

export function createBudget(left: number): Budget {
  return { left, depth: 0 }
}

export function record<Type extends object>(shape: Shape<Type> & { readonly kind?: never }): Check {
  return fields(shape)
}

/** One of several forms, told apart by `kind`. */
export function union<Union extends { readonly kind: string }>(kinds: Kinds<Union>): Check {
  const checks: Record<string, Check> = create(null)
  for (const [kind, shape] of entries<Readonly<Record<string, Check>>>(kinds)) checks[kind] = fields(shape)
  return (value, budget) => {
    if (!isRecord(value) || typeof value.kind !== 'string') return false
    const check = checks[value.kind]
    return check?.(value, budget) ?? false
  }
}

export function list(item: Check, longest: number): Check {
  return (value, budget) => {
    if (!isArray(value) || value.length > longest || !spend(VALUE_WEIGHT, budget)) return false
    for (let index = 0; index < value.length; index += 1) if (!item(value[index], budget)) return false
    return true
  }
}

export function text(longest: number): Check {
  return (value, budget) =>
    typeof value === 'string' && value.length <= longest && spend(VALUE_WEIGHT + value.length, budget)
}

export function oneOf(...words: readonly string[]): Check {
  const known: Record<string, true> = create(null)
  for (const word of words) known[word] = true
  return (value, budget) => typeof value === 'string' && known[value] === true && spend(VALUE_WEIGHT, budget)
}

export function nullable(check: Check): Check {
  return (value, budget) => (value === null ? spend(VALUE_WEIGHT, budget) : check(value, budget))
}

/** A count, an id, a line or a column. */
export const whole: Check = (value, budget) => isSafeInteger(value) && Number(value) >= 0 && spend(VALUE_WEIGHT, budget)

export const flag: Check = (value, budget) => typeof value === 'boolean' && spend(VALUE_WEIGHT, budget)

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isArray(value)
}

function fields(shape: Readonly<Record<string, Check>>): Check {
  const checks = entries(shape)
  return (value, budget) => {
    if (!isRecord(value) || budget.depth >= DEEPEST || !spend(VALUE_WEIGHT, budget)) return false
    budget.depth += 1
    const fits = allFit(value, checks, budget)
    budget.depth -= 1
    return fits
  }
}

/** By index: an array's iterator can be replaced. */
function allFit(
  value: Readonly<Record<string, unknown>>,
  checks: readonly (readonly [string, Check])[],
  budget: Budget,
): boolean {
  for (let index = 0; index < checks.length; index += 1) {
    const named = checks[index]
    if (named !== undefined && !named[1](value[named[0]], budget)) return false
  }
  return true
}

function spend(weight: number, budget: Budget): boolean {
  budget.left -= weight
  return budget.left >= 0
}
