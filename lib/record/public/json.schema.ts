import { z } from 'zod';
import { limits } from '../../limits';
import { locales } from '../../locale';
import { kinds } from '../../milestone/rules';
import { currencies } from '../../money';
import { grains } from '../disclosure.rules';
import { sections } from '../sections.rules';
import type { PublicRecord } from './shape';

/**
 * `record.json` as whoever reads it can rely on. Strict: a field nobody described here cannot have
 * been meant for strangers.
 */

const day = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const month = String.raw`\d{4}-(?:0[1-9]|1[0-2])`;
const pattern = (source: string) => z.string().regex(new RegExp(`^(?:${source})$`));

const count = z.int().min(0);
const year = z.int().min(1900).max(2199);
const webAddress = pattern('[Hh][Tt][Tt][Pp][Ss]?://.+');
const currency = z.enum(currencies);
const minor = pattern(String.raw`\d+`);
const money = { minor, currency, value: pattern(String.raw`\d+(?:\.\d+)?`) };
const publicMoney = z.strictObject(money);

const publicText = z.strictObject({ ja: z.string().optional(), en: z.string().optional() });

const publicAmount = z.discriminatedUnion('grain', [
  z.strictObject({ grain: z.literal('exact'), ...money }),
  z.strictObject({ grain: z.literal('range'), from: publicMoney, below: publicMoney }),
  z.strictObject({ grain: z.literal('rung'), ...money }),
  z.strictObject({ grain: z.literal('index'), currency, index: count }),
]);

const publicMilestone = z.strictObject({
  id: z.string(),
  kind: z.enum(kinds),
  language: z.enum(locales),
  title: publicText.optional(),
  story: publicText.optional(),
  happenedOn: pattern(String.raw`${day}|${month}|\d{4}`),
  precision: z.enum(['day', 'month', 'year']),
  stream: publicText.optional(),
  amount: publicAmount.optional(),
  minutes: count.optional(),
  measure: z.strictObject({ name: z.string().optional(), value: count }).optional(),
  issuer: z.string().optional(),
  tags: z.array(z.string()),
  evidence: z.array(webAddress),
  recordedOn: pattern(day).optional(),
  publishedOn: pattern(`${day}|${month}`),
});

const publicRung = z.strictObject({
  amount: publicMoney,
  reachedOn: pattern(month),
  held: z.strictObject({ since: pattern(month), until: pattern(month).optional() }).optional(),
});

const publicIncome = z.strictObject({
  currency,
  total: publicAmount.optional(),
  byYear: z.array(z.strictObject({ year, total: publicAmount })),
  months: z.array(z.strictObject({ month: pattern(month), total: publicAmount })),
  rungs: z.array(publicRung),
  next: publicMoney.optional(),
});

export const publicRecordJson = z.strictObject({
  revision: z.string(),
  handle: pattern(`[a-z0-9-]{${limits.handle.min},${limits.handle.max}}`),
  displayName: z.string(),
  language: z.enum(locales),
  headline: publicText.optional(),
  about: publicText.optional(),
  isExample: z.boolean(),
  isIndexed: z.boolean(),
  hasFeeds: z.boolean(),
  publishedMonth: pattern(month),
  disclosure: z.enum(grains),
  sections: z.array(z.enum(sections)),
  contact: z.array(webAddress),
  takesInquiries: z.boolean(),
  response: z.strictObject({ people: count, replyHours: count.min(1).optional() }).optional(),
  pinned: z.array(publicMilestone),
  totals: z.strictObject({
    milestones: count,
    minutes: count.optional(),
    byKind: z.array(z.strictObject({ kind: z.enum(kinds), milestones: count })),
    byYear: z.array(z.strictObject({ year, milestones: count })),
  }),
  income: z.array(publicIncome),
  page: z.strictObject({
    year: year.optional(),
    number: count.min(1),
    of: count.min(1),
    size: count.min(1),
  }),
  milestones: z.array(publicMilestone),
});

/** The record with the addresses that belong to it. */
const recordDocument = z.strictObject({
  /** Of this description. */
  $schema: webAddress,
  url: webAddress,
  ...publicRecordJson.shape,
  /** Where more milestones follow; in a copy of the record, the file beside this one. */
  next: pattern(String.raw`[Hh][Tt][Tt][Pp][Ss]?://.+|record-\d+\.json`).optional(),
});
export type RecordDocumentJson = z.infer<typeof recordDocument>;

/** `record.json` in JSON Schema 2020-12. */
export function recordJsonSchema(): object {
  const names = z.registry<{ id?: string; title?: string }>();
  names.add(publicText, { id: 'Text' });
  names.add(publicMoney, { id: 'Money' });
  names.add(publicAmount, { id: 'Amount' });
  names.add(publicMilestone, { id: 'Milestone' });
  names.add(recordDocument, { title: 'Jisseki record' });
  return z.toJSONSchema(recordDocument, { target: 'draft-2020-12', metadata: names });
}

/** A type as it is after JSON: dates written out are strings, nothing is read-only or branded. */
type Plain<T> = T extends string
  ? T extends `${number}-${string}`
    ? string
    : T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T as Key extends string ? Key : never]: Plain<T[Key]> }
      : T;
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Holds<T extends true> = T;

/** Does not compile when the schema and the window's shape part, in either direction. */
export type SchemaIsTheShape = Holds<
  Same<Plain<PublicRecord>, Plain<z.infer<typeof publicRecordJson>>>
>;
