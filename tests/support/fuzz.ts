/** How much the tests of made-up input try: `DOPPELCLASS_FUZZ=long` asks for more. */
const isLong = process.env.DOPPELCLASS_FUZZ === 'long'

/** Inputs, or programs, that a test makes up. */
export const FUZZ_RUNS = isLong ? 10_000 : 500

/** Steps of a random life of a lab in a real browser, which takes most of a second for each. */
export const BROWSER_STEPS = isLong ? 500 : 40

/** Milliseconds that a test of so much may take. */
export const FUZZ_TIMEOUT = 600_000
