import { PageShell, type ShellFacts } from './page-shell'

/** Says what is not there and leads back. */
export function NotFoundView({ shell, what }: { shell: ShellFacts; what: string }) {
  return (
    <PageShell title="没有找到" section="overview" facts={shell}>
      <div class="page-head">
        <h1>没有找到</h1>
      </div>
      <p class="empty">
        {`${what}。`}
        <a href="/">回到总览</a>
      </p>
    </PageShell>
  )
}
