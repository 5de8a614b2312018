export default {
  note: '店员和接口密钥在这家店做过的所有修改。',
  none: '还没有记录',
  byApi: '接口密钥',
  bySystem: '系统',
  actions: {
    purchaseRecorded: '给了消费积分',
    pointsAdjusted: '手动调整积分',
    programmePublished: '发布积分规则',
  },
};
