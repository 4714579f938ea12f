const ID_NUMBER = /(?<!\d)\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![\dA-Za-z])/g
const BANK_CARD = /(?<!\d)(?:\d{16,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?)(?!\d)/g
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** True when a text holds an 18-digit citizen number with its check digit (GB 11643). */
export function holdsIdNumber(text: string): boolean {
  return found(ID_NUMBER, text).some((number) => {
    const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
    return number[17] === '10X98765432'[sum % 11]
  })
}

/** True when a text holds a bank-card number: 16 to 19 digits with a Luhn check digit. */
export function holdsBankCard(text: string): boolean {
  return found(BANK_CARD, text).some((number) => {
    const digits = Array.from(number, Number).reverse()
    const sum = digits.reduce((total, digit, at) => total + luhn(digit, at), 0)
    return sum % 10 === 0
  })
}

function found(pattern: RegExp, text: string): string[] {
  return (text.match(pattern) ?? []).map((number) => number.replace(/[ -]/g, '').toUpperCase())
}

function luhn(digit: number, at: number): number {
  const doubled = at % 2 === 1 ? digit * 2 : digit
  return doubled > 9 ? doubled - 9 : doubled
}
