export const settings = {
  title: 'Settings',
  shop: { title: 'Shop', what: 'Name, language, time zone' },
  staff: { title: 'Staff', what: 'Invite clerks and managers, change roles' },
  apiKeys: { title: 'API keys', what: 'Connect your own site or till' },
  auditLog: { title: 'Audit log', what: 'Who did what, and when' },
} as const;

export const shop = {
  name: 'Shop name',
  locale: 'Language of the mall',
  localeHint: 'Visitors who read another of our languages see theirs.',
  timeZone: 'Time zone',
  timeZoneHint: 'Points already earned keep their expiry.',
  timeZoneNone: 'No such time zone',
  fixed: 'Address {host} and currency {currency} stay as they are.',
  shop: 'Shop',
  missing: 'Fill this in',
  pointsName: 'What your points are called',
  pointOne: 'English, one',
  pointOther: 'English, many',
  contact: 'How members reach you',
  contactHint: 'Shown in the mall; leave empty what you don’t want to show.',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
} as const;
