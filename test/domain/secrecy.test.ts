import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeText } from '../../src/domain/secrecy'

describe('a state secret', () => {
  test.each([
    ['机密★1年', '密级标志'],
    ['秘密★', '密级标志'],
    ['绝密 ★ 启用前', '密级标志'],
    ['机 密 ★ 1 年', '密级标志'],
    ['机密　★　１年', '密级标志'],
    ['机密☆长期', '密级标志'],
    ['秘密＊5年', '密级标志'],
    ['机密*1年', '密级标志'],
    ['机\u200b密★', '密级标志'],
    ['关于某事项的通知（秘密★3年）', '密级标志'],
    ['秘密', '密级栏'],
    [' 机密 ', '密级栏'],
    ['绝密级', '密级栏'],
    ['密级：秘密', '密级栏'],
    ['密级: 机 密', '密级栏'],
    ['份号：000012，密级见封面', '份号和密级'],
    ['请译电员取密码电报', '密码电报'],
    ['阅机密级文件', '涉密载体'],
    ['秘密级 会议', '涉密载体'],
    ['绝密级的材料', '涉密载体'],
  ])('E26: %j is refused by the rule %s', (text, rule) => {
    expect(judgeText(text)).toEqual({ level: 'refuse', rule })
  })

  test('outranks whatever else the text holds', () => {
    expect(judgeText('11010519491231002X 内部资料 机密★1年').level).toBe('refuse')
  })
})

describe('a personal number', () => {
  test.each([
    '11010519491231002X',
    '身份证号11010519491231002x，请核',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002X',
    '死者1名，440524188001010014',
  ])('E21: the citizen number in %j empties the cell', (text) => {
    expect(judgeText(text)).toEqual({ level: 'refuse-cell', rule: '身份证号' })
  })

  test.each([
    '4111111111111111',
    '卡号 4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '6228480402564890018',
  ])('the bank card in %j empties the cell', (text) => {
    expect(judgeText(text)).toEqual({ level: 'refuse-cell', rule: '银行卡号' })
  })

  test.each([
    '110105194912310021',
    '4111111111111112',
    '2024-11-20 2024-11-22',
    '编号 20241115120000',
    '12345678901234567890123',
  ])('%j is none: check digit or length is wrong', (text) => {
    expect(judgeText(text).level).toBe('allow')
  })
})

describe('a text to confirm', () => {
  test.each([
    ['内部资料，请勿外传', '内部资料'],
    ['内部★', '内部资料'],
    ['请注意保存', '内部资料'],
    ['属工作秘密', '工作秘密'],
    ['市委明电〔2024〕3号', '明电'],
    ['警卫安排另行通知', '警卫'],
    ['行车路线：滨江路', '警卫'],
    ['房号1203', '房号'],
    ['联系电话13900001111', '手机号'],
    ['139 0000 1111', '手机号'],
    ['+86-139-0000-1111', '手机号'],
    ['家住滨江路8号', '家庭住址'],
    ['家庭住址：安澜路1号', '家庭住址'],
    ['3栋2单元501室', '家庭住址'],
    ['死者：王小明，男', '伤亡人员姓名'],
    ['致李红死亡', '伤亡人员姓名'],
    ['王小明等3人受伤', '伤亡人员姓名'],
    ['伤者名单见附件', '伤亡人员姓名'],
  ])('%j is warned by the rule %s', (text, rule) => {
    expect(judgeText(text)).toEqual({ level: 'warn', rule })
  })
})

describe('an ordinary text', () => {
  test.each([
    '德平秘书长',
    '保密工作培训',
    '文秘人员',
    '办公室内部',
    '秘书',
    '区保密局',
    '保守秘密',
    '机要室取件',
    '内部',
    '说明电话已打',
    '国家住房和城乡建设部门来访',
    '专家住宿安排',
    '机房号段核查',
    '3人受伤，1人死亡',
    '死者家属安抚',
    '办公电话023-40001111',
    '密级：无',
    '机密文件管理培训',
    '',
  ])('E27: %j passes', (text) => {
    expect(judgeText(text)).toEqual({ level: 'allow', rule: '' })
  })

  test('what was refused or warned of once is so again', () => {
    for (const text of ['绝密★30年', '注意保存', '办公电话023-40001111']) {
      expect(judgeText(text)).toEqual(judgeText(text))
    }
    expect(judgeText('绝密★30年').level).toBe('refuse')
    expect(judgeText('注意保存').level).toBe('warn')
  })

  test('the rule named never holds any figure of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789X机密秘★ 级文件')) }),
        (text) => {
          expect(judgeText(text).rule).not.toMatch(/\d/)
        },
      ),
    )
  })
})
