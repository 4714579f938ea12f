import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCli } from '../../src/local/cli/run-cli'
import type { Shell } from '../../src/local/cli/shell'
import { openWorkspace } from '../../src/local/open-workspace'
import type { SmallDistrict } from './small-district'
import { taskNumber, withTwoPosts } from './two-posts'

const minutes = fileURLToPath(
  new URL('../../docs/examples/minutes-2024-11-15.csv', import.meta.url),
)

/** Runs a command line as a person would in a terminal; what it said, after its exit code. */
const lianxi = async (argv: string[]): Promise<string[]> => {
  const said: string[] = []
  const shell: Shell = {
    cwd: process.cwd(),
    out: (line) => said.push(line),
    err: (line) => said.push(line),
    tty: false,
    wallNow: () => Date.parse('2024-11-15T16:00:00+08:00'),
    open: (dir, how) => openWorkspace(dir, { inProcess: true, isReading: how === 'reading' }),
    run: runCli,
    served: false,
    signal: new AbortController().signal,
  }
  return [String(await runCli(argv, shell)), ...said]
}

const fillMinutes = ({ dir }: SmallDistrict, desk: string, by: string): Promise<string[]> => {
  const where = ['--desk', desk, '--register', '任务交办', '--in', dir]
  return lianxi(['fill', minutes, ...where, '--at', '2024-11-15 16:00', '--by', by])
}

const leads = ['许明远', '郑开元', '何思源', '孟广华', '赵启飞', '周衡', '许明远', '区人大办']

test.each([
  ['总台账', '周衡', '《总台账》'],
  ['督办台', '林堯安', '《督办台》'],
])(
  'E1: the minutes from a file into %s are exactly eight items, no date invented',
  async (desk, by, said) => {
    const district = await withTwoPosts('2024-11-15 09:00')
    const answer = await fillMinutes(district, desk, by)
    expect([answer[0], answer[answer.length - 1]]).toEqual([
      '0',
      `${said}任务交办：新增 8 行，更改 0 行，删除 0 行。`,
    ])
    await district.playTo('2024-11-15 16:10')

    const rows = district.page(desk, '任务交办')
    expect(rows.map((row) => row['编号'])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => taskNumber(n)),
    )
    expect(rows.map((row) => row['牵头'])).toEqual(leads)
    expect(rows.map((row) => row['牵头类型'])).toEqual([
      ...Array.from({ length: 7 }, () => '人'),
      '单位',
    ])
    const dated = rows.map((row) => [row['完成时限'], row['现时限'], row['灯']?.slice(0, 6)])
    expect(dated.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => ['', '', '灰（未定时限']))
    expect(dated[7]?.slice(0, 2)).toEqual(['2025-03-31', '2025-03-31'])
    const elsewhere = ['总台账', '督办台', '书记督办台'].filter((each) => each !== desk)
    expect(elsewhere.flatMap((each) => district.page(each, '任务交办'))).toEqual([])
    expect(district.page('总台账', '任务一览').map((row) => row['录入处'])).toEqual(
      Array.from({ length: 8 }, () => desk),
    )
    const wrong = ['督办台', '总台账'].flatMap((each) =>
      district.page(each, each === '总台账' ? '问题' : '本办待办'),
    )
    expect(wrong.filter((row) => row['类别'] === '待更正')).toEqual([])
    const unset = district.sheet('总览', '数据').find((row) => row[0] === '未定时限')
    expect(unset?.[1]).toBe('7')
  },
)
