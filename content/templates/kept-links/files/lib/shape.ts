console.log('shape.ts is evaluated')

export class Shape {}
