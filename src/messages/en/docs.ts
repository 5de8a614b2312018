/** The page of the design language. */
export default {
  design: {
    title: 'The design language',
    lead: 'Every part of a mall in every state, drawn by the components that malls are made of.',
    looks: 'Looks',
    layouts: { editorial: 'Editorial', soft: 'Soft', lively: 'Lively' },
    schemes: { light: 'Light', dark: 'Dark' },
    type: 'Type',
    sample: 'A little slower, worn a little longer · 1,286 points',
    colours: 'Colours',
    buttons: 'Buttons',
    inputs: 'Fields',
    fields: { right: 'As it should be', wrong: 'As it should not be', hint: 'What it is for' },
    cards: 'Member card',
    tiles: 'Reward tiles',
    actions: 'What a reward’s button says',
    notices: 'Notices and signs',
  },
} as const;
