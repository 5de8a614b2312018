import type { RewardKind } from '../../src/domain/catalogue/reward-kind.ts';
import { GiftIcon, SearchIcon } from './icons.tsx';
import { RewardTile } from './reward-tile.tsx';
import type { RewardTileView } from './views.ts';
import type { Words } from './words.ts';

export type FindView = {
  /** The reader looks for something: the page is about that alone. */
  isFinding: boolean;
  query: string;
  kind: RewardKind | null;
  /** Kinds on the shelf; none where there is only one. */
  kinds: RewardKind[];
  /** Whether there is so much on the shelf that looking for something helps. */
  isSearchable: boolean;
  /** What comes nearest by points, where nothing was found. */
  nearest: RewardTileView[];
};

type Props = { words: Words; rewards: RewardTileView[]; find: FindView };

/** Pictures that a phone shows without scrolling are not put off. */
const EAGER_PICTURES = 4;

/** All rewards, or those that were looked for: a field, chips for the kinds, and the grid. */
export function FindRewards({ words, rewards, find }: Props) {
  const { t, format } = words;
  const { isFinding } = find;
  return (
    <section class="all" aria-labelledby="all">
      <h2 id="all">{t(isFinding ? 'find.found' : 'shelf.all')}</h2>
      {(find.isSearchable || find.kinds.length > 0) && (
        <div class="find">
          {find.isSearchable && <Search words={words} find={find} />}
          {find.kinds.length > 0 && <Kinds words={words} find={find} />}
        </div>
      )}
      {isFinding && (
        <p class="found" role="status">
          {rewards.length > 0
            ? t('find.count', { count: rewards.length })
            : t('find.none', { query: find.query || t(`kind.${find.kind ?? 'goods'}`) })}{' '}
          <a href="/">{t('find.clear')}</a>
        </p>
      )}
      {rewards.length === 0 && !isFinding && (
        <div class="empty">
          <GiftIcon />
          <p>{t('shelf.empty', { unit: format.unit })}</p>
          <a class="button quiet" href="/earn">
            {t('shelf.emptyAction')}
          </a>
        </div>
      )}
      <Grid words={words} tiles={rewards} isFinding={isFinding} />
      {find.nearest.length > 0 && (
        <>
          <h3>{t('find.nearest')}</h3>
          <Grid words={words} tiles={find.nearest} isFinding />
        </>
      )}
    </section>
  );
}

type GridProps = { words: Words; tiles: RewardTileView[]; isFinding: boolean };

function Grid({ words, tiles, isFinding }: GridProps) {
  return tiles.length === 0 ? null : (
    <ul class={isFinding ? 'grid found-grid' : 'grid'}>
      {tiles.map((reward, position) => (
        <RewardTile words={words} reward={reward} eager={position < EAGER_PICTURES} />
      ))}
    </ul>
  );
}

function Search({ words: { t }, find }: { words: Words; find: FindView }) {
  return (
    <search>
      <form class="search" method="get" action="/">
        <label for="q" class="hidden">
          {t('find.label')}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          value={find.query}
          placeholder={t('find.label')}
          maxlength={60}
          autocomplete="off"
          enterkeyhint="search"
        />
        {find.kind && <input type="hidden" name="kind" value={find.kind} />}
        <button type="submit" aria-label={t('find.search')}>
          <SearchIcon />
        </button>
      </form>
    </search>
  );
}

function Kinds({ words: { t }, find }: { words: Words; find: FindView }) {
  const query = find.query ? `q=${encodeURIComponent(find.query)}&` : '';
  return (
    <nav class="chips" aria-label={t('find.kinds')}>
      <a
        href={find.query ? `/?q=${encodeURIComponent(find.query)}` : '/'}
        aria-current={find.kind === null ? 'true' : undefined}
      >
        {t('kind.all')}
      </a>
      {find.kinds.map((kind) => (
        <a href={`/?${query}kind=${kind}`} aria-current={find.kind === kind ? 'true' : undefined}>
          {t(`kind.${kind}`)}
        </a>
      ))}
    </nav>
  );
}
