/** Another program altogether. */
import { explain } from './explain.ts'

console.log(explain(null, []))
