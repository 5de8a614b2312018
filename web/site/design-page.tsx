import type { Child } from 'hono/jsx';
import type { Theme } from '../../src/domain/shop.ts';
import type { Translate } from '../../src/messages/translator.ts';
import { Banners } from '../mall/banners.tsx';
import { Document } from '../mall/document.tsx';
import { Field } from '../mall/field.tsx';
import { FindRewards } from '../mall/find-rewards.tsx';
import { HowItWorks } from '../mall/how-it-works.tsx';
import { LanguageSwitch } from '../mall/language-switch.tsx';
import { MemberCard } from '../mall/member-card.tsx';
import { ProblemList } from '../mall/problem-list.tsx';
import { ResultMark } from '../mall/redemption-result.tsx';
import { RewardButton } from '../mall/reward-button.tsx';
import { RewardTile } from '../mall/reward-tile.tsx';
import type { Assets } from '../mall/views.ts';
import type { Words } from '../mall/words.ts';
import { ACTIONS, CARDS, sampleTiles } from './design-samples.ts';

export type Layout = Theme['layout'];
/** The shop of each look, and where its drawings are. */
const SHOPS: Record<Layout, { name: string; pictures: string }> = {
  editorial: { name: '棉屿', pictures: 'mianyu' },
  soft: { name: '沐棠', pictures: 'mutang' },
  lively: { name: '灯下课堂', pictures: 'lamplight' },
};
const LAYOUTS: Layout[] = ['editorial', 'soft', 'lively'];
const SCHEMES = ['light', 'dark'] as const;
const SIZES = ['tiny', 'small', 'note', 'body', 'large', 'head', 'title', 'display', 'figure'] as const;
const COLOURS = [
  'main',
  'accent',
  'page',
  'surface',
  'sunken',
  'tint',
  'text',
  'muted',
  'accent-text',
  'danger',
  'gain',
];

export type DesignPageView = {
  words: Words;
  docs: Translate<'docs'>;
  assets: Assets;
  path: string;
  layout: Layout;
  scheme: 'light' | 'dark';
};

/** Every part of a mall in every state, in the look that the address names: what a designer checks. */
export function DesignPage({ view }: { view: DesignPageView }) {
  const { words, docs, assets, path, layout, scheme } = view;
  const { t } = words;
  const here = (change: { layout?: Layout; scheme?: string }) =>
    `/docs/design?layout=${change.layout ?? layout}&scheme=${change.scheme ?? scheme}`;
  const choice = (label: string, href: string, current: boolean) => (
    <a href={href} aria-current={current ? 'true' : undefined}>
      {label}
    </a>
  );
  return (
    <Document
      locale={words.locale}
      title={`${docs('design.title')} · Pointmall`}
      assets={assets}
      page={`mall design layout-${layout}`}
    >
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <div class="masthead">
        <header class="top">
          <a class="brand" href="/">
            <span lang="zh-CN">{SHOPS[layout].name}</span>
          </a>
        </header>
      </div>
      <main id="main" tabindex={-1}>
        <h1>{docs('design.title')}</h1>
        <p class="lead">{docs('design.lead')}</p>
        <nav class="chips" aria-label={docs('design.looks')}>
          {LAYOUTS.map((each) =>
            choice(docs(`design.layouts.${each}`), here({ layout: each }), each === layout),
          )}
          {SCHEMES.map((each) =>
            choice(docs(`design.schemes.${each}`), here({ scheme: each }), each === scheme),
          )}
        </nav>
        <Scales docs={docs} />
        <Parts view={view} />
      </main>
      <footer class="foot">
        <LanguageSwitch current={words.locale} path={path} label={t('language')} />
      </footer>
    </Document>
  );
}

