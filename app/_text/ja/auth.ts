import type { auth as en } from '../en/auth';

export const auth: typeof en = {
  displayName: '表示名',
  displayNameHint: '記録に表示されます。ペンネームでもかまいません。',
  handle: 'ハンドル',
  handleHint:
    '記録のアドレス（/u/ハンドル）になります。半角の英小文字・数字・ハイフンで3〜30文字。',
  email: 'メールアドレス',
  emailHint: 'ログインだけに使います。公開されません。',
  password: 'パスワード',
  passwordHint: '12文字以上。関係のない言葉をいくつか並べるのがおすすめです。貼り付けもできます。',
  signUp: {
    title: '新規登録',
    lead: '公開するまで、記録はあなたにしか見えません。',
    submit: '登録する',
    busy: '登録しています…',
    other: 'アカウントをお持ちの方は',
    otherLink: 'ログイン',
  },
  signIn: {
    title: 'ログイン',
    submit: 'ログイン',
    busy: 'ログインしています…',
    other: 'アカウントをお持ちでない方は',
    otherLink: '新規登録',
    welcome:
      '設定したパスワードでログインしてください。このメールアドレスですでに登録していた場合は、これまでのパスワードをお使いください。',
  },
  outage: {
    title: 'ただいまご利用いただけません',
    text: 'データベースにつながりません。保存した内容は失われていません。ログインの状態もそのままです。少し待ってから、もう一度お試しください。',
  },
  foreign: {
    title: 'この操作は受け付けられませんでした',
    text: 'ほかのサイトから送られた操作のため、実行していません。Jissekiを開き直して、もう一度お試しください。',
  },
};
