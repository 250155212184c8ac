import type { Viewer } from '@/lib/auth/viewer';
import { isStreamShown } from '@/lib/milestone/showing/data';
import { listStreams } from '@/lib/stream/data';
import { refuseLeaks } from '../_leaks';

type Names = Parameters<typeof refuseLeaks>[1];

/** Refuses names that are kept out, by their fields: a stream's are read wherever a milestone of it is. */
export async function refuseStreamLeaks(viewer: Viewer, id: string, names: Names, yes: string) {
  return (await isStreamShown(viewer, id)) ? refuseLeaks(viewer, names, yes) : null;
}

/** The same of a merge: what was read under the one name is read under the other's from then on. */
export async function refuseMergeLeaks(viewer: Viewer, id: string, intoId: string, yes: string) {
  const into = (await listStreams(viewer)).find((one) => one.id === intoId);
  return into ? refuseStreamLeaks(viewer, id, { into: [into.name.ja, into.name.en] }, yes) : null;
}
