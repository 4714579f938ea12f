import { parentPort, workerData } from 'node:worker_threads'
import type { MailThreadData } from './mail/mail-thread'
import { runMailThread } from './mail/mail-thread'
import type { RunThreadData } from './run-thread'
import { serveRuns } from './run-thread'

const data = workerData as MailThreadData | RunThreadData
if (data.role === 'mail') runMailThread(data)
else if (parentPort) serveRuns(data, parentPort)
