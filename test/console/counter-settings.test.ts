import { describe, expect, test } from 'vitest';
import { counterFormOf, newChip, readCounterForm } from '../../web/console/counter-settings/model.ts';
import { COUNTER } from './fixture-counter-settings.ts';

const form = counterFormOf(COUNTER, 'zh-CN');
const read = (given: Partial<typeof form>) => readCounterForm({ ...form, ...given }, COUNTER, 'zh-CN');
const { categories, services, limits } = COUNTER;

describe('the settings of the counter', () => {
  test('left as they are say what they were, in every language', () => {
    expect(read({})).toEqual({ settings: { categories, services, limits }, faults: [] });
  });

  test('take figures as people type them, and new chips in the shop’s language', () => {
    const added = { ...newChip(), name: ' 洗发 ' };
    const renamed = form.services.map((chip, position) =>
      position === 0 ? { ...chip, name: '清洁' } : chip,
    );
    const { settings } = read({ grantPoints: '3,000', dayPoints: ' 30000 ', services: [...renamed, added] });
    expect(settings).toEqual({
      categories,
      services: [
        { id: 'facial', names: { 'zh-CN': '清洁' } },
        ...services.slice(1),
        { id: added.key, names: { 'zh-CN': '洗发' } },
      ],
      limits: { grantPoints: 3_000, dayPoints: 30_000 },
    });
    expect(added.key).toMatch(/^[a-z0-9][a-z0-9-]{0,31}$/);
  });

  test('say everything that is wrong at once, each at its field', () => {
    const wrong = {
      grantPoints: '0',
      dayPoints: '1.5',
      categories: [...form.categories, { key: 'a', name: ' 储值' }],
      services: [{ key: 'b', name: ' ' }],
    };
    expect(read(wrong).faults).toEqual([
      { field: 'grantPoints', fault: 'points' },
      { field: 'dayPoints', fault: 'points' },
      { field: 'categories', key: 'a', fault: 'twice' },
      { field: 'services', key: 'b', fault: 'missing' },
    ]);
    expect(read({ dayPoints: '1999' }).faults).toEqual([{ field: 'dayPoints', fault: 'below' }]);
  });
});
