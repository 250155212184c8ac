import { z } from 'zod';
import { codePointBound, limits } from '../limits';
import { cleanBlock, graphemeCount } from '../text';

/** The yes to names that were found, as `yesTo` says it; whatever else is sent is a yes to nothing. */
export const leakYes = z.string().max(100).default('');

/** What the form of names to keep out sends: one a line. */
export const keptNamesForm = z.strictObject({
  names: z
    .string()
    .max(100_000, 'too-long')
    .transform((typed) =>
      cleanBlock(typed)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .refine((names) => names.length <= limits.keptNames, 'too-many-names')
    .refine((names) => names.every((name) => [...name].length >= 2), 'name-too-short')
    .refine(
      (names) =>
        names.every(
          (name) =>
            graphemeCount(name, limits.keptName) <= limits.keptName &&
            [...name].length <= codePointBound(limits.keptName),
        ),
      'name-too-long',
    ),
});
