/** What members do not see yet. */
export default {
  label: 'Changes that are not published',
  count: '{count, plural, one {# unpublished change} other {# unpublished changes}}',
  preview: 'Preview',
  publish: 'Publish',
  design: 'Publish the design',
  rewards: 'Publish rewards',
} as const;
