export class Stopwatch {
  begun: Record<string, number> = {}

  start(what: string, at: number) {
    this.begun[what] = at
  }

  stop(what: string, at: number): number {
    return at - (this.begun[what] ?? at)
  }
}
