import { cleanLine } from './text';

/**
 * An e-mail address as it is stored and compared. Full-width signs of an IME are what they look
 * like, and signs that cannot be seen were not meant.
 */
export function normaliseEmail(typed: string): string {
  return cleanLine(cleanLine(typed).normalize('NFKC')).toLowerCase();
}
