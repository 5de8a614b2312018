export default {
  title: 'Pointmall',
} as const;
