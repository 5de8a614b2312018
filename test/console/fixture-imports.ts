import { NO_FIGURES } from '../../src/domain/imports/listed-row.ts';
import type { MemberImportAnswer } from '../../src/features/imports/file-schemas.ts';

const agoAt = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** A list as the server tells of it; a test says what differs. */
export function importAnswer(
  given: Partial<MemberImportAnswer> = {},
  figures: Partial<MemberImportAnswer['figures']> = {},
): MemberImportAnswer {
  return {
    id: 'imp_1',
    name: '会员积分卡.csv',
    source: 'file',
    state: 'done',
    digest: 'a'.repeat(64),
    rowsTotal: 1_200,
    createdBy: '小陈',
    createdAt: agoAt(90),
    finishedAt: agoAt(88),
    reversedAt: null,
    ...given,
    figures: {
      ...NO_FIGURES,
      takenRows: 1_188,
      refusedRows: 12,
      newMembers: 1_100,
      knownMembers: 88,
      points: 402_160,
      ...figures,
    },
  };
}

const LISTS = [
  importAnswer(),
  importAnswer(
    { id: 'imp_2', name: '旧系统.csv', state: 'reversed', createdAt: agoAt(3_000), reversedAt: agoAt(2_900) },
    { outMembers: 1_188, takenPoints: 401_760, owedPoints: 400, owingMembers: 2, closedMembers: 1_080 },
  ),
  importAnswer({
    id: 'demo-cards',
    name: 'demo-cards',
    source: 'api',
    createdAt: agoAt(9_000),
    rowsTotal: 0,
  }),
];

const REFUSED = ['not_points', 'repeats_row', 'not_a_phone_number'].map((reason, place) => ({
  row: 17 + place * 40,
  field: reason === 'not_points' ? 'points' : 'phone',
  reason,
}));

/** What the server answers about lists; null for every other path. */
export function importsAnswer(path: string): object | null {
  if (path === '/imports') return { items: LISTS, nextCursor: null };
  if (/^\/imports\/[^/]+\/refused$/.test(path)) return { items: REFUSED, nextCursor: null };
  const id = /^\/imports\/([^/]+)$/.exec(path)?.[1];
  return id === undefined ? null : (LISTS.find((list) => list.id === id) ?? LISTS[0] ?? null);
}
