/** Asks for the base class by its plain name. */
import { Circle } from './circle.ts'
import { Shape } from './shape.ts'

const circle = new Circle()
console.log('its base is called', Object.getPrototypeOf(Circle).name)
console.log('instanceof Shape:', circle instanceof Shape)
