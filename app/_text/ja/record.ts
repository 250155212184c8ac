import type { record as en } from '../en/record';

export const record: typeof en = {
  title: '記録',
  lead: 'ほかの人に見える内容です（{address}）。',
  publish: '公開する',
  retract: '公開をやめる',
  publishedSince: '{date}から公開しています。だれでも見られます。',
  notPublished: '公開していません。見られるのは自分だけです。',
  sees: '{count, plural, =0 {ほかの人に見える実績はまだありません。} other {ほかの人に見える実績は#件です。}}',
  wouldSee:
    '{count, plural, =0 {公開範囲が「公開」の実績はまだありません。} other {公開すると、#件の実績が見られるようになります。}}',
  keeps: '非公開の実績は{count, number}件です。',
  unlisted: '限定公開の実績は{count, number}件です。',
  choosePublic: '実績の公開範囲を「公開」にすると、記録に載ります。',
  published: '記録を公開しました。',
  retracted: '記録の公開をやめました。',
  profile: 'プロフィール',
  displayName: '表示名',
  displayNameHint: 'ペンネームでもかまいません。',
  handle: 'ハンドル',
  handleHint:
    '記録のアドレスになります。半角の英小文字・数字・ハイフンで3〜30文字。変えると、前のアドレスでは開けなくなります。',
  headline: 'ひとこと',
  headlineHint: 'どんな人か、一行で。',
  headlineTranslated: '英語のひとこと',
  about: '紹介文',
  aboutTranslated: '英語の紹介文',
  preview: 'ほかの人からの見え方',
  previewTitle: '記録のプレビュー',
  open: '記録を開く',
  saved: '保存しました。',
};
