import type { errors as en } from '../en/errors';

export const errors: typeof en = {
  required: '入力してください。',
  'too-long': '長すぎます。',
  'form-malformed':
    'フォームが正しく届きませんでした。ページを読み込み直して、もう一度お試しください。',
  'try-again': 'うまくいきませんでした。もう一度お試しください。',
  'too-many-tries': '試行回数が多すぎます。数分待ってから、もう一度お試しください。',
  summary: 'まだ保存されていません。印のついた項目をご確認ください。',
};
