import { resolve } from 'node:path'
import { Command } from 'commander'
import { forwardCommand } from '../serve/command-call'
import { writerOf } from '../writer/writer-lock'
import { checkCommand } from './check-command'
import { chineseHelp } from './chinese-help'
import { type ExplainOptions, explainCommand } from './explain-command'
import { exportCommand } from './export-command'
import { type FillOptions, fillCommand } from './fill-command'
import { type MailOptions, mailCommand } from './mail-command'
import { type NewOptions, newCommand } from './new-command'
import { type CommonOptions, withCommonOptions } from './options'
import { type PlayCommandOptions, playCommand } from './play-command'
import { type RebuildOptions, rebuildCommand } from './rebuild-command'
import { isRetry, retryMail } from './retry-mail'
import { type ServeOptions, serveCommand } from './serve-command'
import type { ExitCode, Shell } from './shell'
import { type ShowOptions, showCommand } from './show-command'
import { type StartOptions, startCommand } from './start-command'
import { type TickOptions, tickCommand } from './tick-command'
import { traceCommand } from './trace-command'

/** The command line `lianxi`; `done` receives the exit code of the command that ran. */
export function createProgram(
  given: Shell,
  argv: string[],
  done: (code: ExitCode) => void,
): Command {
  const program = new Command('lianxi')
    .description('联席：区级领导周工作计划的报送、汇总、审定和反馈（非涉密）')
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [命令]', '显示一个命令的用法')
    .configureHelp(chineseHelp)
    .configureOutput({ writeOut: (text) => given.out(text.trimEnd()), writeErr: () => undefined })
    .exitOverride()
  const through = async (options: CommonOptions, here: () => Promise<ExitCode>) => {
    const writer = given.served ? undefined : writerOf(resolve(given.cwd, options.in))
    done(await (writer?.page ? forwardCommand(writer, writer.page, argv, given) : here()))
  }
  const shell: Shell = { ...given, command: argv[0] ?? '' }
  addTyping(program, shell, through)
  const look: Through = async (_, here) => done(await here())
  addReading(program, shell, look)
  addMail(program, shell, through, look)
  addServing(program, shell, done)
  return program
}

type Through = (options: CommonOptions, here: () => Promise<ExitCode>) => Promise<void>

const atHelp = '时间：日期（指当日 18:00）或“2024-11-22 12:00”'

function command(program: Command, usage: string, summary: string): Command {
  return withCommonOptions(program.command(usage).description(summary))
}

function addTyping(program: Command, shell: Shell, through: Through): void {
  command(program, 'fill <文件>', '像该单位那样填写表中各行（.csv 或 .xlsx）')
    .requiredOption('--desk <单位>', '哪个工作台，如 区委办；总台账 也可以')
    .requiredOption('--register <表>', '填哪一页，如 周计划填报')
    .option('--at <时间>', `${atHelp}；先试运行到那时`)
    .option('--by <姓名>', '填写人')
    .option('--blank <处理>', '空格：keeps 不动原有内容（默认），clears 清空')
    .action((file: string, options: FillOptions) =>
      through(options, () => fillCommand(shell, file, options)),
    )
  command(program, 'tick', '定时任务运行一次')
    .option('--at <时间>', atHelp)
    .action((options: TickOptions) => through(options, () => tickCommand(shell, options)))
  command(program, 'play', '每十分钟一次试运行到某时')
    .option('--at <时间>', `${atHelp}，同 --until`)
    .option('--until <时间>', atHelp)
    .option('--full', '无事可做的时刻也运行')
    .action((options: PlayCommandOptions) => through(options, () => playCommand(shell, options)))
}

function addReading(program: Command, shell: Shell, through: Through): void {
  command(program, 'show', '显示工作簿或其中一页')
    .option('--desk <单位>', '哪本工作簿，如 区委办、总台账、总览')
    .option('--tab <页>', '哪一页，如 周计划填报')
    .option('--all', '收起的列也显示')
    .action((options: ShowOptions) => through(options, () => showCommand(shell, options)))
  command(program, 'export <文件夹>', '每本工作簿导出为 .xlsx').action(
    (folder: string, options: CommonOptions) =>
      through(options, () => exportCommand(shell, folder, options)),
  )
  command(program, 'trace [序号]', '最近的运行及其耗时，或其中一次的逐次调用').action(
    (nth: string | undefined, options: CommonOptions) =>
      through(options, () => traceCommand(shell, nth, options)),
  )
  command(
    program,
    'explain <什么>',
    '说明一个数、一盏灯或一周的来历：任务编号、周一日期，或 逾期 等',
  )
    .option('--office <单位>', '一周之中只说这个单位')
    .action((what: string, options: ExplainOptions) =>
      through(options, () => explainCommand(shell, what, options)),
    )
  command(program, 'check', '核对工作区有无损坏：数据库、台账、各页').action(
    (options: CommonOptions) => through(options, () => checkCommand(shell, options)),
  )
  command(program, 'rebuild', '由台账重算各页并核对')
    .option('--check', '只核对，不改动')
    .action((options: RebuildOptions) => through(options, () => rebuildCommand(shell, options)))
}

function addMail(program: Command, shell: Shell, through: Through, look: Through): void {
  command(program, 'mail [序号]', '收件箱，或其中一封；没有发成的信和原因')
    .option('--all', '全部列出')
    .option('--failed', '只列没有发成、不确定和等着再试的信')
    .option('--retry [key...]', '把发送失败的信（或给出编号的）重新排队')
    .option('--by <按什么>', '已发的信按 kind（事由）、person（收件人）或 day（日期）计数')
    .option('--also-uncertain', '同 --retry，不确定的也重新排队：收件人可能收到两封')
    .action((nth: string | undefined, options: MailOptions) =>
      isRetry(options)
        ? through(options, () => retryMail(shell, options))
        : look(options, () => mailCommand(shell, nth, options)),
    )
}

function addServing(program: Command, shell: Shell, done: (code: ExitCode) => void): void {
  command(program, 'new <文件夹>', '新建一个区的工作区')
    .option('--district <文件>', '区的单位、人员和领导（.json 或 .xlsx）；不给则用示例区')
    .option('--at <时间>', `${atHelp}；不给则随真实时钟`)
    .action(async (folder: string, options: NewOptions) =>
      done(await newCommand(shell, folder, options)),
    )
  command(program, 'serve', '在本机提供页面，按时运行')
    .option('--port <端口>', '默认 4280，被占用时取下一个')
    .option('--smtp <地址>', '信件发往哪台邮件服务器，如 smtp://主机:25；inbox 为自带收件箱')
    .action(async (options: ServeOptions) => done(await serveCommand(shell, options)))
  command(program, 'start', '示例区：新建或接着试运行到现在，汇总并提供页面')
    .option('--dir <文件夹>', '示例区所在的文件夹，同 --in')
    .option('--at <时间>', `${atHelp}；不给则到现在`)
    .option('--once', '显示汇总后结束，不提供页面')
    .option('--port <端口>', '默认 4280，被占用时取下一个')
    .action(async (options: StartOptions) => done(await startCommand(shell, options)))
}
