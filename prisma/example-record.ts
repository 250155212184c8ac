import type { Bilingual } from '@/lib/locale';
import type { MilestoneDraft } from '@/lib/milestone/rules';

/** Who the example is about. */
export const profile = {
  displayName: 'はな',
  headline: {
    ja: '昼は会社員、夜はプログラミング。定時で帰っています。',
    en: 'Office job by day, programming on the side. Home on time.',
  },
  about: {
    ja: '事務職として働きながら、平日の夜と土曜の午前にプログラミングの仕事を受けています。\n\n小さなお店の「紙でやっていること」を、スマートフォンでできるようにするのが得意です。打ち合わせはチャットやメールだけでもかまいません。',
    en: 'I work in an office and take on programming jobs on weekday evenings and Saturday mornings.\n\nI am good at turning what small shops do on paper into something that fits on a phone. We can work by chat or email alone.',
  },
};

/** Where to reach them: addresses that lead nowhere. */
export const contact = ['https://example.com/hana', 'https://example.com/hana/contact'];

export const streams = {
  contract: { ja: '受託プログラミング', en: 'Contract programming' },
  blog: { ja: '技術ブログ', en: 'Tech blog' },
  sites: { ja: '知人のサイト制作', en: 'Sites for people I know' },
} as const;

type Income = {
  yen: number;
  hours: number;
  fees?: number;
  costs?: number;
  title?: Bilingual;
};

/** Fourteen months of income, `ago` months before this one. */
export const months: readonly ({ ago: number } & Partial<Record<keyof typeof streams, Income>>)[] =
  [
    {
      ago: 13,
      contract: {
        yen: 3_300,
        hours: 4,
        fees: 660,
        title: { ja: '自分で稼いだ最初の1円', en: 'First yen earned on my own' },
      },
    },
    { ago: 12, contract: { yen: 5_500, hours: 6, fees: 1_100 }, sites: { yen: 4_000, hours: 8 } },
    { ago: 11, contract: { yen: 12_000, hours: 11, fees: 2_400 } },
    { ago: 10, contract: { yen: 15_000, hours: 12, fees: 3_000 } },
    { ago: 9, contract: { yen: 32_000, hours: 21, fees: 6_400 }, sites: { yen: 8_000, hours: 9 } },
    { ago: 8, contract: { yen: 30_000, hours: 18, fees: 6_000 }, blog: { yen: 420, hours: 9 } },
    { ago: 7, contract: { yen: 48_000, hours: 24, fees: 9_600 }, blog: { yen: 1_100, hours: 7 } },
    {
      ago: 6,
      contract: { yen: 55_000, hours: 25, fees: 8_250 },
      blog: { yen: 2_380, hours: 6, costs: 1_500 },
      sites: { yen: 10_000, hours: 10 },
    },
    { ago: 5, contract: { yen: 62_000, hours: 26, fees: 6_200 }, blog: { yen: 3_900, hours: 6 } },
    { ago: 4, contract: { yen: 58_000, hours: 22 }, blog: { yen: 6_240, hours: 5 } },
    { ago: 3, contract: { yen: 88_000, hours: 30, costs: 3_200 }, blog: { yen: 7_800, hours: 5 } },
    { ago: 2, contract: { yen: 96_000, hours: 31 }, blog: { yen: 9_450, hours: 4 } },
    {
      ago: 1,
      contract: {
        yen: 150_000,
        hours: 36,
        title: { ja: '予約システムの追加開発', en: 'Second phase of the booking system' },
      },
      blog: { yen: 12_300, hours: 5 },
    },
    { ago: 0, contract: { yen: 60_000, hours: 14 } },
  ];

export type ExampleFact = Pick<MilestoneDraft, 'kind' | 'title'> &
  Partial<MilestoneDraft> & {
    readonly ago: number;
    readonly day?: number;
    readonly hours?: number;
  };

/** What else happened in those months. */
export const facts: readonly ExampleFact[] = [
  {
    kind: 'skill',
    ago: 12,
    hours: 60,
    title: {
      ja: 'TypeScriptで小さなツールを書けるように',
      en: 'Can write small tools in TypeScript',
    },
    story: {
      ja: '入門書を一冊終えたあと、職場の集計作業を題材に、練習をくり返しました。',
      en: 'After one beginner’s book I practised by rebuilding the spreadsheets from my day job.',
    },
    tags: ['TypeScript'],
  },
  {
    kind: 'work',
    ago: 9,
    day: 14,
    hours: 40,
    title: {
      ja: 'レシートを読み取る家計簿アプリを公開',
      en: 'Released a household app that reads receipts',
    },
    story: {
      ja: '自分が使いたくて作りました。公開後、同じことで困っていた3人からメールをもらいました。',
      en: 'I built it for myself. After the release three people with the same problem wrote to me.',
    },
    evidence: ['https://example.com/receipts'],
    tags: ['React', '個人開発'],
  },
  {
    kind: 'audience',
    ago: 8,
    title: { ja: '技術ブログとXを始めて1か月', en: 'One month into the tech blog and X' },
    measure: { name: 'X @hana_builds', value: 120n },
  },
  {
    kind: 'credential',
    ago: 7,
    hours: 90,
    title: {
      ja: '基本情報技術者試験に合格',
      en: 'Passed the Fundamental Information Technology Engineer Examination',
    },
    issuer: 'IPA',
    tags: ['資格'],
  },
  {
    kind: 'skill',
    ago: 5,
    hours: 25,
    title: { ja: '工数で見積もりを出せるように', en: 'Can quote by the hour' },
    story: {
      ja: '作業を2時間単位に分けて書き出すようにしたら、ずれが2割以内に収まりました。',
      en: 'Listing the work in two-hour pieces brought my estimates within a fifth of the actual time.',
    },
  },
  {
    kind: 'work',
    ago: 4,
    day: 20,
    hours: 52,
    title: { ja: '美容室の予約システムを公開', en: 'Launched a booking system for a hair salon' },
    story: {
      ja: '紙の台帳がいらなくなり、電話での予約も半分に減ったそうです。ブログの記事を読んだ店長さんから声がかかりました。',
      en: 'They dropped the paper book and halved the phone calls. The owner found me through a blog post.',
    },
    evidence: ['https://example.com/salon', 'https://example.com/salon/story'],
    tags: ['Next.js', 'PostgreSQL'],
  },
  {
    kind: 'audience',
    ago: 2,
    title: { ja: 'フォロワーが1,000人に', en: 'One thousand followers' },
    measure: { name: 'X @hana_builds', value: 1_050n },
  },
  {
    kind: 'recognition',
    ago: 1,
    day: 8,
    title: { ja: '「次もお願いしたい」と継続の依頼', en: 'Asked to stay on for the next phase' },
    issuer: 'Salon Mio',
    story: {
      ja: '納期より3日早く渡せたことを喜んでもらえました。',
      en: 'They were glad to have it three days early.',
    },
  },
];
