/** A policy in the page holds only for what comes after it. */
import { expect, it } from 'vitest'
import { withPolicyFirst } from '../../../src/site/policy-first.ts'

const policy = '<meta http-equiv="content-security-policy" content="default-src \'self\'">'

it('the policy comes before the first script', () => {
  expect(withPolicyFirst(`<head><meta charset="utf-8"><script>1</script>${policy}</head>`, 'x.html')).toBe(
    `<head><meta charset="utf-8">${policy}<script>1</script></head>`,
  )
})

it('a page without a policy stops the build and is named', () => {
  expect(() => withPolicyFirst('<head><meta charset="utf-8"></head>', 'lessons/x/index.html')).toThrow(
    'lessons/x/index.html: has no policy',
  )
})
