import type { Child } from 'hono/jsx'
import { sayMoment } from '../say-moment'

/** What stands at the head of every page. */
export type ShellFacts = {
  district: string
  now: number
  clock: 'real' | 'set'
  /** Changes when the workspace does. */
  state: string
}

export type Section = 'overview' | 'papers' | 'mail' | 'runs' | 'book'

const sections: { id: Section; path: string; name: string }[] = [
  { id: 'overview', path: '/', name: '总览' },
  { id: 'papers', path: '/papers', name: '打印' },
  { id: 'mail', path: '/mail', name: '收件箱' },
  { id: 'runs', path: '/runs', name: '系统维护' },
]

/** One whole page: head with the secrecy reminder, navigation and the given body. */
export function PageShell(props: {
  title: string
  section: Section
  facts: ShellFacts
  wide?: boolean
  children: Child
}) {
  const { title, section, facts } = props
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${facts.district}联席`}</title>
        <link rel="icon" href="/assets/seal.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/page.css" />
        <script type="module" src="/assets/page.js"></script>
      </head>
      <body class={props.wide === true ? 'wide' : undefined} data-state={facts.state}>
        <a class="skip" href="#main">
          跳到正文
        </a>
        <p class="secrecy">非涉密 · 严禁录入涉密内容</p>
        <header class="masthead">
          <a class="brand" href="/">
            <img src="/assets/seal.svg" alt="" width="34" height="34" />
            <span class="brand-name">联席</span>
            <span class="brand-district">{facts.district}</span>
          </a>
          <nav aria-label="主要页面">
            {sections.map((each) => (
              <a href={each.path} aria-current={each.id === section ? 'page' : undefined}>
                {each.name}
              </a>
            ))}
          </nav>
          <Clock facts={facts} />
        </header>
        <p class="fresh" role="status" hidden>
          内容有更新，<a href="">刷新</a>
        </p>
        <main id="main" tabindex={-1}>
          {props.children}
        </main>
      </body>
    </html>
  )
}

function Clock({ facts }: { facts: ShellFacts }) {
  return (
    <p class="clock">
      <span class="clock-kind">{facts.clock === 'set' ? '设定时间' : '现在'}</span>
      <time datetime={new Date(facts.now).toISOString()}>{sayMoment(facts.now)}</time>
    </p>
  )
}
