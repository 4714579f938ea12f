/** Small comforts of the page; everything reads without them. */

function startFilter(box: HTMLElement): void {
  const input = box.querySelector('input')
  const count = box.querySelector('.filter-count')
  const list = document.querySelector('[data-filter-list]')
  if (input === null || count === null || list === null) return
  box.hidden = false
  input.addEventListener('input', () => {
    const words = input.value.trim().toLowerCase().split(/\s+/)
    let shown = 0
    for (const item of list.children) {
      const text = (item.textContent ?? '').toLowerCase()
      const fits = words.every((word) => text.includes(word))
      item.toggleAttribute('hidden', !fits)
      if (fits) shown += 1
    }
    count.textContent = input.value.trim() === '' ? '' : `${shown} 项`
  })
}

function fitSwitcher(): void {
  const switcher = document.querySelector<HTMLDetailsElement>('details.switcher')
  if (switcher !== null && window.matchMedia('(max-width: 900px)').matches) switcher.open = false
}

function showCurrentTab(): void {
  const current = document.querySelector('.tab-bar [aria-current]')
  const bar = document.querySelector('.tab-bar ul')
  if (current instanceof HTMLElement && bar !== null) {
    bar.scrollLeft = current.offsetLeft - bar.clientWidth / 2
  }
}

async function watchState(): Promise<void> {
  const note = document.querySelector<HTMLElement>('.fresh')
  if (note === null || document.hidden) return
  const answer = await fetch('/api/state')
  note.hidden = (await answer.text()) === document.body.dataset['state']
}

function stopQuietly(timer: number): void {
  // The server was ended: the page stays readable and asks no more.
  window.clearInterval(timer)
}

function offerPrint(button: HTMLElement): void {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

function offerCopy(button: HTMLElement): void {
  button.hidden = false
  button.addEventListener('click', () => {
    const text = button.previousElementSibling?.textContent ?? ''
    const say = (word: string) => () => {
      button.textContent = word
    }
    navigator.clipboard.writeText(text).then(say('已复制'), say('未能复制，请选中文字复制'))
  })
}

for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) offerCopy(button)
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) offerPrint(button)
for (const box of document.querySelectorAll<HTMLElement>('[data-filter]')) startFilter(box)
fitSwitcher()
showCurrentTab()
const timer = window.setInterval(() => {
  watchState().catch(() => stopQuietly(timer))
}, 5000)

export {}
