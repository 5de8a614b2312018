import { LOCALES, type Locale, type LocalizedText } from './locale.ts';

/** A place of the shop where members are served. */
export type Branch = {
  id: string;
  name: string;
  address: string;
  phone: string | null;
  hours: string | null;
  /** An address of a map, https. */
  mapUrl: string | null;
  /** Whether members may fetch what they redeemed here. */
  pickUp: boolean;
};

/** A country that parcels go to; `regions` are codes of `regionsOf`, null the whole of it. */
export type DeliveryArea = { country: string; regions: string[] | null };

/** What the shop says of sending. Nothing of the fee is charged here: whoever brings the parcel takes it. */
export type Delivery = {
  ships: boolean;
  pickUp: boolean;
  /** Null: anywhere. */
  areas: DeliveryArea[] | null;
  /** In minor units of the shop's currency; from `freeFromPoints` on, of one redemption, the shop pays. */
  fee: { amountMinor: number; freeFromPoints: number | null } | null;
};

/** `days` after goods came within which they may come back; 0: not without a fault. */
export type ReturnsPolicy = { days: number; texts: LocalizedText };

/** What a shop sets once, by section; an absent section is as it is for everybody. */
export type ShopSettings = {
  branches?: Branch[];
  delivery?: Delivery;
  returns?: ReturnsPolicy;
  /** In which the mall is offered, the shop's own first; absent: all. */
  languages?: Locale[];
  /** Whether keys and the widget are offered in the console; absent: where the shop has one of them. */
  developers?: boolean;
};

/** What of the settings a mall shows. */
export type MallSettings = Pick<ShopSettings, 'branches' | 'delivery' | 'returns' | 'languages'>;

export const BRANCHES_MAX = 50;
export const RETURN_DAYS_MAX = 365;
export const RETURNS_CHARACTERS_MAX = 2000;

/** What a parcel of a redemption costs whoever takes it in, and 0 where the shop pays. */
export function shippingFeeMinor(delivery: Delivery | undefined, points: number): number {
  if (!delivery?.fee) return 0;
  const { amountMinor, freeFromPoints } = delivery.fee;
  return freeFromPoints !== null && points >= freeFromPoints ? 0 : amountMinor;
}

/** The branches at which members fetch goods. */
export function pickUpBranches(settings: Pick<ShopSettings, 'branches'> | undefined): Branch[] {
  return settings?.branches?.filter(({ pickUp }) => pickUp) ?? [];
}

/** The languages that a mall is offered in, in the order of all; its own is always among them. */
export function offeredLanguages(own: Locale, chosen: readonly Locale[] | undefined): readonly Locale[] {
  return chosen ? LOCALES.filter((locale) => locale === own || chosen.includes(locale)) : LOCALES;
}
