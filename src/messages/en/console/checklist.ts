/** A new shop's first steps on Home. */
export default {
  title: 'First things after opening',
  progress: '{done, number} of {all, number} done, {left, number} to go',
  progressOptional: '{done, number} of {all, number} done; the rest is optional',
  hide: 'Put this list away',
  hidden: 'The list is put away',
  undo: 'Undo',
  optional: 'optional',
  done: 'Done',
  toDo: 'To do',
  items: {
    rewards: 'Put 3 rewards on the shelf',
    sheet: 'Print the table card',
    points: 'Give the first points',
    staff: 'Invite a colleague',
    imports: 'Bring in older members',
    payments: 'Take payments online',
  },
  why: {
    rewards: 'There {count, plural, one {is # now} other {are # now}}. With a choice, members save up.',
    sheet: 'Poster and table card are drawn: save and print them.',
    points: 'The counter asks for phone and amount, and enrols whoever is new on the way.',
    staff: 'Colleagues give points and verify vouchers with their own account.',
    imports: 'From a paper card or a spreadsheet, with what they have; it can be undone as a whole.',
    payments: 'Members can then redeem with points and cash.',
  },
} as const;
