/** The components that lessons may use without importing them. */
import Ghost from './figures/Ghost.astro'
import OneSheetTwoPrints from './figures/OneSheetTwoPrints.astro'
import Lab from './lab/Lab.astro'
import Prediction from './lab/Prediction.astro'
import Aside from './prose/Aside.astro'
import Drawing from './prose/Drawing.astro'
import Takeaway from './prose/Takeaway.astro'
import Term from './prose/Term.astro'
import Transcript from './prose/Transcript.astro'

export const mdxComponents = { Aside, Drawing, Ghost, Lab, OneSheetTwoPrints, Prediction, Takeaway, Term, Transcript }
