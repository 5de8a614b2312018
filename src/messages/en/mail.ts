export default {
  signInCode: {
    subject: '{code} is your sign-in code for {shop}',
    body: 'Your code is {code}. It works once, for {minutes, plural, one {# minute} other {# minutes}}.\n\nIf you did not ask for it, ignore this message.',
  },
} as const;
