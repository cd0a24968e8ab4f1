/** Does without walk. */
import './walk.ts'
