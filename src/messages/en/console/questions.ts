export default {
  title: 'Questions',
  toHome: 'Home',
  tabs: { open: 'To answer', answered: 'Answered' },
  none: { open: 'No questions are waiting', answered: 'Nothing answered yet' },
  noneDetail: 'Members ask under Help in the mall; orders they miss points for come here too.',
  missing: 'Points missing for order {number}',
  missingHint: 'Look whether the order was recorded; give the points on the member’s page if they are due.',
  someone: 'A member',
  answer: 'Answer',
  answerMissing: 'Write an answer',
  send: 'Send',
  answered: 'Answered',
} as const;
