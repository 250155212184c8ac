import { startSmtp } from '../lib/testing/smtp';
import { type Attack, at, foreign, inTurn, ledToSignIn, own } from './access-attacks';
import type { Cast } from './access-cast';
import { formWith, postForm } from './forms';
import { expect } from './people';
import { firstSecret, personAt, requestTo, startSecondServer } from './second-server';

const page = ({ came }: Cast) => `/inbox/${came.inquiry}`;
const id = ({ came }: Cast) => came.inquiry;

/**
 * Attacks where mail is sent, for only there are some forms drawn. That server goes by the name of the
 * first, so that what is posted comes from its own pages.
 */
function whereMailIsSent(attack: Attack): Attack {
  return async (cast) => {
    const smtp = await startSmtp();
    const server = await startSecondServer({
      SMTP_URL: smtp.url,
      APP_URL: process.env.BASE_URL ?? '',
      MAIL_FROM: 'Jisseki <post@jisseki.example>',
      TRUSTED_PROXIES: '127.0.0.1',
      // So that nobody has to sign in anew, which would be a session more.
      APP_SECRET: firstSecret(),
    });
    try {
      const { people } = cast;
      const [owner, other, stranger] = await Promise.all([
        personAt(server, people.owner),
        personAt(server, people.other),
        requestTo(server),
      ]);
      await attack({ ...cast, owner, other, stranger });
    } finally {
      await server.stop();
      await smtp.close();
    }
    const [secret = ''] = cast.secrets;
    expect(smtp.received.filter(({ raw }) => raw.includes(secret))).toEqual([]);
  };
}

/** Every server action of the inbox, its settings and the letters; none of them changes anything of the owner's. */
export const responseActionTable: Record<string, Attack> = {
  saveFollowUp: foreign(page, 'nextStep', id, { note: 'Taken over' }),
  saveOutcome: foreign(page, 'outcome', id, { outcome: 'nothing' }),
  logIncome: foreign(page, 'incomeId', id),
  markOne: foreign(page, 'Mark as answered', id),
  closeOne: foreign(page, 'Close', id),
  reopenOne: foreign(
    ({ came }) => `/inbox/${came.hand}`,
    'Reopen',
    ({ came }) => came.hand,
  ),
  removeOne: inTurn(
    foreign(page, 'Delete for good', id),
    foreign(page, 'Delete for good', ({ came }) => came.hand),
  ),
  blockOne: foreign(page, 'Block', id),
  reportOne: foreign(page, 'inquiryId', id, { reason: 'spam' }, 'inquiryId'),
  saveInquirySettings: own('/inbox/settings', 'inquiryDays', { inquiryDays: '9' }),
  unblockOne: own('/inbox/settings', 'email'),
  saveLetters: own('/settings', 'letter', { letter: 'weekly' }),
  sendAnswer: whereMailIsSent(foreign(page, 'replyId', id, { text: 'Taken over' })),
  sendAgain: whereMailIsSent(async (cast) => {
    const form = await formWith(cast.owner, '/inbox/outbox', 'Send now');
    const letter = form.fields.find(([name]) => name === 'id')?.[1] ?? '';
    await foreign(at('/inbox/outbox'), 'Send now', () => letter)(cast);
  }),
};

/** One that leaves another account with a row of the owner's id. */
export const responseEndingTable: Record<string, Attack> = {
  async addByHand(cast) {
    const form = await formWith(cast.owner, '/inbox/new', 'origin');
    await ledToSignIn(cast, form, { name: 'Taken over' });
    const answer = await postForm(cast.other, form, { id: cast.came.hand, name: 'Their own' });
    expect(answer.headers().location).toBe(`/inbox/${cast.came.hand}?now=added`);
  },
};
