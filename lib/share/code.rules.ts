const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The end of a short address: ten signs of 62, 59 bits that nobody guesses and that never come twice.
 * @param below a random whole number from 0 on that is smaller than what it is given
 */
export function shareCode(below: (most: number) => number): string {
  return Array.from({ length: 10 }, () => signs[below(signs.length)]).join('');
}
