import { type Attack, at, foreign, inTurn, ledToSignIn, own, type Values } from './access-attacks';
import type { Cast } from './access-cast';
import { formWith, postForm } from './forms';
import { errorsIn } from './logging';
import { expect } from './people';

const goal = ({ climb }: Cast) => `/goals/${climb.goal}`;
const stream = ({ climb }: Cast) => `/streams/${climb.stream}`;
const skill = ({ climb }: Cast) => `/skills/${climb.skill}`;
const audience = ({ climb }: Cast) => `/audience/${climb.audience}`;
const effort = ({ climb }: Cast) => `/effort/${climb.effort}`;

/** Saves under the owner's names, and with the owner's subjects: another account owns none of them. */
const withForeignSubject =
  (page: string, mark: string, values: (cast: Cast) => Values, reason: RegExp): Attack =>
  async (cast) => {
    const form = await formWith(cast.other, page, mark);
    await ledToSignIn(cast, form, values(cast));
    const answer = await postForm(cast.other, form, values(cast));
    expect(answer.status()).toBe(200);
    expect(errorsIn(await answer.text())).toMatch(reason);
  };

/**
 * Every server action of goals, streams, currencies, hours, skills, audience, ladder and pauses.
 * None of them changes anything of the owner's, so all may be tried on one.
 */
