import { uuidv7 } from 'uuidv7';
import { formWith, postForm } from './forms';
import { errorsIn, income, log, logAll, press, skill } from './logging';
import { expect, test } from './people';

/** Texts that want to be more than text, and what of them may be read. */
const hostile = [
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['"><img src=x onerror=alert(1)>', '"><img src=x onerror=alert(1)>'],
  ["';alert(1)//", "';alert(1)//"],
  ['</title></style><svg onload=alert(1)>', '</title></style><svg onload=alert(1)>'],
  ['{{7*7}} #{7*7} <%= 7*7 %>', '{{7*7}} #{7*7} <%= 7*7 %>'],
  ['safe \u202Egpj.exe', 'safe gpj.exe'],
  ['zero\u200Bwidth\uFEFF here\u2060', 'zerowidth here'],
  ['bell\u0007 and null-ish\u001F', 'bell and null-ish'],
  ['𠮷野家 髙橋 葛󠄀城 👩‍💻🏳️‍🌈🇯🇵', '𠮷野家 髙橋 葛󠄀城 👩‍💻🏳️‍🌈🇯🇵'],
  ['عربي ותורה mixed', 'عربي ותורה mixed'],
  ['Z̸̢̛a͢l̷g̶o̵', 'Z̸̢̛a͢l̷g̶o̵'.normalize('NFC')],
  ['長'.repeat(120), '長'.repeat(120)],
  ['W'.repeat(120), 'W'.repeat(120)],
] as const;

test('hostile titles are text, on every screen and document', async ({ desk, person }) => {
  const ids = await logAll(
    person,
    hostile.map(([typed]) => skill(typed, { visibility: 'public', story: typed, issuer: typed })),
  );
  await log(person, income(0, '1000', { stream: hostile[0][0], visibility: 'public' }));
  const profile = await formWith(person.request, '/record', 'headlineEn');
  const name = '<b>Mori</b>\u202E';
  const [headlineEn, aboutEn] = [hostile[1][0], `${hostile[3][0]}\n\n${hostile[5][0]}`];
  await postForm(person.request, profile, { displayName: name, headlineEn, aboutEn });
  await press(person, '/record', 'Publish');

  for (const path of ['/milestones', `/u/${person.handle}`, `/u/${person.handle}?lang=ja`]) {
    await desk.goto(path);
    for (const [, shown] of hostile) {
      const link = desk.getByRole('link', { name: shown, exact: true });
      await expect(link.first(), `${shown} at ${path}`).toBeVisible();
    }
    const text = await desk.locator('main').textContent();
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/);
    // Nothing of it became an element, and nothing of it is wider than the page.
    await expect(desk.locator('img[src="x"], svg[onload], b')).toHaveCount(0);
    const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    for (const width of [320, 1280]) {
      await desk.setViewportSize({ width, height: 800 });
      expect(await desk.evaluate(wider), `${path} at ${width}`).toBe(0);
    }
  }
  for (const [index, [, shown]] of hostile.entries()) {
    await desk.goto(`/milestones/${ids[index]}`);
    await expect(desk.getByLabel('Title', { exact: true })).toHaveValue(shown);
    await desk.goto(`/u/${person.handle}/m/${ids[index]}`);
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(shown);
  }
  await desk.goto('/dashboard');
  await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
  const card = await person.request.get(`/u/${person.handle}/card.png`);
  expect([card.status(), (await card.body()).readUInt32BE(16)]).toEqual([200, 1200]);
});

test('every hostile title makes a card', async ({ person }) => {
  await press(person, '/record', 'Publish');
  for (const [typed, shown] of hostile) {
    const id = await log(person, skill(typed, { visibility: 'public' }));
    for (const lang of ['ja', 'en']) {
      const card = await person.request.get(`/u/${person.handle}/card.png?lang=${lang}`);
      expect(card.headers()['content-type'], shown).toBe('image/png');
      expect((await card.body()).readUInt32BE(20), shown).toBe(630);
    }
    await press(person, `/milestones/${id}`, 'Delete');
  }
});

test('ten thousand characters are refused and come back as typed', async ({ person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  for (const sign of ['a', '長', '👩‍💻']) {
    const title = sign.repeat(10_000);
    const answer = await postForm(person.request, form, { ...skill(title), id: uuidv7() });
    const html = await answer.text();
    expect(errorsIn(html), sign).toContain('too-long');
    expect(html.includes(`value="${title}"`), sign).toBe(true);
  }
});

test('text of nothing but invisible signs is no title', async ({ person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  for (const title of ['   ', '\u200b\u2060\ufeff', '\u202e\u202d', '\u3000', '\u00ad\u034f']) {
    const answer = await postForm(person.request, form, skill(title));
    expect(errorsIn(await answer.text()), JSON.stringify(title)).toContain('required');
  }
});

test('links of any other sort than http are refused', async ({ person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  for (const evidence of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    '//example.org',
    'example.org',
    'https://',
    'https://user:secret@example.org',
    'http://[::1',
    'https://example.org/\u202egpj.exe',
    `https://example.org/${'a'.repeat(2000)}`,
  ]) {
    const answer = await postForm(person.request, form, skill('Link', { evidence }));
    expect(errorsIn(await answer.text()), evidence).toContain('not-a-link');
  }
  const six = Array.from({ length: 6 }, (_, i) => `https://example.org/${i}`).join('\n');
  const answer = await postForm(person.request, form, skill('Link', { evidence: six }));
  expect(errorsIn(await answer.text())).toContain('too-many-links');
});

test('links in documents give nothing away', async ({ desk, person }) => {
  const evidence = 'https://example.org/?a=1&b="<>\nhttp://日本語.jp/道';
  await log(person, skill('Linked', { evidence, visibility: 'public' }));
  await press(person, '/record', 'Publish');
  await desk.goto(`/u/${person.handle}`);
  const links = desk.locator('a[href^="http"]');
  await expect(links).toHaveCount(2);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('rel', 'nofollow ugc noopener');
  }
});

test('public documents hold nothing private', async ({ person }) => {
  const more = { visibility: 'public', fees: '71717', costs: '81818' };
  const shown = await log(person, income(1, '954321', { ...more, stream: 'Shown stream' }));
  const unlisted = await log(person, skill('Unlisted thing', { visibility: 'unlisted' }));
  await log(person, income(1, '62626', { stream: 'Hidden stream', title: 'Hidden income' }));
  await log(person, skill('Hidden skill', { tags: 'hiddentag', evidence: 'https://hidden.test' }));
  await press(person, '/record', 'Publish');
  const base = `/u/${person.handle}`;
  const documents = ['', '?lang=ja', '/record.json', `/m/${shown}`, `/m/${unlisted}`];
  for (const document of documents) {
    const answer = await person.request.get(base + document);
    expect(answer.status()).toBe(200);
    const body = await answer.text();
    for (const secret of ['71717', '71,717', '81818', '81,818', '62626', '62,626']) {
      expect(body, document).not.toContain(secret);
    }
    expect(body, document).not.toMatch(/hidden (stream|income|skill)|hiddentag|hidden\.test/i);
    expect(body, document).not.toContain(person.email);
    expect(body, document).not.toMatch(/password|ownerId|owner_id|searchText|version"/);
    expect(answer.headers()['set-cookie']).toBeUndefined();
    if (document !== `/m/${unlisted}`) expect(body, document).not.toContain('Unlisted thing');
  }
  const page = await (await person.request.get(`${base}/m/${unlisted}`)).text();
  expect(page).toContain('noindex');
});
