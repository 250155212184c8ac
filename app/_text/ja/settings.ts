import type { settings as en } from '../en/settings';

export const settings: typeof en = {
  title: '設定',
  language: '表示言語',
  zone: 'タイムゾーン',
  zoneHint: '日付や月の区切りに使います。',
  saved: '保存しました。',
  account: 'アカウント',
  email: '{email}でログインしています。',
  streak: '続けている月',
  streakLead:
    '何かを書いた月を数えます。休みにした月は数に入りませんが、その月で途切れることもありません。',
  streakShown: 'ダッシュボードに表示しています。',
  streakHidden: 'ダッシュボードに表示していません。',
  streakShow: '表示する',
  streakHide: '隠す',
  pauses: '休みにした月',
  noPauses: '休みにした月はありません。',
  pauseMonth: '休みにする月',
  pauseHint: '過去の月、今月、12か月先までの月を選べます。',
  pause: '休みにする',
  resume: '取り消す',
  resumeOne: '{month}の休みを取り消す',
  nowShown: '続けている月を、ダッシュボードに表示します。',
  nowHidden: '続けている月を隠しました。',
  nowPaused: '休みにしました。',
  nowResumed: '休みを取り消しました。',
};
