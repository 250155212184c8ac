import { expect, test } from 'vitest';
import { addressBucket, mailboxOf } from './rules';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  [' 203.0.113.7 ', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
  ['203.0.113.7, 198.51.100.1', 'unknown'],
  ['203.0.113.07', 'unknown'],
  ['localhost', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
])('%s counts as %s', (address, bucket) => {
  expect(addressBucket(address)).toBe(bucket);
});

test.each([
  ['Hana@Example.org', 'hana@example.org'],
  ['hana+a@example.org', 'hana@example.org'],
  ['hana+a+b@example.org', 'hana@example.org'],
  ['+hana@example.org', '+hana@example.org'],
  ['hana@a+b.example', 'hana@a+b.example'],
  ['hana', 'hana'],
])('%s is the mailbox %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
});
