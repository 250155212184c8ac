import { isZone } from '../calendar';
import { asSystem } from '../db';
import { isLocale, type Locale } from '../locale';
import { isRhythm } from '../mail/choice/rules';
import { readFacts } from './row';
import { type Due, dueLetters, type Facts } from './rules';

/** A letter that a person is to get. */
export type DueLetter = {
  readonly ownerId: string;
  readonly recipient: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly code: string;
  readonly due: Due;
};

const pageSize = 500;

/**
 * The letters due at `now` of the persons behind `after`, in the order of their ids; those that were
 * queued before are left out.
 * @returns also whom to ask behind next; null: nobody is left
 */
export async function listDueLetters(
  now: Date,
  after: string | null,
): Promise<{ letters: DueLetter[]; next: string | null }> {
  return asSystem(async (tx) => {
    const choices = await tx.mailChoice.findMany({
      where: {
        OR: [{ letter: { not: 'off' } }, { remindsIncome: true }],
        // Whoever asked for their account to go is not spurred on.
        owner: { deleteAt: null },
        ...(after && { ownerId: { gt: after } }),
      },
      orderBy: { ownerId: 'asc' },
      take: pageSize,
      include: { owner: { select: { email: true, locale: true, zone: true } } },
    });
    const letters = choices.flatMap(({ owner, ownerId, ...choice }) => {
      const letter = isRhythm(choice.letter) ? choice.letter : 'off';
      // One whose zone this Node does not know gets none, and keeps nobody else's.
      if (!isZone(owner.zone)) return [];
      return dueLetters({ ...choice, letter }, owner.zone, now).map((due) => ({
        ownerId,
        recipient: owner.email,
        locale: isLocale(owner.locale) ? owner.locale : ('ja' as const),
        zone: owner.zone,
        code: choice.unsubscribeCode,
        due,
      }));
    });
    const known = await tx.mail.findMany({
      where: {
        ownerId: { in: letters.map(({ ownerId }) => ownerId) },
        occasion: { in: [...new Set(letters.map(({ due }) => due.occasion))] },
      },
      select: { ownerId: true, occasion: true },
    });
    const isKnown = new Set(known.map(({ ownerId, occasion }) => `${ownerId} ${occasion}`));
    return {
      letters: letters.filter(({ ownerId, due }) => !isKnown.has(`${ownerId} ${due.occasion}`)),
      next: choices.length === pageSize ? (choices.at(-1)?.ownerId ?? null) : null,
    };
  });
}

/** What a letter tells its owner. */
export async function getFacts(
  { ownerId, zone, due }: Pick<DueLetter, 'ownerId' | 'zone' | 'due'>,
  now: Date,
): Promise<Facts> {
  return asSystem((tx) => readFacts(tx, ownerId, due, zone, now));
}
