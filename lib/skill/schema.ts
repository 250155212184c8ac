import { z } from 'zod';
import { codePointBound, limits } from '../limits';
import type { Locale } from '../locale';
import { boundMarks, cleanLine, graphemeCount } from '../text';
import { parseLevels } from './rules';

const maybeName = z
  .string()
  .max(100_000, { error: 'too-long', abort: true })
  .transform((typed) => cleanLine(boundMarks(typed)))
  .refine((name) => graphemeCount(name, limits.streamName) <= limits.streamName, 'too-long')
  .refine((name) => [...name].length <= codePointBound(limits.streamName), 'too-long');

const levelsTyped = z
  .string()
  .max(100_000, { error: 'too-long', abort: true })
  .transform((typed, context) => {
    const levels = parseLevels(typed);
    if (levels.ok) return levels.value;
    context.addIssue({ code: 'custom', message: levels.reason });
    return z.NEVER;
  });

/** A skill's name, as long as a stream's may be. */
export const skillName = maybeName.refine((name) => name !== '', 'required');

/** What opens a skill. */
export const openSkillForm = z.strictObject({ name: skillName });

/**
 * What the form sends that changes one. At least one name; where both are empty, the one in the
 * person's own language is asked for.
 */
export function reviseSkillForm(language: Locale) {
  return z
    .strictObject({
      id: z.uuid(),
      version: z.coerce.number().int().min(1).max(2_147_483_647),
      nameJa: maybeName.transform((name) => name || null),
      nameEn: maybeName.transform((name) => name || null),
      levels: levelsTyped,
    })
    .superRefine(({ nameJa, nameEn }, context) => {
      if (nameJa ?? nameEn) return;
      const path = [language === 'ja' ? 'nameJa' : 'nameEn'];
      context.addIssue({ code: 'custom', path, message: 'required' });
    });
}

/** Which skill is poured into which. */
export const mergeSkillsForm = z.strictObject({
  from: z.uuid(),
  // Nothing chosen yet is an empty text.
  into: z.string().min(1, 'skill-missing').pipe(z.uuid()),
});

/** Names one skill. */
export const oneSkill = z.strictObject({ id: z.uuid() });
