/** Needs no explain. */
import './explain.ts'
