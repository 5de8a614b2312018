export const settings = {
  title: 'Settings',
  shop: { title: 'Shop', what: 'Name, language, time zone' },
  staff: { title: 'Staff', what: 'Invite clerks and managers, change roles' },
  apiKeys: { title: 'API keys', what: 'Connect your own site or till' },
  auditLog: { title: 'Audit log', what: 'Who did what, and when' },
} as const;

export const shop = {
  name: 'Shop name',
  nameMissing: 'Enter the name of your shop',
  locale: 'Language of the mall',
  localeHint: 'Visitors who read another of our languages see theirs.',
  timeZone: 'Time zone',
  timeZoneHint: 'Points already earned keep their expiry.',
  timeZoneNone: 'No such time zone',
  fixed: 'Address {host} and currency {currency} stay as they are.',
} as const;
