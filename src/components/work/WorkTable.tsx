/** Every kept copy of code: where it belongs, when it was kept, how large it is, and what can be done with it. */
import { fill } from '../../i18n/fill.ts'
import { when } from '../../i18n/when.ts'
import type { YourWorkStrings } from '../../i18n/your-work.en.ts'
import type { WorkCopy } from '../../lab/work.ts'
import type { ShelfRow } from '../../lab/work-shelf.ts'
import { siteRoot } from '../../site/site-root-browser.ts'
import { addressOf, sizeWords, standingWords, titleWords } from './work-words.ts'

interface WorkTableProps {
  readonly rows: readonly ShelfRow[]
  readonly strings: YourWorkStrings
  readonly projects: Readonly<Record<string, string>>
  /** Told with the page to go to, below the site's root. */
  readonly onShow: (copy: WorkCopy, path: string) => void
  readonly onDelete: (copy: WorkCopy) => void
}

export function WorkTable({ rows, strings, projects, onShow, onDelete }: WorkTableProps) {
  if (rows.length === 0) return <p>{strings.codeNone}</p>
  return (
    <table className="work-table">
      <thead>
        <tr>
          <th scope="col">{strings.columnWork}</th>
          <th scope="col">{strings.columnSaved}</th>
          <th scope="col">{strings.columnSize}</th>
          <th scope="col">{strings.columnActions}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <WorkRow key={`${row.copy.line}:${row.copy.version}`} {...{ row, strings, projects, onShow, onDelete }} />
        ))}
      </tbody>
    </table>
  )
}

type WorkRowProps = Omit<WorkTableProps, 'rows'> & { readonly row: ShelfRow }

function WorkRow({ row, strings, projects, onShow, onDelete }: WorkRowProps) {
  const { copy, standing, about } = row
  const saved = when(copy.savedAt, document.documentElement.lang)
  const work = titleWords(row, projects, strings)
  const address = addressOf(row, strings)
  const label = (text: string) => fill(text, { work, when: saved })
  return (
    <tr>
      <th scope="row">
        {address === null ? work : <a href={new URL(address, siteRoot()).href}>{work}</a>}
        {standingWords(row, strings) !== null && <span className="work-standing">{standingWords(row, strings)}</span>}
      </th>
      <td data-label={strings.columnSaved}>
        <time dateTime={new Date(copy.savedAt).toISOString()}>{saved}</time>
      </td>
      <td data-label={strings.columnSize}>{sizeWords(row.size, strings)}</td>
      <td>
        <div className="work-row-actions">
          {about !== null && standing === 'older' && (
            <button
              type="button"
              className="button"
              aria-label={label(strings.showLabel)}
              onClick={() => onShow(copy, about.path)}
            >
              {strings.show}
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-label={label(strings.deleteLabel)}
            onClick={() => onDelete(copy)}
          >
            {strings.delete}
          </button>
        </div>
      </td>
    </tr>
  )
}
