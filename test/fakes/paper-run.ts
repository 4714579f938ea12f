import { withCompanions } from '../../src/domain/companions'
import type { Moment } from '../../src/domain/moment'
import type { Weekly } from '../../src/domain/weekly'
import type { Registry } from '../../src/jobs/registry'
import type { Run } from '../../src/jobs/run'
import { companions, house, registers } from '../../src/registers'
import { memoryPorts } from './memory-ports'
import { control, type PaperDistrict } from './paper-district'

/** The registers as they are switched on, and those given besides. */
export const registryWith = (...more: Registry['all'][number][]): Registry => ({
  all: withCompanions([...registers, ...more], companions),
  house,
})

/** A run that has judged and is about to render. */
export const paperRun = (
  paper: PaperDistrict,
  at: Moment,
  weekly: Weekly,
  registry: Registry = registryWith(),
): Run => ({
  ports: memoryPorts({ now: at }).ports,
  registry,
  control,
  dashboard: '',
  journal: paper.journal(at),
  district: paper.district(),
  weekly: [weekly],
  tasks: [],
  taken: new Map(),
  refused: [],
  unread: new Map(),
})
