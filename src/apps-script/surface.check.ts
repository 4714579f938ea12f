/** Google's own types satisfy the surface: a call that Google does not have does not compile here. */
import type { DriveLike, EditEventLike, GoogleLike, MailAppLike, SheetsLike } from './surface'

/** An advanced service is undefined until the manifest enables it. */
type Enabled<T> = NonNullable<T>

/** Google's types leave each collection optional as well. */
type Collections<T> = { [K in keyof T]-?: NonNullable<T[K]> }

type Satisfies<Wanted, Given extends Wanted> = Given

export type SheetsChecked = Satisfies<SheetsLike, Collections<Enabled<typeof Sheets>>>
export type EditEventChecked = Satisfies<EditEventLike, GoogleAppsScript.Events.SheetsOnEdit>
export type DriveChecked = Satisfies<DriveLike, Collections<Enabled<typeof Drive>>>

export const google = {
  SpreadsheetApp,
  MailApp,
  PropertiesService,
  LockService,
  Session,
  Utilities,
  ScriptApp,
  console,
} satisfies Omit<GoogleLike, 'Sheets' | 'Drive'>

// Methods are compared bivariantly: an option that Google lacks would pass for one it has.
type Only<Known extends PropertyKey, Used extends Known> = Used

export type MailOptionsChecked = Only<
  keyof GoogleAppsScript.Mail.MailAdvancedParameters,
  keyof Parameters<MailAppLike['sendEmail']>[0]
>
