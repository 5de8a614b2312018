import { expect, test } from 'vitest';
import { plainDesign, withEveryBlock } from '../../../src/domain/design/design.ts';
import { designChanges } from '../../../src/domain/design/design-changes.ts';
import { type DesignBody, lookOf } from '../../../src/domain/design/look.ts';
import { startingTheme } from '../../../src/domain/industry.ts';
import { DEFAULT_POINTS_NAME } from '../../../src/messages/points-name.ts';

const theme = startingTheme('clothing');
const plain: DesignBody = { ...plainDesign(theme), look: lookOf(theme), pointsName: DEFAULT_POINTS_NAME };
const changesTo = (given: Partial<DesignBody>) => designChanges(plain, { ...plain, ...given });
const banner = { pictureKey: null, title: { en: 'Sale' }, href: null, startsAtMs: null, endsAtMs: null };

test('nothing changed is no change, whatever the order of keys and the case of colours', () => {
  const { look, ...rest } = structuredClone(plain);
  const same = { look: { ...look, main: look.main.toLowerCase() }, ...rest };
  expect(designChanges(plain, same)).toEqual([]);
});

test('a look is told part by part', () => {
  const look = { ...plain.look, layout: 'lively' as const, main: '#FFC400', cornerPixels: 8 as const };
  expect(changesTo({ look })).toEqual([
    { kind: 'layout', to: 'lively' },
    { kind: 'main', from: '#23433B', to: '#FFC400' },
    { kind: 'corners', to: 8 },
  ]);
});

test('another icon of the points is told, and one that an earlier release did not know is the plain one', () => {
  expect(changesTo({ pointsIcon: 'leaf' })).toEqual([{ kind: 'points_icon', to: 'leaf' }]);
  expect(changesTo({ pointsIcon: undefined })).toEqual([]);
});

test('words and pictures are added, changed or removed', () => {
  const said: DesignBody = { ...plain, announcement: { en: 'Hello' } };
  expect(changesTo({ announcement: { en: 'Hello' } })).toEqual([{ kind: 'announcement', how: 'added' }]);
  expect(designChanges(said, { ...said, announcement: { en: 'Bye' } })).toEqual([
    { kind: 'announcement', how: 'changed' },
  ]);
  expect(designChanges(said, plain)).toEqual([{ kind: 'announcement', how: 'removed' }]);
  const footer = { ...plain.footer, registrationNumber: '沪ICP备1号', mapUrl: 'https://maps.example/1' };
  expect(changesTo({ footer, logoPictureKey: 'a.svg' })).toEqual([
    { kind: 'logo', how: 'added' },
    { kind: 'map', how: 'added' },
    { kind: 'registration_number', how: 'added' },
  ]);
});

test('banners are told by their place', () => {
  const two = { ...plain, banners: [banner, banner] };
  expect(changesTo({ banners: [banner] })).toEqual([{ kind: 'banner', how: 'added', place: 1 }]);
  expect(designChanges(two, { ...two, banners: [banner, { ...banner, title: { en: 'New' } }] })).toEqual([
    { kind: 'banner', how: 'changed', place: 2 },
  ]);
});

test('a block that is hidden and one that is moved are two changes', () => {
  const [first, second, ...others] = plain.blocks;
  if (!first || !second) throw new Error('there are no blocks');
  const blocks = [second, { ...first, shown: false }, ...others];
  expect(changesTo({ blocks })).toEqual([
    { kind: 'block_hidden', block: first.block },
    { kind: 'block_order' },
  ]);
});

test('a design stored before a block existed shows it last', () => {
  const old = plain.blocks.slice(1);
  expect(withEveryBlock(old).map(({ block }) => block)).toEqual([
    ...old.map(({ block }) => block),
    plain.blocks[0]?.block,
  ]);
});
