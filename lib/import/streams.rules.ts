import type { MilestoneDraft } from '../milestone/rules';
import { streamKey } from '../stream/rules';

/** Notes the stream that a draft names under its key; of several spellings the first stays. */
export function noteStream(names: Map<string, string>, { streamName }: MilestoneDraft): void {
  if (streamName === null) return;
  const key = streamKey(streamName);
  if (!names.has(key)) names.set(key, streamName);
}
