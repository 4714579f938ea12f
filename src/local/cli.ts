import { runCli } from './cli/run-cli'
import { sayFailure } from './cli/say-failure'
import { terminalShell } from './cli/terminal-shell'

const argv = process.argv.slice(2)
const shell = terminalShell()
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => {
    shell.err(sayFailure(error, argv, shell.cwd))
    process.exit(1)
  })
}
process.exitCode = await runCli(argv, shell)
