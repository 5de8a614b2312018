import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveReward } from '../../web/console/catalogue/api.ts';
import { rewards } from './fixture-data.ts';

const [reward] = rewards;
if (reward === undefined) throw new Error('the fixture has no reward');
const changes = { names: { en: 'Scarf' }, pointsEach: 500 };

let sent: string[];
let bodies: string[];
let publishes: boolean;

beforeEach(() => {
  sent = [];
  bodies = [];
  publishes = true;
  vi.stubGlobal('localStorage', { getItem: () => 'en' });
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string }) => {
    sent.push(`${method} ${path}`);
    bodies.push(body);
    const refused = path.endsWith('/publish') && !publishes;
    return Response.json(refused ? { code: 'unavailable' } : reward, { status: refused ? 503 : 200 });
  });
});

afterEach(() => vi.unstubAllGlobals());

test('a new reward that is stored but not published yet is known to the next save: there is no second one', async () => {
  let base: { id: string; draftVersion: string } | null = null;
  const save = (key: string) =>
    saveReward({ base, changes, picture: null, publish: true }, key, (stored) => {
      base = stored;
    });
  publishes = false;
  await expect(save('first')).rejects.toMatchObject({ problem: { code: 'unavailable' } });
  publishes = true;
  await save('second');
  expect(sent).toEqual([
    'POST /api/rewards',
    `POST /api/rewards/${reward.id}/publish`,
    `PATCH /api/rewards/${reward.id}`,
    `POST /api/rewards/${reward.id}/publish`,
  ]);
  expect(JSON.parse(bodies[2] ?? '')).toEqual({ ...changes, draftVersion: reward.draftVersion });
});
