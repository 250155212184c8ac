import { expect, test, vi } from 'vitest';
import { GET as getCard } from '@/app/u/[handle]/card.png/route';
import { GET as getFeedJson } from '@/app/u/[handle]/feed.json/route';
import { GET as getFeedXml } from '@/app/u/[handle]/feed.xml/route';
import { GET as getMilestoneCard } from '@/app/u/[handle]/m/[id]/card.png/route';
import { GET as getMilestone } from '@/app/u/[handle]/m/[id]/route';
import { GET as getQr } from '@/app/u/[handle]/qr.svg/route';
import { GET as getJson } from '@/app/u/[handle]/record.json/route';
import { GET as getResume } from '@/app/u/[handle]/resume.json/route';
import { GET as getPage } from '@/app/u/[handle]/route';
import type { Viewer } from '@/lib/auth/viewer';
import { dateFromDay } from '@/lib/calendar';
import { locales } from '@/lib/locale';
import { grains } from '@/lib/record/disclosure.rules';
import { addShown, askAbout, daysFromNow, openRecord, showAs } from '@/lib/testing/shown';
import { siteFiles } from './_site';

// A record tells the month: here none turns between two readings of one.
vi.setSystemTime(new Date());

async function readSite(person: Viewer, origin?: string | null): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for await (const { path, bytes } of siteFiles(person, new Date(), origin)) {
    expect(files.has(path)).toBe(false);
    files.set(path, Buffer.from(bytes));
  }
  return files;
}

type How = NonNullable<Parameters<typeof openRecord>[0]>;

/** A record with a milestone of each kind, two of them at its head, and three incomes. */
async function makeRecord(how: How = {}) {
  const person = await openRecord({
    displayName: '佐藤 <はな>',
    headlineJa: '見出し',
    headlineEn: 'Headline',
    aboutJa: '一段落目\n二行目\n\n二段落目',
    contactLinks: ['https://social.example/@hana'],
    ...how,
  });
  const added = [
    await addShown(person, { minor: 347_891n, pinnedAt: daysFromNow(-1) }),
    await addShown(person, { minor: 68_213n, happenedOn: dateFromDay('2026-04-01') }),
    await addShown(person, { minor: 81_449n, disclosure: 'exact' }),
    await addShown(person, {
      kind: 'work',
      titleEn: 'Title',
      storyJa: `${'長い話。'.repeat(100)}\n\n終わり`,
      tags: ['設計', 'a b'],
      minutes: 90,
      links: ['https://evidence.example/?a=1&b=2', ['https://checked.example/', new Date()]],
      pinnedAt: daysFromNow(-2),
    }),
    await addShown(person, { kind: 'skill', titleEn: 'Types' }),
    await addShown(person, { kind: 'audience', measureName: 'X', measureValue: 1_200n }),
    await addShown(person, { kind: 'credential', issuer: 'IPA' }),
    await addShown(person, { kind: 'recognition', issuer: '組合' }),
  ];
  return { person, ids: added.map(({ publicId }) => publicId) };
}

type Get = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

/** What a stranger gets at `path` of the record. */
async function ask(get: unknown, { handle }: Viewer, path: string, id?: string): Promise<Buffer> {
  const request = new Request(`http://localhost:3000/u/${handle}${path}`);
  const params = Promise.resolve({ handle, id } as never);
  const response = await (get as Get)(request, { params });
  expect([path, response.status]).toEqual([path, 200]);
  return Buffer.from(await response.arrayBuffer());
}

