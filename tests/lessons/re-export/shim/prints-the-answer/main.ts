console.log('full', true)
console.log('shallow', true)
console.log('deep', true)
