import { letterMail, reminderMail } from '@/app/_mail/letters';
import { type DueLetter, getFacts, listDueLetters } from '@/lib/letter/data';
import { hasNews } from '@/lib/letter/rules';
import { queueMail } from '@/lib/mail/mutations';
import type { MailDraft } from '@/lib/mail/rules';

/**
 * Queues every letter and reminder that is due at `now`; each once, for its occasion is taken then.
 * Several processes may do this at a time.
 * @param origin where links start, `https://example.org`
 * @returns how many were queued
 */
export async function queueLetters(
  now: Date,
  origin: string,
  isOver: () => boolean = () => false,
): Promise<number> {
  let queued = 0;
  let after: string | null = null;
  do {
    const { letters, next } = await listDueLetters(now, after);
    for (const letter of letters) {
      if (isOver()) return queued;
      try {
        const draft = await write(letter, now, origin);
        if (draft && (await queueMail(letter.ownerId, draft, now))) queued += 1;
      } catch (error) {
        // One person's letter keeps nobody else's.
        console.error('A letter could not be written.', error);
      }
    }
    after = next;
  } while (after !== null);
  return queued;
}

/** The letter in its person's language; null where there is nothing to tell. */
async function write(letter: DueLetter, now: Date, origin: string): Promise<MailDraft | null> {
  const { locale, due, recipient, code } = letter;
  const facts = await getFacts(letter, now);
  const to = { recipient, origin, code };
  if (due.kind === 'reminder') return reminderMail(locale, to, due, facts);
  return hasNews(facts) ? letterMail(locale, to, due, facts) : null;
}
