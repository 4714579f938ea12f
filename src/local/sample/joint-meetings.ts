import type { District } from '../district/district'
import type { Matter } from './sample-matters'

type Leader = District['leaders'][number]

/** A meeting that many leaders attend together, on a weekday counted from Monday = 0. */
export type JointMeeting = {
  matter: Matter
  weekday: number
  part: '上午' | '下午'
  /** Held in the weeks whose number leaves this rest when divided by `every`. */
  every: number
  rest: number
  attends(leader: Leader): boolean
}

/** The standing meetings of the district's bodies. */
export const jointMeetings: readonly JointMeeting[] = [
  {
    matter: ['区委常委会会议', '会议', '参加', '区委常委会议室', '区委常委'],
    weekday: 1,
    part: '上午',
    every: 2,
    rest: 0,
    attends: ({ body }) => body === '区委常委',
  },
  {
    matter: ['区委理论学习中心组集体学习', '学习', '参加', '区委报告厅', '区级领导'],
    weekday: 3,
    part: '下午',
    every: 4,
    rest: 1,
    attends: ({ body }) => body !== '区政府',
  },
  {
    matter: ['区政府常务会议', '会议', '参加', '区政府常务会议室', '区政府班子成员'],
    weekday: 0,
    part: '下午',
    every: 2,
    rest: 1,
    attends: ({ office }) => office === 'QZFB',
  },
  {
    matter: ['区人大常委会主任会议', '会议', '参加', '区人大主任会议室', '区人大常委会副主任'],
    weekday: 1,
    part: '下午',
    every: 2,
    rest: 0,
    attends: ({ body }) => body === '区人大',
  },
  {
    matter: ['区政协主席会议', '会议', '参加', '区政协主席会议室', '区政协副主席'],
    weekday: 2,
    part: '上午',
    every: 2,
    rest: 1,
    attends: ({ body }) => body === '区政协',
  },
]
