import type { Balances } from '../../src/account/contract.ts';
import type { CashMix } from '../../src/domain/catalogue/cash-mix.ts';
import type { RewardKind } from '../../src/domain/catalogue/reward-kind.ts';
import type { Locale } from '../../src/domain/locale.ts';
import type { ShopContact, Theme } from '../../src/domain/shop.ts';
import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import type { Words } from './words.ts';

export type {
  PaymentPanel,
  RedemptionDetail,
  RedemptionTile,
} from './order-views.ts';

/** What stands around every page of a mall. */
export type Frame = {
  words: Words;
  shop: { name: string; locale: Locale; languages: readonly Locale[]; contact: ShopContact };
  signedIn: boolean;
  /** Who is signed in, for forms that are hers alone. */
  memberId?: string | null;
  /** The mall is not open yet, and only whom the shop lets look sees this. */
  preview: boolean;
  /** That the shop closes, or has closed; null while it does neither. */
  closing?: { isOver: boolean; earns: boolean; text: string } | null | undefined;
  /** Path and query of this page: where the language switch and sign-in return to. */
  path: string;
  /** Scheme and host, for what is read outside of the mall. */
  origin: string;
  assets: Assets;
  look: FrameLook;
  /** Inside the shop's own app, which has bars of its own. */
  embedded: boolean;
};

/** What the shop chose to stand around its pages. */
export type FrameLook = {
  layout: Theme['layout'];
  logoUrl: string | null;
  /** Picture for a phone's home screen; null where the logo is a drawing, which not every phone takes. */
  touchIconUrl: string | null;
  announcement: TextInLanguage | null;
  footer: FooterView;
  /** For the browser's own bars, `#RRGGBB`. */
  bars: { light: string; dark: string };
  /** Counts the publications: what is kept for being offline goes with one of them. */
  version: number;
};

export type FooterView = {
  openingHours: TextInLanguage | null;
  registrationNumber: string | null;
  wechatQrUrl: string | null;
  mapUrl: string | null;
  links: { label: TextInLanguage; href: string }[];
};

export type Assets = { style: string; script: string; theme: string | null };

/** Unknown is not zero: an account that can't be read is its own kind. */
export type MemberView =
  | { kind: 'visitor' }
  | { kind: 'unknown' }
  | {
      kind: 'known';
      balances: Balances;
      /** The soonest points to expire, if any do. */
      nextExpiry: { points: number; expiresAtMs: number } | null;
      /** Nothing but her welcome has ever moved on her account. */
      isNew: boolean;
      /** The shop has frozen her account. */
      isFrozen: boolean;
    };

export type Badge =
  | { kind: 'sold_out' }
  | { kind: 'ended' }
  | { kind: 'not_started'; startsAtMs: number }
  | { kind: 'low'; units: number }
  | { kind: 'limited'; limit: number };

/** What redeeming a coupon or a service issues; `worth` is null for a service. */
export type VoucherOfferView = { worth: string | null; validDays: number | null };

/** A voucher that was issued, as it stands now. */
export type VoucherView = {
  code: string;
  worth: string | null;
  validUntilMs: number | null;
  usedAtMs: number | null;
  /** What its QR code says: where a clerk's camera goes. */
  address: string;
  standing: 'usable' | 'used' | 'expired' | 'cancelled';
};

export type RewardTileView = {
  rewardId: string;
  kind: RewardKind;
  name: TextInLanguage;
  pictureUrl: string | null;
  points: number;
  market: string | null;
  /** The most cash that may stand beside the fewest points; null where points alone pay. */
  mix: { pointsMin: number; cash: string } | null;
  /** Null where goods are sent. */
  voucher: VoucherOfferView | null;
  badge: Badge | null;
};

/** What a member who may combine points and cash chooses from, and where the slider stands. */
export type CashChoice = {
  pointsMin: number;
  /** The slider's right end: the whole price, or all her points. */
  pointsMax: number;
  points: number;
  cash: string;
  /** The same as a number to type: "166.70". */
  cashTyped: string;
  currency: string;
  /** For the script: the price, and what she has. */
  price: { pointsEach: number; mix: CashMix };
  availablePoints: number;
  /** The least cash that can be charged, and the points beside it; null where her points do not reach it. */
  least: { points: number; cash: string } | null;
};

/** What the one button of a reward page does, or why it can't. */
export type RewardAction =
  | { kind: 'redeem'; points: number; leftPoints: number; cash: string | null }
  | {
      kind: 'short';
      missingPoints: number;
      availablePoints: number;
      pendingPoints: number;
      spend: string | null;
    }
  | { kind: 'sign_in' }
  | { kind: 'sold_out' }
  | { kind: 'not_started'; startsAtMs: number }
  | { kind: 'ended'; endedAtMs: number }
  | { kind: 'limit'; limit: number; taken: number }
  | { kind: 'stopped' }
  | { kind: 'frozen' }
  | { kind: 'unknown' };

