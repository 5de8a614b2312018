export default {
  note: 'Everything that staff and API keys changed in this shop.',
  none: 'Nothing yet',
  byApi: 'API key',
  bySystem: 'Pointmall',
  actions: {
    purchaseRecorded: 'Gave the points of a purchase',
    pointsAdjusted: 'Adjusted points by hand',
    programmePublished: 'Published earning rules',
  },
} as const;
