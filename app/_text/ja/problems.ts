import type { problems as en } from '../en/problems';

export const problems: typeof en = {
  notFoundTitle: 'ページが見つかりません',
  notFoundText: '移動や削除のほか、アドレスの打ち間違いかもしれません。',
  errorTitle: 'エラーが起きました',
  errorText: '少し待ってから、前のページに戻ってもう一度お試しください。',
  retry: 'もう一度試す',
  home: 'トップページへ',
};
