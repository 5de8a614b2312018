export const settings = {
  title: 'Settings',
  you: { title: 'Your name', what: 'What colleagues and the audit log call you' },
  shop: { title: 'Shop', what: 'Name, language, time zone' },
  staff: { title: 'Staff', what: 'Invite clerks and managers, change roles' },
  counter: { title: 'Counter', what: 'What clerks may give, categories and services' },
  payments: { title: 'Payments', what: 'Online payment, payment at the counter' },
  apiKeys: { title: 'API keys', what: 'Connect your own site or till' },
  widget: { title: 'Widget', what: 'Points on your own site' },
  auditLog: { title: 'Audit log', what: 'Who did what, and when' },
  exportAll: {
    title: 'Export everything',
    what: 'Members, points, orders, redemptions, rewards and rules as tables in one ZIP; without pictures',
  },
} as const;

export const you = {
  name: 'Your name',
  nameHint: 'Shown to colleagues and in the audit log; members never see it.',
  nameMissing: 'Enter your name',
  signedInAs: 'Signed in as {email}',
} as const;

export const shop = {
  name: 'Shop name',
  locale: 'Language of the mall',
  localeHint: 'Visitors who read another of our languages see theirs.',
  timeZone: 'Time zone',
  timeZoneFixed: 'Fixed since the mall opened: expiries and daily figures are counted in it.',
  timeZoneUntilOpen: 'Fixed once the mall is open.',
  phoneWrong: 'Enter a number that can be dialled',
  emailWrong: 'Enter a whole e-mail address, such as name@example.com',
  fixed: 'Address {host} and currency {currency} stay as they are.',
  shop: 'Shop',
  missing: 'Fill this in',
  contact: 'How members reach you',
  contactHint: 'Shown in the mall; leave empty what you don’t want to show.',
  phone: 'Phone',
  email: 'E-mail',
  wechat: 'WeChat name',
  address: 'Address',
} as const;

export const timeZones = {
  label: 'Time zone',
  none: 'No such time zone',
  cities: {
    shanghai: 'Beijing, Shanghai',
    taipei: 'Taipei',
    hongKong: 'Hong Kong',
    macau: 'Macau',
    singapore: 'Singapore',
    kualaLumpur: 'Kuala Lumpur',
    tokyo: 'Tokyo',
    seoul: 'Seoul',
    bangkok: 'Bangkok',
    manila: 'Manila',
    jakarta: 'Jakarta',
    sydney: 'Sydney',
    auckland: 'Auckland',
    losAngeles: 'Los Angeles',
    newYork: 'New York',
    toronto: 'Toronto',
    london: 'London',
    paris: 'Paris',
    berlin: 'Berlin',
  },
} as const;
