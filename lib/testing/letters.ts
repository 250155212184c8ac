import type { MailDraft } from '../mail/rules';

/** A letter to be queued. */
export function letterDraft(more: Partial<MailDraft> = {}): MailDraft {
  return {
    occasion: 'inquiry:1',
    recipient: 'hana@example.org',
    replyTo: 'taro@example.net',
    subject: '佐藤さんからのお問い合わせ',
    text: 'こんにちは。',
    html: '<p>こんにちは。</p>',
    unsubscribe: 'https://jisseki.example/l/AAAAAAAAAAAAAAAAAAAAAA',
    ...more,
  };
}
