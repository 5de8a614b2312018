import { ConfirmPage } from '../../../web/mall/confirm.tsx';
import { EarnPage } from '../../../web/mall/earn.tsx';
import { EnterPage, type EnterView } from '../../../web/mall/enter.tsx';
import { HomePage } from '../../../web/mall/home.tsx';
import { MemberCard } from '../../../web/mall/member-card.tsx';
import { MessagePage, type MessageView, PlainMessagePage } from '../../../web/mall/message-page.tsx';
import { RedemptionPage } from '../../../web/mall/redemption.tsx';
import { RedemptionResultPage } from '../../../web/mall/redemption-result.tsx';
import { RedemptionsPage } from '../../../web/mall/redemptions.tsx';
import { RewardPage } from '../../../web/mall/reward.tsx';
import { RulesPage } from '../../../web/mall/rules.tsx';
import { SLOT } from '../../../web/mall/said.tsx';
import { SharePage } from '../../../web/mall/share.tsx';
import { SignInPage, type SignInView } from '../../../web/mall/sign-in.tsx';
import type { Frame } from '../../../web/mall/views.ts';
import { WidgetPreviewPage } from '../../../web/mall/widget-preview.tsx';
import { type Words, wordsFor } from '../../../web/mall/words.ts';
import type { RedemptionView } from '../../account/contract.ts';
import type { Services } from '../../context.ts';
import { homeCountry } from '../../domain/home-country.ts';
import { earnsAt, shopPhase } from '../../domain/shop-closing.ts';
import { offeredLanguages, shippingFeeMinor } from '../../domain/shop-settings.ts';
import { pickText } from '../../messages/localized-text.ts';
import { DEFAULT_POINTS_NAME } from '../../messages/points-name.ts';
import type { MallManifest, RewardPage as PublishedReward } from '../publication/manifest.ts';
import type { AddressReading, TypedAddress } from './address-form.ts';
import { addressFields } from './address-form.ts';
import { type AssetNames, SHEET_OF_NOBODY } from './assets.ts';
import { countryOptions } from './countries.ts';
import { chosenWay, feeWords, receiveWays } from './delivery-words.ts';
import { earnView } from './earn-view.ts';
import type { Wanted } from './find-rewards.ts';
import { designOf, frameLook } from './frame-look.ts';
import { homeView } from './home-view.ts';
import { type PaymentMethod, paymentMethods } from './payment-methods.ts';
import type { MemberRead } from './read-member.ts';
import { redemptionDetail, redemptionTile } from './redemption-view.ts';
import { type RewardSource, rewardView } from './reward-view.ts';
import { rulesHistory } from './rules-history.ts';
import { rulesView } from './rules-view.ts';
import { type HomeSource, memberView, shopMoney, tileOf } from './shelf.ts';
import type { OpenVisit, Visit } from './visit.ts';

export { addressesOf as languagesOf } from '../../../web/mall/findable.ts';
export { inScheme } from '../../../web/shared/in-scheme.ts';
export { themeCss } from '../../../web/shared/theme-css.ts';

/** The words of a visit: the reader's language, the shop's zone and its name for points. */
export function wordsOf({ ctx }: Pick<Visit, 'ctx'>): Words {
  const { tenant, locale, clock } = ctx;
  return wordsFor({
    locale,
    shopLocale: tenant.locale,
    timeZone: tenant.timeZone,
    pointsName: tenant.pointsName,
    nowMs: clock.nowMs(),
  });
}

/** What stands around every page of this visit. */
export function frameOf(visit: Visit): Frame {
  const { ctx, manifest, signedIn, path, origin, assets, embedded } = visit;
  const { name, locale } = ctx.tenant;
  const languages = offeredLanguages(locale, ctx.tenant.languages);
  const words = wordsOf(visit);
  const look = frameLook(words, manifest);
  return {
    words,
    shop: {
      name,
      locale,
      languages,
      contact: manifest?.tenant.contact ?? { phone: null, email: null, address: null },
    },
    signedIn,
    memberId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    preview: visit.preview,
    closing: closingLine(ctx, words),
    path,
    origin,
    assets: {
      style: visit.styleHref ?? assets.styles[look.layout],
      script: assets.script,
      theme: visit.themeHref ?? (manifest && `/theme.css?v=${manifest.version}`),
    },
    look,
    embedded,
  };
}

