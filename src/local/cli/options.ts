import { type Command, Option } from 'commander'

/** What every command takes. */
export type CommonOptions = { in: string; json?: boolean }

/** Adds --in and --json. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--in <文件夹>', '工作区所在的文件夹').default('./workspace', './workspace'),
    )
    .option('--json', '结果按 JSON 输出')
    .helpOption('-h, --help', '显示用法')
}
