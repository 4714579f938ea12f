import type { PaperOffer } from '../papers/paper'
import { PageShell, type ShellFacts } from './page-shell'
import { sayFormat } from './paper-view'

/** The papers that can be printed now, by what they are for. */
export function PapersView({ shell, offers }: { shell: ShellFacts; offers: PaperOffer[] }) {
  const groups = [...new Set(offers.map(({ group }) => group))]
  return (
    <PageShell title="打印" section="papers" facts={shell}>
      <div class="page-head">
        <h1>可打印的材料</h1>
      </div>
      {offers.length === 0 ? <p class="empty">目前没有可打印的材料。</p> : null}
      {groups.map((group) => (
        <section aria-label={group}>
          <h2>{group}</h2>
          <ul class="paper-list">
            {offers
              .filter((offer) => offer.group === group)
              .map((offer) => (
                <li>
                  <span>
                    {offer.name}
                    <small class="muted">{sayFormat(offer)}</small>
                  </span>
                  <PaperLinks offer={offer} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </PageShell>
  )
}

function PaperLinks({ offer }: { offer: PaperOffer }) {
  const path = paperPath(offer.key)
  return (
    <span class="paper-links">
      <a href={path} aria-label={`打印${offer.name}`}>
        打印
      </a>
      <a href={`${path}/xlsx`} aria-label={`下载${offer.name}的 .xlsx`}>
        .xlsx
      </a>
    </span>
  )
}

/** Where a paper stands. */
export function paperPath(key: string): string {
  return `/papers/${encodeURIComponent(key)}`
}
