/** Says what the reader should know of their kept work, and asks what only they can decide. It never takes the focus by itself. */
import { type ReactNode, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { fill } from '../../i18n/fill.ts'
import type { LabStrings } from '../../i18n/lab/en.ts'
import { when } from '../../i18n/when.ts'
import type { Keeper } from '../../lab/keep-work.ts'
import type { Offer } from '../../lab/work-offer.ts'
import { siteRoot } from '../../site/site-root-browser.ts'
import type { OwnWork } from './use-own-work.ts'

interface WorkNoticeProps {
  readonly ownWork: OwnWork
  readonly strings: LabStrings
}

export function WorkNotice({ ownWork, strings }: WorkNoticeProps) {
  // Always in the page, so that what is put into it is read out. Not role="status": that is the run's.
  return (
    <div className="work-notice" aria-live="polite">
      {ownWork.kind === 'open' && <KeeperNotice keeper={ownWork.keeper} strings={strings} />}
      {ownWork.kind === 'missing' && <p>{strings.workTrouble.missing}</p>}
    </div>
  )
}

function KeeperNotice({ keeper, strings }: { readonly keeper: Keeper; readonly strings: LabStrings }) {
  const { isLoaded, isKept, trouble, isRecovered, offer, setAside } = useStore(keeper.store)
  const [said, setSaid] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  /** The button that was pressed goes away: the reader's place is here then. */
  const decide = (act: () => void, words: string | null) => () => {
    act()
    setSaid(words)
    place.current?.focus()
  }
  const dismiss = decide(keeper.dismiss, null)
  const link = <a href={new URL(strings.workPath, siteRoot()).href}>{strings.workPage}</a>
  return (
    <div ref={place} tabIndex={-1} data-loaded={isLoaded} data-kept={isKept}>
      {trouble !== null && (
        <p className="work-trouble">
          {strings.workTrouble[trouble]} {link}
        </p>
      )}
      {isRecovered && <Line actions={[[strings.workDismiss, dismiss]]}>{strings.workRecovered}</Line>}
      {setAside.broken + setAside.newer > 0 && (
        <Line actions={[[strings.workDismiss, dismiss]]}>
          {setAside.broken > 0 && fill(strings.workBroken, { count: setAside.broken })}{' '}
          {setAside.newer > 0 && fill(strings.workFromNewer, { count: setAside.newer })} {link}
        </Line>
      )}
      {offer !== null ? (
        <Line
          actions={[
            [takeWords(offer, strings), decide(keeper.take, strings.workTaken)],
            [keepWords(offer, strings), decide(keeper.keepMine, strings.workKept)],
          ]}
        >
          {offerWords(offer, strings)}
        </Line>
      ) : (
        said !== null && (
          <p>
            {said} {link}
          </p>
        )
      )}
    </div>
  )
}

interface LineProps {
  readonly children: ReactNode
  readonly actions: readonly (readonly [label: string, act: () => void])[]
}

function Line({ children, actions }: LineProps) {
  return (
    <div className="work-line">
      <p>{children}</p>
      <p className="work-actions">
        {actions.map(([label, act]) => (
          <button key={label} type="button" className="button" onClick={act}>
            {label}
          </button>
        ))}
      </p>
    </div>
  )
}

function offerWords(offer: Offer, strings: LabStrings): string {
  const text =
    offer.kind === 'earlier-revision' ? strings.workEarlier : offer.isNewer ? strings.workNewer : strings.workOther
  return fill(text, { when: when(offer.copy.savedAt, document.documentElement.lang) })
}

function takeWords({ kind }: Offer, strings: LabStrings): string {
  return kind === 'earlier-revision' ? strings.workShowEarlier : strings.workTake
}

function keepWords({ kind }: Offer, strings: LabStrings): string {
  return kind === 'earlier-revision' ? strings.workStartFresh : strings.workKeepMine
}
