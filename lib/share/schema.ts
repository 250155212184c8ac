import { z } from 'zod';
import { leakYes } from '../leak/schema';
import { limits } from '../limits';
import { locales } from '../locale';
import { milestoneId } from '../milestone/schema';
import { cleanBlock } from '../text';
import { typedText } from '../text.schema';
import { networks, parseServer } from './networks.rules';

/** A share's id: UUIDv7, made by the app when the form is drawn. */
export const shareId = z.uuidv7();

/** What gives rise to a share: `milestone:<id>`, `goal:<id>`, `rung:JPY:100000`. */
export const occasion = z
  .string()
  .max(100)
  .regex(/^(milestone|goal):[0-9a-f-]{36}$|^rung:[A-Z]{3}:\d{1,15}$/);

/** What the form sends that makes a share. */
export const newShareForm = z
  .strictObject({
    id: shareId,
    /** Empty: the record. */
    milestone: z.union([z.literal(''), milestoneId]),
    occasion: z.union([z.literal(''), occasion]).default(''),
    language: z.enum(locales),
    network: z.enum(networks),
    server: z.string().max(300, 'server-unclear').default(''),
  })
  .transform(({ milestone, server, ...form }, context) => {
    const isMastodon = form.network === 'mastodon';
    const parsed = isMastodon ? parseServer(server) : null;
    if (parsed && !parsed.ok) {
      context.addIssue({ code: 'custom', path: ['server'], message: parsed.reason });
      return z.NEVER;
    }
    return {
      ...form,
      occasion: form.occasion || null,
      milestoneId: milestone || null,
      server: parsed ? parsed.value : null,
    };
  });

/** What the edit of a share's text sends. */
export const shareForm = z.strictObject({
  id: shareId,
  version: z.coerce.number().int().min(1).max(2_147_483_647),
  text: typedText(limits.shareText, cleanBlock),
  leakAccepted: leakYes,
});
