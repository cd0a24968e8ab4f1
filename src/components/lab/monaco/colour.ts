/** The arithmetic of legibility: WCAG's contrast between two colours, and the nearest colour that reaches a given one. */

/** Red, green and blue, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

const BLACK: Colour = [0, 0, 0]
const WHITE: Colour = [255, 255, 255]
const STEPS = 50

export function toHex(colour: Colour): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** @throws Error for anything but `#rrggbb` */
export function fromHex(hex: string): Colour {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex) ?? []
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`"${hex}" is no colour like #1c1a17.`)
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
}

/** From 1 to 21, see WCAG 2.2, "contrast ratio". */
export function contrast(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

/** `share` of `over`, the rest of `under`, as whole numbers: what is measured is what is shown. */
export function mix(under: Colour, over: Colour, share: number): Colour {
  const channel = (index: 0 | 1 | 2) => Math.round(under[index] + (over[index] - under[index]) * share)
  return [channel(0), channel(1), channel(2)]
}

/** The colour itself where it is legible on all of `papers`, else moved towards black or white just as far as it must be. */
export function legible(colour: Colour, papers: readonly Colour[], ratio: number): Colour {
  const worst = (candidate: Colour) => Math.min(...papers.map((paper) => contrast(candidate, paper)))
  const pole = worst(BLACK) > worst(WHITE) ? BLACK : WHITE
  for (let step = 0; step < STEPS; step += 1) {
    const candidate = mix(colour, pole, step / STEPS)
    if (worst(candidate) >= ratio) return candidate
  }
  return pole
}

function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
