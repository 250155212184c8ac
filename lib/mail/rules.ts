/** A letter to be queued. */
export type MailDraft = {
  /** What it is for; its owner gets one of a kind, once: `inquiry:<id>`, `copy:<id>`, `reply:<id>`. */
  readonly occasion: string;
  readonly recipient: string;
  /** Who an answer goes to; null: to whoever runs this. */
  readonly replyTo: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one press ends letters of its kind (RFC 8058); null: it is no such letter. */
  readonly unsubscribe: string | null;
  /**
   * Of a letter with a secret in it, such as a link that proves whose the address is: when that is worth
   * nothing any more. From then on it is not sent; its text is shown to nobody, and gone once it went.
   */
  readonly secretUntil?: Date;
};

/**
 * The row of a letter, to be written in the transaction that gives rise to it, with
 * `tx.mail.createMany({ data, skipDuplicates: true })`: either both are kept or neither is, and what
 * was queued for an occasion already stays as it is. A line's end in a header would begin another
 * one, so there it becomes a space.
 */
export function mailRow(ownerId: string, id: string, draft: MailDraft, now: Date) {
  const { occasion, recipient, replyTo, subject, text, html, unsubscribe, secretUntil } = draft;
  return {
    ownerId,
    id,
    occasion,
    recipient: oneLine(recipient),
    replyTo: replyTo && oneLine(replyTo),
    subject: oneLine(subject),
    text,
    html,
    unsubscribe: unsubscribe && oneLine(unsubscribe),
    secretUntil: secretUntil ?? null,
    createdAt: now,
    nextTryAt: now,
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

const minute = 60_000;

/** How long after each try that failed the next one is made; after the last, none is. */
const waits = [1, 5, 30, 120, 360, 720].map((minutes) => minutes * minute);

/** When to try again after `tries` tries; null: it is given up. */
export function nextTry(tries: number, now: Date): Date | null {
  const wait = waits[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
}

/** Beyond as many tries a letter is taken up no more, whatever became of the last. */
export const triesAtMost = waits.length + 1;

/** When to try again where no letter gets through; that counts as no try. */
const outageWait = 5 * minute;
/** A letter that so long after it was written meets such a time is given up. */
const outageAtMost = 7 * 24 * 60 * minute;

/** As {@link nextTry}, where it was the way that failed and not this letter. */
export function nextAfterOutage(createdAt: Date, now: Date): Date | null {
  const isOld = now.getTime() - createdAt.getTime() >= outageAtMost;
  return isOld ? null : new Date(now.getTime() + outageWait);
}

/** The least id of a letter that was made at `moment` or later. */
export function firstIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** How long a try is its process's own. More than any try takes ({@link tryAtMost}). */
export const lease = 5 * minute;
/** A try that lasts longer is given up, its end unknown. */
export const tryAtMost = 2 * minute;

/** What a letter's server, or the way to it, answered. */
export type Outcome =
  | { readonly sent: true }
  | {
      readonly sent: false;
      /** For its owner: what the server said of this letter, or one of {@link Trouble}. */
      readonly error: string;
      readonly isFinal: boolean;
      /** What fails every letter alike; null: only this one failed. */
      readonly outage: Outage | null;
    };

/** What whoever runs this must know. `kind` tells one trouble from another; `said` is for no user. */
export type Outage = { readonly kind: string; readonly said: string };

/**
 * What became of a try where no server spoke of the letter, as it is kept in the place of the answer.
 * Hosts, ports and folders are nothing to its owner: the texts have a sentence for each.
 */
export type Trouble = 'unreachable' | 'slow' | 'outbox' | 'address' | 'unfinished' | 'expired';

/** Why a letter just taken up is not tried (any more); null: it is. Its `tries` count this one. */
export function troubleBefore(
  { tries, secretUntil }: { readonly tries: number; readonly secretUntil: Date | null },
  now: Date,
): Trouble | null {
  if (secretUntil && secretUntil <= now) return 'expired';
  return tries > triesAtMost ? 'unfinished' : null;
}

/** What takes the place of a letter's text once it has ended: of a secret nothing is left. */
export function afterEnd({ secretUntil }: { readonly secretUntil: Date | null }) {
  return secretUntil ? { text: '', html: '' } : {};
}

export type SendingError = {
  command?: string;
  responseCode?: number;
  code?: string;
  timeoutType?: string;
};

/**
 * Whether trying again is in vain: the server refused this recipient or this text for good, or the
 * address is none. A refused sign-in or sender is the operator's to mend, and the letter waits for it.
 */
export function isFinal({ command, responseCode = 0, code }: SendingError): boolean {
  if (code === 'EENVELOPE' && command === 'API') return true;
  return isOfLetter(command) && responseCode >= 500 && responseCode < 600;
}

function isOfLetter(command: string | undefined): boolean {
  return command === 'RCPT TO' || command === 'DATA';
}

/**
 * Whether the way itself failed: no connection, or no sign-in. A server that fell silent or hung up (421)
 * on the way may have done so over this letter.
 */
export function isOutage(error: SendingError): boolean {
  const { command = '', code, responseCode, timeoutType } = error;
  if (code === 'EABORT' || timeoutType === 'SOCKET_TIMEOUT') return false;
  if (code === 'ECONNECTION' && responseCode === 421) return false;
  return code === 'EAUTH' || /^(CONN|EHLO|HELO|STARTTLS|AUTH\b)/.test(command);
}

/** What the owner of a letter is told of a failed try. */
export function toldOf(error: unknown): string {
  const { command, responseCode, code, timeoutType }: SendingError =
    typeof error === 'object' && error !== null ? error : {};
  if (isOfLetter(command) && responseCode) return errorLine(error);
  if (code === 'EENVELOPE' && command === 'API') return 'address' satisfies Trouble;
  const isSlow = code === 'EABORT' || timeoutType === 'SOCKET_TIMEOUT';
  return (isSlow ? 'slow' : 'unreachable') satisfies Trouble;
}

/** How a letter stands. */
export type MailState = 'waiting' | 'retrying' | 'sent' | 'kept' | 'failed';

export function mailState(mail: {
  readonly sentAt: Date | null;
  readonly keptAt: Date | null;
  readonly failedAt: Date | null;
  readonly error: string | null;
}): MailState {
  if (mail.sentAt) return 'sent';
  if (mail.keptAt) return 'kept';
  if (mail.failedAt) return 'failed';
  return mail.error === null ? 'waiting' : 'retrying';
}

/** What a server said, as it is kept: one line, of bounded length. */
export function errorLine(error: unknown): string {
  const said = error instanceof Error ? error.message || error.name : String(error);
  return oneLine(said).slice(0, 500);
}

/** A letter of a person is written by them; any other by the app, which no machine shall answer. */
export function isAutomatic(occasion: string): boolean {
  return !occasion.startsWith('reply:');
}

/** The letter's own address in every try, so that a second copy is known for one. */
export function messageId(id: string, from: string): string {
  const host = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return `<${id}@${host}>`;
}

/**
 * Whether `text` is the address of one recipient and nothing else. What is sent reads `a@b, c@d` and
 * `a@b> <c@d` as two, so such a thing is sent to nobody.
 */
export function isOneAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/u.test(text);
}
