import { z } from 'zod';
import { type Day, firstDay, parseDatedOn } from '../calendar';
import { currencies } from '../money';
import { parseRate, type Rate } from './rules';

const currency = z.enum(currencies, 'currency-unknown');
const typed = z.string().max(1_000, 'too-long');

/** What the form sends that chooses the currency to reckon in; empty for none. */
export const baseForm = z.strictObject({
  base: z.union([currency, z.literal('').transform(() => null)], 'currency-unknown'),
});

function day(today: Day) {
  return typed.transform((text, context) => {
    const dated = parseDatedOn(text);
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (text.trim() === '') return refuse('required');
    if (!dated) return refuse('not-a-date');
    if (dated.precision !== 'day') return refuse('not-a-day');
    if (dated.day < firstDay) return refuse('date-too-early');
    return dated.day > today ? refuse('date-in-future') : dated.day;
  });
}

const rate = typed.transform((text, context) => {
  const parsed = text.trim() === '' ? null : parseRate(text);
  if (parsed?.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed?.reason ?? 'required' });
  return z.NEVER;
});

/** What the form of a rate sends; nothing holds from a day after `today` on. */
export function rateForm(today: Day) {
  return z
    .strictObject({ currency, base: currency, rate, day: day(today) })
    .superRefine((form, context) => {
      if (form.currency !== form.base) return;
      context.addIssue({ code: 'custom', path: ['currency'], message: 'rate-same-currency' });
    })
    .transform(({ rate: nanos, ...form }): Rate => ({ ...form, nanos }));
}

/** Which rate to remove. */
export const oneRate = z.strictObject({ currency, base: currency, day: day('2199-12-31') });
