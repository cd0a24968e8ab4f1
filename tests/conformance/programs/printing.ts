/** A task that prints. A module of its own, since programs have a console and this folder's types have not. */
export const print = (method: 'log' | 'error', words: readonly unknown[]): void => {
  const target: unknown = Reflect.get(globalThis, 'console')
  Reflect.apply(Reflect.get(Object(target), method), target, words)
}
