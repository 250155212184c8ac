import type { Whence } from '@/lib/account/event/rules';
import { deviceOf } from '@/lib/auth/rules';
import { env } from '@/lib/env';
import { cleanLine } from '@/lib/text';

/**
 * From where a request comes, as its owner is shown it: the browser's own words, and the place only if
 * the operator names a header in which a trusted proxy says it (PLACE_HEADER).
 */
export function whenceOf(headers: { get(name: string): string | null }): Whence {
  const named = env().PLACE_HEADER;
  const said = named ? (headers.get(named) ?? '') : '';
  return {
    device: deviceOf(headers.get('user-agent')),
    place: [...cleanLine(said.slice(0, 400))].slice(0, 100).join(''),
  };
}
