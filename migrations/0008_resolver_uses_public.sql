-- The resolver relied on the right that everybody has on a fresh schema public; a hardened database
-- takes that away, and then no host would be found.
GRANT USAGE ON SCHEMA public TO pointmall_resolver;
