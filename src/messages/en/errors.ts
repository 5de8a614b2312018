/**
 * Titles and details of refusals and problems, by stable code. `points` comes with its word; an empty
 * `{unit, select, other {}}` declares the shop's word for languages that need it where English does not.
 */
export default {
  not_found: { title: 'Not found', detail: 'There is nothing here.' },
  not_open: { title: 'Account not open', detail: 'This account is not open yet. Nothing was changed.' },
  key_reused: {
    title: 'Key used before',
    detail: 'This idempotency key was used with other content. Nothing was changed.',
  },
  invalid_input: { title: 'Check what was entered', detail: 'The field “{field}” can’t be used as it is.' },
  currency_mismatch: { title: 'Other currency', detail: 'This shop counts in {expected}, not {found}.' },
  adjustment_over_limit: {
    title: 'Ask the owner',
    detail: 'More than {points} at a time takes the owner, or the owner’s PIN. Nothing was changed.',
  },
  account_frozen: {
    title: 'Account frozen',
    detail: 'This account is frozen for now. Contact the shop; nothing was changed.',
  },
  order_changed: {
    title: 'Order differs',
    detail: 'This order was reported before with another “{field}”. Nothing was changed.',
  },
  order_unknown: { title: 'Order unknown', detail: 'No such order was reported to this shop.' },
  refund_exceeds_line: {
    title: 'Refund too large',
    detail: 'More than what is left of line {lineId} would be refunded. Nothing was changed.',
  },
  grant_over_limit: {
    title: 'A manager is needed',
    grant:
      '{points} at once is more than the {limit} you may give by yourself. Nothing was given; a manager’s PIN lets it pass.',
    day: '{points} more would pass the {limit} you may give by yourself in a day. Nothing was given; a manager’s PIN lets it pass.',
  },
  undo_too_late: {
    title: 'Too late to undo',
    detail:
      'Points can be undone here for {minutes, plural, one {# minute} other {# minutes}}. A manager can still take them back, with a reason.',
  },
  left_grant_settled: {
    title: 'Settled already',
    detail: 'This one was given or thrown away before. Nothing was given now.',
  },
  undo_not_yours: {
    title: 'Given by somebody else',
    detail: 'Only whoever gave these points, or a manager, can take them back. Nothing was changed.',
  },
  cash_taken: {
    title: 'Already confirmed',
    detail: 'This cash was already confirmed {time}. It counts once; nothing was changed.',
    by: 'This cash was already confirmed {time} by {who}. It counts once; nothing was changed.',
  },
  refund_exceeds_payment: {
    title: 'Refund too large',
    detail: 'More than what is left of the payment would be refunded. Nothing was changed.',
  },
  payment_unavailable: {
    title: 'Payment not possible now',
    detail: 'The payment could not be started. No {unit} were taken; try again, or pay in {unit} alone.',
  },
  stopped: { title: 'Not on offer', detail: 'This reward is no longer on offer. No {unit} were taken.' },
  not_started: { title: 'Not started', detail: 'Starts {time}' },
  ended: { title: 'Ended', detail: 'Ended {time}' },
  price_changed: { title: 'Price changed', detail: 'The price is now {price}. Redeem at this price?' },
  limit_reached: {
    title: 'Limit reached',
    detail: 'Limit of {limit, number} per member; you’ve had {taken, number}',
  },
  too_many_holds: {
    title: 'Too many at once',
    detail: 'Too many redemptions are open at once (at most {limit, number}). Nothing was taken.',
  },
  insufficient_points: {
    title: 'Not enough',
    detail: '{points} short. Nothing was taken{unit, select, other {}}',
  },
  sold_out: { title: 'Sold out', detail: 'Just sold out. No {unit} were taken' },
  shipping_fee_changed: {
    title: 'Shipping costs something else now',
    detail: 'Shipping was {told} and is {fee} now. Redeem with it? No {unit} were taken',
  },
  region_not_served: {
    title: 'We don’t deliver to this address yet',
    detail: 'We deliver to {areas}. Choose another address; no {unit} were taken',
    orPickUp: 'We deliver to {areas}. Pick it up in store or choose another address; no {unit} were taken',
    onlyPickUp: 'This shop doesn’t ship. Pick it up in store; no {unit} were taken',
  },
  reservation_cancelled: { title: 'Cancelled', detail: 'This redemption was cancelled. Nothing was taken.' },
  wrong_state: { title: 'Not possible now', detail: 'This is no longer possible. Load the page again.' },
  changed_elsewhere: {
    title: 'Changed elsewhere',
    detail:
      'This was changed elsewhere after you opened it, so nothing was saved. What you typed is still here; load the page again to see the latest.',
    by: '{who} changed this {time}, after you opened it, so nothing was saved. What you typed is still here; load the page again to see the latest.',
  },
  fenced: {
    title: 'Being packed',
    detail: 'The shop has begun packing. You can ask it to cancel instead.',
  },
  cash_changed: {
    title: 'The cash has changed',
    detail:
      'Cancelling would now give back {amount} in cash, so nothing was cancelled yet. Cancel all the same?',
    paid: 'This order is paid now ({amount}), so nothing was cancelled. Cancel all the same? The {amount} then goes back too.',
  },
  handed_over: { title: 'Handed over already', detail: 'This was handed over on {time}. It is given once.' },
  voucher_used: { title: 'Used already', detail: 'This voucher was used on {time}. It counts once.' },
  voucher_expired: {
    title: 'Expired',
    detail: 'This voucher was valid until {time} and can no longer be used.',
  },
  voucher_cancelled: {
    title: 'Cancelled',
    detail: 'This voucher was cancelled and its points went back to the member.',
  },
  presence_needed: {
    title: 'Only with the member there',
    detail: 'Scan the code on her phone, or have her confirm on her phone. Nothing was taken.',
  },
  ask_over: {
    title: 'No longer asked',
    detail:
      'This was answered, withdrawn or left for more than five minutes. Nothing was taken; the shop can ask again.',
  },
  member_code_stale: {
    title: 'The code has turned',
    detail:
      'This member code has run out. Scan the one on her screen now; for giving points the number will do.',
  },
  number_mistyped: {
    title: 'Not a member number',
    detail: 'The digits do not fit together: one of them is mistyped. Read the number again.',
  },
  too_many_cancel_requests: {
    title: 'Asked before',
    detail:
      'The shop has answered {limit, plural, one {# request} other {# requests}} to cancel this order; it can’t be asked again. The order goes on.',
  },
  invalid_request: { title: 'Check what was sent', detail: 'What was sent can’t be used as it is.' },
  rate_limited: { title: 'Too fast', detail: 'Too fast. Try again in a minute.' },
  email_unverified: {
    title: 'E-mail not proved',
    detail: 'Enter the code that was sent to your e-mail first.',
  },
  tenant_missing: { title: 'No shop yet', detail: 'Open a shop first.' },
  session_changed: {
    title: 'Somebody else is signed in',
    detail:
      'In another tab of this browser somebody else signed in, or the same person in another shop. Nothing was changed. Load this page again to go on.',
  },
  already_open: { title: 'Already open', detail: 'The mall is open already.' },
  last_owner: { title: 'Last owner', detail: 'A shop needs at least one owner.' },
  already_staff: { title: 'Already on the team', detail: 'This person works here already.' },
  invitation_invalid: {
    title: 'Invitation not valid',
    detail: 'This invitation has expired, was used or is for another address.',
  },
  phone_unavailable: {
    title: 'Phone not available',
    detail: 'Codes can’t be sent to phones here yet. Use your e-mail address.',
  },
  cards_unavailable: {
    title: 'No online payment here',
    detail: 'Online payment isn’t set up on this installation of Pointmall. Nothing was changed.',
  },
  country_without_cards: {
    title: 'No online payment there',
    detail:
      'Online payment isn’t available in {country} yet. Points-only and pay-at-counter rewards work as usual.',
  },
  stripe_refused: {
    title: 'Stripe said no',
    detail: 'Stripe did not accept this ({reason}). Nothing was changed.',
  },
  malformed_json: { title: 'Malformed JSON', detail: 'The body is not valid JSON.' },
  idempotency_key_missing: {
    title: 'Idempotency-Key missing',
    detail: 'Every write needs an Idempotency-Key header. Nothing was changed.',
  },
  unauthenticated: { title: 'Sign in', detail: 'Sign in first.' },
  forbidden: { title: 'Not allowed', detail: 'Your role or key does not allow this.' },
  cross_site: {
    title: 'Sent from elsewhere',
    detail: 'This form was sent from another site. Nothing was changed; load the page and send it again.',
  },
  method_not_allowed: { title: 'Method not allowed', detail: 'This address does not take that method.' },
  conflict: { title: 'Conflict', detail: 'This does not fit what is there. Nothing was changed.' },
  identifier_taken: {
    title: "Another member's",
    detail: 'This phone or e-mail belongs to another member. Nothing was changed.',
  },
  shop_closed: { title: 'Shop closed', detail: 'This shop closed on {date}. Nothing was taken or changed.' },
  earning_ended: {
    title: 'No more points',
    detail: 'The shop is closing and gives no points for purchases from {time} on. Nothing was changed.',
  },
  slug_taken: { title: 'Address taken', detail: 'This address is taken.' },
  slug_reserved: { title: 'Address reserved', detail: 'This address is reserved.' },
  payload_too_large: { title: 'Too large', detail: 'What was sent is too large. Nothing was changed.' },
  unsupported_media_type: { title: 'Wrong type', detail: 'This kind of content is not taken here.' },
  code_wrong: {
    title: 'Wrong code',
    detail: 'Wrong code, {triesLeft, plural, one {# try} other {# tries}} left',
  },
  locked: {
    title: 'Too many tries',
    detail: 'Too many tries; wait {minutes, plural, one {# minute} other {# minutes}}',
  },
  pin_needed: { title: 'PIN needed', detail: 'Type your PIN to go on. What you typed is kept.' },
  pin_wrong: {
    title: 'Wrong PIN',
    detail: 'Wrong PIN, {triesLeft, plural, one {# try} other {# tries}} left',
  },
  pin_refused: { title: 'Choose another PIN', detail: 'This PIN is too easy to guess. Choose another one.' },
  no_approver: {
    title: 'Nobody can approve yet',
    detail:
      'Nobody who may approve has set a PIN yet. A manager sets hers under Settings, Your name and PIN.',
  },
  clerk_link_invalid: {
    title: 'Link not valid',
    detail: 'This link was used before or is too old. Ask your manager for a new one.',
  },
  email_needed: {
    title: 'E-mail address needed',
    detail: 'Whoever joined by a link stays a clerk. Invite her by e-mail to give her more rights.',
  },
  password_wrong: { title: 'Wrong password', detail: 'This is not your password. Nothing was changed.' },
  code_expired: { title: 'Code expired', detail: 'This code has expired. Ask for a new one.' },
  too_many_requests: {
    title: 'Too fast',
    detail: 'Too fast. Try again in {seconds, plural, one {# second} other {# seconds}}',
    later: 'Too often. Try again in about {minutes, plural, one {# minute} other {# minutes}}',
  },
  origin_not_allowed: {
    title: 'Site not allowed',
    detail: 'This shop’s widget may not be used from this site.',
  },
  too_many_origins: { title: 'Too many sites', detail: 'At most {limit, number} sites. Remove one first.' },
  too_many_keys: {
    title: 'Too many keys',
    detail: 'At most {limit, number} keys at a time. Revoke one first.',
  },
  token_invalid: { title: 'Sign-in not valid', detail: 'This sign-in can’t be accepted.' },
  token_expired: { title: 'Sign-in expired', detail: 'This sign-in has expired. Load the page again.' },
  token_replayed: {
    title: 'Sign-in used before',
    detail: 'This sign-in was used before. Load the page again.',
  },
  unavailable: {
    title: 'Can’t load right now',
    detail: 'Can’t load right now; retrying (ref {requestId})',
  },
  internal: {
    title: 'Something went wrong',
    detail:
      'Something went wrong on our side. If you sent a form, check before sending it again (ref {requestId})',
  },
  proof_needed: {
    title: 'A code is needed',
    detail: 'More than {points} at once ask for a code. Nothing was taken.',
  },
} as const;
