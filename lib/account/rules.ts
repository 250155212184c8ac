import { codePointBound, limits } from '../limits';
import { fold } from '../text';
import { commonWords, keyboardWalks } from './common-passwords';
import { isLeaked } from './leaked-passwords';

export type PasswordReason =
  | 'required'
  | 'password-short'
  | 'password-long'
  | 'password-common'
  | 'password-personal';

/** What someone else knows of a person, and tries first. */
export type Personal = { handle: string; email: string; displayName: string };

/**
 * Why a password is refused, or null for a good one. Length counts code points. No sorts of signs
 * are asked for: they make passwords hard to remember and no harder to guess.
 */
export function passwordTrouble(
  password: string,
): Exclude<PasswordReason, 'password-personal'> | null {
  if (isFarTooLong(password)) return 'password-long';
  const length = [...password.normalize('NFC')].length;
  if (length === 0) return 'required';
  if (length < limits.password.min) return 'password-short';
  if (length > limits.password.max) return 'password-long';
  return isLeaked(password) || isGuessable(password, []) ? 'password-common' : null;
}

/** Whether a password is little more than what `personal` says. */
export function isPersonal(password: string, personal: Personal): boolean {
  // Refused for that already; looking through it would take seconds.
  if (isFarTooLong(password)) return false;
  const displayName = personal.displayName.slice(0, codePointBound(limits.displayName));
  const [local = '', domain = ''] = personal.email.split('@');
  const words = [personal.handle, local, domain.split('.')[0] ?? '', 'jisseki', '実績']
    .concat(local.split(/[.+_-]/), personal.handle.split('-'), displayName.split(/\s+/))
    .map((word) => letters(fold(word)))
    .filter((word) => word.length >= 2);
  return isGuessable(password, words);
}

/** Longer than any spelling of what is allowed: not worth normalising or looking through. */
function isFarTooLong(password: string): boolean {
  return password.length > codePointBound(limits.password.max);
}

/** Guessable: repeated, or a few known words and walks with at most three signs of one's own. */
function isGuessable(password: string, known: readonly string[]): boolean {
  const whole = fold(password);
  const bare = letters(whole);
  if (new Set(whole).size <= 3) return true;
  const versions = bare.length >= whole.length / 2 ? [whole, bare] : [whole];
  return versions.some((text) => {
    const unit = repeatedUnit(text);
    return (unit !== text && unit.length < 8) || isMadeOf(unit, known);
  });
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}ー]/gu, '');
}

/** The shortest text that `text` is a repetition of, a cut last round included. */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

const mostOwn = 3;
const mostPieces = 4;
const longestPiece = 40;

/** Own signs and known pieces that `text` can be cut into: the fewest of the former. */
function isMadeOf(text: string, known: readonly string[]): boolean {
  if (text.length > mostOwn + mostPieces * longestPiece) return false;
  const words = [...commonWords.map(fold), ...known].filter((word) => word !== '');
  const best = [{ own: 0, pieces: 0 }];
  for (let end = 1; end <= text.length; end += 1) {
    const before = best[end - 1] as { own: number; pieces: number };
    let least = { own: before.own + 1, pieces: before.pieces };
    for (let start = Math.max(0, end - longestPiece); start < end; start += 1) {
      const from = best[start] as { own: number; pieces: number };
      const found = { own: from.own, pieces: from.pieces + 1 };
      const better =
        found.own < least.own || (found.own === least.own && found.pieces < least.pieces);
      if (better && isPiece(text.slice(start, end), words)) least = found;
    }
    best[end] = least;
  }
  const { own, pieces } = best[text.length] ?? { own: 0, pieces: 0 };
  return own <= mostOwn && pieces <= mostPieces;
}

function isPiece(piece: string, words: readonly string[]): boolean {
  return isWalk(piece) || isYear(piece) || words.some((word) => isSpelling(piece, word));
}

/** Digits or letters in order, on the keyboard or one sign again and again. */
function isWalk(piece: string): boolean {
  if (piece.length < 3) return false;
  const backwards = [...piece].reverse().join('');
  return (
    new Set(piece).size === 1 ||
    keyboardWalks.some((walk) => walk.includes(piece) || walk.includes(backwards)) ||
    '01234567890'.includes(piece) ||
    '09876543210'.includes(piece)
  );
}

function isYear(piece: string): boolean {
  return /^(?:19|20)\d\d$/.test(piece);
}

const standsFor: Record<string, string> = {
  '0': 'o',
  '1': 'il',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** `p@ssw0rd` spells `password`. */
function isSpelling(piece: string, word: string): boolean {
  if (piece.length !== word.length) return false;
  for (let i = 0; i < piece.length; i += 1) {
    const [sign, letter] = [piece.charAt(i), word.charAt(i)];
    if (sign !== letter && !standsFor[sign]?.includes(letter)) return false;
  }
  return true;
}
