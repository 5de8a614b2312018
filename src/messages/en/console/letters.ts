/** The log of letters to members. */
export default {
  note: 'E-mails to members: what about, to whom, when, and whether they went out. Members can switch them off.',
  show: 'Which to show',
  all: 'All',
  none: 'No e-mail was sent yet',
  noneOfState: 'None of these',
  noneDetail: 'Members who proved an e-mail address hear of redemptions, parcels, refunds and answers.',
  closed: 'A member who closed her account',
  sentAt: 'sent {time}',
  triesAgain: 'tried {tries, plural, one {once} other {# times}}, again {time}',
  askedAt: '{time}',
  kinds: {
    order_confirmed: 'Redemption confirmed',
    order_ready: 'Ready for pick-up',
    order_handed_over: 'Handed over',
    order_shipped: 'Shipped',
    order_cancelled: 'Redemption cancelled',
    order_refunded: 'Refunded',
    question_answered: 'Question answered',
    account_closed: 'Account closed',
  },
  states: {
    sent: 'Sent',
    waiting: 'Waiting',
    failed: 'Failed',
    skipped: 'Not needed',
  },
} as const;
