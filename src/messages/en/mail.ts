export default {
  signInCode: {
    subject: '{code} is your sign-in code for {shop}',
    message:
      '{code} is your sign-in code for {shop}, good for {minutes, plural, one {# minute} other {# minutes}}. Don’t share it with anyone.',
    body: 'Your code is {code}. It works once, for {minutes, plural, one {# minute} other {# minutes}}.\n\nIf you did not ask for it, ignore this message.',
  },
  emailCode: {
    subject: '{code} is your Pointmall code',
    body: 'Type {code} in the page where you are signing up. It works for {minutes, plural, one {# minute} other {# minutes}}.\n\nIf you did not sign up, ignore this message.',
  },
  passwordCode: {
    subject: '{code} is your code for a new password',
    body: 'Type {code} to choose a new password. It works for {minutes, plural, one {# minute} other {# minutes}}.\n\nIf you did not ask for it, ignore this message; your password stays as it is.',
  },
  invitation: {
    subject: '{inviter} invites you to the team of {shop}',
    body: '{inviter} invites you to work in the points mall of {shop}. Sign up or sign in with this e-mail address here:\n\n{link}\n\nThe invitation is good for {days, plural, one {# day} other {# days}}.',
  },
} as const;
