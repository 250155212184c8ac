import { fold } from '../text';

/**
 * What makes two stream names the same: width, case and kana do not matter. Bounded, because
 * folding makes some single signs into many.
 */
export function streamKey(name: string): string {
  return [...fold(name)].slice(0, 1_000).join('');
}
