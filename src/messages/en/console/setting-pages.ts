export const domain = {
  yours: 'Where members open the mall',
  copy: 'Copy address',
  copied: 'Copied',
  open: 'Open the mall',
  poster: 'Print the QR code',
  fixed: 'The mall is open, so its address stays: QR codes on paper keep working.',
  untilOpen: 'You can change it until the mall opens.',
  untilOpenOwner: 'The owner can change it until the mall opens.',
  change: 'Change the address',
  own: 'Your own domain',
  ownNotYet: 'A domain of your own can’t be connected yet.',
  ownMeanwhile:
    'For now your domain can redirect to the address above; it keeps working once domains can be connected.',
} as const;

export const plan = {
  free: 'Free',
  standard: 'Standard',
  growth: 'Growth',
  freePrice: 'Free of charge',
  ofMembers: 'of {max} active members this month',
  used: 'Used this month',
  counted: 'Active members bought or redeemed this month; each counts once.',
  under: 'Counted anew next month. Every feature is included.',
  over: 'That is more than the free plan holds. Members and your shop notice nothing, and nothing is charged.',
  all: 'All plans',
  yours: 'Yours',
  notYet: 'Not open yet',
  monthly: '{price} a month',
  members: '{max} active members a month',
  note: 'Every plan has every feature; they differ by active members alone. Nothing is charged before paid plans open.',
} as const;
