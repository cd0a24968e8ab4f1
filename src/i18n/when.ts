/** Says when something was: the time for today, the day as well for any other day. */

/** @param language as in `<html lang>` */
export function when(instant: number, language: string, now: number = Date.now()): string {
  const isToday = new Date(instant).toDateString() === new Date(now).toDateString()
  const style = isToday
    ? { timeStyle: 'short' as const }
    : { dateStyle: 'medium' as const, timeStyle: 'short' as const }
  return new Intl.DateTimeFormat(language, style).format(instant)
}
