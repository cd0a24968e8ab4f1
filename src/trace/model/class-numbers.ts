/** Keeps the numbers of classes the same at every step of a run: the class that ends as `#2` is `#2` from its first moment on. */
import type { ClassesModel, ClassInfo } from './classes.ts'

/**
 * @param now the classes at a step
 * @param whole the classes at the end of the same run
 */
export function numberAsInTheEnd(now: ClassesModel, whole: ClassesModel): ClassesModel {
  const renumber = (info: ClassInfo): ClassInfo => {
    const { ordinal, twins } = whole.byId.get(info.id) ?? info
    return { ...info, ordinal, twins }
  }
  const classes = now.classes.map(renumber)
  return {
    classes,
    byId: new Map(classes.map((info) => [info.id, info])),
    twins: now.twins.map((group) => ({
      ...group,
      classes: group.classes.map(renumber).toSorted((one, other) => one.ordinal - other.ordinal),
    })),
  }
}
