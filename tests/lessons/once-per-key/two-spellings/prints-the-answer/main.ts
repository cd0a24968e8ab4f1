/** Prints what a mended program would print. */
console.log('plugin.ts runs')
console.log('plain plugin: true')
console.log('monitor: true')
