import type { problems as en } from '../en/problems';

export const problems: typeof en = {
  notFoundTitle: 'ページが見つかりません',
  notFoundText: '移動または削除されたか、アドレスが間違っている可能性があります。',
  errorTitle: 'エラーが起きました',
  errorText: '少し待ってから、前のページに戻って、もう一度お試しください。',
  retry: 'もう一度試す',
  home: 'トップページへ',
};
