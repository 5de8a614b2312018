import { expect, test } from 'vitest';
import { exportShop } from '../../src/features/export/export-shop.ts';
import { EXPORT_TABLES, type ExportRow, selectExportPage } from '../../src/features/export/queries.ts';
import { askQuestion } from '../../src/features/questions/ask-question.ts';
import { filesOf } from '../support/unzip.ts';
import { join, must, newKey, openShop, type Shop } from './world.ts';

async function taken(shop: Shop): Promise<Record<string, string>> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of await exportShop({ ctx: shop.owner })) pieces.push(bytes);
  return filesOf(Buffer.concat(pieces));
}

test('holds every table of the shop, nothing of another shop, no secret, and who took it', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { id: memberId } = await join(shop);
  const { id: strangerId } = await join(other);
  const input = { memberId, text: '=HYPERLINK("http://example.com"), 周末开门吗？', key: newKey() };
  must(await askQuestion({ ctx: shop.member(memberId), input }));
  const files = await taken(shop);
  expect(Object.keys(files)).toEqual(EXPORT_TABLES.map(({ name }) => `${name}.csv`));
  expect(files['members.csv']).toMatch(new RegExp(`^\uFEFFid,number,phone,.*createdAt\r\n${memberId},`));
  expect(files['members.csv']?.split('\r\n')[0]).not.toContain('phoneEnd');
  expect(files['questions.csv']).toContain(`"'=HYPERLINK(""http://example.com""), 周末开门吗？"`);
  expect(files['audit-log.csv']).toContain('data.exported');
  expect(files['shop.csv']).toContain(shop.tenant.slug);
  const all = Object.values(files).join();
  expect([all.includes(strangerId), all.includes(other.tenant.id)]).toEqual([false, false]);
  expect(Object.keys(files).filter((name) => /key|code|session|token/.test(name))).toEqual([]);
});

test('goes on after the last row of a page, none twice and none left out', async () => {
  const shop = await openShop();
  for (let count = 0; count < 5; count += 1) await join(shop);
  const table = EXPORT_TABLES.find(({ name }) => name === 'members');
  if (!table) throw new Error('members are exported');
  const read = async (after: ExportRow | null, limit: number): Promise<ExportRow[]> => {
    const [rows] = await shop.owner.db.batch(shop.tenant.id, [
      selectExportPage(shop.owner, table, { after, limit }),
    ]);
    return rows;
  };
  const first = await read(null, 3);
  const rest = await read(first.at(-1) ?? null, 3);
  expect([...first, ...rest]).toEqual(await read(null, 10));
  expect([first.length, rest.length]).toEqual([3, 2]);
});

test('is read page by page in the order of every table’s own key', async () => {
  const shop = await openShop();
  for (const table of EXPORT_TABLES) {
    const after = Object.fromEntries(
      table.key.map((name) => [name, name === 'seq' || name === 'epoch' || name === 'version' ? 0 : '']),
    );
    const [rows] = await shop.owner.db.batch(shop.tenant.id, [
      selectExportPage(shop.owner, table, { after, limit: 5 }),
    ]);
    expect(Array.isArray(rows), table.name).toBe(true);
  }
});
