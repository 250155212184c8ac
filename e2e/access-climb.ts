import { en } from '../app/_text/en';
import { ja } from '../app/_text/ja';
import { today } from './calendar';
import { decoded, formWith, postForm } from './forms';
import { income, logAll, press } from './logging';
import { expect, type Person } from './people';

/** What an owner has beside milestones, by the ids of the addresses it stands at. */
export type ClimbIds = Readonly<
  Record<
    | 'stream'
    | 'skill'
    | 'bareSkill'
    | 'effort'
    | 'deletedEffort'
    | 'timer'
    | 'goal'
    | 'datedGoal'
    | 'closedGoal'
    | 'audience',
    string
  >
>;

/** One of everything that part of the desk knows, made through the real forms and named `secret`. */
export async function furnishClimb(person: Person, secret: string): Promise<ClimbIds> {
  // Income in each of the last three months, which proposes this month's.
  await logAll(
    person,
    [1, 2, 3].map((ago) => income(ago, '1000', { stream: `${secret} stream` })),
  );
  const { request } = person;
  const words = { en, ja }[person.language];
  const send = async (page: string, mark: string, values: Record<string, string>) => {
    const answer = await postForm(request, await formWith(request, page, mark), values);
    expect(answer.status(), `${page} ${mark}`).toBe(303);
    return idIn(answer.headers().location ?? '');
  };
  const streams = await (await request.get('/streams')).text();
  const named = streams.split(`${secret} stream`)[0] ?? '';
  const stream = idIn(named.slice(named.lastIndexOf('/streams/')));
  const skill = await send('/skills', 'name', { name: `${secret} skill` });
  const bareSkill = await send('/skills', 'name', { name: `${secret} bare` });
  const time = { purpose: 'building', date: today(), note: `${secret} note`, hours: '0:40' };
  const effort = await send('/effort', 'newSkill', { ...time, subject: `skill:${skill}` });
  const deletedEffort = await send('/effort', 'newSkill', { ...time, subject: '' });
  await press(person, `/effort/${deletedEffort}`, words.effort.delete);
  const count = { measure: 'works', target: '777' };
  const goal = await send('/goals/new', 'measure', count);
  const closedGoal = await send('/goals/new', 'measure', { ...count, target: '778' });
  await press(person, `/goals/${closedGoal}`, words.goals.asMet);
  const datedGoal = await send('/goals/new', 'measure', { ...count, by: '2030-01' });
  const audience = await send('/audience', 'name', { name: `${secret} account` });
  await send(`/audience/${audience}`, 'day', { day: '2026-10-01', followers: '4321' });
  await send('/currencies', 'base', { base: 'JPY' });
  await send('/currencies', 'rate', { currency: 'USD', rate: '151.27', day: '2026-10-01' });
  await send('/ladder', 'rungs', { rungs: '1, 61234' });
  await send('/settings', 'month', { month: '2026-09' });
  const timer = await formWith(request, '/effort', words.effort.startTimer);
  await postForm(request, timer, { purpose: 'networking', subject: '', start: 'timer' });
  const running = await formWith(request, '/effort', words.effort.stopTimer);
  return {
    stream,
    skill,
    bareSkill,
    effort,
    deletedEffort,
    timer: running.fields.find(([name]) => name === 'id')?.[1] ?? '',
    goal,
    datedGoal,
    closedGoal,
    audience,
  };
}

export function idIn(address: string): string {
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(address)?.[0] ?? '';
}

/** What the owner's own pages say of all that, in words; ids drawn anew each time are not words. */
export async function climbSnapshot(person: Person, ids: ClimbIds): Promise<string[]> {
  const pages = [
    '/goals',
    `/goals/${ids.goal}`,
    '/streams',
    `/streams/${ids.stream}`,
    '/skills',
    `/skills/${ids.skill}`,
    `/effort/${ids.effort}`,
    '/audience',
    `/audience/${ids.audience}`,
    '/currencies',
    '/ladder',
  ];
  const texts = await wordsOf(person, pages);
  const effort = await (await person.request.get('/effort')).text();
  const entries = [...effort.matchAll(/href="(\/effort\/[0-9a-f-]{36})"/g)].map(([, at]) => at);
  const runs = effort.includes('>Stop timer<');
  const paused = (await (await person.request.get('/settings')).text()).includes('2026-09');
  return [...texts, entries.join(' '), `timer ${runs}`, `pause ${paused}`];
}

/** What pages say in words. */
export function wordsOf(person: Person, pages: readonly string[]): Promise<string[]> {
  return Promise.all(
    pages.map(async (page) => {
      const answer = await person.request.get(page);
      expect(answer.status(), page).toBe(200);
      return textOf(await answer.text());
    }),
  );
}

function textOf(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return decoded(main.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
}
