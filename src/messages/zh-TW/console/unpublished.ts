/** What members do not see yet. */
export default {
  label: '還沒發布的改動',
  count: '{count, number} 處改動未發布',
  preview: '預覽',
  publish: '發布',
  design: '發布設計',
  rewards: '發布好禮',
};
