export function explain(value: unknown { return null }
