import type { LandingCopy } from './landing';

const en: LandingCopy = {
  title: 'Connections\nfollow results.',
  lead: 'Keeping up connections takes hours, and few of those people will be there when it matters. A record of results, once published, draws the right people by itself.',
  sum: [
    {
      name: 'Keeping up connections',
      working: '30 people × 10 messages × 1 minute',
      result: '5 hours a day',
    },
    {
      name: 'Keeping a record',
      working: 'write it down once, leave it where people can see it',
      result: 'people come',
      sealed: true,
    },
  ],
  action: 'Sign up',
  example: 'See an example record',
  note: 'Start with the first yen you earn on your own. Pen names are welcome, and nothing is public until you publish it.',
  specimen: {
    badge: 'Example',
    label: 'An example record',
    name: 'Hana',
    headline: 'Office job by day, programming on the side. Home on time.',
    rungs: [
      {
        label: '¥50,000 a month',
        state: 'held',
        reached: 'Reached Nov 2025',
        held: 'Held since Jan 2026',
      },
      { label: '¥100,000 a month', state: 'reached', reached: 'Reached May 2026' },
      {
        label: '¥300,000 a month',
        state: 'next',
        missing: '¥138,000 more',
        progress: 0.54,
        progressLabel: 'Towards ¥300,000 a month',
      },
    ],
    lines: [
      {
        date: 'May 2026',
        dateTime: '2026-05',
        kind: 'income',
        kindLabel: 'Income',
        title: 'Contract programming',
        amount: '¥162,000',
        amountNote: '36 hours',
      },
      {
        date: 'Apr 2026',
        dateTime: '2026-04',
        kind: 'work',
        kindLabel: 'Work',
        title: 'Launched a booking system for a hair salon',
      },
      {
        date: 'Mar 2026',
        dateTime: '2026-03',
        kind: 'audience',
        kindLabel: 'Audience',
        title: 'Readers of the tech blog',
        amount: '12,400',
        amountNote: 'a month',
      },
      {
        date: 'Jun 2025',
        dateTime: '2025-06',
        kind: 'income',
        kindLabel: 'Income',
        title: 'First yen earned on my own',
        amount: '¥3,300',
        amountNote: '4 hours',
      },
    ],
  },
};

const ja: LandingCopy = {
  title: '人脈は、\n実績についてきます。',
  lead: 'つながりを保つには時間がかかり、いざというときに頼れる人は多くありません。実績は、一度公開しておけば、必要とする人のほうから見つけてくれます。',
  sum: [
    { name: 'つながりを保つ', working: '30人 × 10通 × 1分', result: '毎日5時間' },
    {
      name: '実績を残す',
      working: '一度書いて、見えるところに置く',
      result: '人が来る',
      sealed: true,
    },
  ],
  action: '新規登録',
  example: '記録の見本を見る',
  note: '自分で稼いだ最初の1円から始められます。ペンネームでもかまいません。公開するまで、ほかの人には見えません。',
  specimen: {
    badge: '見本',
    label: '記録の見本',
    name: 'はな',
    headline: '昼は会社員、夜はプログラミング。定時で帰っています。',
    rungs: [
      {
        label: '月5万円',
        state: 'held',
        reached: '2025年11月に到達',
        held: '2026年1月から定着',
      },
      { label: '月10万円', state: 'reached', reached: '2026年5月に到達' },
      {
        label: '月30万円',
        state: 'next',
        missing: 'あと138,000円',
        progress: 0.54,
        progressLabel: '月30万円まで',
      },
    ],
    lines: [
      {
        date: '2026年5月',
        dateTime: '2026-05',
        kind: 'income',
        kindLabel: '収入',
        title: '受託プログラミング',
        amount: '162,000円',
        amountNote: '36時間',
      },
      {
        date: '2026年4月',
        dateTime: '2026-04',
        kind: 'work',
        kindLabel: '制作・公開',
        title: '美容室の予約システムを公開',
      },
      {
        date: '2026年3月',
        dateTime: '2026-03',
        kind: 'audience',
        kindLabel: '発信',
        title: '技術ブログの読者',
        amount: '12,400人',
        amountNote: '月間',
      },
      {
        date: '2025年6月',
        dateTime: '2025-06',
        kind: 'income',
        kindLabel: '収入',
        title: '自分で稼いだ最初の1円',
        amount: '3,300円',
        amountNote: '4時間',
      },
    ],
  },
};

/** The landing page's words. */
export const landingCopy = { en, ja };
