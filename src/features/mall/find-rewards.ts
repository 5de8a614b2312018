import type { FindView } from '../../../web/mall/find-rewards.tsx';
import type { RewardTileView } from '../../../web/mall/views.ts';
import { REWARD_KINDS, type RewardKind } from '../../domain/catalogue/reward-kind.ts';
import type { MallManifest } from '../publication/manifest.ts';
import type { Spendable } from './reward-action.ts';

/** What a reader looks for: words, a kind, both or neither. */
export type Wanted = { query: string; kind: RewardKind | null };

const QUERY_CHARACTERS_MAX = 60;
/** So few rewards are found by looking. */
const SEARCHABLE_MIN = 8;
const NEAREST_MAX = 3;

/** Reads what was asked for from the address; anything that is no kind asks for none. */
export function readWanted(query: (name: string) => string | undefined): Wanted {
  const kind = REWARD_KINDS.find((each) => each === query('kind')) ?? null;
  return { query: (query('q') ?? '').trim().slice(0, QUERY_CHARACTERS_MAX), kind };
}

type Source = {
  manifest: MallManifest;
  tiles: RewardTileView[];
  /** What the reader can spend, where it is known. */
  available: Spendable;
  wanted: Wanted;
};

/**
 * The rewards that carry every word looked for in a name of any language, and are of the kind. Where
 * there are none, the three nearest by points: to a figure that was typed, else to what she has.
 */
export function findRewards({ manifest, tiles, available, wanted }: Source): {
  rewards: RewardTileView[];
  find: FindView;
} {
  const { query, kind } = wanted;
  const namesOf = new Map(
    manifest.rewards.map(({ rewardId, names }) => [rewardId, plain(Object.values(names).join(' '))]),
  );
  const asked = plain(query).split(/\s+/).filter(Boolean);
  const rewards = tiles.filter(
    (tile) =>
      (kind === null || tile.kind === kind) &&
      asked.every((word) => namesOf.get(tile.rewardId)?.includes(word)),
  );
  const isFinding = query !== '' || kind !== null;
  const kinds = REWARD_KINDS.filter((each) => tiles.some((tile) => tile.kind === each));
  const aim = aimOf(query) ?? (typeof available === 'number' ? available : 0);
  return {
    rewards,
    find: {
      isFinding,
      query,
      kind,
      kinds: kinds.length > 1 ? kinds : [],
      isSearchable: isFinding || tiles.length >= SEARCHABLE_MIN,
      nearest: isFinding && rewards.length === 0 ? nearestTo(tiles, aim) : [],
    },
  };
}

function nearestTo(tiles: RewardTileView[], aim: number): RewardTileView[] {
  return tiles.toSorted((a, b) => Math.abs(a.points - aim) - Math.abs(b.points - aim)).slice(0, NEAREST_MAX);
}

/** "500" or "500 积分": a reader who types a figure looks for a price. */
function aimOf(query: string): number | null {
  const figure = /\d[\d,]*/.exec(query.normalize('NFKC'))?.[0].replaceAll(',', '');
  return figure && figure.length <= 9 ? Number(figure) : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
