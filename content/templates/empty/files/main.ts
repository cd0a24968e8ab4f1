console.log('One file, one module.')
