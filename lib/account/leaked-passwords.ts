import { dictionary } from '@zxcvbn-ts/language-common';
import { limits } from '../limits';
import { fold } from '../text';

/** Of the 49,000 passwords that stand in leaks most often, those long enough to be typed here. */
const leaked: ReadonlySet<string> = new Set(
  dictionary['passwords-common']
    .filter((password) => password.length >= limits.password.min)
    .map(fold),
);

/** Whether a password is one of those that leaks are full of, however its letters are cased. */
export function isLeaked(password: string): boolean {
  return leaked.has(fold(password));
}
