'use server';

import { z } from 'zod';
import { action, type Ending } from '@/app/_server/action';
import { emptyForm, type FormState } from '@/app/_server/form-state';
import { leakYes } from '@/lib/leak/schema';
import { paths, withQuery } from '@/lib/paths';
import { linksToCheck } from '@/lib/record/contact.rules';
import { getRecord } from '@/lib/record/data';
import { publish, retract, reviseProfile } from '@/lib/record/mutations';
import { profileForm } from '@/lib/record/schema';
import { readableAddress } from '../_address';
import { refuseLeaks } from '../_leaks';
import { findLeaks, yesToAll } from './_leaks';
import { askToLook } from './_look';

const save = action({
  schema: profileForm,
  async run(viewer, form): Promise<Ending> {
    const { version, headlineJa, headlineEn, aboutJa, aboutEn, leakAccepted, ...rest } = form;
    const { linksChecked, ...said } = rest;
    const { contactLinks, showing } = await getRecord(viewer);
    const texts = {
      // In the employer-safe mode the pen name shows, and this one nowhere.
      displayName: showing.isEmployerSafe ? null : said.displayName,
      handle: said.handle,
      headlineJa,
      headlineEn,
      aboutJa,
      aboutEn,
      contactLinks: said.contactLinks.map(readableAddress),
    };
    const leaks = await refuseLeaks(viewer, texts, leakAccepted);
    if (leaks) return leaks;
    const profile = {
      ...said,
      headline: { ja: headlineJa, en: headlineEn },
      about: { ja: aboutJa, en: aboutEn },
    };
    const saved = await reviseProfile(viewer, version, profile, new Date(), linksChecked);
    if (saved.ok) return { redirectTo: withQuery(paths.record, { saved: 'yes' }) };
    if (saved.reason === 'stale') return { refused: {}, form: 'stale' };
    if (saved.reason !== 'links-unchecked') return { refused: { handle: saved.reason } };
    const { checksLinks } = showing;
    const before = { contactLinks, checksLinks };
    return askToLook('contactLinks', linksToCheck(before, { ...profile, checksLinks }));
  },
});

/** Changes what the record says of the person. */
export async function saveProfile(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form);
}

/** What the page says of a record that stays closed. */
const kept = { 'record-suspended': 'suspended', 'deletion-planned': 'leaving' } as const;

const open = action({
  schema: z.strictObject({ leakAccepted: leakYes }),
  async run(viewer, { leakAccepted }): Promise<Ending> {
    const leaks = await findLeaks(viewer);
    if (leaks.length > 0 && leakAccepted !== yesToAll(leaks)) {
      return { redirectTo: withQuery(paths.recordSeen, { publish: 'leaks' }) };
    }
    const published = await publish(viewer, new Date());
    const now = published.ok ? 'published' : kept[published.reason];
    return { redirectTo: withQuery(paths.record, { now }) };
  },
});

/** Opens the record to everyone; over names that are kept out only with a yes to them. */
export async function publishRecord(form: FormData): Promise<void> {
  await open(emptyForm, form);
}

const close = action({
  schema: z.strictObject({}),
  async run(viewer): Promise<Ending> {
    await retract(viewer);
    return { redirectTo: withQuery(paths.record, { now: 'retracted' }) };
  },
});

/** Closes it again. */
export async function retractRecord(form: FormData): Promise<void> {
  await close(emptyForm, form);
}
