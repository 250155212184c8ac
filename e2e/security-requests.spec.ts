import { Agent, request as ask } from 'node:http';
import { filled, formWith, postData, postForm } from './forms';
import { errorsIn, log, skill } from './logging';
import { expect, newAccount, newRequest, type Person, test } from './people';
import { en } from './words';

/** How many milestones a person has. */
async function countOf({ request }: Person): Promise<number> {
  const html = await (await request.get('/milestones')).text();
  return new Set(html.match(/href="\/milestones\/[0-9a-f-]{36}"/g)).size;
}

test('what another site sends is refused, and changes nothing', async ({ person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  const values = skill('Forged');
  const own = new URL(process.env.BASE_URL ?? '').origin;
  for (const headers of [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'not an origin' },
    { Origin: `${own}.evil.example` },
    { Origin: own.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) },
    { Origin: own, 'Sec-Fetch-Site': 'cross-site' },
    { Origin: own, 'Sec-Fetch-Site': 'same-site' },
  ] as Record<string, string>[]) {
    const answer = await postForm(person.request, form, values, headers);
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
    expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(await answer.text()).toContain(en.auth.foreign.title);
  }
  for (const path of ['/api/auth/signout', '/api/auth/callback/credentials']) {
    const headers = { Origin: 'https://evil.example' };
    const answer = await person.request.post(path, { form: { json: 'true' }, headers });
    expect(answer.status(), path).toBe(403);
  }
  expect(await countOf(person)).toBe(0);
});

