/** How many made-up inputs a test of what comes from outside tries: `DOPPELCLASS_FUZZ=long` asks for many. */
export const FUZZ_RUNS = process.env.DOPPELCLASS_FUZZ === 'long' ? 10_000 : 500

/** Milliseconds that a test of so many inputs may take. */
export const FUZZ_TIMEOUT = 600_000
