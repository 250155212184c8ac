import { z } from 'zod';
import { limits } from '../limits';
import { milestoneId } from '../milestone/schema';
import { cleanBlock, cleanLine } from '../text';
import { typedText } from '../text.schema';
import { answers } from './rules';

const orNull = (cleaned: string) => cleaned || null;

/** What the form sends that asks for permission: the milestone, and the texts without a name. */
export const askForm = z.strictObject({
  id: milestoneId,
  anonymousTitleJa: typedText(limits.title, cleanLine).transform(orNull),
  anonymousTitleEn: typedText(limits.title, cleanLine).transform(orNull),
  anonymousStoryJa: typedText(limits.story, cleanBlock).transform(orNull),
  anonymousStoryEn: typedText(limits.story, cleanBlock).transform(orNull),
});

/** The end of the link that a client is sent: 128 random bits. */
export const permissionCode = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** What a client's answer sends. */
export const answerForm = z.strictObject({
  answer: z.enum(answers),
  version: z.coerce.number().int().min(1),
});
