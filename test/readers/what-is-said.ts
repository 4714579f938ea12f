import { createApp } from '../../src/local/page/create-app'
import { pageSource } from '../../src/local/page/page-source'
import { exported } from '../acceptance/exported'
import type { SmallDistrict } from '../acceptance/small-district'
import type { Played } from './played-district'

const tokensIn = (text: string): string[] => text.match(/q\d+z/g) ?? []

const books = ({ workspace: { store } }: SmallDistrict) =>
  store.books().filter(({ kind }) => kind !== 'ledger')

const nameOf = (name: string): string => name.replace(/工作台$/, '')

const answers = async (district: SmallDistrict): Promise<string> => {
  const tasks = district.page('总台账', '任务交办').map((row) => row['编号'] ?? '')
  const asked = [...tasks, '红', '未解决的冲突'].map((what) => ({ what }))
  const desks = [{ what: '2024-11-18', office: '区委办' }]
  const said: unknown[] = []
  for (const each of [...asked, ...desks])
    said.push((await district.workspace.call('explain', [JSON.stringify(each)])).result)
  said.push(await district.describe(), district.workspace.store.runs(1000))
  return JSON.stringify(said)
}

const pages = async (district: SmallDistrict): Promise<string> => {
  const app = createApp(pageSource(district.workspace))
  const texts: string[] = []
  for (const path of ['/', '/runs', '/mail']) texts.push(await (await app.request(path)).text())
  return texts.join('\n')
}

/** Every place at which a token stands that its reader may not see; `whole` asks exports and pages too. */
export const leaks = async ({ district, reach, refused }: Played, whole: boolean) => {
  const found: string[] = []
  const look = (place: string, text: string, may: (token: string) => boolean): void => {
    for (const token of new Set(tokensIn(text))) if (!may(token)) found.push(`${token} @ ${place}`)
  }
  const everywhere = (token: string): boolean => reach.get(token)?.everywhere === true
  for (const { id, name, kind } of books(district)) {
    const may = (token: string) =>
      kind === 'dashboard'
        ? everywhere(token)
        : reach.get(token)?.books.includes(nameOf(name)) === true
    const shown = district.workspace.store.texts(id)
    for (const tab of shown) look(`${name}「${tab.name}」`, JSON.stringify(tab.rows), may)
    if (whole && ['区委办工作台', '总览'].includes(name))
      look(`${name}.xlsx`, (await exported(district, nameOf(name))).join('\n'), may)
  }
  for (const mail of await district.letters())
    look(`信「${mail.subject}」`, `${mail.subject}\n${mail.text}\n${mail.html}`, everywhere)
  for (const { id, kind } of district.workspace.store.books())
    if (kind === 'ledger')
      look(
        '机器账',
        JSON.stringify(district.workspace.store.texts(id)),
        (token) => !refused.has(token),
      )
  if (whole) {
    look('explain、describe、运行', await answers(district), everywhere)
    look('本机页面', await pages(district), everywhere)
  }
  return found
}

/** The tokens that some other desk than their own, or a letter, shows: what is open is read. */
export const readElsewhere = ({ district }: Played): number =>
  new Set(tokensIn(JSON.stringify(district.sheet('区政协办', '一周安排表')))).size
