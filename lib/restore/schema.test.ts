import { expect, test } from 'vitest';
import { restoreForm } from './schema';

const upload = '01900000-0000-7000-8000-000000000000';

test('what is not said is the safer of the two', () => {
  expect(restoreForm.parse({ upload })).toEqual({ upload, changed: 'keep', staysOpen: false });
  const said = { upload, changed: 'take', staysOpen: 'yes' };
  expect(restoreForm.parse(said)).toEqual({ upload, changed: 'take', staysOpen: true });
});

test.each([
  {},
  { upload: '../../etc/passwd' },
  { upload, changed: 'both' },
  { upload, staysOpen: 'no' },
  { upload, owner: upload },
])('%j is no such form', (form) => {
  expect(restoreForm.safeParse(form).success).toBe(false);
});
