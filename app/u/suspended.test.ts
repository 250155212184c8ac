import { readdirSync } from 'node:fs';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import { GET as getShare } from '@/app/s/[code]/route';
import { GET as getSitemap } from '@/app/sitemap.xml/route';
import type { Viewer } from '@/lib/auth/viewer';
import { asSystem } from '@/lib/db';
import { releaseRecord, suspendRecord } from '@/lib/operator/mutations';
import { mintOperator } from '@/lib/operator/operator';
import { publish } from '@/lib/record/mutations';
import { makePerson } from '@/lib/testing/people';
import { addShown, openRecord } from '@/lib/testing/shown';

type Params = { handle: string; id: string; rest: string[]; code: string };
type Route = {
  GET: (request: Request, context: { params: Promise<Params> }) => Promise<Response>;
};

/** Every address below /u/<handle> that answers with a document, as its folder is called. */
const documents = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => path.dirname(file))
  .filter((folder) => !folder.endsWith('[...rest]'))
  .sort();

const operator = mintOperator(await makePerson());
const code = 'Suspended1';
let person: Viewer;
let publicId: string;
const tags = new Map<string, string>();

async function ask(folder: string, tag?: string): Promise<Response> {
  const { GET }: Route = await import(path.join(import.meta.dirname, folder, 'route.ts'));
  const { handle } = person;
  const address = folder.replace('[handle]', handle).replace('[id]', publicId);
  const headers: Record<string, string> = { 'accept-language': 'ja' };
  if (tag) headers['if-none-match'] = tag;
  const request = new Request(`http://localhost:3000/u/${address}`, { headers });
  return GET(request, { params: Promise.resolve({ handle, id: publicId, rest: [], code }) });
}

function askShare(): Promise<Response> {
  const request = new Request(`http://localhost:3000/s/${code}`);
  return getShare(request, { params: Promise.resolve({ code }) });
}

async function isListed(): Promise<boolean> {
  const sitemap = await getSitemap(new Request('http://localhost:3000/sitemap.xml'));
  return (await sitemap.text()).includes(`/u/${person.handle}`);
}

beforeAll(async () => {
  person = await openRecord({ takesInquiries: true, isIndexed: true, hasFeeds: true });
  publicId = (await addShown(person)).publicId;
  await asSystem((tx) =>
    tx.share.create({
      data: {
        ownerId: person.userId,
        id: uuidv7(),
        code,
        network: 'x',
        language: 'ja',
        text: 'x',
        sentAt: new Date(),
      },
    }),
  );
  for (const folder of documents) {
    const response = await ask(folder);
    expect([folder, response.status]).toEqual([folder, 200]);
    tags.set(folder, response.headers.get('etag') ?? '*');
  }
  expect((await askShare()).status).toBe(302);
  expect(await isListed()).toBe(true);
  await suspendRecord(operator, person.userId, 'x', new Date());
});

test('there are documents to look at', () => {
  expect(documents.length).toBeGreaterThanOrEqual(14);
  expect(documents).toContain(path.join('[handle]', 'm', '[id]', 'card.png'));
});

test.each(documents)(
  '%s of a suspended record is missing, whatever copy a reader has',
  async (folder) => {
    for (const tag of [undefined, tags.get(folder), '*']) {
      const response = await ask(folder, tag);
      expect([tag, response.status]).toEqual([tag, 404]);
      expect(await response.text()).not.toContain(person.handle);
    }
  },
);

test('nothing leads to it', async () => {
  expect((await askShare()).status).toBe(404);
  expect(await isListed()).toBe(false);
});

test('released, it opens when its owner opens it', async () => {
  await releaseRecord(operator, person.userId, new Date());
  expect((await ask('[handle]')).status).toBe(404);
  await publish(person, new Date());
  expect((await ask('[handle]')).status).toBe(200);
});
