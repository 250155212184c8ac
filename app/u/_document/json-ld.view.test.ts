import { describe, expect, test } from 'vitest';
import type { Asked } from '@/app/_server/document';
import type { PublicMilestonePage } from '@/lib/record/public/shape';
import { hostileRecord, hostileTexts } from '@/lib/testing/hostile';
import { publicMilestone, publicRecord } from '@/lib/testing/public-record';
import { milestoneJsonLd, recordJsonLd } from './json-ld';

const asked: Asked = {
  locale: 'ja',
  origin: 'https://jisseki.example',
  query: new URLSearchParams(),
};

function pageOf(
  record = publicRecord({ milestones: [publicMilestone()] }),
  at = 0,
): PublicMilestonePage {
  const { revision, handle, displayName, language, isExample, isIndexed, hasFeeds } = record;
  const milestone = record.milestones[at] ?? publicMilestone();
  return {
    revision,
    handle,
    displayName,
    language,
    isExample,
    isIndexed,
    hasFeeds,
    takesInquiries: false,
    listed: true,
    milestone,
  };
}

describe.each(Object.entries(hostileTexts))('%s', (_, text) => {
  test('cannot leave its element', () => {
    const record = hostileRecord(`</script><!--${text}`);
    for (const json of [recordJsonLd(record, asked), milestoneJsonLd(pageOf(record), asked)]) {
      expect(json).not.toMatch(/[<>&\u2028\u2029\u202e]|"javascript:|user:secret/);
      expect(JSON.parse(json)['@context']).toBe('https://schema.org');
      expect(json.length).toBeLessThan(30_000);
    }
  });
});

test('the record is a person’s profile', () => {
  const record = publicRecord({
    contact: ['https://github.com/hana', 'ftp://a.example/'],
    milestones: [
      publicMilestone({ id: 'c', kind: 'credential', title: { ja: '基本情報' }, issuer: 'IPA' }),
      publicMilestone({ id: 'a', kind: 'recognition', title: { ja: '最優秀賞' } }),
      publicMilestone({ id: 's', kind: 'skill', title: { ja: '設計' } }),
    ],
  });
  const page = 'https://jisseki.example/u/hana';
  expect(JSON.parse(recordJsonLd(record, asked))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    '@id': page,
    url: page,
    inLanguage: 'ja',
    dateCreated: '2026-11-01T00:00:00+09:00',
    dateModified: '2026-11-01T00:00:00+09:00',
    mainEntity: {
      '@type': 'Person',
      '@id': `${page}#person`,
      name: '佐藤 はな',
      alternateName: '@hana',
      url: page,
      description: '毎月30万円まで。',
      sameAs: ['https://github.com/hana'],
      hasCredential: [
        {
          '@type': 'EducationalOccupationalCredential',
          name: '基本情報',
          url: `${page}/m/c`,
          dateCreated: '2026-08-12',
          recognizedBy: { '@type': 'Organization', name: 'IPA' },
        },
      ],
      award: ['最優秀賞'],
      knowsAbout: ['設計'],
    },
  });
});

test('a milestone with a story is an article, one without a work, both by their person', () => {
  const bare = JSON.parse(milestoneJsonLd(pageOf(), asked));
  expect(bare).toMatchObject({
    '@type': 'CreativeWork',
    name: '予約システムの改修',
    datePublished: '2026-08-13T00:00:00+09:00',
    temporalCoverage: '2026-08-12',
    author: { '@type': 'Person', name: '佐藤 はな', alternateName: '@hana' },
    isPartOf: { '@id': 'https://jisseki.example/u/hana' },
  });
  expect(Object.keys(bare)).not.toContain('citation');
  const told = publicMilestone({ story: { ja: '一行目\n二行目' }, tags: ['React'] });
  const record = publicRecord({ milestones: [told] });
  expect(JSON.parse(milestoneJsonLd(pageOf(record), asked))).toMatchObject({
    '@type': 'Article',
    description: '一行目 二行目',
    keywords: ['React'],
  });
});
