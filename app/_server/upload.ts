import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { Viewer } from '@/lib/auth/viewer';
import { limits } from '@/lib/limits';
import { type Refusal, type Result, refuse } from '@/lib/result';
import { dropUpload, keepUpload } from '@/lib/upload/mutations';
import { isUploadKind, type UploadKind } from '@/lib/upload/rules';

/** Why a file did not come in; the page of one's data has words for each. */
export const uploadRefusals = [
  'too-large',
  'empty',
  'no-file',
  'broken-off',
  'later',
  'full',
  'try-again',
] as const;
export type UploadRefusal = (typeof uploadRefusals)[number];

/** What a form around a file may take besides it, in bytes. */
const formBytes = 1024 * 1024;

/** Whether a request announces more than any file may have: there is no use in reading it. */
export function isHopeless(headers: { get(name: string): string | null }): boolean {
  const most = Math.max(...Object.values(limits.uploadBytes)) + formBytes;
  return Number(headers.get('content-length') ?? 0) > most;
}

/** How many bytes a request announces: there is no more in its file. */
function announced(headers: Headers): number | undefined {
  const length = headers.get('content-length');
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

type Received = Result<{ kind: UploadKind; id: string }, UploadRefusal>;

/**
 * Takes in the one file of a form, a piece at a time: what it is to become (`kind`) comes before it.
 * Whatever is refused is read to its end all the same, or the browser would not hear why.
 */
export async function receiveUpload(
  viewer: Viewer,
  request: Request,
  now: Date,
): Promise<Received> {
  const form = formOf(request);
  if (!form || !request.body) return refuse('broken-off');
  let kind: UploadKind | undefined;
  let file: BusboyFileStream | undefined;
  let keeping: Promise<Received> = Promise.resolve(refuse('no-file'));
  form.on('error', saidElsewhere);
  form.on('field', (name, value) => {
    if (name === 'kind' && isUploadKind(value)) kind = value;
  });
  form.on('file', (field, stream, name) => {
    stream.on('error', saidElsewhere);
    if (field !== 'file' || !kind || !name) return void stream.resume();
    file = stream;
    keeping = keep(viewer, stream, { kind, name, bytes: announced(request.headers) }, now);
  });
  const isWhole = await pipeline(Readable.from(request.body), form).then(
    () => true,
    () => false,
  );
  // Nothing more comes, so nobody shall wait for it.
  if (!isWhole) file?.destroy(new Error('The form broke off.'));
  const kept = await keeping;
  if (isWhole) return kept;
  if (kept.ok) await dropUpload(viewer, kept.value.id);
  return refuse('broken-off');
}

/** A form that breaks off ends every stream in it with an error, and one that nobody hears would end us. */
function saidElsewhere(): void {}

async function keep(
  viewer: Viewer,
  stream: BusboyFileStream,
  said: { kind: UploadKind; name: string; bytes: number | undefined },
  now: Date,
): Promise<Received> {
  try {
    // A file that is put away unread would hold up the form around it.
    const pieces = stream.iterator({ destroyOnReturn: false });
    const kept = await keepUpload(viewer, pieces, said, now);
    return kept.ok ? { ok: true, value: { kind: said.kind, id: kept.value.id } } : kept;
  } catch (error) {
    return failed(stream, error);
  } finally {
    stream.resume();
  }
}

/** A full disk, say; who breaks off is not to blame us. */
function failed(stream: BusboyFileStream, error: unknown): Refusal<'try-again'> {
  if (!stream.destroyed) console.error('A file could not be kept.', error);
  return refuse('try-again');
}

/** The reader of a form with one field and one file; null where it is no such form. */
function formOf({ headers }: Request): BusboyInstance | null {
  const type = headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) return null;
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fields: 1, fieldSize: 20, files: 1, parts: 2, headerPairs: 20 },
    });
  } catch {
    return null;
  }
}
