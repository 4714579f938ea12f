import { runCli } from './cli/run-cli'
import { terminalShell } from './cli/terminal-shell'

process.exitCode = await runCli(process.argv.slice(2), terminalShell())
