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
  shopCloses: {
    asked: {
      subject: '{shop} closes on {date}',
      body: 'An owner asked to close {shop}. The last day is {date}: until then members can redeem their {unit}, and the mall tells them so.\n\nTo keep it open, take it back here at any time:\n\n{link}\n\nNothing is deleted. After closing you can open it again until {until}.',
    },
    soon: {
      subject: '{shop} closes in three days',
      body: '{shop} closes at the end of {date}. What is still to ship, the cash to give back and an export of everything stand here, and the way to take it back:\n\n{link}',
    },
    closed: {
      subject: '{shop} is closed',
      body: '{shop} is closed. Members can read what is theirs and redeem nothing any more. The console stays open to you for what is still to ship and for the export, and until {until} you can open the shop again as it was:\n\n{link}',
    },
  },
  invitation: {
    subject: '{inviter} invites you to the team of {shop}',
    body: '{inviter} invites you to work in the points mall of {shop}. Sign up or sign in with this e-mail address here:\n\n{link}\n\nThe invitation is good for {days, plural, one {# day} other {# days}}.',
  },
  letter: {
    seeOrder: 'See the order',
    confirmed: {
      subject: '{shop}: {name} is yours (order {number})',
      title: '{name} for {price}',
      pickUp: 'The shop keeps it for you and writes again once it lies ready.',
      goods:
        'Your order has arrived at the shop and is being packed. Until packing starts you can cancel it, and your {unit} come back.',
      voucher: 'Show this code in the shop when you use it. It counts once.',
      until: 'Good until {date}.',
      code: 'Your code',
    },
    ready: {
      subject: '{shop}: {name} lies ready for you (order {number})',
      title: '{name} lies ready for you',
      body: 'Come by when it suits you: say order {number} at the counter, or show your member code.',
    },
    handedOver: {
      subject: '{shop}: you took {name} with you (order {number})',
      title: 'You took {name} with you',
      body: 'It was handed over in the shop for {price}.',
      notYou: 'This was not you? Tell the shop at once.',
    },
    shipped: {
      subject: '{shop}: {name} is on its way (order {number})',
      title: '{name} is on its way',
      body: 'With this number you can follow the parcel at the carrier.',
      received: 'When it has arrived, tap “Received” in the order.',
    },
    cancelled: {
      subject: '{shop}: order {number} was cancelled',
      title: '{name} was cancelled',
      byMember: 'You cancelled it.',
      byShop: 'The shop cancelled it.',
      unpaid: 'The cash part was not paid in time.',
      points: '{points} are back in your account.',
      free: '{points} were only reserved and are free again.',
      toCard: '{amount} goes back to the card you paid with; banks take 5–10 days to show it.',
      inShop: '{amount} is handed back to you in the shop.',
    },
    refunded: {
      subject: '{shop}: {amount} came back to you (order {number})',
      title: '{amount} came back to you',
      toCard: 'For {name}, order {number}: to the card you paid with. Banks take 5–10 days to show it.',
      byHand: 'For {name}, order {number}: handed back by the shop.',
    },
    answered: {
      subject: '{shop} has answered you',
      asked: 'You asked: {text}',
      see: 'Read it in the shop',
    },
    closed: {
      subject: 'Your account at {shop} is closed',
      body: 'What named you has been erased, and no letter follows this one. If you did not close the account yourself, tell the shop at once.',
    },
    reach: 'Questions? {contact}',
    why: 'This letter tells of something in your account at {shop}. It is not advertising.',
    settings: 'Choose which letters you get',
  },
  notice: {
    subject: '{shop}: {list}',
    title: 'This waits for you',
    kinds: {
      to_ship: '{count, plural, one {# redemption} other {# redemptions}} to ship',
      to_hand_over: '{count, plural, one {# redemption} other {# redemptions}} to get ready for pick-up',
      after_sales:
        '{count, plural, one {# cancellation or refund} other {# cancellations or refunds}} to answer',
      question: '{count, plural, one {# question} other {# questions}} to answer',
      missing_points: '{count, plural, one {# claim} other {# claims}} of missing points',
      stock: '{count, plural, one {# reward} other {# rewards}} nearly gone',
    },
    redemption: '{name} · order {number}',
    order: 'Order {number}',
    left: '{name}: {units, plural, =0 {sold out} other {# left}}',
    open: 'Open the console',
    why: 'You get this letter because you look after {shop}.',
    settings: 'Choose what is written to you',
    test: {
      subject: '{shop}: letters arrive',
      title: 'Letters arrive',
      body: 'This is how {shop} writes to you when something waits. Nothing has happened.',
    },
  },
} as const;
