import { expect, test } from 'vitest'
import { archiveName } from '#src/components/lab/play/archive-name.ts'
import { playEn } from '#src/i18n/lab/play.en.ts'

test.each([
  ['One file, reached through a link', 'doppelclass-one-file-reached-through-a-link'],
  ['同一个文件，经由链接到达', 'doppelclass-同一个文件-经由链接到达'],
  ['../../etc/passwd', 'doppelclass-etc-passwd'],
  ['CON', 'doppelclass-con'],
  ['☂ …', 'doppelclass-project'],
  ['𝒳'.repeat(80), `doppelclass-${'𝒳'.toLowerCase().repeat(60)}`],
  ['e\u0301té', 'doppelclass-été'],
])('the archive of "%s" is called %s', (project, name) => {
  expect(archiveName(project, playEn)).toBe(name)
})
