/** What can happen to an account that its owner should know. */
export const securityEvents = [
  'signed_in',
  'factor_failed',
  'password_changed',
  'password_reset',
  'email_verified',
  'email_change_asked',
  'email_changed',
  'session_ended',
  'other_sessions_ended',
  'two_factor_on',
  'two_factor_off',
  'recovery_codes_made',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
  'passkey_refused',
  'provider_linked',
  'provider_unlinked',
  'exported',
  'restored',
  'imported',
  'import_undone',
  'deletion_planned',
  'deletion_cancelled',
  'record_suspended',
  'record_released',
] as const;

export type SecurityEventKind = (typeof securityEvents)[number];

/** From where something was done, each one clean line; empty where it is not known. */
export type Whence = { readonly device: string; readonly place: string };

/** Where a job of the app's own does something. */
export const nowhere: Whence = { device: '', place: '' };

/** How long events are kept, in days. */
export const eventDays = 365;

/** How many of one account are kept, the newest. */
export const mostEvents = 1_000;

export type SecurityEvent = Whence & {
  readonly id: string;
  readonly what: SecurityEventKind;
  readonly at: Date;
  /** What it was about, in its owner's own words: a passkey's name, a provider. Often empty. */
  readonly detail: string;
};

/**
 * The row of an event, to be written in the transaction of what happened with
 * `tx.securityEvent.create({ data })`: what is undone leaves no note. `detail` is cut at 200 code points.
 */
export function eventRow(
  ownerId: string,
  id: string,
  event: { what: SecurityEventKind; whence: Whence; detail?: string },
  now: Date,
) {
  const { what, whence, detail = '' } = event;
  const { device, place } = whence;
  return {
    ownerId,
    id,
    what,
    at: now,
    device,
    place,
    detail: [...detail].slice(0, 200).join(''),
  };
}

export function isSecurityEvent(what: string): what is SecurityEventKind {
  return (securityEvents as readonly string[]).includes(what);
}
