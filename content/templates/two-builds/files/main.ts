/** Gets a shape from a module that requires what this one imports. */
import { Shape } from 'kit'
import { makeShape } from './legacy.cjs'

const shape = makeShape()
console.log(`${shape.constructor.name}, made from ${shape.madeFrom}`)
console.log('instanceof the imported Shape:', shape instanceof Shape)