/** What every page says of a shop that is about to close, or has; null while it does neither. */
function closingLine({ tenant }: Visit['ctx'], { t, format, nowMs }: Words): Frame['closing'] {
  const { closing } = tenant;
  if (!closing) return null;
  const date = format.lastDay(closing.closesAtMs, nowMs);
  if (shopPhase(tenant, nowMs) === 'closed') {
    return { isOver: true, earns: false, text: t('closing.over', { date }) };
  }
  const earns = earnsAt(closing, nowMs);
  const text = t(earns ? 'closing.soon' : 'closing.soonUnearned', {
    date,
    unit: format.unit,
  });
  return { isOver: false, earns, text };
}

export function homePage(visit: OpenVisit, source: Omit<HomeSource, 'manifest'> & { wanted: Wanted }) {
  const { manifest } = visit;
  return <HomePage frame={frameOf(visit)} view={homeView(wordsOf(visit), { ...source, manifest })} />;
}

export function earnPage(visit: OpenVisit, source: Omit<Parameters<typeof earnView>[1], 'manifest'>) {
  const { manifest } = visit;
  return <EarnPage frame={frameOf(visit)} view={earnView(wordsOf(visit), { ...source, manifest })} />;
}

/** The card alone, for the page that asks again after it could not be read. */
export function memberCard(visit: Visit, member: MemberRead) {
  return <MemberCard words={wordsOf(visit)} member={memberView(member)} firstReward={null} />;
}

export function rewardPage(visit: OpenVisit, source: Omit<RewardSource, 'manifest'>) {
  const { manifest } = visit;
  return <RewardPage frame={frameOf(visit)} reward={rewardView(wordsOf(visit), { ...source, manifest })} />;
}

export function sharePage(visit: OpenVisit, page: PublishedReward) {
  const card = tileOf(wordsOf(visit), { card: page, band: 'in', shop: shopMoney(visit.manifest) });
  const address = `${visit.origin}/rewards/${page.rewardId}`;
  return <SharePage frame={frameOf(visit)} view={{ reward: card, address }} />;
}

export type ConfirmSource = {
  reward: PublishedReward;
  /** The price that is asked for, which after a change is not the snapshot's. */
  terms: { priceVersion: number; pointsEach: number; cashEachMinor: number };
  /** How the cash beside the points is to be paid. */
  payment: PaymentMethod | null;
  /** How it comes to her, of the ways that the shop offers. */
  receive: string;
  availablePoints: number;
  idempotencyKey: string;
  typed: TypedAddress;
  errors?: Extract<AddressReading, { ok: false }>['errors'];
  refusal: string | null;
  /** The parcel's fee as it is asked for, where a form said it before; null: as the mall has it now. */
  shippingFeeMinor: number | null;
  /** What the form that was refused said of price and fee; null where nothing changed. */
  was: { pointsEach: number; cashEachMinor: number; shippingFeeMinor: number | null } | null;
  /** Where a code will be sent to, where this redemption asks for one; null once it was. */
  asksCodeAt: string | null;
  /** Where a code was sent to, and what the last one typed was refused for. */
  proof: { sentTo: string; error: string | null } | null;
};

export function confirmPage(visit: OpenVisit, source: ConfirmSource) {
  const words = wordsOf(visit);
  const { currency } = visit.ctx.tenant;
  const { reward, terms, payment, typed, errors, receive, was, ...rest } = source;
  const { manifest } = visit;
  const tile = tileOf(words, { card: reward, band: 'in', shop: shopMoney(visit.manifest) });
  const methods = paymentMethods(visit.manifest);
  const ways = receiveWays(words, manifest);
  const isSent = ways.some(({ value }) => value === 'send');
  const money = (amountMinor: number) => words.format.money(amountMinor, currency);
  const feeNow = shippingFeeMinor(manifest.settings?.delivery, terms.pointsEach);
  const feeMinor = tile.voucher ? 0 : (source.shippingFeeMinor ?? feeNow);
  const feeBefore = was?.shippingFeeMinor ?? feeMinor;
  const cash = terms.cashEachMinor > 0 && {
    amountMinor: terms.cashEachMinor,
    amount: money(terms.cashEachMinor),
    methods,
    method: payment ?? methods[0] ?? 'online',
  };
  return (
    <ConfirmPage
      frame={frameOf(visit)}
      view={{
        ...rest,
        reward: { ...tile, points: terms.pointsEach },
        priceVersion: terms.priceVersion,
        cash: cash || null,
        address: tile.voucher || !isSent ? null : addressFields(typed, errors),
        receive: tile.voucher ? null : { chosen: chosenWay(ways, receive), ways },
        shippingFee: tile.voucher ? null : feeWords(words, manifest, terms.pointsEach, feeMinor),
        shippingFeeMinor: feeMinor,
        was: was && {
          points: was.pointsEach === terms.pointsEach ? null : was.pointsEach,
          cash: was.cashEachMinor === terms.cashEachMinor ? null : money(was.cashEachMinor),
          fee: feeBefore === feeMinor ? null : money(feeBefore),
        },
        countries: countryOptions(
          words.locale,
          homeCountry(visit.ctx.tenant),
          servedCountries(manifest, typed),
        ),
      }}
    />
  );
}

