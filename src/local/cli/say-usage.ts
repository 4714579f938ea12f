import type { CommanderError } from 'commander'

const sentences: Record<string, (quoted: string) => string> = {
  'commander.unknownOption': (what) => `不认识选项 ${what}，应为 --help 列出的选项之一。`,
  'commander.unknownCommand': (what) => `不认识命令 ${what}，应为 --help 列出的命令之一。`,
  'commander.missingArgument': (what) => `没有给 <${what}>，应在命令后写明。`,
  'commander.optionMissingArgument': (what) => `选项 ${what} 后面没有内容，应写明。`,
  'commander.missingMandatoryOptionValue': (what) => `没有给必需的选项 ${what}，应写明。`,
  'commander.excessArguments': () => '多给了参数，应按 --help 的用法写。',
}

/** The mistake in a command line as one Chinese sentence. */
export function sayUsage(error: CommanderError): string {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const say = sentences[error.code]
  return say ? say(quoted) : '命令写法不对，应按 --help 的用法写。'
}