function Scales({ docs }: Pick<DesignPageView, 'docs'>) {
  return (
    <>
      <Part id="type" title={docs('design.type')}>
        {SIZES.map((size) => (
          <p class={`type-${size}`}>
            {docs('design.sample')} <span class="small">{size}</span>
          </p>
        ))}
      </Part>
      <Part id="colours" title={docs('design.colours')}>
        <ul class="swatches">
          {COLOURS.map((name) => (
            <li class={`swatch swatch-${name}`}>{name}</li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Parts({ view }: { view: DesignPageView }) {
  const { words, docs, layout } = view;
  const { pictures } = SHOPS[layout];
  const { t, format } = words;
  const tiles = sampleTiles(words, layout, pictures);
  const [first] = tiles;
  const field = (name: string, value: string, error: string | null) => (
    <Field
      name={name}
      label={docs(`design.fields.${error ? 'wrong' : 'right'}`)}
      state={{ value, error }}
      autocomplete="off"
      hint={docs('design.fields.hint')}
    />
  );
  return (
    <>
      <Part id="buttons" title={docs('design.buttons')}>
        <div class="samples">
          <button class="button" type="button">
            {t('confirm.submit', { points: format.points(500) })}
          </button>
          <button class="button quiet" type="button">
            {t('success.continue')}
          </button>
          <button class="button danger" type="button">
            {t('redemption.cancelConfirm')}
          </button>
          <button class="button" type="button" aria-disabled="true">
            {t('confirm.waiting')}
          </button>
          <p class="button cannot">{t('reward.soldOut')}</p>
          <button class="link" type="button">
            {t('redemption.copy')}
          </button>
        </div>
      </Part>
      <Part id="fields" title={docs('design.inputs')}>
        <ProblemList
          title={t('confirm.problems')}
          problems={[{ field: 'field-wrong', text: t('confirm.phoneInvalid') }]}
        />
        <div class="fields">
          {field('field-right', '林小满', null)}
          {field('field-wrong', 'call me', t('confirm.phoneInvalid'))}
        </div>
      </Part>
      <Part id="cards" title={docs('design.cards')}>
        {CARDS.map((card) => (
          <MemberCard
            words={words}
            member={card.member(words.nowMs)}
            firstReward={card.isShort ? (first ?? null) : null}
            joinOffer={card.offersJoining ? { points: 100, reward: first?.name ?? null } : null}
          />
        ))}
      </Part>
      <Banners
        words={words}
        banners={[
          {
            pictureUrl: `/pictures/${pictures}/banner.svg`,
            title: { text: docs('design.sample'), lang: words.locale },
            href: '#tiles',
          },
        ]}
      />
      <Part id="tiles" title={docs('design.tiles')}>
        <ul class="shelf">
          {tiles.slice(0, 4).map((reward) => (
            <RewardTile words={words} reward={reward} gapPoints={Math.round(reward.points / 4)} />
          ))}
        </ul>
      </Part>
      <FindRewards
        words={words}
        rewards={tiles}
        find={{
          isFinding: false,
          query: '',
          kind: null,
          kinds: ['goods', 'coupon', 'service'],
          isSearchable: true,
          nearest: [],
        }}
      />
      <Part id="actions" title={docs('design.actions')}>
        <div class="samples">
          {ACTIONS.map((action) => (
            <RewardButton
              words={words}
              reward={{
                rewardId: '',
                action: action(words.nowMs),
                voucher: null,
                similar: [],
                draftKey: '',
                own: null,
              }}
            />
          ))}
        </div>
      </Part>
      <Part id="notices" title={docs('design.notices')}>
        <p class="notice">{t('pay.preparing', { unit: format.unit })}</p>
        <div class="samples marks">
          <ResultMark outcome="done" />
          <ResultMark outcome="confirming" />
          <ResultMark outcome="failed" />
        </div>
        <section class="panel" aria-labelledby="timeline">
          <h3 id="timeline">{t('redemption.timeline')}</h3>
          <ol class="timeline">
            {(['confirmed', 'in_fulfilment', 'shipped'] as const).map((state, step) => (
              <li>
                <span>{t(`state.${state}`)}</span>
                <span class="small">
                  {format.dateTime(words.nowMs - (3 - step) * 7_200_000, words.nowMs)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      </Part>
      <HowItWorks words={words} receives="sent" />
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
