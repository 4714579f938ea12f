import type { BookId } from '../ports'
import type { DriveLike } from './surface'

/** When each workbook that the account can see was last changed. */
export const driveMarks = (drive: DriveLike): Record<BookId, string> => {
  const marks: Record<BookId, string> = {}
  let pageToken: string | undefined
  do {
    const answer = drive.Files.list({
      q: "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false",
      fields: 'nextPageToken,files(id,modifiedTime)',
      pageSize: 1000,
      ...(pageToken ? { pageToken } : {}),
    })
    for (const { id, modifiedTime } of answer.files ?? []) {
      if (id && modifiedTime) marks[id] = modifiedTime
    }
    pageToken = answer.nextPageToken
  } while (pageToken)
  return marks
}
