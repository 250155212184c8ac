import { z } from 'zod';
import { codePointBound } from './limits';
import { graphemeCount } from './text';

/** Text as typed, cleaned by `clean`, of at most `most` graphemes; may be empty. */
export function typedText(most: number, clean: (typed: string) => string) {
  return z
    .string()
    .max(100_000, 'too-long')
    .transform(clean)
    .refine((cleaned) => graphemeCount(cleaned, most) <= most, 'too-long')
    .refine((cleaned) => [...cleaned].length <= codePointBound(most), 'too-long');
}
