export default {
  title: 'You were signed out',
  detail:
    'Enter your password to go on here. What you typed is kept, and what you just pressed is done after that.',
} as const;
