export default {
  note: 'For rewards that cost points and cash. Rewards for points alone need nothing here.',
  online: 'Online payment',
  onlineWhat: 'Members pay the cash part by card. The money goes to your own account at Stripe.',
  fee: 'Pointmall keeps {percent} of each online payment. Stripe’s own fees come on top.',
  country: 'Country or region of your business',
  countryHint: 'It decides what Stripe asks you for and can’t be changed once your details are in.',
  countryNone: 'No such country or region',
  notThereTitle: 'Online payment isn’t available in {country} yet',
  notThere: 'Stripe opens no accounts there. Points-only and pay-at-counter rewards work as usual.',
  connect: 'Connect with Stripe',
  connectNext:
    'Stripe asks about your business, your bank account and who you are, then brings you back here.',
  goOn: 'Go on at Stripe',
  handIn: 'Answer at Stripe',
  checkAgain: 'Check again',
  otherCountry: 'Choose another country or region',
  dashboard: 'Open Stripe’s dashboard',
  asking: 'Asking Stripe how your account stands…',
  linkExpired: 'Stripe’s page opens once and for a few minutes. Go on with a new one.',
  account: 'Account',
  payouts: 'Payouts',
  payoutsOn: 'To your bank account',
  payoutsOff: 'Held by Stripe',
  due: 'Stripe needs',
  dueBy: 'By {date}; after that Stripe stops payments or payouts.',
  groups: {
    business: 'Details of your business',
    person: 'Details of the person in charge',
    documents: 'Documents as proof',
    bank: 'A bank account for payouts',
    terms: 'Your consent to Stripe’s terms',
    other: 'Further details',
  },
  situations: {
    unavailable: {
      badge: 'Not set up',
      detail:
        'Online payment isn’t set up on this installation of Pointmall. Points-only and pay-at-counter rewards work as usual.',
    },
    unconnected: { badge: 'Not connected', detail: 'Members can’t pay online yet.' },
    onboarding: {
      badge: 'Not finished',
      detail: 'Stripe is still waiting for your details. Members can’t pay online until they are in.',
    },
    enabled: { badge: 'On', detail: 'Members can pay online.' },
    due: {
      badge: 'Needs attention',
      detail: 'Members can pay online, but Stripe needs something from you.',
    },
    late: {
      badge: 'Paused',
      detail: 'Members can’t pay online until Stripe has what it needs.',
    },
    payoutsHeld: {
      badge: 'Payouts held',
      detail:
        'Members can pay online. Stripe holds your payouts while it checks your details; there is nothing to do.',
    },
    checking: {
      badge: 'Being checked',
      detail:
        'Stripe is checking your details; there is nothing to do. Members can’t pay online until it is done.',
    },
    disabled: {
      badge: 'Closed by Stripe',
      detail:
        'Stripe has closed this account to payments. Only Stripe can say why: write to its support. Points-only and pay-at-counter rewards work as usual.',
    },
    deauthorised: {
      badge: 'Disconnected',
      detail:
        'Your Stripe account is no longer connected to Pointmall, so members can’t pay online. What was paid stays in it. Connecting again opens a new one.',
    },
  },
  counter: 'Payment at the counter',
  counterWhat:
    'Members bring the cash part to your shop; staff confirm it. Redemptions already waiting are kept when you turn this off.',
  counterSwitch: 'Let members pay at the counter',
  counterOn: 'Members can pay at the counter',
  counterOff: 'Payment at the counter is off',
  counterOffTitle: 'Stop payment at the counter?',
  counterOffDetail:
    'Card payments are off, so members will not be able to choose cash at all: rewards can then be had for points alone.',
  counterOffConfirm: 'Turn it off',
} as const;
