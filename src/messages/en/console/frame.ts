export const common = {
  loading: 'Loading',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  saved: 'Saved',
  more: 'Show more',
  listEnd: 'That’s everything',
  ago: {
    minutes: '{count, plural, =0 {just now} one {# minute ago} other {# minutes ago}}',
    hours: '{count, plural, one {# hour ago} other {# hours ago}}',
    days: '{count, plural, one {# day ago} other {# days ago}}',
  },
} as const;

export const problems = {
  title: 'That didn’t work',
  retry: 'Try again',
  offline: 'You’re offline. What you typed is kept.',
  noAnswer: 'No answer from the server. What you typed is kept; trying again is safe.',
  unknown: 'The server answered with an error ({status, number}).',
  reference: '(ref {requestId})',
  auth: {
    'invalid-email-or-password': 'E-mail or password is wrong.',
    'invalid-email': 'This is not an e-mail address.',
    'user-already-exists': 'There is an account with this e-mail already. Sign in instead.',
    'user-already-exists-use-another-email': 'There is an account with this e-mail already. Sign in instead.',
    'password-too-short': 'The password is too short.',
    'password-too-long': 'The password is too long.',
    'invalid-otp': 'Wrong code. Look at the newest letter; older codes no longer work.',
    'otp-expired': 'This code has expired. Send a new one.',
    'too-many-attempts': 'Too many wrong codes. Send a new one.',
  },
} as const;

export const shell = {
  skip: 'Skip to content',
  sections: 'Sections',
  home: 'Home',
  members: 'Members',
  redemptions: 'Redemptions',
  rewards: 'Rewards',
  programme: 'Earning',
  settings: 'Settings',
  more: 'More',
  close: 'Close',
  language: 'Language',
  signOut: 'Sign out',
  mallOpen: 'Open mall',
  mallBuilding: 'Preview mall',
  notFound: 'Page not found',
  notFoundDetail: 'There is nothing at this address.',
  toHome: 'To Home',
} as const;
