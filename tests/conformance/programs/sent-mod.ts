/** A module that is sent to the workers. */
export const X = 42
