import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { Claimed } from './mutations';
import {
  errorLine,
  isAutomatic,
  isFinal,
  isOneAddress,
  isOutage,
  messageId,
  type Outcome,
  type SendingError,
  toldOf,
  tryAtMost,
} from './rules';

/** Brings letters to the server that takes them. */
export type Carrier = { readonly send: (mail: Claimed) => Promise<Outcome> };

/** Milliseconds for each way in which a server can be silent. */
export type Patience = {
  readonly connection: number;
  readonly greeting: number;
  readonly silence: number;
  /** For the whole of one letter. */
  readonly whole: number;
};

const patience: Patience = {
  connection: 10_000,
  greeting: 10_000,
  silence: 30_000,
  whole: tryAtMost,
};

/**
 * The server at `smtpUrl`. `smtps:` is encrypted and its certificate verified. `smtp:` is encrypted
 * where the server offers it, and must be before a password crosses a network; within this machine
 * nothing is.
 * @param from `Jisseki <mail@example.org>`
 */
export function carrierTo(smtpUrl: string, from: string, waits: Patience = patience): Carrier {
  const url = new URL(smtpUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);
  const secure = url.protocol === 'smtps:';
  const [user, pass] = [url.username, url.password].map(decodeURIComponent);
  const transport = nodemailer.createTransport({
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(!secure && (isLocal ? { ignoreTLS: true } : { requireTLS: Boolean(user) })),
    ...(user && { auth: { user, pass: pass ?? '' } }),
    connectionTimeout: waits.connection,
    dnsTimeout: waits.connection,
    greetingTimeout: waits.greeting,
    socketTimeout: waits.silence,
  });
  return {
    async send(mail) {
      if (!isOneAddress(mail.recipient)) {
        return { sent: false, error: 'address', isFinal: true, outage: null };
      }
      try {
        // At its end the connection is closed: what the server has not got by then, it never gets.
        const signal = AbortSignal.timeout(waits.whole);
        await transport.sendMail({ ...messageOf(mail, from), signal });
        return { sent: true };
      } catch (error) {
        const facts: SendingError = typeof error === 'object' && error !== null ? error : {};
        const kind = `${facts.command} ${facts.code} ${facts.responseCode ?? ''}`;
        return {
          sent: false,
          error: toldOf(error),
          isFinal: isFinal(facts),
          outage: isOutage(facts) ? { kind, said: errorLine(error) } : null,
        };
      }
    },
  };
}

/** A letter as nodemailer takes it. Nothing in it is fetched or read from a file. */
export function messageOf(mail: Claimed, from: string): SendMailOptions {
  const { id, occasion, recipient, replyTo, subject, text, html, unsubscribe } = mail;
  return {
    from,
    // Answers and failures come back to the address alone, whatever name stands before it.
    envelope: { from: /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from, to: [recipient] },
    to: { name: '', address: recipient },
    ...(replyTo && isOneAddress(replyTo) && { replyTo: { name: '', address: replyTo } }),
    subject,
    text,
    html,
    messageId: messageId(id, from),
    headers: {
      ...(isAutomatic(occasion) && { 'Auto-Submitted': 'auto-generated' }),
      ...(unsubscribe && {
        'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
