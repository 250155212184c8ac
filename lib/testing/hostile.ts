import type { PublicRecord } from '../record/public/shape';
import { publicMilestone, publicRecord, yen } from './public-record';

/** Texts that want to be more than text. */
export const hostileTexts = {
  script: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  ends: '"\' & ]]> --> </title></text> <![CDATA[ &amp; %00 \\u003c',
  controls: 'a\u0000b\u0008c\u000bd\u001fe\u007ff\u0085g\ufffeh\uffffi',
  lone: 'high \ud83d and low \udc4d alone',
  reversed: '\u202eevil\u2066 \u200fmirror',
  emoji: '🎉👨‍👩‍👧🇯🇵 𠮷野家 مرحبا',
  lines: 'one\r\ntwo\u2028three\u2029four\n\n\nfive\tsix',
  long: 'W'.repeat(400),
  wide: '長'.repeat(400),
  marks: `Z${'\u0301'.repeat(5_000)}`,
} as const;

/** A record in which every text is `text`, with a milestone of each kind. */
export function hostileRecord(text: string): PublicRecord {
  const said = { ja: text, en: text };
  const kinds = ['income', 'skill', 'work', 'audience', 'credential', 'recognition'] as const;
  const milestones = kinds.map((kind, i) =>
    publicMilestone({
      id: `00000000-0000-4000-8000-00000000000${i}`,
      kind,
      title: said,
      story: said,
      stream: said,
      issuer: text,
      tags: [text],
      evidence: ['https://a.example/x?a=1&b="<>\'{|}^`[]%zz#ü', 'javascript:alert(1)'],
      ...(kind === 'income' && { amount: yen(30_000), minutes: 600 }),
      ...(kind === 'audience' && { measure: { name: text, value: 1_200 } }),
    }),
  );
  return publicRecord({
    displayName: text,
    headline: said,
    about: said,
    contact: ['https://user:secret@例え.jp/パス?q=a b|c', 'javascript:alert(1)', 'mailto:a@b.c'],
    totals: { milestones: milestones.length, minutes: 600, byKind: [], byYear: [] },
    pinned: milestones.slice(0, 1),
    milestones,
  });
}
