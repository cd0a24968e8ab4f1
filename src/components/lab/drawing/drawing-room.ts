/** How much room a still drawing asks for: the style sheet shows it where its frame has as much. */

/** In rem; `xray-drawing.css` has a rule for each. */
const ROOMS = [28, 36, 48, 60, 70] as const
/** What the column of prose offers. */
const COLUMN = 36

/** @param width in sixteenths of a rem */
export function roomFor(width: number): number {
  return ROOMS.find((room) => room * 16 >= width) ?? ROOMS[ROOMS.length - 1] ?? COLUMN
}
