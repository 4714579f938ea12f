const GAP = '[ .·•_—–-]{0,2}'
const ID_NUMBER = new RegExp(
  `(?<![\\dA-Za-z])\\d(?:${GAP}\\d){16}${GAP}[\\dXx](?![\\dA-Za-z])`,
  'g',
)
const OLD_ID_NUMBER = /(?<![\dA-Za-z.])\d{6}[ .·-]?\d{6}[ .·-]?\d{3}(?![\dA-Za-z]|\.\d)/g
const BANK_CARD =
  /(?<![\dA-Za-z.])(?:[3-69]\d{15,18}|[3-69]\d{3}(?:[ .·•_—–-]{1,2}\d{4}){3}(?:[ .·•_—–-]{1,2}\d{1,3})?)(?![\dA-Za-z])/g
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** 省级行政区划代码 (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/

/**
 * True when a text holds a citizen number, grouped or not: 18 digits with a birthday and the check
 * digit (GB 11643), or 15 with a birthday and a province.
 */
export function holdsIdNumber(text: string): boolean {
  return found(ID_NUMBER, text).some(isIdNumber) || found(OLD_ID_NUMBER, text).some(isOldIdNumber)
}

function isIdNumber(number: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return isBirthday(number.slice(6, 14)) && number[17] === '10X98765432'[sum % 11]
}

function isOldIdNumber(number: string): boolean {
  return PROVINCE.test(number) && isBirthday(`19${number.slice(6, 12)}`)
}

function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  return year >= 1850 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** True when a text holds a bank-card number, in fours or not: 16 to 19 digits, Luhn check digit. */
export function holdsBankCard(text: string): boolean {
  return found(BANK_CARD, text).some((number) => {
    const digits = Array.from(number, Number).reverse()
    const sum = digits.reduce((total, digit, at) => total + luhn(digit, at), 0)
    return sum % 10 === 0
  })
}

function found(pattern: RegExp, text: string): string[] {
  return (text.match(pattern) ?? []).map((number) => number.replace(/[^\dXx]/g, '').toUpperCase())
}

function luhn(digit: number, at: number): number {
  const doubled = at % 2 === 1 ? digit * 2 : digit
  return doubled > 9 ? doubled - 9 : doubled
}
