/** The sentences that say why several classes have one name. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { ClassId } from '../../../trace/events.ts'
import type { ClassesModel, TwinGroup } from '../../../trace/model/classes.ts'
import type { TwinOrigin } from '../../../trace/model/twins.ts'
import { createClassLabels } from '../class-labels.ts'
import { shortModule } from '../module-name.ts'

type OneOrigin = Exclude<TwinOrigin, { kind: 'mixed' }>

/** @param classes where the numbers of the group's classes are looked up */
export function explainGroup(group: TwinGroup, model: ClassesModel, strings: LabStrings): readonly string[] {
  const { origin, classes } = group
  const all = classes.map(({ id }) => id)
  const labels = createClassLabels(model)
  const label = (id: ClassId) => labels.of(id, group.name)
  const because = (cause: OneOrigin, ids: readonly ClassId[]) => {
    const natives = ids.filter((id) => model.byId.get(id)?.span === null).map(label)
    return explainOrigin({ cause, made: ids.length, natives }, strings)
  }
  const [one, other] = all
  if (one === undefined || other === undefined) return []

  if (origin.kind !== 'mixed') {
    const isPair = all.length === 2
    const names = { one: label(one), other: label(other) }
    if (origin.kind === 'different-sources') {
      return [because(origin, all), fill(isPair ? strings.sameNamePair : strings.sameNameMany, names)]
    }
    return [because(origin, all), fill(isPair ? strings.sameSourcePair : strings.sameSourceMany, names)]
  }
  const parts = origin.parts.map(({ classes: ids, origin: cause }) => {
    const names = nameSome(ids.map(label), strings)
    return cause === null
      ? fill(strings.twinAlone, { names })
      : fill(strings.twinPart, { names, why: because(cause, ids) })
  })
  return [...parts, strings.sameNameMany]
}

/** Groups in a row. What explains all of them alike is said once. */
export interface ExplainedGroups {
  readonly shared: readonly string[]
  readonly groups: readonly { readonly group: TwinGroup; readonly sentences: readonly string[] }[]
}

export function explainGroups(
  groups: readonly TwinGroup[],
  model: ClassesModel,
  strings: LabStrings,
): readonly ExplainedGroups[] {
  const rows: ExplainedGroups[] = []
  for (const group of groups) {
    const sentences = explainGroup(group, model, strings)
    const shared = isPlainPair(group) ? [sentences[0] ?? '', strings.sameSourceEach] : []
    const last = rows.at(-1)
    if (last !== undefined && shared.length > 0 && last.shared[0] === shared[0]) {
      rows[rows.length - 1] = { shared, groups: [...last.groups, { group, sentences }] }
    } else {
      rows.push({ shared, groups: [{ group, sentences }] })
    }
  }
  return rows.map(({ shared, groups: alike }) =>
    alike.length < 2
      ? { shared: [], groups: alike }
      : { shared, groups: alike.map(({ group }) => ({ group, sentences: [] })) },
  )
}

/** Whether the numbers of its two classes are #1 and #2, and one sentence says why there are two. */
function isPlainPair({ origin, classes }: TwinGroup): boolean {
  return (
    origin.kind !== 'mixed' &&
    origin.kind !== 'different-sources' &&
    classes.map(({ ordinal }) => ordinal).join() === '1,2'
  )
}

const NAMED = 6

function nameSome(labels: readonly string[], strings: LabStrings): string {
  const rest = labels.length - NAMED
  const named = labels.slice(0, NAMED).join(strings.listComma)
  return rest > 0 ? `${named}${strings.listComma}${fill(strings.more, { count: rest })}` : named
}

interface Made {
  readonly cause: OneOrigin
  /** How many classes. */
  readonly made: number
  /** Those among them that no class statement of the program made. */
  readonly natives: readonly string[]
}

function explainOrigin({ cause, made, natives }: Made, strings: LabStrings): string {
  switch (cause.kind) {
    case 'same-file-two-keys': {
      const { file, keys, evaluations: times } = cause
      return `${fill(strings.twinSameFile, { file: shortModule(file), count: keys.length, times })}${strings.sentenceGap}${howOften(times, made, strings)}`
    }
    case 'same-module-evaluated-again': {
      const { module, evaluations: times } = cause
      return `${fill(strings.twinSameModule, { file: shortModule(module), times })}${strings.sentenceGap}${howOften(times, made, strings)}`
    }
    case 'same-lines-run-again':
      return fill(strings.twinSameLines, { file: shortModule(cause.module), times: cause.times })
    case 'two-copies-of-a-package':
      return fill(strings.twinTwoCopies, { package: cause.package, count: cause.files.length })
    case 'different-sources':
      return explainSources({ files: cause.files.map(shortModule), written: made - natives.length, natives }, strings)
  }
}

/** A class in a function is made at each call, not at each evaluation. */
function howOften(evaluations: number, made: number, strings: LabStrings): string {
  return evaluations === made ? strings.twinEachEvaluation : fill(strings.twinLinesRan, { made })
}

interface Sources {
  readonly files: readonly string[]
  /** How many classes the files hold. */
  readonly written: number
  readonly natives: readonly string[]
}

function explainSources({ files, written, natives }: Sources, strings: LabStrings): string {
  const [file = ''] = files
  const places =
    files.length > 1
      ? [fill(strings.twinManyFiles, { files: nameSome(files, strings) })]
      : written > 1
        ? [fill(strings.twinTwoPlaces, { count: written, file })]
        : written === 1
          ? [fill(strings.twinOnePlace, { file })]
          : []
  const others = natives.length === 0 ? [] : [fill(strings.twinNative, { names: nameSome(natives, strings) })]
  return [...places, ...others].join(strings.sentenceGap)
}
