/** Finding anything by its name. */
export default {
  title: 'Search',
  open: 'Search',
  hint: 'Members, redemption numbers, rewards, settings',
  none: 'Nothing found. Try a phone number, a member number or the name of a setting.',
  failed: 'Some of it can’t be looked up right now. Try again shortly.',
  groups: {
    members: 'Members',
    redemptions: 'Redemptions',
    rewards: 'Rewards',
    places: 'Screens and settings',
  },
  places: {
    home: {
      name: 'Home',
      also: 'figures repeat purchase active redemption rate to do',
    },
    members: {
      name: 'Members',
      also: 'customers list phone',
    },
    joinLinks: {
      name: 'Join links',
      also: 'QR code source channel',
    },
    redemptions: {
      name: 'Redemptions',
      also: 'orders ship',
    },
    verify: {
      name: 'Verify a voucher',
      also: 'use coupon scan code',
    },
    shipByFile: {
      name: 'Ship by file',
      also: 'tracking numbers CSV upload bulk',
    },
    questions: {
      name: 'Questions',
      also: 'answer inbox complaint missing points',
    },
    rewards: {
      name: 'Rewards',
      also: 'goods coupons stock catalogue',
    },
    newReward: {
      name: 'Add a reward',
      also: 'new',
    },
    programme: {
      name: 'Earning',
      also: 'rules programme',
    },
    earnRate: {
      name: 'Earn rate',
      also: 'points per purchase category',
    },
    signUpBonus: {
      name: 'Welcome points',
      also: 'sign-up bonus joining',
    },
    expiry: {
      name: 'Expiry',
      also: 'points expire year end',
    },
    daysUntilEntry: {
      name: 'Days until credited',
      also: 'pending return window',
    },
    clawback: {
      name: 'Points taken back on refunds',
      also: 'clawback debt',
    },
    design: {
      name: 'Design',
      also: 'look theme publish',
    },
    pointsName: {
      name: 'What points are called',
      also: 'points name',
    },
    logo: {
      name: 'Logo',
      also: 'icon',
    },
    colours: {
      name: 'Colours',
      also: 'colors main accent',
    },
    banners: {
      name: 'Banners',
      also: 'home picture',
    },
    announcement: {
      name: 'Announcement',
      also: 'news line',
    },
    footer: {
      name: 'Footer',
      also: 'opening hours links map registration',
    },
    poster: {
      name: 'Poster and table card',
      also: 'QR code print share',
    },
    settings: {
      name: 'Settings',
      also: 'preferences options',
    },
    shop: {
      name: 'Shop',
      also: 'name language currency address',
    },
    timeZone: {
      name: 'Time zone',
      also: 'clock dates local time',
    },
    contact: {
      name: 'Contact',
      also: 'phone e-mail wechat address',
    },
    staff: {
      name: 'Staff',
      also: 'colleagues invite roles clerk',
    },
    payments: {
      name: 'Payments',
      also: 'Stripe cards online',
    },
    counterPayment: {
      name: 'Pay at counter',
      also: 'cash',
    },
    letters: {
      name: 'Letters to members',
      also: 'e-mail letters log',
    },
    notices: {
      name: 'Notices',
      also: 'e-mail tell me redemption stock',
    },
    widget: {
      name: 'Widget',
      also: 'website embed',
    },
    apiKeys: {
      name: 'API keys',
      also: 'developer',
    },
    auditLog: {
      name: 'Audit log',
      also: 'who did what history',
    },
    you: {
      name: 'Your name',
      also: 'account me',
    },
    counter: {
      name: 'Counter',
      also: 'give points scan clerk till',
    },
    slip: {
      name: 'End-of-day slip',
      also: 'given today shift',
    },
    importMembers: {
      name: 'Import members',
      also: 'paper cards spreadsheet CSV Excel',
    },
    memberQuestions: {
      name: 'Member questions',
      also: 'birthday size survey profile',
    },
    counterLimits: {
      name: 'Limits for clerks',
      also: 'per grant a day categories services counter settings',
    },
    domain: {
      name: 'Mall address',
      also: 'domain URL subdomain host',
    },
    plan: {
      name: 'Plan',
      also: 'price upgrade active members cost',
    },
    developers: {
      name: 'I connect my own system',
      also: 'developers API integration',
    },
    branches: {
      name: 'Branches',
      also: 'shops address opening hours map',
    },
    delivery: {
      name: 'Delivery and pick-up',
      also: 'shipping parcels carrier',
    },
    deliveryAreas: {
      name: 'Delivery areas',
      also: 'where countries provinces regions',
    },
    shippingFee: {
      name: 'Shipping fee',
      also: 'postage freight free shipping',
    },
    pickUp: {
      name: 'Pick up in store',
      also: 'collect branch',
    },
    returns: {
      name: 'Returns',
      also: 'exchange refund policy after-sales',
    },
    languages: {
      name: 'Languages',
      also: 'language of the mall default Chinese English',
    },
    closeShop: {
      name: 'Close the shop',
      also: 'leave quit delete end',
    },
    exportAll: {
      name: 'Export everything',
      also: 'download backup ZIP',
    },
  },
} as const;
