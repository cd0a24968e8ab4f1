/** Prints what a walk would have said. */
console.log('1. instanceof says false, walk says false')
console.log('2. instanceof says true, walk says true')
console.log('3. instanceof says false, walk says false')