/** All that a page says, and where it leads but for the documents beside it. */
function saidIn(html: Buffer | undefined) {
  const text = html?.toString() ?? '';
  const part = (pattern: RegExp) => pattern.exec(text)?.[0];
  return {
    title: part(/<title>[^<]*/),
    description: part(/<meta name="description"[^>]*>/),
    robots: part(/<meta name="robots"[^>]*>/),
    known: text.match(/<link rel="canonical"[^>]*>|<meta property="og:url"[^>]*>/g),
    data: part(/<script[\s\S]*?<\/script>/),
    main: part(/<main[\s\S]*<\/main>/)?.replace(/ href=(?!"?http)("[^"]*"|[^ >]*)/g, ' href=""'),
  };
}

const safe = {
  employerSafeAt: daysFromNow(-60),
  penName: '山の人',
  monthsOnly: true,
  checksLinks: true,
  isIndexed: false,
  hasFeeds: false,
  delayDays: 14,
};
const ways: [way: string, how: How][] = [
  ...grains.map((disclosure): [string, How] => [`at ${disclosure}`, { disclosure }]),
  ['in the employer-safe mode', { ...safe, disclosure: 'rung' }],
  ['with parts left out', { sections: ['pinned', 'climb'], showsHours: false }],
];

test.each(ways)('%s, it is what a stranger reads and nothing else', async (way, how) => {
  const { person, ids } = await makeRecord(how);
  const site = await readSite(person);
  const expected = ['README.txt', 'icon.svg', 'record.json'];
  expect(site.get('record.json')).toEqual(await ask(getJson, person, '/record.json'));
  const record = JSON.parse(`${site.get('record.json')}`);
  const listed = [...record.pinned, ...record.milestones].map(({ id }: { id: string }) => id);
  const shown = [...new Set(listed)];
  expect(shown).toHaveLength(way === 'with parts left out' ? 2 : ids.length);
  for (const locale of locales) {
    const theirs = (get: unknown, path: string, id?: string) =>
      ask(get, person, `${path}?lang=${locale}`, id);
    const ours = (name: string, ending: string) => {
      const path = `${name}${locale === 'ja' ? '' : `.${locale}`}.${ending}`;
      expected.push(path);
      return site.get(path);
    };
    expect(saidIn(ours('index', 'html'))).toEqual(saidIn(await theirs(getPage, '')));
    for (const id of shown) {
      const page = await theirs(getMilestone, `/m/${id}`, id);
      expect(saidIn(ours(`m/${id}`, 'html'))).toEqual(saidIn(page));
    }
    const drawn = shown.map((id) => ours(`m/${id}`, 'png'));
    const card = await theirs(getMilestoneCard, `/m/${shown[0]}/card.png`, shown[0]);
    expect(drawn[0]).toEqual(card);
    expect(ours('card', 'png')).toEqual(await theirs(getCard, '/card.png'));
    expect(ours('resume', 'json')).toEqual(await theirs(getResume, '/resume.json'));
    expect(ours('qr', 'svg')).toEqual(await theirs(getQr, '/qr.svg'));
    if (!record.hasFeeds) continue;
    expect(ours('feed', 'json')).toEqual(await theirs(getFeedJson, '/feed.json'));
    const unlinked = (xml: Buffer | undefined) => `${xml}`.replace(/<link [^>]*>/g, '');
    expect(unlinked(ours('feed', 'xml'))).toBe(unlinked(await theirs(getFeedXml, '/feed.xml')));
  }
  expect([...site.keys()].sort()).toEqual(expected.sort());
  const whole = [...site.values()].join('\n');
  if (how.disclosure) expect(/347,?891|68,?213/.test(whole)).toBe(how.disclosure === 'exact');
  if (how.penName) expect(whole).not.toMatch(/佐藤|evidence\.example|81,?449/);
});

test('nothing private is in any file', async () => {
  const canary = 'CANARY';
  const { person } = await makeRecord({ ...safe, disclosure: 'range', displayName: canary });
  const said = {
    titleJa: canary,
    storyJa: canary,
    tags: [canary],
    links: [`https://${canary}.x/`],
  };
  const hidden = [
    await addShown(person, { ...said, visibility: 'private' }),
    await addShown(person, { ...said, visibility: 'unlisted' }),
    await addShown(person, { ...said, deletedAt: new Date() }),
    await addShown(person, { ...said, visibleFrom: dateFromDay('2199-01-01') }),
    await addShown(person, { ...said, publishedAt: new Date() }),
    await addShown(person, { ...said, needsPermission: true }),
  ];
  const client = { kind: 'recognition', issuer: canary, needsPermission: true };
  const anonymous = await addShown(person, { ...said, ...client });
  const answered = { state: 'anonymous', answeredAt: new Date(), titleJa: '匿名の題' };
  await askAbout(person, anonymous, answered);
  const sums = { minor: 500n, feesMinor: 777_123n, costsMinor: 888_123n };
  await addShown(person, { ...sums, searchText: canary });
  const site = await readSite(person);
  expect(`${site.get('index.html')}`).toContain('匿名の題');
  const ids = hidden.flatMap(({ id, publicId }) => [id, publicId]);
  const amounts = ['777123', '777,123', '888123', '888,123'];
  const secrets = [canary, ...ids, anonymous.id, person.userId, ...amounts, '@example.com'];
  for (const [path, bytes] of site) {
    const found = secrets.filter((secret) => bytes.includes(secret) || path.includes(secret));
    expect([path, found]).toEqual([path, []]);
  }
});

test('what is not published has no site, and retracted it has none again', async () => {
  const { person } = await makeRecord({ publishedAt: null });
  expect(await readSite(person)).toEqual(new Map());
  await showAs(person, { publishedAt: daysFromNow(-1) });
  expect((await readSite(person)).size).toBeGreaterThan(20);
  await showAs(person, { publishedAt: null });
  expect(await readSite(person)).toEqual(new Map());
});

test('the text beside it says in both languages what it is, the first language first', async () => {
  const { person } = await makeRecord({ language: 'en' });
  const readme = `${(await readSite(person, 'https://jisseki.example')).get('README.txt')}`;
  expect(readme.startsWith('\ufeffRecord of 佐藤 <はな>\n')).toBe(true);
  expect(readme).toContain('\n\n佐藤 <はな>さんの記録\n');
  expect(
    readme.match(new RegExp(`https://jisseki\\.example/u/${person.handle}`, 'g')),
  ).toHaveLength(2);
  for (const name of ['index.html', 'index.ja.html', 'record.json', 'resume.ja.json', 'feed.xml']) {
    expect(readme).toContain(name);
  }
  const nowhere = `${(await readSite(person, null)).get('README.txt')}`;
  expect(nowhere).not.toContain('http');
});
