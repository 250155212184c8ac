import { uuidv7 } from 'uuidv7';
import { monthsAgo, today } from './calendar';
import { decoded, formWith, postForm } from './forms';
import { expect, type Person } from './people';
import { reasonsOf } from './words';

/** What a milestone form is filled with; the rest stays as it was drawn. */
export type Typed = Readonly<Record<string, string>>;

export function income(ago: number, amount: string, more: Typed = {}): Typed {
  const month = monthsAgo(ago);
  return { kind: 'income', month, amount, currency: 'JPY', stream: 'Writing', ...more };
}

export function skill(title: string, more: Typed = {}): Typed {
  return { kind: 'skill', title, date: today(), ...more };
}

/** Logs through the real form, without a browser. Answers the id. */
export async function log(person: Person, typed: Typed): Promise<string> {
  const [id = ''] = await logAll(person, [typed]);
  return id;
}

/** Logs many, a few at a time. */
export async function logAll(person: Person, all: readonly Typed[]): Promise<string[]> {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  const ids = all.map(() => uuidv7());
  for (let start = 0; start < all.length; start += 6) {
    await Promise.all(
      all.slice(start, start + 6).map(async (typed, i) => {
        const id = ids[start + i] ?? '';
        const answer = await postForm(person.request, form, { ...typed, id });
        expect(answer.headers().location, errorsIn(await answer.text())).toContain(id);
      }),
    );
  }
  return ids;
}

/** The reasons said about the whole form and beside its fields, in an answer's HTML. */
export function errorsIn(html: string): string {
  const said = html.matchAll(/class="(?:field-error|form-message-title)"[^>]*>([^<]*)</g);
  return reasonsOf([...said].map(([, text = '']) => decoded(text))).join(' ');
}

/** Presses the button of a plain form on a page, without a browser. */
export async function press(person: Person, path: string, button: string) {
  const form = await formWith(person.request, path, button);
  return postForm(person.request, form);
}

/** How the notice begins that names what was saved. */
export function savedNotice(texts: { milestones: { saved: string } }): string {
  return texts.milestones.saved.replace('{what}', '').trim();
}
