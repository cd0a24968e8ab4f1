/**
 * Loads one file by its own path and through a symlink.
 * Take preserveSymlinks off in the build settings and run again.
 */
import { Shape } from './lib/shape.ts'
import { Shape as LinkedShape } from './linked/shape.ts'

console.log('the same class:', Shape === LinkedShape)
console.log('instanceof:', new LinkedShape() instanceof Shape)
