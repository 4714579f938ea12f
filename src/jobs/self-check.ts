import type { Digest, Ports } from '../ports'
import { findingsOf } from './findings'
import { lookAt } from './open-run'
import { refusal } from './permission'
import type { Registry } from './registry'
import { saidBy } from './said-by'
import { standingOf } from './standing'

/** The daily look at what has to be right for the rest to work; each finding is a sentence. */
export const selfCheck = (
  ports: Ports,
  registry: Registry,
  digest: Digest,
): { findings: string[] } => {
  const refused = refusal(ports)
  if (refused) return { findings: [refused] }
  const run = lookAt(ports, registry, digest, ports.clock.now())
  const findings: string[] = []
  const standing = standingOf(ports.facts.all())
  const books = [run.control, ...run.district.offices.map((office) => office.desk)]
  for (const book of books.filter((each) => each !== '')) {
    try {
      const zone = ports.tables.timeZone(book)
      if (zone !== 'Asia/Shanghai') findings.push(`${book}的时区是${zone}，应为Asia/Shanghai`)
    } catch (failure) {
      findings.push(saidBy(failure, `${book}打不开`))
    }
  }
  const age = ports.clock.now() - standing.quiet
  if (standing.quiet > 0 && age > 3_600_000) {
    findings.push(`已有${Math.round(age / 3_600_000)}小时没有运行，请检查定时触发器`)
  }
  findings.push(...findingsOf(run))
  ports.triggers.install(run.control)
  return { findings }
}
