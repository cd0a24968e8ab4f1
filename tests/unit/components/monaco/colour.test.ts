import { describe, expect, test } from 'vitest'
import { type Colour, contrast, fromHex, legible, toHex } from '../../../../src/components/lab/monaco/colour.ts'

const white = fromHex('#ffffff')
const black = fromHex('#000000')

describe('colours', () => {
  test('a hex colour survives the way to numbers and back', () => {
    expect(toHex(fromHex('#1c1a17'))).toBe('#1c1a17')
  })

  test('anything but six hex digits is refused by name', () => {
    expect(() => fromHex('oklch(1 0 0)')).toThrow('"oklch(1 0 0)" is no colour')
  })

  test('contrast is WCAG’s: 21 for black on white, 1 for a colour on itself, in either order', () => {
    expect(contrast(black, white)).toBeCloseTo(21)
    expect(contrast(white, black)).toBeCloseTo(21)
    expect(contrast(fromHex('#777777'), fromHex('#777777'))).toBe(1)
    expect(contrast(fromHex('#767676'), white)).toBeCloseTo(4.54, 2)
  })

  test('a legible colour is left alone', () => {
    expect(legible(black, [white], 7)).toEqual(black)
  })

  test.each<[string, Colour, Colour]>([
    ['light', fromHex('#999999'), white],
    ['dark', fromHex('#555555'), fromHex('#12151c')],
  ])('a faint colour on %s paper is moved just as far as it must be', (_name, faint, paper) => {
    const moved = contrast(legible(faint, [paper], 7), paper)
    expect(moved).toBeGreaterThanOrEqual(7)
    expect(moved).toBeLessThan(7.6)
  })

  test('a colour is made legible on every paper at once', () => {
    const papers = [fromHex('#f4efe3'), fromHex('#cdc9be')]
    const moved = legible(fromHex('#86590a'), papers, 7)
    for (const paper of papers) expect(contrast(moved, paper)).toBeGreaterThanOrEqual(7)
  })
})
