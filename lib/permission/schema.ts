import { z } from 'zod';
import { codePointBound, limits } from '../limits';
import { milestoneId } from '../milestone/schema';
import { cleanBlock, cleanLine, graphemeCount } from '../text';
import { answers } from './rules';

function text(most: number, clean: (typed: string) => string) {
  return z
    .string()
    .max(100_000, 'too-long')
    .transform(clean)
    .refine((cleaned) => graphemeCount(cleaned, most) <= most, 'too-long')
    .refine((cleaned) => [...cleaned].length <= codePointBound(most), 'too-long')
    .transform((cleaned) => cleaned || null);
}

/** What the form sends that asks for permission: the milestone, and the texts without a name. */
export const askForm = z.strictObject({
  id: milestoneId,
  anonymousTitleJa: text(limits.title, cleanLine),
  anonymousTitleEn: text(limits.title, cleanLine),
  anonymousStoryJa: text(limits.story, cleanBlock),
  anonymousStoryEn: text(limits.story, cleanBlock),
});

/** The end of the link that a client is sent: 128 random bits. */
export const permissionCode = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** What a client's answer sends. */
export const answerForm = z.strictObject({
  answer: z.enum(answers),
  version: z.coerce.number().int().min(1),
});
