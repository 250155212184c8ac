import type { Locale } from '@/lib/locale';
import type { Grain } from '@/lib/record/disclosure.rules';
import type { Network } from '@/lib/share/networks.rules';

/** What the example person shows first, by its Japanese title. */
export const pinned = ['美容室の予約システムを公開', 'レシートを読み取る家計簿アプリを公開'];

/** An employer that exists nowhere else. */
export const keptNames = ['みなも商事', 'Minamo Trading'];

/** What names a client, and how it would read without. */
export const named = {
  title: '「次もお願いしたい」と継続の依頼',
  anonymous: {
    title: {
      ja: '美容室から「次もお願いしたい」と継続の依頼',
      en: 'A hair salon asked me to stay on for the next phase',
    },
    story: {
      ja: '納期より3日早く渡せたことを喜んでもらえました。',
      en: 'They were glad to have it three days early.',
    },
  },
};

/** What shows coarser than the record: income of a stream in a month, `ago` before this one. */
export const coarser: readonly { stream: string; ago: number; grain: Grain }[] = [
  { stream: '知人のサイト制作', ago: 6, grain: 'range' },
  { stream: '技術ブログ', ago: 1, grain: 'rung' },
];

type Post = {
  /** Of the milestone; null: the record. */
  readonly title: string | null;
  readonly network: Network;
  readonly language: Locale;
  readonly text: string;
  readonly daysAgo: number;
};

/** What was shared where. */
export const posts: readonly Post[] = [
  {
    title: '美容室の予約システムを公開',
    network: 'x',
    language: 'ja',
    text: '美容室の予約システムを公開しました。紙の台帳がいらなくなり、電話も半分に。作業は52時間でした。',
    daysAgo: 9,
  },
  {
    title: null,
    network: 'bluesky',
    language: 'en',
    text: 'My record is public: office job by day, programming on the side, home on time.',
    daysAgo: 4,
  },
];
