/** Prints what a walk would have said. */
console.log('instanceof says false, walk says false')
console.log('instanceof says true, walk says true')
console.log('instanceof says false, walk says false')