export type RewardView = RewardTileView & {
  /** How goods come to her, and what that costs; a voucher needs none of it. */
  delivery: string[];
  /** Until when it may come back; null for a voucher, and where the shop says nothing of it. */
  returns: string | null;
  description: TextInLanguage | null;
  limit: number | null;
  /** How many she has had of it, where there is a limit. */
  taken: number;
  /** When it can no longer be redeemed, where that is still to come. */
  untilMs: number | null;
  next: { points: number; atMs: number } | null;
  action: RewardAction;
  /** The choice between points and cash, where there is one. */
  choice: CashChoice | null;
  /** The key of the order that begins here: it stays in the address, so that Back finds the same. */
  draftKey: string;
  /** Her own order of this reward that is not paid yet, or was made a moment ago. */
  own: { kind: 'unpaid' | 'made'; redemptionId: string; points: number; atMs: number } | null;
  similar: RewardTileView[];
};

/** Where one item stands in a form: its value as typed, and what is wrong with it. */
export type FieldState = { value: string; error: string | null };

export type AddressFields = {
  recipientName: FieldState;
  phone: FieldState;
  country: FieldState;
  region: FieldState;
  city: FieldState;
  line1: FieldState;
  line2: FieldState;
  postalCode: FieldState;
};

/** Ways in which goods come to her, the chosen one by its value; of one alone nothing is asked. */
export type ReceiveView = {
  chosen: string;
  ways: { value: string; name: string; line: string | null; mapUrl: string | null }[];
};

export type ConfirmView = {
  reward: RewardTileView;
  priceVersion: number;
  /** What is asked beside the points, and the ways to pay it; null where points alone pay. */
  cash: { amountMinor: number; amount: string; methods: ('online' | 'counter')[]; method: string } | null;
  availablePoints: number;
  idempotencyKey: string;
  /** Null where nothing is delivered. */
  address: AddressFields | null;
  /** Sent or fetched, and where; null where nothing is delivered. */
  receive: ReceiveView | null;
  /** What the parcel costs on arrival, in words; null where the shop says nothing of it. */
  shippingFee: string | null;
  countries: { code: string; name: string }[];
  /** What the last attempt was refused for, in words. */
  refusal: string | null;
  /** The same as a number, which travels with the form. */
  shippingFeeMinor: number;
  /** Asks again because something costs more or less than was seen: what that was; null of each that stayed. */
  was: { points: number | null; cash: string | null; fee: string | null } | null;
  /** Where a code will go, masked, where so many points ask for one; null where they do not, or it was sent. */
  asksCodeAt: string | null;
  /** Where the code went, and what the last one typed was refused for, in words. */
  proof: { sentTo: string; error: string | null } | null;
};

/** What a movement is drawn with. */
export type EntryIcon = 'bought' | 'redeemed' | 'returned' | 'adjusted' | 'expired' | 'taken' | 'other';

export type EntryView = {
  seq: number;
  icon: EntryIcon;
  atMs: number;
  points: number;
  balanceAfter: number;
  label: string;
  /** The order or reward it is about, in its own language. */
  subject: TextInLanguage | { text: string; lang: null } | null;
  why: string[];
  /** The page of the redemption it belongs to. */
  href: string | null;
  /** When it was bought, where that was on an earlier day than the entry. */
  boughtAtMs: number | null;
  /** When it happened, where it came with an import of older cards. */
  importedFromMs?: number | null;
  /** Set while these points cannot be spent yet. */
  pendingUntilMs: number | null;
};

/** All movements, or those of one kind. */
export type EntryTab = 'all' | 'earned' | 'used' | 'pending' | 'expired';

/** The movements of one month; its sums are those of the whole month, null where they could not be read. */
export type EntryMonth = {
  month: string;
  sums: { gainedPoints: number; takenPoints: number } | null;
  items: EntryView[];
};

export type PointsView = {
  /** By what the shop finds her at the counter; null where it could not be read. */
  who: { name: string; number: string } | null;
  balances: Balances;
  /** The shop has frozen her account. */
  isFrozen?: boolean;
  /** All that she was ever given; null where it could not be read. */
  earnedPoints: number | null;
  tab: EntryTab;
  /** The form that looks for an order whose points are missing; the order's number makes it one act. */
  missing: { number: FieldState };
  expiries: { expiresAtMs: number | null; points: number }[];
  maturities: { availableAtMs: number | null; points: number }[];
  /** Null when the entries can't be read; the balances above them still stand. */
  entries: { months: EntryMonth[]; olderHref: string | null; newestHref: string | null } | null;
};

/** One line; `name` is the merchant's own word and takes the place of `SLOT` in the message. */
export type RuleLine = { message: string; name: TextInLanguage | null; href?: string };
export type RuleSection = { title: string; lines: RuleLine[] };
