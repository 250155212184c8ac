import type { Locale } from '@/lib/locale';
import type { Network } from '@/lib/share/networks.rules';

const salon = '美容室の予約システムを公開';
const receipts = 'レシートを読み取る家計簿アプリを公開';

type EarlierPost = {
  /** What the rest here calls it. */
  readonly key: string;
  /** Japanese title of the milestone; null: the record. */
  readonly title: string | null;
  readonly network: Network;
  readonly language: Locale;
  readonly text: string;
  readonly daysAgo: number;
  /** Visits on that day and on those after it. */
  readonly visits: readonly number[];
};

/** Posts of earlier months, with the people each brought. */
export const earlierPosts: readonly EarlierPost[] = [
  {
    key: 'receipts on X',
    title: receipts,
    network: 'x',
    language: 'ja',
    text: 'レシートを撮ると家計簿がつくアプリを公開しました。自分が使いたくて、40時間で作りました。',
    daysAgo: 171,
    visits: [34, 12, 6, 3, 1, 2, 0, 1],
  },
  {
    key: 'salon on X',
    title: salon,
    network: 'x',
    language: 'ja',
    text: '紙の予約台帳をなくしたくて、美容室の予約システムを作りました。電話の予約は半分になったそうです。',
    daysAgo: 108,
    visits: [61, 24, 11, 7, 3, 4, 1, 2, 0, 1],
  },
  {
    key: 'record on LinkedIn',
    title: null,
    network: 'linkedin',
    language: 'en',
    text: 'Evenings and Saturdays only: here is what a year of small programming jobs came to.',
    daysAgo: 46,
    visits: [14, 9, 4, 2, 1, 1],
  },
];

/** Who reads without a post: a site, visits a month, and since how many days. */
export const readers = [
  { source: '', title: null, monthly: 21, since: 180 },
  { source: 'google.com', title: null, monthly: 9, since: 150 },
  { source: 'google.com', title: salon, monthly: 12, since: 95 },
  { source: 'note.com', title: null, monthly: 5, since: 120 },
  { source: 'b.hatena.ne.jp', title: salon, monthly: 3, since: 100 },
] as const;

type ExampleInquiry = {
  readonly name: string;
  readonly email: string | null;
  readonly arrival: 'form' | 'hand';
  readonly origin: 'record' | 'networking';
  readonly subject: 'job' | 'collaboration' | 'question' | 'other';
  readonly language: Locale;
  readonly message: string;
  readonly daysAgo: number;
  /** Hours until the first reply; null: none yet. */
  readonly repliedAfter: number | null;
  readonly title?: string;
  /** Key of the post it came by. */
  readonly by?: string;
  readonly source?: string;
  readonly outcome?: 'nothing' | 'conversation' | 'collaboration' | 'work_agreed';
  readonly yen?: number;
  /** Japanese title of the income it became. */
  readonly became?: string;
  readonly note?: string;
  readonly nextStep?: { readonly text: string; readonly inDays: number };
};

/** Who came, and what became of it. Their addresses lead nowhere. */
export const inquiries: readonly ExampleInquiry[] = [
  {
    name: '西野',
    email: 'nishino@example.com',
    arrival: 'form',
    origin: 'record',
    subject: 'question',
    language: 'ja',
    message:
      '家計簿アプリを使っています。レシートが長いとき、下のほうが読み取れないことがあるのですが、撮り方のコツはありますか。',
    daysAgo: 166,
    repliedAfter: 9,
    title: receipts,
    by: 'receipts on X',
    source: 't.co',
    outcome: 'conversation',
  },
  {
    name: '三田（美容室ミオ）',
    email: 'mita@example.com',
    arrival: 'form',
    origin: 'record',
    subject: 'job',
    language: 'ja',
    message:
      '予約システムの件、読みました。うちでもお客さまへの前日のお知らせまで含めてお願いできませんか。急ぎではありません。',
    daysAgo: 104,
    repliedAfter: 14,
    title: salon,
    by: 'salon on X',
    source: 't.co',
    outcome: 'work_agreed',
    yen: 150_000,
    became: '予約システムの追加開発',
    note: '見積もり36時間。前日のお知らせはメールだけで始める。',
  },
  {
    name: '大学の先輩',
    email: null,
    arrival: 'hand',
    origin: 'networking',
    subject: 'job',
    language: 'ja',
    message: '勉強会で話して、会社の紹介ページを頼まれた。',
    daysAgo: 80,
    repliedAfter: null,
    outcome: 'nothing',
    note: '予算が合わず見送り。',
  },
  {
    name: 'Jonas Weber',
    email: 'jonas@example.com',
    arrival: 'form',
    origin: 'record',
    subject: 'collaboration',
    language: 'en',
    message:
      'I build a small booking tool for physiotherapists and read how you got rid of the paper book. Would you compare notes for half an hour? Text is fine too.',
    daysAgo: 43,
    repliedAfter: 30,
    by: 'record on LinkedIn',
    source: 'linkedin.com',
    outcome: 'collaboration',
    nextStep: { text: '画面の見本を送る', inDays: 5 },
  },
  {
    name: '小川',
    email: 'ogawa@example.com',
    arrival: 'form',
    origin: 'record',
    subject: 'job',
    language: 'ja',
    message:
      '整体院を営んでいます。紙の回数券を、スマートフォンで管理できるようにしたいです。平日の夜にチャットでご相談できますか。',
    daysAgo: 2,
    repliedAfter: null,
    title: salon,
    source: 'google.com',
  },
];
