/** A bundle that does next to nothing, so that only the commands are tested. */
export const toyBundle = `
var heads = ['编号', '领导姓名', '活动内容']
function props() { return PropertiesService.getScriptProperties() }
function all() { return props().getProperties() }
function keep(more) { props().setProperties(more) }
function setUpDistrict(json) {
  var asked = JSON.parse(json)
  if (asked.district.name === '坏区') throw new Error('setUpDistrict: refused')
  for (var i = 0; i < asked.desks.length; i++) {
    var sheet = SpreadsheetApp.openById(asked.desks[i].book).getSheets()[0]
    sheet.getRange(1, 1, 1, 3).setValues([heads])
  }
  var small = asked.district.offices.map(function (one) {
    return { id: one.id, name: one.name, short: one.short, desk: one.desk }
  })
  keep({ asked: JSON.stringify({ control: asked.control, desks: asked.desks, district: { name: asked.district.name, offices: small } }) })
  return '{}'
}
function tick() {
  var asked = JSON.parse(all().asked)
  var sheet = SpreadsheetApp.openById(asked.control).getSheets()[0]
  if (sheet.getLastRow() === 0) sheet.appendRow(['tick', new Date().toISOString()])
  keep({ nextDue: String(Date.now() + 86400000) })
  return JSON.stringify({ outcome: 'done', read: 1, unread: [], events: 2, sent: 0, withdrawn: 0, waiting: 0, unfinished: false })
}
function describe() {
  var asked = JSON.parse(all().asked)
  var offices = asked.district.offices
  var desks = asked.desks.map(function (desk) {
    var office = offices.filter(function (one) { return one.id === desk.office })[0]
    return { book: desk.book, name: office.short + '工作台', kind: 'desk', office: office.id, short: office.short }
  })
  return JSON.stringify({
    district: asked.district.name, title: '周工作计划', now: Date.now(), timeZone: 'Asia/Shanghai',
    books: desks.concat([{ book: asked.control, name: '总台账', kind: 'control' }]),
    tabs: [{ kind: 'desk', tab: '工作表1', register: 'weekly-plan',
      headings: heads.map(function (heading) { return { key: heading, heading: heading, aliases: [], script: heading === '编号' } }) }],
    offices: offices.map(function (one) { return { id: one.id, name: one.name, short: one.short, desk: one.desk } }),
    leaders: [], weeks: [],
    letters: { sent: 0, waiting: 0, withdrawn: 0, uncertain: 0 } })
}
function mayEdit() { return JSON.stringify({ allowed: true, refused: [] }) }
function rebuildCheck() {
  var asked = JSON.parse(all().asked)
  var bad = all().altered === 'yes'
  var one = { book: '区委办工作台', tab: '一周安排表', row: 4, column: 3, shown: '改过', rebuilt: '原样' }
  return JSON.stringify({ differences: bad ? [one] : [], pages: asked.desks.length })
}
`
