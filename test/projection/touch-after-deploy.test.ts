import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { touchAfterDeploy } from '../../src/projection/touch-after-deploy.ts';
import { lostStock } from './lost-stock.ts';

const deployed = (id: string) => ({ ...env, VERSION: { id, tag: '', timestamp: '' } });

/** A deploy whose stocks cannot be constructed. */
const broken = (id: string) => {
  const getByName = () => {
    throw new Error('cannot be constructed');
  };
  return { ...deployed(id), STOCK: { getByName } as unknown as DurableObjectNamespace };
};

describe('after a deploy', () => {
  test('every registered object is touched, due or not', async () => {
    const lost = await lostStock(null);
    await touchAfterDeploy(deployed('first'));
    expect(await lost.alarm()).not.toBe(null);
  });

  test('they are touched once and not every minute', async () => {
    const lost = await lostStock(null);
    await touchAfterDeploy(deployed('second'));
    await lost.loseAlarm();
    expect(await touchAfterDeploy(deployed('second'))).toMatchObject({ found: 0 });
    expect(await lost.alarm()).toBe(null);
    await touchAfterDeploy(deployed('third'));
    expect(await lost.alarm()).not.toBe(null);
  });

  test('what could not be touched is tried again a minute later', async () => {
    const lost = await lostStock(null);
    expect((await touchAfterDeploy(broken('fourth'))).failed).toBeGreaterThan(0);
    await touchAfterDeploy(deployed('fourth'));
    expect(await lost.alarm()).not.toBe(null);
  });

  test('an object that cannot be touched at all does not keep the others from it', async () => {
    for (let minute = 0; minute < 24 * 10; minute += 1) await touchAfterDeploy(broken('fifth'));
    expect(await touchAfterDeploy(broken('fifth'))).toEqual({ found: 0, touched: 0, failed: 0 });
  });
});
