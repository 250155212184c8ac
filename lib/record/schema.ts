import { z } from 'zod';
import { leakYes } from '../leak/schema';
import { limits } from '../limits';
import { locales } from '../locale';
import { visibilities } from '../milestone/rules';
import { parseLink } from '../milestone/schema';
import { cleanBlock, cleanLine } from '../text';
import { typedText } from '../text.schema';
import { grains } from './disclosure.rules';
import { parseHandle } from './rules';
import { sections } from './sections.rules';

const version = z.coerce.number().int().min(1).max(2_147_483_647);

const orNull = (cleaned: string) => cleaned || null;

/** The name a record is published under; a pen name is as good as any. */
export const displayName = typedText(limits.displayName, cleanLine).refine(
  (cleaned) => cleaned !== '',
  'required',
);

export const handle = z
  .string()
  .max(10_000, 'too-long')
  .transform((typed, context) => {
    const parsed = parseHandle(typed);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.reason });
    return z.NEVER;
  });

/** The links that their owner says to have looked at; no address has a space in it. */
const linksChecked = z
  .string()
  .max(100_000)
  .default('')
  .transform((sent) => sent.split(' ').filter((link) => link !== ''));

/** What the record form sends. */
export const profileForm = z.strictObject({
  displayName,
  handle,
  headlineJa: typedText(limits.headline, cleanLine).transform(orNull),
  headlineEn: typedText(limits.headline, cleanLine).transform(orNull),
  aboutJa: typedText(limits.about, cleanBlock).transform(orNull),
  aboutEn: typedText(limits.about, cleanBlock).transform(orNull),
  language: z.enum(locales),
  contactLinks: z
    .string()
    .max(100_000, 'too-long')
    .transform((typed) => typed.split(/\s+/).filter((line) => line !== ''))
    .refine((lines) => lines.length <= limits.contactLinks, 'too-many-links')
    .transform((lines) => lines.map(parseLink))
    .refine((links) => links.every((link) => link !== null), 'not-a-link')
    .transform((links) => [...new Set(links.filter((link) => link !== null))]),
  leakAccepted: leakYes,
  linksChecked,
  /** The one the texts were based on. */
  version,
});

/** A box that sends its value only while it is ticked. */
const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

const place = z.enum(['1', '2', '3', '4', '5', 'hidden']);

/** What the disclosure form sends: how the record is shown. Each section has its place, or none. */
export const showingForm = z
  .strictObject({
    disclosure: z.enum(grains),
    defaultVisibility: z.enum(visibilities),
    monthsOnly: ticked,
    delayDays: z
      .string()
      .max(100)
      .transform((typed) => typed.normalize('NFKC').trim())
      .refine((typed) => /^\d{0,3}$/.test(typed), 'delay-unclear')
      .transform(Number)
      .refine((days) => days <= limits.delayDays, 'delay-unclear'),
    isIndexed: ticked,
    hasFeeds: ticked,
    showsHours: ticked,
    checksLinks: ticked,
    isEmployerSafe: ticked,
    penName: typedText(limits.displayName, cleanLine).transform(orNull),
    pinned: place,
    climb: place,
    income: place,
    milestones: place,
    contact: place,
    leakAccepted: leakYes,
    linksChecked,
    /** How many milestones may wait for their clients again. */
    askedAgain: z.string().max(20).default(''),
    version,
  })
  .transform((form) => {
    const { pinned, climb, income, milestones, contact, version: based, ...rest } = form;
    const { leakAccepted, linksChecked: lookedAt, askedAgain, ...showing } = rest;
    const places = { pinned, climb, income, milestones, contact };
    const shown = sections.filter((section) => places[section] !== 'hidden');
    return {
      version: based,
      leakAccepted,
      lookedAt,
      askedAgain,
      showing: {
        ...showing,
        // Two at one place keep their usual order.
        sections: shown.sort((a, b) => Number(places[a]) - Number(places[b])),
      },
    };
  });
