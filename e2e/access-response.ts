import type { APIRequestContext } from '@playwright/test';
import { en } from '../app/_text/en';
import { ja } from '../app/_text/ja';
import { endingCodeOf } from '../lib/testing/endings';
import { idIn, wordsOf } from './access-climb';
import { newestOf, sendContact } from './contacting';
import { type Form, formWith, postForm } from './forms';
import { press, type Typed } from './logging';
import { expect, type Person } from './people';

/** Who came to an owner, by the ids of their addresses. */
export type ResponseIds = {
  /** Wrote by the form; work is agreed and not logged as income yet. */
  readonly inquiry: string;
  /** Entered by hand, and closed. */
  readonly hand: string;
  /** Whom the owner does not hear from. */
  readonly blocked: string;
  /** The end of the address that ends letters. */
  readonly ending: string;
};

/** An inquiry with all that can be said of it, someone entered by hand, a blocked sender, letters chosen. */
export async function furnishResponse(
  person: Person,
  stranger: APIRequestContext,
  form: Form,
  secret: string,
): Promise<ResponseIds> {
  const { request } = person;
  const words = { en, ja }[person.language];
  const save = async (page: string, mark: string, values: Typed) => {
    const answer = await postForm(request, await formWith(request, page, mark), values);
    expect(answer.status(), `${page} ${mark}`).toBe(303);
    return answer.headers().location ?? '';
  };
  await sendContact(stranger, form, {
    name: `${secret} asker`,
    email: `${secret}-asker@example.com`,
    message: `${secret} message`,
  });
  const page = await newestOf(person);
  await save(page, 'outcome', {
    outcome: 'work_agreed',
    amount: '45678',
    currency: 'JPY',
    stream: `${secret} stream`,
  });
  const nextStep = { nextStep: `${secret} step`, nextStepOn: '2030-01-15' };
  await save(page, 'nextStep', { note: `${secret} note`, ...nextStep });
  const blocked = `${secret.toLowerCase()}-friend@example.com`;
  const friend = { name: `${secret} friend`, email: blocked, origin: 'networking' };
  const hand = idIn(await save('/inbox/new', 'origin', { ...friend, note: `${secret} told` }));
  await press(person, `/inbox/${hand}`, words.inbox.close);
  await save(page, words.inbox.block.press, { id: hand });
  await save('/settings', 'letter', { letter: 'monthly', remindsIncome: 'yes' });
  return { inquiry: idIn(page), hand, blocked, ending: await endingOf(person) };
}

/** The code that the notice of an inquiry bears in its header alone, once that waits no longer. */
export async function endingOf(person: Person): Promise<string> {
  const { waiting } = { en, ja }[person.language].letters.outbox.state;
  await expect(async () => {
    const html = await (await person.request.get('/inbox/outbox')).text();
    expect(html).toContain(person.email);
    expect(html).not.toContain(`>${waiting}<`);
  }).toPass();
  return endingCodeOf(process.env.DATABASE_URL ?? '', person.email);
}

/** What the owner's own pages say of all that, in words and in fields. */
export async function responseSnapshot(person: Person, ids: ResponseIds): Promise<string[]> {
  const page = `/inbox/${ids.inquiry}`;
  const places = ['/inbox', page, `/inbox/${ids.hand}`, '/inbox/settings', '/inbox/outbox'];
  const shown = await wordsOf(person, [...places, '/response']);
  const forms = [
    ['/inbox/settings', 'inquiryDays'],
    ['/settings', 'letter'],
    [page, 'outcome'],
    [page, 'nextStep'],
  ] as const;
  const fields = await Promise.all(
    forms.map(async ([path, mark]) => {
      const form = await formWith(person.request, path, mark);
      return JSON.stringify(form.fields.filter(([name]) => !name.startsWith('$')));
    }),
  );
  return [...shown, ...fields];
}
