import { textsIn } from '@/app/_text/texts';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { Command } from './match';

/** Where each leads, and what else it is found by: readings, and words people may think of. */
const places = [
  ['dashboard', paths.dashboard, 'だっしゅぼーど dasshubodo home ホーム トップ'],
  ['log', paths.newMilestone, 'じっせきをかく jisseki new add 追加 新規 収入'],
  ['milestones', paths.milestones, 'じっせき jisseki list 一覧 検索 search'],
  ['goals', paths.goals, 'もくひょう mokuhyou target'],
  ['newGoal', paths.newGoal, 'もくひょうをたてる mokuhyou add 追加 新規'],
  ['effort', paths.effort, 'じかん jikan hours time 人付き合い 実績づくり'],
  ['startTimer', paths.effort, 'たいまー taima stop 停止 計る measure'],
  ['streams', paths.streams, 'しゅうにゅうげん shuunyuugen shunyugen income merge 収入'],
  ['currencies', paths.currencies, 'つうか tsuuka rate 為替 レート exchange'],
  ['skills', paths.skills, 'すきる sukiru level 学習'],
  ['audience', paths.audience, 'はっしん hasshin followers フォロワー 読者'],
  ['ladder', paths.ladder, 'はしご hashigo rung 段 到達 定着'],
  ['record', paths.record, 'きろく kiroku profile プロフィール preview'],
  ['publish', paths.record, 'きろくをこうかい koukai 公開 retract'],
  ['seen', paths.recordSeen, 'みえかた miekata preview プレビュー stranger'],
  ['disclosure', paths.recordDisclosure, 'こうかい koukai privacy 匿名 ペンネーム pen name'],
  ['names', paths.recordNames, 'なまえ namae leak 漏れ 実名 会社'],
  ['badges', paths.recordBadges, 'ばっじ bajji badge qr embed 埋め込み 画像'],
  ['publicise', paths.publicise, 'しぇあ shea queue post 投稿 公開'],
  ['shares', paths.shares, 'しぇあ shea link リンク 短縮'],
  ['newShare', paths.newShare, 'しぇあ shea post 投稿 x line'],
  ['inbox', paths.inbox, 'じゅしんばこ jushinbako message 問い合わせ メール inquiry'],
  ['newInquiry', paths.newInquiry, 'きたひと kitahito inquiry 紹介 追加 新規'],
  ['response', paths.response, 'はんのう hannou visits 訪問 アクセス 効果 thesis'],
  ['outbox', paths.outbox, 'そうしんばこ soushinbako mail メール 送信'],
  ['inboxSettings', paths.inboxSettings, 'といあわせ toiawase contact form フォーム ブロック'],
  [
    'deleted',
    paths.deletedMilestones,
    'さくじょしたじっせき sakujo undo trash restore ごみ箱 元に戻す',
  ],
  ['settings', paths.settings, 'せってい settei language zone 言語 タイムゾーン account'],
  ['security', paths.security, 'せきゅりてぃ sekyuriti sessions 端末 履歴 history 安全'],
  ['changeEmail', paths.securityEmail, 'めーるあどれす email アドレス 変更'],
  ['changePassword', paths.securityPassword, 'ぱすわーど pasuwado password パスワード 変更'],
  ['twoFactor', paths.twoFactor, 'にだんかい nidankai 2fa totp 認証アプリ authenticator'],
  ['recoveryCodes', paths.twoFactor, 'りかばりーこーど rikabari backup codes 予備'],
  ['passkeys', paths.passkeys, 'ぱすきー pasuki passkey webauthn 指紋 fingerprint'],
  ['data', paths.data, 'でーた deta export restore import csv 書き出し 復元 取り込み'],
  ['deleteAccount', paths.deleteAccount, 'さくじょ sakujo 退会 close account 解約'],
  ['signOut', null, 'ろぐあうと roguauto log out logout サインアウト'],
] as const;

/** Every screen and what can be begun on it, in `locale`. */
export function commandsIn(locale: Locale): Command[] {
  const [t, en, ja] = [textsIn(locale), textsIn('en'), textsIn('ja')];
  return places.map(([name, href, also]) => ({
    href,
    label: t(`menu.${name}`),
    words: `${en(`menu.${name}`)} ${ja(`menu.${name}`)} ${also}`,
  }));
}
