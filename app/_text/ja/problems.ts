import type { problems as en } from '../en/problems';

export const problems: typeof en = {
  notFoundTitle: 'ページが見つかりません',
  notFoundText: '移動または削除されたか、アドレスが間違っている可能性があります。',
  home: 'トップページへ',
};
