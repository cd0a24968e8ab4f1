/** The components that lessons may use without importing them. */
import Ghost from './figures/Ghost.astro'
import OneSheetTwoPrints from './figures/OneSheetTwoPrints.astro'
import Lab from './lab/Lab.astro'
import Prediction from './lab/Prediction.astro'
import Aside from './prose/Aside.astro'
import Takeaway from './prose/Takeaway.astro'
import Transcript from './prose/Transcript.astro'

export const mdxComponents = { Aside, Ghost, Lab, OneSheetTwoPrints, Prediction, Takeaway, Transcript }
