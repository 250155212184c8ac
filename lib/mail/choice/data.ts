import type { Viewer } from '../../auth/viewer';
import { asOwner, asSystem } from '../../db';
import { isRhythm, type MailChoice, usualChoice } from './rules';

type Row = { tellsInquiries: boolean; letter: string; remindsIncome: boolean };

const columns = { tellsInquiries: true, letter: true, remindsIncome: true } as const;

/** Which letters the viewer gets. */
export async function getMailChoice(viewer: Viewer): Promise<MailChoice> {
  const ownerId = viewer.userId;
  const row = await asOwner(viewer, (tx) =>
    tx.mailChoice.findUnique({ where: { ownerId }, select: columns }),
  );
  return row ? fromRow(row) : usualChoice;
}

/** What whoever holds `code` may end; null where it is nobody's. */
export async function getChoiceByCode(code: string): Promise<MailChoice | null> {
  const row = await asSystem((tx) =>
    tx.mailChoice.findUnique({ where: { unsubscribeCode: code }, select: columns }),
  );
  return row && fromRow(row);
}

function fromRow({ letter, ...row }: Row): MailChoice {
  return { ...row, letter: isRhythm(letter) ? letter : 'off' };
}
