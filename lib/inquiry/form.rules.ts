import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/*
 * A form that strangers fill in carries a sealed note of its own: when it was drawn, for whose record,
 * and what it said of how the reader came. Nothing has to be kept for a form until it is sent.
 */

/** A person reads before they write; what comes sooner was hardly written by one. */
export const leastSeconds = 3;
/** A form open for longer is drawn anew; its text stays. */
export const mostHours = 24;

/** Where a form stands; a note is good there and nowhere else. */
export type FormPlace = { readonly purpose: 'inquiry' | 'report'; readonly handle: string };

export type Form = {
  /** UUIDv7. */
  readonly id: string;
  readonly drawnAt: Date;
  /** The site the reader came from, as the form told them; empty: it told of none. */
  readonly source: string;
};

/** The note, as the form's hidden field has it. */
export function sealForm({ id, drawnAt, source }: Form, place: FormPlace, secret: string): string {
  const body = [id, drawnAt.getTime(), Buffer.from(source).toString('base64url')].join('.');
  return `${body}.${signature(body, place, secret)}`;
}

export type OpenedForm =
  | { readonly state: 'ready' | 'young'; readonly form: Form }
  /** Open for too long, drawn by a clock that was ahead, or not ours. */
  | { readonly state: 'stale' };

/** Reads a note that came back. */
export function openForm(note: string, place: FormPlace, secret: string, now: Date): OpenedForm {
  const parts = /^([0-9a-f-]{36})\.(\d{1,15})\.([\w-]{0,400})\.([\w-]{43})$/.exec(note);
  const [, id = '', drawn = '', source = '', given = ''] = parts ?? [];
  const body = [id, drawn, source].join('.');
  if (!parts || !isSame(given, signature(body, place, secret))) return { state: 'stale' };
  const age = (now.getTime() - Number(drawn)) / 1000;
  if (age < 0 || age > mostHours * 3_600) return { state: 'stale' };
  const form = {
    id,
    drawnAt: new Date(Number(drawn)),
    source: Buffer.from(source, 'base64url').toString(),
  };
  return { state: age < leastSeconds ? 'young' : 'ready', form };
}

function signature(body: string, { purpose, handle }: FormPlace, secret: string): string {
  return createHmac('sha256', secret)
    .update(`form\0${purpose}\0${handle}\0${body}`)
    .digest('base64url');
}

function isSame(given: string, due: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(due)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * The id of what a form brought: the same when the same words are sent twice, another when they were
 * changed in between, so that neither arrives doubled nor is lost. A UUIDv7 of the form's moment.
 */
export function idOfSent(formId: string, said: readonly string[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([formId, ...said]))
    .digest('hex');
  const variant = ((Number.parseInt(hash.charAt(3), 16) & 3) | 8).toString(16);
  return `${formId.slice(0, 14)}7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`;
}
