/** The class that is asked for. */
export class Family {}
