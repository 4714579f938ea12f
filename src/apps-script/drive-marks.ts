import type { BookId } from '../ports'
import type { DriveLike } from './surface'

/** When each workbook that the account can see was last changed, and by whom. */
export const driveMarks = (
  drive: DriveLike,
): { marks: Record<BookId, string>; editors: Record<BookId, string> } => {
  const marks: Record<BookId, string> = {}
  const editors: Record<BookId, string> = {}
  let pageToken: string | undefined
  do {
    const answer = drive.Files.list({
      q: "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false",
      fields: 'nextPageToken,files(id,modifiedTime,lastModifyingUser(emailAddress,displayName))',
      pageSize: 1000,
      ...(pageToken ? { pageToken } : {}),
    })
    for (const { id, modifiedTime, lastModifyingUser: user } of answer.files ?? []) {
      if (!id || !modifiedTime) continue
      marks[id] = modifiedTime
      editors[id] = user?.emailAddress || user?.displayName || ''
    }
    pageToken = answer.nextPageToken
  } while (pageToken)
  return { marks, editors }
}
