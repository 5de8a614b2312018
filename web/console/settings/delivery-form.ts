import { regionsOf } from '../../../src/domain/delivery-regions.ts';
import { minorPerMajor } from '../../../src/domain/money.ts';
import type { Delivery, DeliveryArea } from '../../../src/domain/shop-settings.ts';

/** Delivery as it stands in the fields. `regions` of a country in which none is chosen: the whole of it. */
export type DeliveryForm = {
  ships: boolean;
  pickUp: boolean;
  everywhere: boolean;
  countries: string[];
  regions: Record<string, string[]>;
  takesFee: boolean;
  fee: string;
  freeFrom: string;
};

export type DeliveryFault = 'noWay' | 'noArea' | 'fee' | 'freeFrom';

export function deliveryFormOf(saved: Delivery | null, { pickUp, currency, home }: Setting): DeliveryForm {
  const areas = saved?.areas ?? null;
  const fee = saved?.fee ?? null;
  return {
    ships: saved?.ships ?? true,
    pickUp,
    everywhere: areas === null,
    countries: areas?.map(({ country }) => country) ?? (home === null ? [] : [home]),
    regions: Object.fromEntries((areas ?? []).map(({ country, regions }) => [country, regions ?? []])),
    takesFee: fee !== null,
    fee: fee === null ? '' : String(fee.amountMinor / minorPerMajor(currency)),
    freeFrom: fee?.freeFromPoints?.toString() ?? '',
  };
}

type Setting = { pickUp: boolean; currency: string; home: string | null };

/** What the fields say, or everything that is wrong with them. */
export function readDelivery(
  form: DeliveryForm,
  currency: string,
): { delivery: Delivery; faults: [] } | { delivery: null; faults: DeliveryFault[] } {
  const areas = form.everywhere ? null : form.countries.map((country) => areaOf(form, country));
  const amountMinor = parseAmount(form.fee, currency);
  const freeFromPoints = form.freeFrom.trim() === '' ? null : parsePoints(form.freeFrom);
  const sendsFor = form.ships && form.takesFee;
  const faults: DeliveryFault[] = [
    ...(form.ships || form.pickUp ? [] : (['noWay'] as const)),
    ...(form.ships && areas?.length === 0 ? (['noArea'] as const) : []),
    ...(sendsFor && amountMinor === null ? (['fee'] as const) : []),
    ...(sendsFor && freeFromPoints === undefined ? (['freeFrom'] as const) : []),
  ];
  if (faults.length > 0) return { delivery: null, faults };
  const fee =
    sendsFor && amountMinor !== null ? { amountMinor, freeFromPoints: freeFromPoints ?? null } : null;
  const { ships, pickUp } = form;
  return { delivery: { ships, pickUp, areas: areas?.length === 0 ? null : areas, fee }, faults: [] };
}

/** A country in which all or none of the regions are chosen is sent to as a whole. */
function areaOf({ regions }: DeliveryForm, country: string): DeliveryArea {
  const known = regionsOf(country).map(({ code }) => code);
  const chosen = known.filter((code) => regions[country]?.includes(code));
  return { country, regions: chosen.length === 0 || chosen.length === known.length ? null : chosen };
}

function parseAmount(text: string, currency: string): number | null {
  const typed = text.normalize('NFKC').trim();
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(typed)) return null;
  const minor = Math.round(Number(typed) * minorPerMajor(currency));
  return minor >= 1 ? minor : null;
}

/** Undefined where it is no number of points. */
function parsePoints(text: string): number | undefined {
  const typed = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  return /^[1-9]\d{0,7}$/.test(typed) ? Number(typed) : undefined;
}
