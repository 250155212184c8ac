import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Asked } from '@/app/_server/document';
import { hostileRecord, hostileTexts } from '@/lib/testing/hostile';
import { publicMilestone, publicRecord, yen } from '@/lib/testing/public-record';
import { parseXml, refusedBy, textsAt } from '@/lib/testing/xml';
import { atomFeed } from './feed-atom';
import { jsonFeed } from './feed-json';

const origin = 'https://jisseki.example';
const asked: Asked = { locale: 'ja', origin, query: new URLSearchParams() };
const english: Asked = { ...asked, locale: 'en', chosen: 'en' };

/** JSON Feed 1.1 as https://www.jsonfeed.org/version/1.1/ words it, as far as we use it. */
const text = { type: 'string', pattern: '\\S' };
const uri = { type: 'string', format: 'uri', pattern: '^https?:' };
const author = {
  type: 'object',
  properties: { name: text, url: uri },
  required: ['name'],
  additionalProperties: false,
};
const isJsonFeed = addFormats(new Ajv({ strict: true })).compile({
  type: 'object',
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: uri,
    feed_url: uri,
    description: text,
    language: { enum: ['ja', 'en'] },
    authors: { type: 'array', minItems: 1, items: author },
    items: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: uri,
          url: uri,
          title: text,
          content_html: text,
          date_published: { type: 'string', format: 'date-time' },
          language: { enum: ['ja', 'en'] },
          tags: { type: 'array', minItems: 1, items: text },
        },
        required: ['id', 'content_html'],
        additionalProperties: false,
      },
    },
  },
  required: ['version', 'title', 'items'],
  additionalProperties: false,
});

const records = {
  empty: publicRecord(),
  plain: publicRecord({
    milestones: [
      publicMilestone({
        story: { ja: '一行目\n二行目\n\n段落 & <b>' },
        evidence: ['https://a.example'],
      }),
      publicMilestone({ id: 'b', publishedOn: '2026-09', kind: 'income', amount: yen(5) }),
    ],
  }),
  ...Object.fromEntries(
    Object.entries(hostileTexts).map(([name, words]) => [name, hostileRecord(words)]),
  ),
};

function feeds(record: (typeof records)[keyof typeof records], by = asked) {
  const [xml, json] = [atomFeed(record, by) ?? '', jsonFeed(record, by) ?? ''];
  return { xml, json: JSON.parse(json) };
}

describe.each(Object.entries(records))('%s', (_, record) => {
  test.each([asked, english])('is Atom and JSON Feed', (by) => {
    const { xml, json } = feeds(record, by);
    expect(refusedBy('atom.rng', xml)).toBeNull();
    expect(isJsonFeed(json) ? [] : isJsonFeed.errors).toEqual([]);
    // Titles are plain text in JSON Feed: there, only what a reader shows as HTML is looked at.
    const shown = json.items.map((item: { content_html: string }) => item.content_html);
    for (const words of [xml, ...shown]) {
      expect(words).not.toMatch(/<script|<img|javascript:|user:secret/);
    }
    expect(`${xml}${JSON.stringify(json)}`).not.toMatch(/[\u202e\u2066\ufffe]/);
  });

  test('has one own address, and the same content in both', () => {
    const { xml, json } = feeds(record);
    expect(textsAt(xml, '/atom:feed/atom:link[@rel="self"]/@href')).toEqual([
      `${origin}/u/hana/feed.xml`,
    ]);
    const ids = textsAt(xml, '//atom:entry/atom:id');
    expect(new Set(ids).size).toBe(ids.length);
    expect(json.items.map((item: { id: string }) => item.id)).toEqual(ids);
    expect(json.items.map((item: { content_html: string }) => item.content_html)).toEqual(
      textsAt(xml, '//atom:content'),
    );
    // What a reader unescapes is HTML of ours, with the person's words as text in it.
    for (const html of textsAt(xml, '//atom:content')) {
      const elements = [...html.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name);
      expect(elements.filter((name) => !['p', 'br', 'a'].includes(name ?? ''))).toEqual([]);
      expect(() => parseXml(`<div>${html.replaceAll('<br>', '<br/>')}</div>`)).not.toThrow();
    }
  });
});

test('the grammar refuses what is no feed', () => {
  const xml = feeds(records.plain).xml;
  const broken = [
    xml.replace(/<id>.*?<\/id>/, ''),
    xml.replace('<updated>', '<updated>2026-08</updated><updated>'),
    xml.replace(/T00:00:00\+09:00/g, ''),
    xml.replace(/ href="[^"]*"/, ''),
    xml.replace('<content', '<made-up/><content'),
  ];
  for (const one of broken) expect(refusedBy('atom.rng', one)).not.toBeNull();
});

test('the newest by when they were published, fifty at most, a month by its first day', () => {
  const milestones = Array.from({ length: 60 }, (_, i) =>
    publicMilestone({
      id: `m${i}`,
      happenedOn: `20${String(10 + (i % 15))}`,
      precision: 'year',
      publishedOn:
        i === 7
          ? '2026-11'
          : `2026-${i < 30 ? '08' : '09'}-${String((i % 30) + 1).padStart(2, '0')}`,
    }),
  );
  const { items } = feeds(publicRecord({ milestones, pinned: milestones.slice(0, 3) })).json;
  expect(items).toHaveLength(50);
  expect(items[0]).toMatchObject({
    id: `${origin}/u/hana/m/m7`,
    date_published: '2026-11-01T00:00:00+09:00',
  });
  const dates = items.map((item: { date_published: string }) => item.date_published);
  expect(dates).toEqual([...dates].sort().reverse());
  const { xml } = feeds(publicRecord({ milestones }));
  expect(textsAt(xml, '/atom:feed/atom:updated')).toEqual(['2026-11-01T00:00:00+09:00']);
});

test('speaks the language that was chosen, with ids that stay', () => {
  const [ja, en] = [feeds(records.plain), feeds(records.plain, english)];
  expect(en.json).toMatchObject({
    title: '佐藤 はな: milestones',
    feed_url: `${origin}/u/hana/feed.json?lang=en`,
    home_page_url: `${origin}/u/hana?lang=en`,
    language: 'en',
  });
  expect(ja.json.title).toBe('佐藤 はなさんの実績');
  expect(textsAt(en.xml, '//atom:id')).toEqual(textsAt(ja.xml, '//atom:id'));
  expect(ja.json.items[1].content_html).toContain(
    '<p>一行目<br>二行目</p>\n<p>段落 &amp; &lt;b&gt;</p>',
  );
  expect(en.json.items[1].content_html).toContain('<p lang="ja">');
});

test('there is none where the person wants none', () => {
  const record = publicRecord({ hasFeeds: false });
  expect([atomFeed(record, asked), jsonFeed(record, asked)]).toEqual([null, null]);
});
