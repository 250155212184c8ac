import { expect, test } from 'vitest';
import { limits } from '../limits';
import { isOwnFolder, isRoomIn } from './rules';

const { uploadsKept, diskKept } = limits;

test.each([
  ['nothing', { kept: 0, coming: 1, free: null }, true],
  ['as much as may be', { kept: uploadsKept - 5, coming: 5, free: null }, true],
  ['one byte more', { kept: uploadsKept - 5, coming: 6, free: null }, false],
  ['as much as the disk has', { kept: 0, coming: 5, free: diskKept + 5 }, true],
  ['what the database may need', { kept: 0, coming: 6, free: diskKept + 5 }, false],
])('room for %s', (_, space, isRoom) => {
  expect(isRoomIn(space)).toBe(isRoom);
});

test.each([
  ['one made here', 1_000, 1_000, true],
  ['one that somebody else made', 1_001, 1_001, false],
  ['one that the system’s user made', 0, 0, false],
  ['a link of one’s own to one’s own', 1_000, 1_000, true],
  ['a link of the system’s user to one’s own', 0, 1_000, true],
  ['a link that somebody else put there, to one’s own', 1_001, 1_000, false],
  ['a link of one’s own to somebody else’s', 1_000, 1_001, false],
])('the folder is %s', (_, link, folder, isOwn) => {
  expect(isOwnFolder(1_000, link, folder)).toBe(isOwn);
});
