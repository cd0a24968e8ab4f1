/** How much room a still drawing has: the style sheet shows the wide one where its frame has as much, else that for a phone. */

/** In rem, the column of prose and a workbench; `xray-drawing.css` has a rule for each. */
export const ROOMS = { prose: 36, wide: 48 } as const

/** The column of a phone of 360 pixels, without its margins, in sixteenths of a rem. */
export const PHONE = 313
