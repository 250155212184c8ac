import { z } from 'zod';
import { limits } from '../limits';
import { type AmountReason, type Currency, currencies, parseAmount, writeAmount } from '../money';
import { ok, type Result, refuse } from '../result';
import { boundMarks } from '../text';

type RungsReason = AmountReason | 'required' | 'amount-zero' | 'rungs-ambiguous' | 'too-many-rungs';

/**
 * Reads rungs as people type them, one a line or parted by commas, each an amount as
 * {@link parseAmount} takes it, in any order. Answers minor units, lowest first, each once.
 *
 * A comma between digits also groups thousands. It does wherever something else parts the rungs
 * (`10,000, 30,000`); where nothing does, `100,300,500` may be one amount or three, and is refused.
 */
export function parseRungs(typed: string, currency: Currency): Result<bigint[], RungsReason> {
  const parts = partRungs(boundMarks(typed).normalize('NFKC'));
  if (parts === null) return refuse('rungs-ambiguous');
  if (parts.length === 0) return refuse('required');
  const rungs = new Set<bigint>();
  for (const part of parts) {
    const amount = parseAmount(part, currency);
    if (!amount.ok) return amount;
    if (amount.value === 0n) return refuse('amount-zero');
    rungs.add(amount.value);
  }
  if (rungs.size > limits.rungs) return refuse('too-many-rungs');
  return ok([...rungs].sort((a, b) => (a < b ? -1 : 1)));
}

/** Rungs as {@link parseRungs} reads them back: one a line, thousands grouped, no empty decimals. */
export function writeRungs(rungs: readonly bigint[], currency: Currency): string {
  const lines = rungs.map((minor) => {
    const [whole = '', decimals = ''] = writeAmount({ minor, currency }).split('.');
    // Alone on its line, and no other, an amount with a comma could be several.
    const grouped = rungs.length > 1 ? BigInt(whole).toLocaleString('en') : whole;
    return /[1-9]/.test(decimals) ? `${grouped}.${decimals}` : grouped;
  });
  return lines.join('\n');
}

/** Digits with commas between, whole: thousands grouped where each comma has three digits behind. */
const digitRun = /\d[\d,]*\d/g;
const grouping = /^\d{1,3}(?:,\d{3})+$/;
const separator = /[\n\r、;]|,\s|,(?=\D|$)/;

/** The amounts in `text`, which is NFKC; null where it can be read in two ways. */
function partRungs(text: string): string[] | null {
  const runs = text.match(digitRun) ?? [];
  // 1,100,3000 has a group of three and is no amount: nobody knows what its commas mean.
  const isMixed = runs.some((run) => !grouping.test(run) && /,\d{3}(?!\d)/.test(run));
  const parts = text
    .replace(digitRun, (run) => (grouping.test(run) ? run.replaceAll(',', '_') : run))
    .split(/[\n\r、;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isOneOrMany = !separator.test(text) && parts.some(mayBeMany);
  // White space parts to some and groups to others.
  const isSpaced = parts.some((part) => /\d\s+\d/.test(part));
  return isMixed || isOneOrMany || isSpaced ? null : parts;
}

/** Whether what looks like one amount with thousands grouped reads as a list of rungs too. */
function mayBeMany(part: string): boolean {
  const pieces = part.split('_').map((piece) => piece.replace(/^\D+/, ''));
  return (
    pieces.length > 1 &&
    pieces.every((piece, i) => !piece.startsWith('0') && Number(piece) > Number(pieces[i - 1] ?? 0))
  );
}

/** Far above every limit: what is longer is no typing. */
const typedRungs = z.string().max(2_000, 'too-long');

/** What the form of one's own rungs sends. */
export const rungsForm = z
  .strictObject({
    currency: z.enum(currencies),
    /** Of the ladder it was drawn from; empty where that was the usual one. */
    version: z
      .union([z.literal(''), z.coerce.number().int().min(1).max(2_147_483_647)])
      .transform((version) => version || null),
    rungs: typedRungs,
  })
  .transform(({ currency, version, rungs }, context) => {
    const parsed = parseRungs(rungs, currency);
    if (parsed.ok) return { currency, version, rungs: parsed.value };
    context.addIssue({ code: 'custom', path: ['rungs'], message: parsed.reason });
    return z.NEVER;
  });

/** Which ladder goes back to the usual rungs. */
export const resetForm = z.strictObject({ currency: z.enum(currencies) });

/** Which crossing is answered, and on which page. The rung is in minor units. */
export const crossingForm = z.strictObject({
  currency: z.enum(currencies),
  rung: z
    .string()
    .regex(/^[1-9]\d{0,11}$/)
    .transform(BigInt),
  from: z.enum(['dashboard', 'ladder']),
});
