import { randomBytes } from 'node:crypto';
import { type Received, startSmtp } from '../lib/testing/smtp';
import { withClient } from '../prisma/embedded/postmaster';
import { APP } from '../prisma/embedded/roles';
import { readSecrets } from '../prisma/embedded/secrets';
import { migrate } from '../prisma/migrate';
import { expect } from './people';
import { freePort, type SecondServer, startSecondServer } from './second-server';

/** A server that sends its letters to a mail server of the tests. */
export type MailingServer = SecondServer & {
  /** All letters that arrived, the oldest first. */
  readonly received: readonly Received[];
  /** Waits for the newest letter to an address with that subject. */
  readonly letterTo: (address: string, subject: string) => Promise<Received>;
};

/**
 * Starts one whose database is its own, for whatever letter is due is taken by any server that has a post.
 * Links in its letters lead to itself.
 */
export async function startMailingServer(): Promise<MailingServer> {
  const store = await freshStore();
  const smtp = await startSmtp();
  const port = await freePort();
  const server = await startSecondServer({
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: store.url,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Jisseki <post@jisseki.example>',
    TRUSTED_PROXIES: '127.0.0.1',
  });
  const { received } = smtp;
  const newest = (address: string, subject: string) =>
    received.findLast(({ to, mail }) => to.includes(address) && mail.subject === subject);
  return {
    ...server,
    received,
    async letterTo(address, subject) {
      await expect.poll(() => newest(address, subject)?.to).toEqual([address]);
      const letter = newest(address, subject);
      if (!letter) throw new Error('A letter that arrived is gone.');
      return letter;
    },
    async stop() {
      await server.stop();
      await smtp.close();
      await store.drop();
    },
  };
}

/** The path that a letter's link under `under` leads to. */
export function linkIn({ mail }: Received, under: string): string {
  const links = (mail.text ?? '').match(/^https?:\/\/\S+$/gm) ?? [];
  const found = links
    .map((link) => new URL(link))
    .find(({ pathname }) => pathname.startsWith(under));
  if (!found) throw new Error(`"${mail.subject}" has no link to ${under}: ${mail.text}`);
  return found.pathname;
}

/** A migrated database with nobody in it, beside that of the tests. */
async function freshStore(): Promise<{ url: string; drop: () => Promise<void> }> {
  const url = new URL(process.env.DATABASE_URL ?? '');
  const admin = new URL(url);
  admin.username = 'postgres';
  admin.password = readSecrets(process.env.JISSEKI_DATA ?? '').postgresAdmin;
  admin.pathname = '/postgres';
  const name = `jisseki_e2e_${randomBytes(6).toString('hex')}`;
  const inAdmin = (statement: string) =>
    withClient(admin.href, async (client) => void (await client.query(statement)));
  await inAdmin(`CREATE DATABASE ${name} OWNER ${APP}`);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return { url: url.href, drop: () => inAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}
