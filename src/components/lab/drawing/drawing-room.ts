/** How much room a still drawing asks for: the style sheet shows it where its frame has as much. */

/** In rem; `xray-drawing.css` has a rule for each. */
const ROOMS = [28, 36, 48, 60, 70] as const
/** What the column of prose offers. */
const COLUMN = 36

/** @param width in sixteenths of a rem */
export function roomFor(width: number): number {
  return ROOMS.find((room) => room * 16 >= width) ?? ROOMS[ROOMS.length - 1] ?? COLUMN
}

/** A drawing that has no room of its size scrolls in its frame. */
export function isWiderThanAnyRoom(width: number): boolean {
  return width > roomFor(width) * 16
}

/** The column of a phone of 360 pixels, without its margins. */
const PHONE = 313

export function isWiderThanAPhone(width: number): boolean {
  return width > PHONE
}
