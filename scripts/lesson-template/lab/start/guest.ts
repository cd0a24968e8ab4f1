/** The class to mend. */
export class Guest {}
