import type { TaskWork } from './task-matters'

type Words = {
  /** What is told at the first, the second and the third note. */
  progress: readonly [string, string, string]
  next: string
  done: string
  evidence: string
  trouble: string
  why: string
  sentBack: string
  mended: string
}

/** How offices tell of each sort of work. */
export const taskWords: Record<TaskWork, Words> = {
  文稿: {
    progress: ['已明确专人，正在收集材料', '初稿已成，正在征求意见', '已按意见修改，待审签'],
    next: '汇总意见后报审',
    done: '已审签印发并报送',
    evidence: '印发件已归档',
    trouble: '个别单位反馈意见较慢',
    why: '征求意见面广，尚有单位未反馈',
    sentBack: '请补充各单位反馈意见采纳情况',
    mended: '已补充采纳情况说明',
  },
  现场: {
    progress: ['已到现场核实，列出问题清单', '已完成过半，余下事项本周推进', '主体完成，正在扫尾'],
    next: '组织现场复核',
    done: '已全部完成并现场复核',
    evidence: '现场照片和复核表',
    trouble: '施工力量不足，阴雨影响进度',
    why: '连续阴雨，现场作业受影响',
    sentBack: '请附现场复核表，写明完成数量',
    mended: '已附复核表并写明数量',
  },
  整改: {
    progress: ['已制定整改方案，逐条认领', '已整改过半，同步完善制度', '台账已更新，准备自查'],
    next: '自查后报告整改结果',
    done: '已逐条整改到位并建立长效办法',
    evidence: '整改台账和制度文本',
    trouble: '部分历史资料不全，需逐笔核对',
    why: '历史资料需逐笔核对',
    sentBack: '整改台账有两项无佐证，请补齐',
    mended: '两项佐证已补齐',
  },
  会务: {
    progress: ['已拟定安排，正在衔接各方', '名单和材料已汇总', '安排已送审'],
    next: '按审定意见落实',
    done: '已按审定的安排落实',
    evidence: '审定稿和签到表',
    trouble: '参加单位较多，时间尚未全部确认',
    why: '主要领导时间尚未确定',
    sentBack: '请写明责任人和联系方式',
    mended: '已逐一写明责任人和办公电话',
  },
}

/** To whom an objecting office would hand a task. */
export const fitterOffice: Record<string, string> = {
  区政府办: '发改局',
  区委办: '区政府办',
  区人大办: '区政府办',
  区政协办: '区人大办',
  区法院: '区检察院',
  区检察院: '区法院',
  区接待办: '区政府办',
  发改局: '区政府办',
  教体局: '发改局',
  财政局: '发改局',
  住建局: '区政府办',
  农业农村局: '住建局',
  应急管理局: '住建局',
}
