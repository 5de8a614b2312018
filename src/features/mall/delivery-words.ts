import type { PickUpPlace } from '../../../web/mall/order-views.ts';
import type { ReceiveView } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import { offersPickUp } from '../../domain/pick-up.ts';
import { type Branch, pickUpBranches, shippingFeeMinor } from '../../domain/shop-settings.ts';
import { areaWords } from '../../messages/area-words.ts';
import type { MallManifest } from '../publication/manifest.ts';

/** How goods can come to her: sent, fetched, and of a shop with branches at which one. */
export function receiveWays({ t }: Words, manifest: MallManifest): ReceiveView['ways'] {
  const { tenant, payments, settings } = manifest;
  const { address } = tenant.contact;
  const sent = { value: 'send', name: t('pickUp.send'), line: null, mapUrl: null };
  const ways = settings?.delivery?.ships === false ? [] : [sent];
  if (!offersPickUp(tenant.contact, payments.counter, settings)) return ways;
  const branches = pickUpBranches(settings).map(({ id, name, address: place, hours, mapUrl }) => ({
    value: `pickUp:${id}`,
    name: t('pickUp.branch', { branch: name }),
    line: [t('pickUp.at', { address: place }), hours].filter(Boolean).join(' · '),
    mapUrl,
  }));
  const line = address ? t('pickUp.at', { address }) : t('pickUp.here');
  const here = { value: 'pickUp', name: t('pickUp.choose'), line, mapUrl: null };
  return [...ways, ...(branches.length > 0 ? branches : [here])];
}

/** What she chose as the form sends it; what the shop does not offer is as good as nothing. */
export function chosenWay(ways: ReceiveView['ways'], chosen: string): string {
  return (ways.find(({ value }) => value === chosen) ?? ways[0])?.value ?? 'send';
}

/** The branch of a way, null where it names none. */
export function branchOf(way: string): string | null {
  return way.startsWith('pickUp:') ? way.slice('pickUp:'.length) : null;
}

/**
 * What the parcel of so many points costs on arrival, or that it costs nothing now; null where no fee is
 * set. `feeMinor` is what is asked where that is known better than by the manifest.
 */
export function feeWords(
  { t, format }: Words,
  manifest: MallManifest,
  points: number,
  feeMinor = shippingFeeMinor(manifest.settings?.delivery, points),
): string | null {
  const { tenant, settings } = manifest;
  const { fee = null, ships = true } = settings?.delivery ?? {};
  if (!ships || (!fee && feeMinor === 0)) return null;
  if (feeMinor === 0) return t('delivery.free');
  const amount = format.money(feeMinor, tenant.currency);
  const said = t('delivery.fee', { amount });
  if (!fee || fee.freeFromPoints === null) return said;
  return [said, t('delivery.freeFrom', { points: format.points(fee.freeFromPoints) })].join(' · ');
}

/** How goods of so many points reach her, a line each. */
export function deliveryFacts(words: Words, manifest: MallManifest, points: number): string[] {
  const { t, locale } = words;
  const { delivery } = manifest.settings ?? {};
  const areas = delivery?.ships && delivery.areas ? areaWords(delivery.areas, locale) : null;
  const fetched = receiveWays(words, manifest).some(({ value }) => value !== 'send');
  // Without areas of its own the two ways are one line.
  const anywhere = t(fetched ? 'reward.deliveryOrPickUp' : 'reward.delivery');
  return [
    ...(delivery?.ships === false ? [] : [areas ? t('delivery.areas', { areas }) : anywhere]),
    ...[feeWords(words, manifest, points)].filter((said) => said !== null),
    ...(fetched && (areas || delivery?.ships === false) ? [t('delivery.pickUp')] : []),
  ];
}

/** Until when goods may come back, as the shop says; null where it has said nothing. */
export function returnWords({ t }: Words, { settings }: Pick<MallManifest, 'settings'>): string | null {
  const { returns } = settings ?? {};
  if (!returns) return null;
  return returns.days === 0 ? t('delivery.noReturns') : t('delivery.returns', { days: returns.days });
}

/** Where she fetches it: the branch as it is now, by its own name where it is no more; null where there is none. */
export function pickUpPlace(
  manifest: MallManifest | null,
  kept: { id: string; name: string } | undefined,
): PickUpPlace | null {
  if (!kept) return null;
  const known: Branch | undefined = manifest?.settings?.branches?.find(({ id }) => id === kept.id);
  const { name, address = null, hours = null, mapUrl = null } = { ...kept, ...known };
  return { name, address, hours, mapUrl };
}
