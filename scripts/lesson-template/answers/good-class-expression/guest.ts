import { Family } from './host.ts'

export const Guest = class extends Family {}
