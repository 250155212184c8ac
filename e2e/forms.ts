import type { APIRequestContext, APIResponse } from '@playwright/test';

/**
 * The forms of a page as a browser without script reads and sends them. Next's server actions are
 * named by hidden fields, so a form read here and posted is the real thing.
 */

/** A form with the fields it was drawn with, in order; a name may stand twice. */
export type Form = {
  /** The page it stands on, and so where it goes. */
  readonly page: string;
  /** Where else it says that it goes; empty: nowhere. */
  readonly action: string;
  readonly method: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly html: string;
};

/** The forms of the page at `path`. */
export async function formsOf(request: APIRequestContext, path: string): Promise<Form[]> {
  const answer = await request.get(path);
  const html = await answer.text();
  return readForms(html, path);
}

export function readForms(html: string, page: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, head = '', body = '']) => ({
      page,
      action: attributesOf(head).action ?? '',
      method: attributesOf(head).method?.toUpperCase() ?? 'GET',
      fields: fieldsIn(body),
      html: body,
    }),
  );
}

/** The posting form at `path` that has a field, or a button, of that name. */
export async function formWith(
  request: APIRequestContext,
  path: string,
  fieldOrButton: string,
): Promise<Form> {
  const forms = await formsOf(request, path);
  const found = forms.find(
    (form) =>
      form.method === 'POST' &&
      (form.fields.some(([name]) => name === fieldOrButton) ||
        form.html.includes(`>${fieldOrButton}</button>`)),
  );
  if (!found) throw new Error(`There is no form with ${fieldOrButton} at ${path}.`);
  return found;
}

/** The fields with `values` in the place of what was there, or after it. */
export function filled(form: Form, values: Readonly<Record<string, string>> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of form.fields) data.append(name, values[name] ?? value);
  for (const [name, value] of Object.entries(values)) if (!data.has(name)) data.append(name, value);
  return data;
}

/** Sends it the way a browser does, Origin included, and follows no redirect. */
export function postForm(
  request: APIRequestContext,
  form: Form,
  values: Readonly<Record<string, string>> = {},
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  return postData(request, form.page, filled(form, values), headers);
}

export function postData(
  request: APIRequestContext,
  path: string,
  multipart: FormData,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const origin = new URL(process.env.BASE_URL ?? '').origin;
  return request.post(path, {
    multipart,
    headers: { Origin: origin, ...headers },
    maxRedirects: 0,
  });
}

function fieldsIn(html: string): [string, string][] {
  const fields: [string, string][] = [];
  const control =
    /<input\b([^>]*)>|<select\b([^>]*)>([\s\S]*?)<\/select>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g;
  for (const [, input, select, options = '', area, text = ''] of html.matchAll(control)) {
    const attributes = attributesOf(input ?? select ?? area ?? '');
    const { name, type, value = '' } = attributes;
    if (!name || type === 'submit') continue;
    if (/^(checkbox|radio)$/.test(type ?? '') && !('checked' in attributes)) continue;
    if (input !== undefined) fields.push([name, value]);
    else if (area !== undefined) fields.push([name, decoded(text).replace(/^\n/, '')]);
    else fields.push([name, chosenOf(options)]);
  }
  return fields;
}

function chosenOf(html: string): string {
  const options = [...html.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) =>
    attributesOf(head),
  );
  return (options.find((option) => 'selected' in option) ?? options[0])?.value ?? '';
}

function attributesOf(html: string): Record<string, string> {
  // Documents leave out the quotes where they may.
  const found = html.matchAll(/([\w$:-]+)(?:=(?:"([^"]*)"|([^\s"]+)))?/g);
  return Object.fromEntries(
    [...found].map(([, name = '', quoted, bare]) => [
      name.toLowerCase(),
      decoded(quoted ?? bare ?? ''),
    ]),
  );
}

/** Text of HTML without its entities. */
export function decoded(html: string): string {
  return html
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
