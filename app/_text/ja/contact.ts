import type { contact as en } from '../en/contact';

/** The contact form and the report form that strangers fill in, and the settings of the former. */
export const contact: typeof en = {
  title: '{name}さんに連絡する',
  write: '{name}さんに連絡する',
  lead: 'メッセージは{name}さんだけに届きます。登録は不要です。',
  came: {
    post: '{network}の投稿からお越しになりました。',
    email: 'メールのリンクからお越しになりました。',
    link: '共有されたリンクからお越しになりました。',
    from: '{source}からお越しになりました。',
    before: '直前にご覧になっていたのは{source}です。',
    about: '「<title>{milestone}</title>」についてのご連絡です。',
    seen: 'このことは{name}さんにも伝わります。',
  },
  kept: 'メッセージは、{name}さんが削除するまで保管されます。',
  keptDays: 'メッセージは、{name}さんの対応が終わってから{days}日後に削除されます。',
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
    check: 'まだ送信していません。印の付いた項目をご確認ください。',
    young: 'まだ送信していません。もう一度内容をご確認のうえ、送信してください。',
    stale:
      'フォームを開いてから時間がたっています。お手数ですが、もう一度「送信」を押してください。',
    later:
      '短い時間に多くのメッセージが届いているため、送信していません。入力内容は残っています。1時間ほどたってから、もう一度お試しください。',
    full: '{name}さんの受信箱がいっぱいのため、送信できませんでした。',
    damaged: 'フォームを正しく受け取れませんでした。内容をご確認のうえ、もう一度送信してください。',
    large: '長すぎるため送信できませんでした。メッセージを短くしてください。',
  },
  sent: {
    title: '{name}さんにメッセージを送信しました',
    answer: 'お返事は、入力されたメールアドレスに届きます。',
    copy: '控えもメールでお送りします。',
    again: '別のメッセージを送る',
  },
  response: {
    people: 'この記録をきっかけに、{people}人とつながりました',
    hours: '返信の目安は{hours}時間以内',
    days: '返信の目安は{days}日以内',
  },
  report: {
    link: 'このページを報告する',
    title: '{name}さんの記録を報告する',
    lead: '報告はこのサイトの運営者に届きます。{name}さんには届きません。報告した方の情報は残りません。',
    reason: '報告の理由',
    reasons: {
      spam: '迷惑な宣伝',
      harassment: '嫌がらせ',
      illegal: '違法な内容',
      other: 'その他',
    },
    text: '詳しい内容',
    textHint: '任意です。どこにあるかを書いていただくと、確認しやすくなります。',
    send: '報告を送信',
    sentTitle: '報告を受け付けました',
    sent: 'ありがとうございます。運営者が確認できるようになりました。',
    later:
      '短い時間に多くの報告が届いているため、送信していません。入力内容は残っています。1時間ほどたってから、もう一度お試しください。',
    large: '長すぎるため送信できませんでした。内容を短くしてください。',
  },
  desk: {
    title: '連絡の受け方',
    lead: '連絡を受け取る方法と、保管する期間を決めます。',
    form: '問い合わせフォーム',
    takesInquiries: '問い合わせを受け付ける',
    takesInquiriesHint:
      '記録と各実績に、フォームへのボタンが付きます。あなたのメールアドレスは表示されません。',
    showsResponse: '来てくれた人数と返信の早さを表示する',
    showsResponseHint:
      '記録のボタンの横に、記録をきっかけに来てくれた人数と、最初の返信までの目安を表示します。',
    inquiryDays: '完了した問い合わせを保管する日数',
    inquiryDaysHint:
      '完了にしてから、この日数がたつと削除されます。空欄にすると、そのまま残ります。',
    saved: '保存しました。',
    open: 'フォームを見る',
    unpublished: '記録を公開していないため、フォームはまだだれにも見えません。',
    hidden: '記録の「連絡先」を表示していないため、ボタンは各実績のページにだけ付きます。',
    showContact: '記録に表示する項目を選ぶ',
    theirs: '先に保存された内容',
    theirsHint:
      'あなたの選んだ内容は、フォームに残っています。もう一度保存すると、置き換わります。',
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
    unblocked: 'ブロックを解除しました。これからのメッセージは届きます。',
  },
};
