import { monthsAgo, shown } from './calendar';
import { formWith, postForm } from './forms';
import { income, logAll } from './logging';
import { expect, test } from './people';
import { en } from './words';

/*
 * A year as somebody lives it, entered through the real forms, against figures reckoned by hand:
 * they are written out here, so that no rule of the app can agree with itself.
 */

/** Thousands of yen, twelve months ago first; 10 hours and ¥1,000 of fees each. */
const blog = [10, 12, 18, 15, 24, 28, 31, 35, 33, 52, 47, 55];

test('a year of income, hours and goals shows the figures that a pencil gives', async ({
  desk,
  person,
}) => {
  const { request } = person;

  await test.step('the year is logged', async () => {
    await logAll(
      person,
      blog.map((thousands, i) =>
        income(12 - i, String(thousands * 1_000), { stream: 'Blog', hours: '10', fees: '1000' }),
      ),
    );
    // Through people: four months ago, four hours.
    await logAll(person, [income(4, '20000', { stream: 'Referrals', hours: '4' })]);
    const streams = await (await request.get('/streams')).text();
    const before = streams.slice(0, streams.indexOf('>Referrals<'));
    const id = before.slice(before.lastIndexOf('/streams/') + '/streams/'.length).slice(0, 36);
    const form = await formWith(request, `/streams/${id}`, 'version');
    expect((await postForm(request, form, { origin: 'networking' })).status()).toBe(303);
    const time = await formWith(request, '/effort', 'newSkill');
    for (const [purpose, hours, ago, newSkill] of [
      ['building', '5', 2, 'TypeScript'],
      ['networking', '8', 5, ''],
    ] as const) {
      const values = { purpose, hours, newSkill, subject: '', date: `${monthsAgo(ago)}-10` };
      const fresh = ago === 2 ? time : await formWith(request, '/effort', 'newSkill');
      expect((await postForm(request, fresh, values)).status()).toBe(303);
    }
  });

  await test.step('net, rate and ladder', async () => {
    await desk.goto('/dashboard');
    const figure = (label: string) => desk.locator('dl.figures > div').filter({ hasText: label });
    // Eleven of the twelve months shown have income: 350,000 + 20,000 gross, 11 × 1,000 fees.
    await expect(figure(en.dashboard.net)).toContainText('¥359,000');
    // ÷ (11 × 10 + 4 = 114 hours) = 3,149.1
    await expect(figure(en.dashboard.rate)).toContainText('¥3,149');
    await expect(figure(en.dashboard.rate)).toContainText('11 of 11 months');
    await expect(figure(en.dashboard.allTime)).toContainText('¥380,000');
    // Something in each month from twelve months ago to the last; this one is still open.
    await expect(figure(en.dashboard.streak)).toContainText('12 months');

    const rung = (label: string) =>
      desk.locator('.rung').filter({ has: desk.getByText(label, { exact: true }) });
    await expect(rung('¥10K a month')).toContainText(`Held since ${shown(monthsAgo(12), 'en')}`);
    // 31 K six months ago and never below 30 K again.
    await expect(rung('¥30K a month')).toContainText(`Held since ${shown(monthsAgo(6), 'en')}`);
    // 33 K + 20 K four months ago, 52 K, then 47 K: reached, never three in a row.
    await expect(rung('¥50K a month')).toContainText(`Reached ${shown(monthsAgo(4), 'en')}`);
    await expect(rung('¥50K a month')).not.toContainText('Held');
    await expect(rung('¥100K a month')).toContainText('¥100,000 more this month');
  });

  await test.step('a goal with its line, pace, forecast and hours', async () => {
    await desk.goto('/goals');
    await desk.getByRole('link', { name: 'New goal', exact: true }).first().click();
    await desk.getByLabel('Measure', { exact: true }).selectOption('income_month');
    await desk.getByLabel('Target', { exact: true }).fill('100,000');
    await desk.getByLabel('By', { exact: true }).fill(monthsAgo(-10));
    await desk.getByRole('button', { name: 'Save', exact: true }).click();
    const goal = desk.locator('.goal').first();
    await expect(goal).toContainText('¥55,000 of ¥100,000');
    // 45,000 over this month and ten more: 4,090.9, rounded up.
    await expect(goal).toContainText('¥4,091');
    // The median of the 66 slopes of 10 12 18 15 24 28 31 35 53 52 47 55 is 4.
    await expect(goal).toContainText('+¥4,000 a month');
    await expect(goal).toContainText('trend of 12 months');
    // The trend stands at 56,000; its quartiles are 5,364.6 and 3,500: 8.2 and 12.6 months.
    const [from, to] = [shown(monthsAgo(-9), 'en'), shown(monthsAgo(-13), 'en')];
    await expect(goal).toContainText(`Between ${from} and ${to}`);
    // 45,000 ÷ 3,149 an hour = 14.3, rounded up.
    await expect(goal).toContainText('¥45,000 more is about 15 hours at your rate');
  });

  await test.step('the two budgets', async () => {
    await desk.goto('/effort');
    const said = desk.getByRole('main');
    // Blog 339,000 ÷ (110 + 5 on the skill) = 2,947.8; Referrals 20,000 ÷ (4 + 8) = 1,666.7.
    await expect(said).toContainText('Building brought ¥2,947 an hour, networking ¥1,666.');
  });
});
