/** Hands a shape of one copy of `kit` to a painter that has a copy of its own. */
import { Shape } from 'kit'
import { paint } from 'painter'

const shape = new Shape('circle')
console.log('a Shape here:', shape instanceof Shape)
console.log(paint(shape))
