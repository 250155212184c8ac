import type { z } from 'zod';
import type { Reason } from '@/app/_server/form-state';
import { en } from '@/app/_text/en';

/** As many bytes of a body as are read: the longest message there may be takes half of it. */
const most = 1024 * 1024;

/** The fields of a form as they were typed, or why there are none. */
export type Typed =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly why: 'large' | 'damaged' };

/** Reads a form, no further than anybody types; a field that came twice or is a file damages it. */
export async function readTyped(request: Request): Promise<Typed> {
  const bytes = await readBytes(request);
  if (!bytes) return { ok: false, why: 'large' };
  const headers = { 'Content-Type': request.headers.get('content-type') ?? '' };
  const form = await new Response(bytes, { headers }).formData().catch(() => null);
  const fields: Record<string, string> = {};
  for (const [name, value] of form ?? []) {
    if (typeof value !== 'string' || Object.hasOwn(fields, name) || name === '__proto__') {
      return { ok: false, why: 'damaged' };
    }
    fields[name] = value;
  }
  return form ? { ok: true, fields } : { ok: false, why: 'damaged' };
}

async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Whatever length was announced.
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > most) return null;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * The first thing wrong with each field; null where fields are missing, unknown or of no choice the
 * form gave, which is no typing error.
 */
export function problemsIn(
  { issues }: z.ZodError,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, Reason>> | null {
  const problems: Record<string, Reason> = {};
  for (const { path, message } of issues) {
    const [field] = path;
    if (typeof field !== 'string' || !Object.hasOwn(fields, field) || !isReason(message)) {
      return null;
    }
    problems[field] ??= message;
  }
  return problems;
}

function isReason(message: string): message is Reason {
  return Object.hasOwn(en.errors, message);
}
