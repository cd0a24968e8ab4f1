/** Sends reports of its own, and printed ones. */

class Report {
  question = 'everything'
  expected = true
  answer = 'true'
  chain = 'right'
  length = 1
  walked = 1
}
class OneWalk {
  answer = 'true'
  isOnChain = true
}
for (const Kind of [Report, OneWalk]) {
  const report = new Kind()
  console.log(report, report instanceof Kind)
}

export function walk() {
  return { answer: true, chain: [] }
}
