export default {
  note: '店員和 API 金鑰在這家店做過的所有修改。',
  none: '還沒有紀錄',
  byApi: 'API 金鑰',
  bySystem: '系統',
  actions: {
    purchaseRecorded: '給了消費點數',
    pointsAdjusted: '手動調整點數',
    programmePublished: '發布點數規則',
  },
};
