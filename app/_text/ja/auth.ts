import type { auth as en } from '../en/auth';

export const auth: typeof en = {
  displayName: '表示名',
  displayNameHint: '記録に表示されます。ペンネームでも構いません。',
  handle: 'ハンドル',
  handleHint:
    '記録のアドレス（/u/ハンドル）になります。半角の英小文字・数字・ハイフンで3〜30文字。',
  email: 'メールアドレス',
  emailHint: 'ログインだけに使います。公開されません。',
  password: 'パスワード',
  passwordHint: '12文字以上。関係のない言葉をいくつか並べるのがおすすめです。貼り付けもできます。',
  signUp: {
    title: 'アカウント登録',
    lead: '公開するまで、記録はあなただけのものです。',
    submit: '登録する',
    busy: '登録しています…',
    other: 'アカウントをお持ちですか？',
    otherLink: 'ログインはこちら',
  },
  signIn: {
    title: 'ログイン',
    submit: 'ログイン',
    busy: 'ログインしています…',
    other: 'はじめての方は',
    otherLink: 'アカウント登録へ',
    welcome:
      '登録したパスワードでログインしてください。このメールアドレスのアカウントがすでにあった場合、パスワードは変わっていません。',
  },
  signOut: 'サインアウト',
  outage: {
    title: 'ただいまご利用いただけません',
    text: 'データベースが応答していません。記録は失われず、ログインの状態もそのままです。少し待ってから、もう一度お試しください。',
  },
  foreign: {
    title: 'この操作は受け付けられませんでした',
    text: 'ほかのサイトから送られた操作です。Jisseki を開き直して、もう一度お試しください。',
  },
};
