import type { Command, HelpConfiguration } from 'commander'
import { textWidth } from './text-width'

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
}

/** Help in Chinese, aligned by the width that 汉字 take. */
export const chineseHelp: HelpConfiguration = {
  displayWidth: textWidth,
  styleTitle: (title) => titles[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(term)].join(' '),
  styleOptionDescription: (text) => text.replace(/ \(default: (.*)\)$/, '（默认 $1）'),
}

function term(argument: Command['registeredArguments'][number]): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`
}
