import { z } from 'zod';
import { endings, rhythms } from './rules';

const tick = z
  .enum(['yes', ''])
  .default('')
  .transform((ticked) => ticked === 'yes');

/** What the form of letters and notices sends. */
export const choiceForm = z.strictObject({
  tellsInquiries: tick,
  letter: z.enum(rhythms),
  remindsIncome: tick,
});

/** The end of the address that ends letters: 128 random bits. */
export const unsubscribeCode = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** What `?what=` of that address says; letters where it says nothing we know. */
export const endingOf = z.enum(endings).catch('letters');
