export const branches = {
  note: 'Shown on the mall’s help and rules pages. With two or more to pick up at, members choose one when they redeem.',
  none: 'No branches yet',
  noneDetail: 'With one shop alone you can leave this empty: the mall shows the shop’s own address.',
  add: 'Add a branch',
  unnamed: 'Branch {place, number}',
  remove: 'Remove {name}',
  name: 'Name',
  address: 'Address',
  phone: 'Phone',
  hours: 'Opening hours',
  hoursHint: 'Daily 10:00–21:00',
  mapUrl: 'Link to a map',
  pickUp: 'Members may pick up here',
  faults: {
    missing: 'Fill this in',
    phone: 'Enter a number that can be dialled',
    url: 'Paste a link that begins with https://',
  },
} as const;

export const delivery = {
  ways: 'How rewards reach members',
  ships: 'Shipped to the member',
  pickUp: 'Pick up in store',
  pickUpHint: 'Goods wait at your counter instead of being shipped.',
  pickUpBranches: 'Members choose one of the branches that offer it.',
  areas: 'Where you ship to',
  everywhere: 'Anywhere',
  countries: 'Countries and regions',
  noCountry: 'No such country or region',
  whole: 'everywhere',
  chosen: '{count, plural, one {# place} other {# places}}',
  clear: 'Choose none',
  feeTitle: 'Shipping fee',
  takesFee: 'Members pay shipping on arrival',
  feeHint:
    'They pay the carrier; the mall collects nothing and says so before they redeem. Off means free shipping.',
  fee: 'Fee ({currency})',
  freeFrom: 'Free from this many {unit} in one redemption',
  freeFromHint: 'Empty: every parcel costs the fee.',
  faults: {
    noWay: 'Turn on shipping or pick-up, or both.',
    noArea: 'Choose at least one country, or turn on “Anywhere”.',
    fee: 'Enter an amount above 0',
    freeFrom: 'Enter a whole number above 0',
  },
} as const;

export const domain = {
  yours: 'Where members open the mall',
  copy: 'Copy address',
  copied: 'Copied',
  open: 'Open the mall',
  poster: 'Print the QR code',
  fixed: 'The mall is open, so its address stays: QR codes on paper keep working.',
  untilOpen: 'You can change it until the mall opens.',
  untilOpenOwner: 'The owner can change it until the mall opens.',
  change: 'Change the address',
  own: 'Your own domain',
  ownNotYet: 'A domain of your own can’t be connected yet.',
  ownMeanwhile:
    'For now your domain can redirect to the address above; it keeps working once domains can be connected.',
} as const;

export const plan = {
  free: 'Free',
  standard: 'Standard',
  growth: 'Growth',
  freePrice: 'Free of charge',
  ofMembers: 'of {max} active members this month',
  used: 'Used this month',
  counted: 'Active members bought or redeemed this month; each counts once.',
  under: 'Counted anew next month. Every feature is included.',
  over: 'That is more than the free plan holds. Members and your shop notice nothing, and nothing is charged.',
  all: 'All plans',
  yours: 'Yours',
  notYet: 'Not open yet',
  monthly: '{price} a month',
  members: '{max} active members a month',
  note: 'Every plan has every feature; they differ by active members alone. Nothing is charged before paid plans open.',
} as const;

export const returns = {
  note: 'Shown on reward pages, the help page and in the terms. When the period changes, members are asked to agree to the new terms at their next visit.',
  until: 'Period',
  accepts: 'Rewards may come back without a fault',
  days: 'Days after receiving',
  daysWrong: 'Enter a whole number from 1 to 365',
  membersRead: 'Members read: ',
  readDays: 'Rewards can come back within {days, plural, one {# day} other {# days}} of receiving them',
  readNone: 'Rewards come back only if something is wrong with them',
  text: 'Your policy',
  textHint: 'Optional. Where a language is empty, members read the shop’s own.',
  example: 'For example: keep tags and packaging, who pays postage, how points come back.',
} as const;

export const languages = {
  own: 'Default language',
  ownHint: 'What has no translation, such as names of rewards, is shown in it.',
  offered: 'Languages of the mall',
} as const;