export const climbActionTable: Record<string, Attack> = {
  saveGoal: inTurn(
    foreign(goal, 'measure', ({ climb }) => climb.goal, { target: '9' }),
    withForeignSubject(
      '/goals/new',
      'measure',
      ({ climb }) => ({ measure: 'skill_hours', target: '10', skill: climb.skill }),
      /skill-missing/,
    ),
    withForeignSubject(
      '/goals/new',
      'measure',
      ({ climb }) => ({
        measure: 'income_month',
        target: '10',
        currency: 'JPY',
        stream: climb.stream,
      }),
      /stream-missing/,
    ),
    withForeignSubject(
      '/goals/new',
      'measure',
      ({ climb }) => ({ measure: 'followers', target: '10', audience: climb.audience }),
      /audience-missing/,
    ),
  ),
  putOffGoal: foreign(
    ({ climb }) => `/goals/${climb.datedGoal}`,
    'extendTo',
    ({ climb }) => climb.datedGoal,
    { extendTo: '2099-01-01' },
  ),
  finishGoal: foreign(goal, 'Close as met', ({ climb }) => climb.goal, { outcome: 'met' }),
  takeUpGoal: foreign(
    ({ climb }) => `/goals/${climb.closedGoal}`,
    'Reopen',
    ({ climb }) => climb.closedGoal,
  ),
  orderGoal: foreign(at('/goals'), 'direction', ({ climb }) => climb.goal, { direction: 'down' }),
  removeGoal: foreign(goal, 'Delete for good', ({ climb }) => climb.goal),

  addStream: own('/streams', 'origin', { nameEn: 'Taken over' }),
  saveStream: foreign(stream, 'origin', ({ climb }) => climb.stream, { nameEn: 'Taken over' }),
  closeOneStream: foreign(stream, 'Close stream', ({ climb }) => climb.stream),
  async reopenOneStream(cast) {
    const reopen = foreign(stream, 'Reopen stream', ({ climb }) => climb.stream);
    const press = async (button: string) =>
      postForm(cast.owner, await formWith(cast.owner, stream(cast), button));
    await press('Close stream');
    await reopen(cast);
    await press('Reopen stream');
  },
  mergeIntoStream: foreign(stream, 'into', ({ climb }) => climb.stream),
  confirmProposal: foreign(at('/streams'), 'month', ({ climb }) => climb.stream, {}, 'stream'),

  saveBase: own('/currencies', 'base', { base: 'USD' }),
  saveRate: own('/currencies', 'rate', { currency: 'USD', rate: '9', day: '2026-10-01' }),
  async removeOneRate(cast) {
    const forms = async () => (await cast.owner.get('/currencies')).text();
    expect(await forms()).toContain('151.27');
    await own('/currencies', 'day', {})(cast);
    expect(await forms()).toContain('151.27');
  },

  addSkill: own('/skills', 'name', { name: 'Taken over' }),
  saveSkill: foreign(skill, 'levels', ({ climb }) => climb.skill, { nameEn: 'Taken over' }),
  mergeSkill: foreign(skill, 'into', ({ climb }) => climb.skill, {}, 'from'),
  dropSkill: foreign(
    ({ climb }) => `/skills/${climb.bareSkill}`,
    'Remove skill',
    ({ climb }) => climb.bareSkill,
  ),

  spendTime: withForeignSubject(
    '/effort',
    'Start timer',
    ({ climb }) => ({ purpose: 'building', subject: `skill:${climb.skill}`, minutes: '30' }),
    /missing/,
  ),
  saveEffort: inTurn(
    foreign(effort, 'newSkill', ({ climb }) => climb.effort, { hours: '9' }),
    withForeignSubject(
      '/effort',
      'newSkill',
      ({ climb }) => ({ hours: '1', subject: `stream:${climb.stream}` }),
      /missing/,
    ),
  ),
  endTimer: foreign(at('/effort'), 'Stop timer', ({ climb }) => climb.timer),
  dropTimer: foreign(at('/effort'), 'Discard timer', ({ climb }) => climb.timer),
  removeEffort: foreign(effort, 'Delete', ({ climb }) => climb.effort),
  undoEffortRemoval: foreign(
    ({ climb }) => `/effort?deleted=${climb.deletedEffort}`,
    'Undo',
    ({ climb }) => climb.deletedEffort,
  ),

  addAudience: own('/audience', 'name', { name: 'Taken over' }),
  saveCountToday: foreign(at('/audience'), 'followers', ({ climb }) => climb.audience, {
    followers: '1',
  }),
  saveCount: foreign(audience, 'followers', ({ climb }) => climb.audience, {
    day: '2026-10-01',
    followers: '1',
  }),
  dropCount: foreign(audience, 'Remove', ({ climb }) => climb.audience, { day: '2026-10-01' }),
  saveAudience: foreign(audience, 'name', ({ climb }) => climb.audience, { name: 'Taken over' }),
  dropAudience: foreign(audience, 'Remove account', ({ climb }) => climb.audience),

  saveRungs: own('/ladder', 'rungs', { rungs: '5, 6' }),
  resetLadder: own('/ladder', 'Back to the usual rungs'),
  closeCrossing: own('/ladder', 'Fine, thanks', { currency: 'JPY', rung: '61234' }),
  makeCrossingMilestone: own('/ladder', 'Make it a milestone', { currency: 'JPY', rung: '61234' }),

  switchStreak: own('/settings', 'shows', { shows: 'no' }),
  savePause: own('/settings', 'Pause', { month: '2026-08' }),
  removePause: own('/settings', 'month', { month: '2026-09' }),
};

/** Those that leave another account changed: signed out, or with a row of the owner's id. */
export const endingActionTable: Record<string, Attack> = {
  async leave(cast) {
    const form = await formWith(cast.owner, '/capture', 'Sign out');
    for (const who of ['stranger', 'other'] as const) {
      expect((await postForm(cast[who], form)).headers().location).toBe('/');
    }
    expect((await cast.other.get('/dashboard')).status()).toBe(307);
  },
  async saveCapture(cast) {
    const form = await formWith(cast.owner, '/capture?line=skill+TypeScript+2h', 'what');
    await ledToSignIn(cast, form, {});
    const { climb } = cast;
    // Under the owner's id it makes one of the other's own, as with the forms it stands for.
    const answer = await postForm(cast.other, form, { id: climb.effort });
    expect(answer.headers().location).toBe(`/effort?saved=${climb.effort}`);
  },
};
