import { foldName } from './names'

const MANNER = /^(?:主持召开|组织召开|主持|参加|出席|列席|召开|陪同|并讲话|讲话)+[:：]?/

const matterOf = (what: string | undefined): string =>
  foldName(what ?? '')
    .replace(MANNER, '')
    .replace(/(?:并讲话|\(主持\)|\(参加\))$/, '')
    .replace(/(?:会)?会议$/, '会')

/**
 * Whether two lines are about one matter: 主持区委常委会 and 参加区委常委会会议 are one (domain 3.12);
 * of blank texts nobody knows.
 */
export const isSameMatter = (one: string | undefined, other: string | undefined): boolean => {
  const [first, second] = [matterOf(one), matterOf(other)]
  return first !== '' && first === second
}
