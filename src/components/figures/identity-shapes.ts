/** The marks of the identities, drawn in a square of 16: 1 ring, 2 lozenge, 3 and 4 triangles. A fifth has its number only. */
export const IDENTITY_SHAPES: Readonly<Record<number, string>> = {
  1: 'M8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M8 .5v5M8 10.5v5M.5 8h5M10.5 8h5',
  2: 'M8 1.5L14.5 8L8 14.5L1.5 8Z',
  3: 'M8 2L14.5 13.5H1.5Z',
  4: 'M8 14L14.5 2.5H1.5Z',
}
