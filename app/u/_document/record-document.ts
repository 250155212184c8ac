import { type Asked, respond } from '@/app/_server/document';
import { type DocumentType, indexing } from '@/app/_server/document-headers';
import { publicRevision, readPublicRecord, type Slice } from '@/lib/record/public';
import type { PublicRecord } from '@/lib/record/public/shape';
import { fallback } from './render';

export type RecordContext = { params: Promise<{ handle: string }> };

/** One document of a record apart from its page: what makes it, and from what. */
export type RecordDocument = {
  readonly type: DocumentType;
  /** Null where the record has no such document. */
  readonly make: (
    record: PublicRecord,
    asked: Asked,
  ) => string | Uint8Array | null | Promise<string | Uint8Array | null>;
  /** What it is made after, as {@link respond} wants it. */
  readonly after?: (asked: Asked) => readonly string[];
  /** Which milestones it shows; null for what cannot be. */
  readonly slice?: (asked: Asked) => Slice | null;
  readonly headers: Readonly<Record<string, string>>;
};

/** Pictures may stand on anyone's page. */
export const asPicture = { 'Cross-Origin-Resource-Policy': 'cross-origin' };
/** Anyone's page may read it. */
export const asData = { 'Access-Control-Allow-Origin': '*' };

/** Answers one document of the record that `context` names. */
export async function respondRecord(
  request: Request,
  context: RecordContext,
  { type, make, after, slice = () => ({}), headers }: RecordDocument,
): Promise<Response> {
  const { handle } = await context.params;
  return respond(
    request,
    type,
    async (asked) => {
      const part = slice(asked);
      const revision = part && (await publicRevision(handle));
      if (!revision) return null;
      const render = async () => {
        const record = await readPublicRecord(handle, part);
        const body = record && (await make(record, asked));
        return body ? { revision: record.revision, body, headers: indexing(record) } : null;
      };
      return { revision, render, headers, after: after?.(asked) };
    },
    fallback,
  );
}
