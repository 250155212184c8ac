import type { contact as en } from '../en/contact';

/** The contact form and the report form that strangers fill in, and the settings of the former. */
export const contact: typeof en = {
  title: '{name}さんに連絡する',
  write: '{name}さんに連絡する',
  lead: 'メッセージは{name}さんだけに届きます。登録は不要です。',
  came: {
    post: '{network}の投稿からのご訪問です。',
    email: 'メールのリンクからのご訪問です。',
    link: 'シェアされたリンクからのご訪問です。',
    from: '{source}からのご訪問です。',
    before: '直前のサイトは{source}です。',
    about: '「<title>{milestone}</title>」についてのご連絡です。',
    seen: 'このことは、{name}さんにも伝わります。',
  },
  kept: 'メッセージは、{name}さんが削除するまで保管されます。',
  keptDays:
    'お名前、メールアドレス、メッセージは、{name}さんが対応を終えてから{days}日後に削除されます。',
  name: 'お名前',
  email: 'メールアドレス',
  emailHint: '返信先になります。{name}さん以外には伝わりません。',
  subject: 'ご用件',
  subjects: {
    job: 'お仕事の依頼',
    collaboration: '協業の相談',
    question: '質問',
    other: 'その他',
  },
  message: 'メッセージ',
  leaveEmpty: '空欄のままにしてください',
  send: '送信',
  back: '{name}さんの記録に戻る',
  problem: '未送信：{title}',
  told: {
    check: 'まだ送信していません。印のついた項目をご確認ください。',
    young: 'まだ送信していません。もう一度内容をご確認のうえ、送信してください。',
    stale:
      'まだ送信していません。フォームを開いてから時間がたっているため、お手数ですが、もう一度送信してください。',
    later:
      '短い時間に多くのメッセージが届いたため、送信できませんでした。入力内容は残っています。1時間ほどおいて、もう一度お試しください。',
    full: '{name}さんの受信箱がいっぱいのため、送信できませんでした。',
    damaged: 'フォームを正しく受け取れませんでした。内容をご確認のうえ、もう一度送信してください。',
    large: '長すぎるため送信できませんでした。メッセージを短くしてください。',
  },
  sent: {
    title: '{name}さんにメッセージを送信しました',
    answer: 'お返事は、入力されたメールアドレスあてに届きます。',
    copy: '控えがメールで届く場合もあります。',
    again: '別のメッセージを送る',
  },
  response: {
    people: 'この記録をきっかけに、{people, number}人から声がかかりました',
    hours: '返信の目安は{hours}時間以内',
    days: '返信の目安は{days}日以内',
  },
  report: {
    link: 'このページを報告する',
    title: '{name}さんの記録を報告する',
    lead: '報告はこのサイトの運営者に届きます。{name}さんには届きません。報告した方の情報は保存しません。',
    reason: '報告の理由',
    reasons: {
      spam: 'スパム・迷惑な宣伝',
      harassment: '嫌がらせ',
      illegal: '違法な内容',
      other: 'その他',
    },
    text: '詳しい内容',
    textHint: '任意です。問題のある箇所を書いていただくと、確認しやすくなります。',
    send: '報告を送信',
    sentTitle: '報告を受け付けました',
    sent: 'ご報告ありがとうございます。内容は、このサイトの運営者が確認できます。',
    later:
      '短い時間に多くの報告が届いたため、送信できませんでした。入力内容は残っています。1時間ほどおいて、もう一度お試しください。',
    large: '長すぎるため送信できませんでした。内容を短くしてください。',
  },
  desk: {
    title: '問い合わせの設定',
    lead: '問い合わせの受け付け方と、保管する期間を決めます。',
    form: '問い合わせフォーム',
    takesInquiries: '問い合わせを受け付ける',
    takesInquiriesHint:
      '記録と各実績に、フォームへのボタンが付きます。あなたのメールアドレスは表示されません。',
    showsResponse: '来た人の数と返信の早さを表示する',
    showsResponseHint:
      '記録をきっかけに来た人の数と、最初の返信までの目安を、記録のボタンの横に表示します。',
    inquiryDays: '完了した問い合わせを保管する日数',
    inquiryDaysHint:
      '完了にしてからこの日数がたつと、相手の名前や連絡先、メッセージは削除されます。来たことは、その後も数に残ります。合意した仕事は、収入として記録するまで残ります。空欄にすると、すべてそのまま残ります。',
    saved: '保存しました。',
    open: 'フォームを見る',
    unpublished: '記録を公開していないため、フォームはまだだれにも見えません。',
    hidden: '記録の「連絡先」を表示していないため、ボタンは各実績のページにだけ付きます。',
    showContact: 'ページの構成を変える',
    theirs: '先に保存された内容',
    theirsHint:
      '入力した内容は、下のフォームに残っています。保存すると、ここにある内容は上書きされます。',
    on: 'オン',
    off: 'オフ',
    always: 'そのまま残す',
    blocked: 'ブロックした送信者',
    blockedLead:
      'ブロックした相手からのメッセージは届きません。相手には通常どおりの画面が表示され、ブロックしたことは伝わりません。',
    nobody: 'ブロックした相手はいません。メッセージの画面からブロックできます。',
    since: '{day}から',
    unblock: '解除',
    unblockOne: '{email}のブロックを解除',
    unblocked: 'ブロックを解除しました。今後のメッセージは届きます。',
  },
};
