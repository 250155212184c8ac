/** How often a person gets a letter about their record. */
export const rhythms = ['off', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

export function isRhythm(value: unknown): value is Rhythm {
  return rhythms.some((rhythm) => rhythm === value);
}

/** Which letters and notices a person gets. */
export type MailChoice = {
  readonly tellsInquiries: boolean;
  readonly letter: Rhythm;
  /** On the first of the month: log what the last one brought. */
  readonly remindsIncome: boolean;
};

export const usualChoice: MailChoice = {
  tellsInquiries: true,
  letter: 'off',
  remindsIncome: false,
};

/** What the address that ends letters ends: letters and reminders, or notices of inquiries. */
export const endings = ['letters', 'inquiries'] as const;
export type EndingOf = (typeof endings)[number];

/** Whether there is nothing left to end. */
export function isEnded(choice: MailChoice, what: EndingOf): boolean {
  if (what === 'inquiries') return !choice.tellsInquiries;
  return choice.letter === 'off' && !choice.remindsIncome;
}

/**
 * The row of a person who never chose, with the code that ends letters, made of 16 random bytes. A notice
 * must say how it ends, so whoever queues one writes this first, in the same transaction:
 * `tx.mailChoice.createMany({ data: [usualChoiceRow(ownerId, randomBytes(16))], skipDuplicates: true })`.
 */
export function usualChoiceRow(ownerId: string, random: Buffer) {
  return { ownerId, ...usualChoice, unsubscribeCode: random.toString('base64url') };
}
