import { expect, test } from 'vitest';
import { linksToCheck } from './contact.rules';

const [a, b] = ['https://a.example/', 'https://b.example/'];
const open = (...contactLinks: string[]) => ({ contactLinks, checksLinks: false });
const checking = (...contactLinks: string[]) => ({ contactLinks, checksLinks: true });

test('a record that shows links unchecked asks for none', () => {
  expect(linksToCheck(open(), open(a, b))).toEqual([]);
  expect(linksToCheck(checking(a), open(a, b))).toEqual([]);
});

test('switched on, it asks for every link that stands there', () => {
  expect(linksToCheck(open(a, b), checking(a, b))).toEqual([a, b]);
  expect(linksToCheck(open(), checking())).toEqual([]);
});

test('while it is on, it asks for what is new', () => {
  expect(linksToCheck(checking(a), checking(a, b))).toEqual([b]);
  expect(linksToCheck(checking(a), checking(`${a}x`))).toEqual([`${a}x`]);
  expect(linksToCheck(checking(a, b), checking(b))).toEqual([]);
});
