import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { write } from '../../web/console/api/client.ts';
import { problemOf } from '../../web/console/api/problem.ts';
import { createQueryClient } from '../../web/console/api/query-client.ts';
import { addMember } from '../../web/console/members/api.ts';

let sent: string[];
let network: boolean;

beforeEach(() => {
  sent = [];
  network = true;
  vi.stubGlobal('fetch', async (url: string) => {
    if (!network) throw new TypeError('Failed to fetch');
    sent.push(url);
    return Response.json({});
  });
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } });
});

afterEach(() => {
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

/** What the device believes of its network, and whether requests get anywhere. */
function disconnect({ noticed }: { noticed: boolean }) {
  network = false;
  onlineManager.setOnline(!noticed);
  vi.stubGlobal('navigator', { onLine: !noticed, languages: ['zh-CN'] });
}

function reconnect() {
  network = true;
  vi.stubGlobal('navigator', { onLine: true, languages: ['zh-CN'] });
  onlineManager.setOnline(true);
}

const give = () => write('/members/mem_1/purchases', { method: 'POST', body: {}, key: 'key_1' });

test('a write without a network fails at once and is never sent by itself later', async () => {
  const client = createQueryClient();
  client.mount();
  disconnect({ noticed: true });
  const mutation = client.getMutationCache().build(client, { mutationFn: give });
  const failure = await mutation.execute(undefined).then(
    () => null,
    (error: unknown) => problemOf(error).code,
  );
  reconnect();
  await client.resumePausedMutations();
  client.unmount();
  expect({ failure, sent }).toEqual({ failure: 'offline', sent: [] });
});

test('a read without a network says so at once, and is asked anew when the network is back', () => {
  const { queries } = createQueryClient().getDefaultOptions();
  disconnect({ noticed: true });
  expect({ networkMode: queries?.networkMode, refetchOnReconnect: queries?.refetchOnReconnect }).toEqual({
    networkMode: 'always',
    refetchOnReconnect: true,
  });
});

test('a request lost on the way is not said to be unsent', async () => {
  disconnect({ noticed: false });
  const failure = await give().catch((error: unknown) => problemOf(error).code);
  expect(failure).toBe('no-answer');
});

test('a connection that drops while a request is under way leaves open whether it arrived', async () => {
  vi.stubGlobal('navigator', { onLine: true, languages: ['zh-CN'] });
  vi.stubGlobal('fetch', async () => {
    disconnect({ noticed: true });
    throw new TypeError('Failed to fetch');
  });
  const failure = await give().catch((error: unknown) => problemOf(error).code);
  expect(failure).toBe('no-answer');
});

test.each([
  [201, true],
  [200, false],
])('a member answered with %i is new: %s', async (status, isNew) => {
  vi.stubGlobal('navigator', { onLine: true, languages: ['zh-CN'] });
  vi.stubGlobal('fetch', async () => Response.json({ id: 'mem_1' }, { status }));
  const answer = await addMember({ phone: '13800138000', email: null, displayName: null }, 'key_1');
  expect(answer).toEqual({ value: { id: 'mem_1' }, isNew });
});