test('without an Origin, where a browser says that it is another site', async ({ person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  const send = (headers: Record<string, string>) =>
    person.request.post(form.page, { multipart: filled(form, skill('No origin')), headers });
  expect((await send({ 'Sec-Fetch-Site': 'cross-site' })).status()).toBe(403);
  expect(await countOf(person)).toBe(0);
  // Who says nothing at all is no browser, and had to have the cookie to begin with.
  expect((await send({})).status()).toBe(303);
  expect(await countOf(person)).toBe(1);
});

test('a page of another site cannot send our forms', async ({ page, person }) => {
  await page.context().addCookies(person.state.cookies);
  const target = `${process.env.BASE_URL}/dashboard`;
  await page.goto('about:blank');
  await page.setContent(`<form method="post" action="${target}"><button>Win</button></form>`);
  await page.getByRole('button').click();
  await expect(page.getByRole('heading', { name: en.auth.foreign.title })).toBeVisible();
});

test('ten megabytes are refused, however they come', async ({ person }) => {
  const { hostname, port } = new URL(process.env.BASE_URL ?? '');
  const megabyte = Buffer.alloc(1024 * 1024, 'a');
  const send = (path: string, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const sent = ask(
        { hostname, port, path, method: 'POST', headers, agent: new Agent() },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      sent.on('error', (error) =>
        reject(new Error(`${path} ${JSON.stringify(headers)}`, { cause: error })),
      );
      for (let i = 0; i < 10; i += 1) sent.write(megabyte);
      sent.end();
    });
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' };
  for (const path of ['/signin', '/signup', '/milestones/new', '/api/auth/callback/credentials']) {
    const announced = { ...multipart, 'Content-Length': String(10 * megabyte.length) };
    expect(await send(path, announced), path).toBe(413);
    expect(await send(path, { ...multipart, 'Transfer-Encoding': 'chunked' }), path).toBe(413);
  }
  expect((await person.request.get('/dashboard')).status()).toBe(200);
});

test('bodies that are no form of ours are refused without a crash', async ({ person }) => {
  const { request } = person;
  for (const path of ['/signin', '/milestones/new', '/record', '/api/auth/callback/credentials']) {
    for (const [type, data] of [
      ['application/json', '{"a":1}'],
      ['application/json', '{'],
      ['text/plain', 'x'],
      ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
      ['application/x-www-form-urlencoded', '%00=%ff&a[b]=c&__proto__[x]=y'],
      ['multipart/form-data', 'no boundary'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\n'],
    ] as const) {
      const headers = { 'Content-Type': type };
      const answer = await request.post(path, { data: Buffer.from(data), headers });
      expect(answer.status(), `${path} ${type} ${data}`).toBeLessThan(500);
      expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
    }
  }
  expect(await countOf(person)).toBe(0);
  expect((await request.get('/dashboard')).status()).toBe(200);
});

test('actions that are made up do nothing', async ({ person }) => {
  const form = await formWith(person.request, '/milestones/new', 'kind');
  const hidden = form.fields.map(([name]) => name).filter((name) => name.startsWith('$ACTION'));
  const state = hidden.find((name) => name.endsWith(':1')) ?? '';
  const reference = hidden.find((name) => name.endsWith(':0')) ?? '';
  for (const tampered of [
    { [reference]: '{"id":"00","bound":"$@1"}' },
    { [reference]: '{' },
    { [reference]: '' },
    { [state]: '[garbage' },
    { [state]: '[null]' },
    { [state]: '["$Q1"]' },
    { [state]: '[{"values":{"__proto__":{"x":"y"}},"errors":1,"round":"$undefined"}]' },
  ]) {
    const answer = await postForm(person.request, form, { ...skill(''), ...tampered });
    // Next itself may break over what only it writes; it then says so, and behind the same headers.
    expect(answer.status(), JSON.stringify(tampered)).toBeLessThanOrEqual(500);
    expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(await answer.text()).not.toMatch(/node_modules|at .+\(.+:\d+:\d+\)/);
  }
  for (const id of ['00', 'x'.repeat(42), '__proto__', 'constructor']) {
    const headers = { 'Next-Action': id, 'Content-Type': 'text/plain;charset=UTF-8' };
    const answer = await person.request.post('/milestones', { data: '[]', headers });
    expect(answer.status(), id).toBeLessThan(500);
  }
  expect(await countOf(person)).toBe(0);
});

test('doubled, missing and unknown fields are a damaged form', async ({ person }) => {
  const { request } = person;
  const form = await formWith(request, '/milestones/new', 'kind');
  const change = (more: (data: FormData) => void) => {
    const data = filled(form, skill('Damaged'));
    more(data);
    return data;
  };
  for (const [what, data] of [
    ['doubled', change((form) => form.append('title', 'Twice'))],
    ['doubled id', change((form) => form.append('id', form.get('id') ?? ''))],
    ['missing', change((form) => form.delete('title'))],
    ['missing kind', change((form) => form.delete('kind'))],
    ['missing id', change((form) => form.delete('id'))],
    ['unknown', change((form) => form.append('ownerId', 'someone'))],
    ['unknown kind', change((form) => form.set('kind', 'salary'))],
    ['unknown visibility', change((form) => form.set('visibility', 'everyone'))],
    ['bad id', change((form) => form.set('id', "1' OR '1'='1"))],
    ['bad version', change((form) => form.set('version', '1e99'))],
    ['__proto__', change((form) => form.append('__proto__', 'x'))],
    ['a file', change((form) => form.set('title', new Blob(['x']), 'x.html'))],
  ] as const) {
    const answer = await postData(request, form.page, data);
    expect(answer.status(), what).toBe(200);
    expect(errorsIn(await answer.text()), what).toMatch(/form-malformed|required|summary/);
  }
  expect(await countOf(person)).toBe(0);

  const publish = await formWith(request, '/record', 'Publish');
  const data = filled(publish, { handle: 'someone-else' });
  await postData(request, '/record', data);
  expect((await request.get(`/u/${person.handle}`)).status()).toBe(404);
});

test('a stale or future version never overwrites', async ({ person }) => {
  const id = await log(person, skill('As it was'));
  const form = await formWith(person.request, `/milestones/${id}`, 'kind');
  for (const version of ['2', '99', '2147483647']) {
    const answer = await postForm(person.request, form, { title: 'Overwritten', version });
    expect(errorsIn(await answer.text()), version).toContain('stale');
  }
  // Without a version it would be another milestone under an id that is taken.
  const data = filled(form, { title: 'Overwritten' });
  data.delete('version');
  const answer = await postData(person.request, form.page, data);
  expect(errorsIn(await answer.text())).toContain('already-saved');
  expect(await (await person.request.get('/milestones')).text()).toContain('As it was');
});

test('a forged address gains no new tries', async ({ playwright, person }) => {
  const request = await newRequest(playwright);
  const form = await formWith(request, '/signup', 'handle');
  // Only what the nearest trusted proxy wrote counts: the last of the list.
  const answers: string[] = [];
  for (let i = 0; i < 32; i += 1) {
    const headers = {
      'X-Forwarded-For': `203.0.113.${i}, ${person.address}`,
      'X-Real-IP': `203.0.113.${i}`,
      'X-Jisseki-Address': `203.0.113.${i}`,
      Forwarded: `for=203.0.113.${i}`,
      'CF-Connecting-IP': `203.0.113.${i}`,
    };
    const account = { ...newAccount(), handle: person.handle };
    const answer = await postForm(request, form, account, headers);
    answers.push(errorsIn(await answer.text()));
  }
  // One sign-up was the person's own.
  expect(answers.filter((text) => text.includes('handle-taken'))).toHaveLength(29);
  expect(answers.filter((text) => text.includes('too-many-tries'))).toHaveLength(3);
});
