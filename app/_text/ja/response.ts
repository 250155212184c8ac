import type { response as en } from '../en/response';

/** The thesis page: who came because of the record. */
export const response: typeof en = {
  title: '反応',
  lead: 'シェアしたことで、何が起きたか。',
  came: 'この実績を見て来た人：',
  number: '{count, number}',
  span: '{from}〜{to}',
  ever: 'これまでの合計：{count, number}',
  formClosed:
    '問い合わせフォームを閉じているため、記録を見た人がフォームから連絡することはできません。',
  openForm: 'フォームを開く',
  direct: '直接（シェア以外から）',
  noCountry: '不明',
  noSite: '参照元なし',
  others: 'その他',
  gone: '削除した実績',
  deleted: '{title}（削除済み）',
  chain: {
    title: 'シェアから収入まで（{from}〜{to}）',
    step: '段階',
    count: '数',
    shares: 'シェア',
    visits: '訪問',
    inquiries: '問い合わせ',
    outcomes: '結果',
    income: '収入',
    previews: 'リンクのプレビュー表示 {count, number}回',
    visitsNote: '1人につき1日1回',
    promised: 'うち{amount}は合意済み・未記録',
  },
  became: {
    conversation: '会話：{count, number}件',
    collaboration: '協業：{count, number}件',
    agreed: '仕事：{count, number}件',
    nothing: '進展なし：{count, number}件',
    open: '結果はこれから：{count, number}件',
  },
  rate: {
    inquiries: '訪問の{percent}',
    outcomes: '問い合わせの{percent}',
    income: '結果の{percent}が仕事に',
  },
  few: {
    inquiries: '訪問{of, number}回のうち{part, number}件。割合を出すには少なすぎます',
    outcomes: '問い合わせ{of, number}件のうち{part, number}件。割合を出すには少なすぎます',
    income: '結果{of, number}件のうち仕事は{part, number}件。割合を出すには少なすぎます',
  },
  columns: {
    shares: 'シェア',
    visits: '訪問',
    previews: 'プレビュー',
    people: '来た人',
    agreed: '仕事',
    income: '収入',
  },
  by: {
    network: 'シェア先ごと',
    networkHead: 'シェア先',
    document: '見られた実績ごと',
    documentHead: '実績',
    site: '参照元のサイトごと',
    siteHead: 'サイト',
    country: '国ごと',
    countryHead: '国',
    month: '月ごと',
    monthHead: '月',
  },
  draws: {
    people: {
      network:
        'いちばん人が来るのは{name}です。シェアから来た{of, number}人のうち{count, number}人がここからです。',
      document:
        'いちばん人を呼んでいるのは「{name}」です。実績から来た{of, number}人のうち{count, number}人がこれを見ています。',
    },
    visits: {
      network:
        'いちばん見に来てもらえるのは{name}です。シェアからの訪問{of, number}回のうち{count, number}回がここからです。',
      document:
        'いちばん見られているのは「{name}」です。実績への訪問{of, number}回のうち{count, number}回がこれです。',
    },
    few: {
      network:
        'どのシェア先がいちばん人を呼ぶかは、まだわかりません。数が少ないか、差が小さいためです。',
      document:
        'どの実績がいちばん人を呼ぶかは、まだわかりません。数が少ないか、差が小さいためです。',
    },
  },
  sides: {
    title: '実績づくりと人付き合い',
    hours: '時間',
    people: '来た人',
    each: '1人あたりの時間',
    agreed: '決まった仕事',
    income: '収入',
    perHour: '1時間あたりの収入',
    'too-little': 'どちらかの時間が5時間に届いていないため、まだ比べられません。',
    nobody: 'この期間は、どちらからも人が来ていません。',
    building:
      '1人が来るまでに、実績づくりでは{building}、人付き合いでは{networking}かかりました。実績づくりのほうが人を呼んでいます。',
    networking:
      '1人が来るまでに、人付き合いでは{networking}、実績づくりでは{building}かかりました。人付き合いのほうが人を呼んでいます。',
    even: '1人が来るまでにかかった時間は、実績づくりも人付き合いも{each}でした。',
    onlyBuilding: '人が来たのは実績からだけです。人付き合いの{hours}では、まだだれも来ていません。',
    onlyNetworking:
      '人が来たのは人付き合いからだけです。実績づくりの{hours}では、まだだれも来ていません。',
    early: 'まだ人数が少ないので、次の1人で変わるかもしれません。',
    how: '時間は「2つの時間の使い方」と同じで、記録のある最初の月から数えています。実績を見て来たのか、知り合いを通じて来たのかは、受信箱で選べます。',
  },
  effort: {
    title: '来た人',
    people: '{count, plural, =0 {まだいません} other {#人}}',
    each: '1人あたり{hours}',
    perHour: '1時間あたり{amount}',
    whole: 'シェアから収入までの流れを見る',
  },
  how: '問い合わせは、その後の結果も含めて、届いた月に数えます。同じ人から何度か届いても、来た人は1人とし、この期間で最初に来たところに数えます。ブロックしたり報告したりした相手は、来た人に数えません。合意した金額は、収入として記録したあとは、記録した金額に置き換えて数えます。',
  begin: {
    title: 'まだだれも来ていません',
    text: 'まずは次の3つから。ここに、シェアから収入までの流れが見えるようになります。',
    publish: '記録を公開する',
    publishText: '公開する実績を選びます。ペンネームでもかまいません。',
    share: 'シェアする',
    shareText: 'シェアごとに専用の短いアドレスができるので、どこから来てもらえたかがわかります。',
    open: '問い合わせフォームを開く',
    openText: '記録を見た人から連絡が届くようになります。あなたのメールアドレスは表示されません。',
    done: '済んでいます。',
  },
};
