import { randomBytes } from 'node:crypto';
import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import { type EndingOf, type MailChoice, usualChoiceRow } from './rules';

/** Chooses letters and notices. The address that ends them stays what it is. */
export async function chooseMail(viewer: Viewer, choice: MailChoice): Promise<void> {
  const ownerId = viewer.userId;
  await asOwner(viewer, (tx) =>
    tx.mailChoice.upsert({
      where: { ownerId },
      create: { ...usualChoiceRow(ownerId, randomBytes(16)), ...choice },
      update: choice,
    }),
  );
}

/** Ends letters by the code they bear; ending twice is fine. False where the code is nobody's. */
export async function endMail(code: string, what: EndingOf): Promise<boolean> {
  const { count } = await asSystem((tx) =>
    tx.mailChoice.updateMany({
      where: { unsubscribeCode: code },
      data:
        what === 'inquiries' ? { tellsInquiries: false } : { letter: 'off', remindsIncome: false },
    }),
  );
  return count > 0;
}
