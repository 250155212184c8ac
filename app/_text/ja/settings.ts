import type { settings as en } from '../en/settings';

export const settings: typeof en = {
  title: '設定',
  language: '表示言語',
  zone: 'タイムゾーン',
  zoneHint: '日付や月の区切りに使います。',
  saved: '保存しました。',
  account: 'アカウント',
  email: '{email}でログインしています。',
};
