/** Links to the pages before and after. */
export function Pager({ path, page, pages }: { path: string; page: number; pages: number }) {
  if (pages < 2) return null
  return (
    <nav class="pager" aria-label="翻页">
      {page > 1 ? <a href={`${path}?page=${page - 1}`}>上一页</a> : <span>上一页</span>}
      <span>{`第 ${page} 页 / 共 ${pages} 页`}</span>
      {page < pages ? <a href={`${path}?page=${page + 1}`}>下一页</a> : <span>下一页</span>}
    </nav>
  )
}

/** The part of a list that stands on the page asked for, with pages counted from 1. */
export function pageOf<T>(all: T[], asked: string | undefined, size: number) {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked ?? '1', 10) || 1))
  return { part: all.slice((page - 1) * size, page * size), page, pages }
}
