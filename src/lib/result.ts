import type { Refusal } from '../domain/refusal.ts';
import type { DeliveryArea } from '../domain/shop-settings.ts';

/** The "no"s of features that no object has a word in: sign-up, staff, keys, sign-in, publishing. */
export type FeatureRefusal =
  | { code: 'slug_taken' }
  /** Its owner has closed the shop: nothing is redeemed, joined or reported any more. */
  | { code: 'shop_closed'; closedAtMs: number }
  /** The shop is about to close and gives no points for what happens from then on. */
  | { code: 'earning_ended'; endedAtMs: number }
  | { code: 'slug_reserved' }
  /** Parcels do not go there; `areas` are those they go to, none where nothing is sent at all. */
  | { code: 'region_not_served'; areas: DeliveryArea[]; pickUp: boolean }
  /** A parcel's fee is not the one that was seen; both in minor units, 0 where the shop pays. */
  | { code: 'shipping_fee_changed'; feeMinor: number; toldMinor: number; currency: string }
  /** What the change was decided from is no longer what stands there; who changed it last, where that is known. */
  | { code: 'changed_elsewhere'; byName?: string; changedAtMs?: number }
  /** The phone or e-mail of another member of this shop. */
  | { code: 'identifier_taken'; field: 'phone' | 'email' }
  /** More points by hand than a manager moves without the owner. */
  | { code: 'adjustment_over_limit'; limitPoints: number }
  | { code: 'email_unverified' }
  /** Signed in, but at no shop yet. */
  | { code: 'tenant_missing' }
  | { code: 'last_owner' }
  | { code: 'already_staff' }
  | { code: 'invitation_invalid' }
  | { code: 'phone_unavailable' }
  | { code: 'code_wrong'; triesLeft: number }
  | { code: 'code_expired' }
  | { code: 'locked'; minutes: number }
  /** Her device has locked itself, or she has locked it. */
  | { code: 'pin_needed' }
  | { code: 'pin_wrong'; triesLeft: number }
  /** Asked for once more of somebody who is signed in. */
  | { code: 'password_wrong' }
  /** A PIN that anyone would try first, or another approver's. */
  | { code: 'pin_refused' }
  /** Nobody who could approve has set a PIN yet. */
  | { code: 'no_approver' }
  /** Used, too old, taken back or never made: all look the same. */
  | { code: 'clerk_link_invalid' }
  /** Whoever joined by a link alone stays a clerk: more rights need an address and a password. */
  | { code: 'email_needed' }
  /** So many points at once ask for a code; `sentTo` where one was sent, masked. */
  | { code: 'proof_needed'; abovePoints: number; sentTo?: string }
  /** More points than a clerk gives by herself, at once or on one day: a manager's PIN lets it pass. */
  | { code: 'grant_over_limit'; limit: 'grant' | 'day'; limitPoints: number; points: number }
  /** Whoever gave the points may take them back for so many minutes; then a manager does. */
  | { code: 'undo_too_late'; minutes: number }
  | { code: 'undo_not_yours' }
  /** What somebody who left had kept was given or thrown away already. */
  | { code: 'left_grant_settled' }
  /** `sentTo` where a code was sent there so lately that it may not have arrived yet. */
  | { code: 'too_many_requests'; seconds: number; sentTo?: string }
  /** The request came from a page on which the shop's widget may not stand. */
  | { code: 'origin_not_allowed' }
  | { code: 'too_many_origins'; limit: number }
  | { code: 'too_many_keys'; limit: number }
  /** Why says nothing that would help to forge one. */
  | { code: 'token_invalid' }
  | { code: 'token_expired' }
  | { code: 'token_replayed' }
  /** The code on a member's screen was made too long ago; the next one is there by now. */
  | { code: 'member_code_stale' }
  /** Redeeming in a member's name asks for her turning code, or for her confirmation. */
  | { code: 'presence_needed' }
  /** What she was asked to confirm is declined, withdrawn or too long ago. */
  | { code: 'ask_over' }
  /** The last digit of a member's number does not fit the others. */
  | { code: 'number_mistyped' }
  /** This installation has no keys of Stripe. */
  | { code: 'cards_unavailable' }
  /** Stripe opens no accounts there. */
  | { code: 'country_without_cards'; country: string }
  /** Stripe read the request and says no. */
  | { code: 'stripe_refused'; reason: string };

export type AnyRefusal = Refusal | FeatureRefusal;

/** What a verb answers: a value, or a refusal as data. Exceptions are faults. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; refusal: AnyRefusal };

export function succeed<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse(refusal: AnyRefusal): { ok: false; refusal: AnyRefusal } {
  return { ok: false, refusal };
}
