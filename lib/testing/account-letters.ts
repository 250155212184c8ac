import type { Addressee } from '../account/addressee/data';
import { asSystem } from '../db';
import type { MailDraft } from '../mail/rules';
import { letterDraft } from './letters';

let letters = 0;

/** Writes letters whose text is what they carry: a link's token, or nothing. */
export function write(subject: string) {
  return (to: Addressee, carried = ''): MailDraft => {
    letters += 1;
    const occasion = `account:${letters}:${subject}`;
    return letterDraft({ occasion, recipient: to.email, subject, text: carried });
  };
}

/** The letters of an account, the oldest first: `<subject> to <recipient>` and what each carries. */
export async function lettersOf(ownerId: string) {
  const rows = await asSystem((tx) =>
    tx.mail.findMany({ where: { ownerId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
  );
  return rows.map(({ subject, recipient, text, secretUntil }) => ({
    to: `${subject} to ${recipient}`,
    carried: text,
    secretUntil,
  }));
}

/** What the newest letter of that subject carries. */
export async function carriedBy(ownerId: string, subject: string): Promise<string> {
  const found = (await lettersOf(ownerId)).findLast(({ to }) => to.startsWith(`${subject} to `));
  if (!found) throw new Error(`There is no letter "${subject}".`);
  return found.carried;
}
