import { AccountPage, CloseAccountPage, type CloseView } from '../../../web/mall/account.tsx';
import { AddressesPage, AddressPage } from '../../../web/mall/addresses.tsx';
import { AskList, AskPage, type AskView } from '../../../web/mall/ask.tsx';
import { HelpPage } from '../../../web/mall/help.tsx';
import { ConsentPage, LegalPage, type LegalText } from '../../../web/mall/legal.tsx';
import { MePage, type MeView } from '../../../web/mall/me.tsx';
import { MemberCodePage, MemberCodePart, type MemberCodeView } from '../../../web/mall/member-code.tsx';
import { MissingPointsPage, type MissingView } from '../../../web/mall/missing-points.tsx';
import { NewsPage, type NewsView } from '../../../web/mall/news.tsx';
import { PointsPage } from '../../../web/mall/points.tsx';
import { ProfilePage, type ProfileView } from '../../../web/mall/profile.tsx';
import { SLOT } from '../../../web/mall/slot.ts';
import { VouchersPage } from '../../../web/mall/vouchers.tsx';
import { wordsFor } from '../../../web/mall/words.ts';
import type { RedemptionView } from '../../account/contract.ts';
import { homeCountry } from '../../domain/home-country.ts';
import type { Locale } from '../../domain/locale.ts';
import { type AddressReading, addressFields, type TypedAddress } from '../mall/address-form.ts';
import { countryOptions } from '../mall/countries.ts';
import { frameOf, wordsOf } from '../mall/pages.tsx';
import { addressLines, redemptionTile } from '../mall/redemption-view.ts';
import type { OpenVisit } from '../mall/visit.ts';
import { voucherView } from '../mall/voucher-view.ts';
import type { AddressRow } from '../members/queries.ts';
import type { Consents, NewsChannel } from '../members/record-consents.ts';
import { type HelpSource, helpView } from './help-view.ts';
import { type LegalSource, legalVersion, privacyText, termsText } from './legal-view.ts';
import { type PointsSource, pointsView } from './points-view.ts';

export function pointsPage(visit: OpenVisit, source: PointsSource | null) {
  const view = source && pointsView(wordsOf(visit), source, visit.ctx.tenant);
  return <PointsPage frame={frameOf(visit)} view={view} />;
}

export function missingPage(visit: OpenVisit, view: MissingView) {
  return <MissingPointsPage frame={frameOf(visit)} view={view} />;
}

export function helpPage(visit: OpenVisit, source: HelpSource) {
  return <HelpPage frame={frameOf(visit)} view={helpView(wordsOf(visit), visit.manifest, source)} />;
}

export function mePage(visit: OpenVisit, view: MeView) {
  return <MePage frame={frameOf(visit)} view={view} />;
}

export function askPage(visit: OpenVisit, ask: AskView) {
  return <AskPage frame={frameOf(visit)} ask={ask} />;
}

export function askList(visit: OpenVisit, asks: AskView[]) {
  return <AskList words={wordsOf(visit)} asks={asks} />;
}

export function memberCodePage(visit: OpenVisit, view: MemberCodeView) {
  return <MemberCodePage frame={frameOf(visit)} view={view} />;
}

export function memberCodePart(visit: OpenVisit, view: MemberCodeView) {
  return <MemberCodePart words={wordsOf(visit)} view={view} />;
}

/** The vouchers among her redemptions; what was cancelled is no voucher any more. */
export function vouchersPage(visit: OpenVisit, redemptions: RedemptionView[] | null) {
  const words = wordsOf(visit);
  const mall = { origin: visit.origin, currency: visit.ctx.tenant.currency };
  const view =
    redemptions?.flatMap((each) => {
      const voucher = voucherView(words, each, mall);
      return voucher && voucher.standing !== 'cancelled'
        ? [{ ...redemptionTile(words, each, visit.manifest), voucher }]
        : [];
    }) ?? null;
  return <VouchersPage frame={frameOf(visit)} view={view} />;
}

export function addressesPage(visit: OpenVisit, rows: AddressRow[], fullAt: number | null) {
  const words = wordsOf(visit);
  const addresses = rows.map(({ id, address, isDefault }) => ({
    addressId: id,
    lines: addressLines(words, address),
    isDefault,
  }));
  return <AddressesPage frame={frameOf(visit)} view={{ addresses, fullAt }} />;
}

type AddressSource = {
  addressId: string | null;
  idempotencyKey: string;
  typed: TypedAddress;
  errors: Extract<AddressReading, { ok: false }>['errors'];
  refusal: string | null;
};

export function addressPage(visit: OpenVisit, { typed, errors, ...rest }: AddressSource) {
  const countries = countryOptions(visit.ctx.locale, homeCountry(visit.ctx.tenant));
  const view = { ...rest, address: addressFields(typed, errors), countries };
  return <AddressPage frame={frameOf(visit)} view={view} />;
}

export function profilePage(visit: OpenVisit, source: ProfileView) {
  return <ProfilePage frame={frameOf(visit)} view={source} />;
}

type NewsSource = {
  idempotencyKey: string;
  consents: Consents;
  channels: NewsChannel[];
  letters: NewsView['letters'];
  saved: boolean;
};

export function newsPage(visit: OpenVisit, { consents, channels, ...rest }: NewsSource) {
  const choices = channels.map((channel) => ({
    channel,
    granted: consents[channel]?.granted ?? false,
    chosen: consents[channel],
  }));
  return <NewsPage frame={frameOf(visit)} view={{ ...rest, choices, terms: consents.terms }} />;
}

export function accountPage(visit: OpenVisit, idempotencyKey: string) {
  return <AccountPage frame={frameOf(visit)} idempotencyKey={idempotencyKey} />;
}

export function closePage(visit: OpenVisit, view: CloseView) {
  return <CloseAccountPage frame={frameOf(visit)} view={view} />;
}

export function legalPage(visit: OpenVisit, kind: LegalText['kind']) {
  const words = wordsOf(visit);
  const source = legalSource(visit);
  const text = kind === 'privacy' ? privacyText(words, source) : termsText(words, source);
  return <LegalPage frame={frameOf(visit)} text={text} version={legalVersionOf(visit)} />;
}

export function consentPage(visit: OpenVisit, to: string) {
  return <ConsentPage frame={frameOf(visit)} to={to} />;
}

/** The version of the texts that this shop shows now, the same in every language. */
export function legalVersionOf(visit: OpenVisit): string {
  const { tenant, clock } = visit.ctx;
  const { timeZone, pointsName } = tenant;
  const wordsIn = (locale: Locale) =>
    wordsFor({ locale, shopLocale: tenant.locale, timeZone, pointsName, nowMs: clock.nowMs() });
  return legalVersion(wordsIn, legalSource(visit));
}

function legalSource({ manifest, ctx }: OpenVisit): LegalSource {
  return { manifest, sms: ctx.sms !== null, slot: SLOT };
}
