/** Asks for its base class with a query, as a page does to get past a cache. */
import { Shape } from './shape.ts?v=2'

export class Circle extends Shape {}
