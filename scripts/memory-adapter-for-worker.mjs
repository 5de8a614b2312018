// What better-auth's adapter without a database is in the Worker's bundle ([alias] in wrangler.toml): nothing, for
// there always is a database.
export const memoryAdapter = () => {
  throw new Error('better-auth was given no database');
};
