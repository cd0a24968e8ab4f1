export { Ledger } from './plugins.ts'