/** Countries that the shop sends to, and the one that stands in the form: a choice is never changed unasked. */
function servedCountries({ settings }: MallManifest, { country }: TypedAddress): string[] | null {
  const areas = settings?.delivery?.areas;
  return areas ? [...areas.map((area) => area.country), country].filter(Boolean) : null;
}

export function resultPage(
  visit: Visit,
  view: RedemptionView,
  { availablePoints, isHere }: { availablePoints: number; isHere: boolean },
) {
  const detail = redemptionDetail(wordsOf(visit), {
    view,
    manifest: visit.manifest,
    mall: mallOf(visit),
    idempotencyKey: '',
    refusal: null,
    availablePoints,
  });
  return <RedemptionResultPage frame={frameOf(visit)} detail={detail} isHere={isHere} />;
}

export function redemptionsPage(
  visit: Visit,
  page: { items: RedemptionView[]; nextCursor: string | null } | null,
  paged: boolean,
) {
  const words = wordsOf(visit);
  const view = page && {
    items: page.items.map((item) => redemptionTile(words, item, visit.manifest)),
    olderHref: page.nextCursor === null ? null : `/redemptions?cursor=${encodeURIComponent(page.nextCursor)}`,
    newestHref: paged ? '/redemptions' : null,
  };
  return <RedemptionsPage frame={frameOf(visit)} view={view} />;
}

export type RedemptionSource = { view: RedemptionView; idempotencyKey: string; refusal: string | null };

export function redemptionPage(visit: Visit, source: RedemptionSource) {
  const detail = redemptionDetail(wordsOf(visit), {
    ...source,
    manifest: visit.manifest,
    mall: mallOf(visit),
  });
  return <RedemptionPage frame={frameOf(visit)} detail={detail} />;
}

function mallOf({ origin, ctx }: Visit) {
  return { origin, currency: ctx.tenant.currency };
}

export function rulesPage(visit: OpenVisit) {
  const { manifest } = visit;
  const words = wordsOf(visit);
  const intro = pickText(designOf(manifest).rulesIntro, words.locale, words.shopLocale);
  const history = rulesHistory(words, manifest, SLOT);
  const view = { ...rulesView(words, { manifest, slot: SLOT }), intro, history };
  return <RulesPage frame={frameOf(visit)} view={view} />;
}

export function signInPage(visit: Visit, view: SignInView) {
  return <SignInPage frame={frameOf(visit)} view={view} />;
}

export function enterPage(visit: Visit, view: EnterView) {
  return <EnterPage frame={frameOf(visit)} view={view} />;
}

export function widgetPreviewPage(visit: Visit, drafted: Parameters<typeof WidgetPreviewPage>[0]['drafted']) {
  return <WidgetPreviewPage frame={frameOf(visit)} slug={visit.ctx.tenant.slug} drafted={drafted} />;
}

export function messagePage(visit: Visit, view: MessageView) {
  return <MessagePage frame={frameOf(visit)} view={view} />;
}

/** Where no shop stands behind the host: the product's own look, times in UTC. */
export function plainMessagePage(
  { locale, clock }: Pick<Services, 'locale' | 'clock'>,
  place: { assets: AssetNames; path: string },
  view: MessageView,
) {
  const words = wordsFor({
    locale,
    shopLocale: locale,
    timeZone: 'UTC',
    pointsName: DEFAULT_POINTS_NAME,
    nowMs: clock.nowMs(),
  });
  const { styles, script } = place.assets;
  const assets = { style: styles[SHEET_OF_NOBODY], script, theme: null };
  return <PlainMessagePage words={words} assets={assets} path={place.path} view={view} />;
}
