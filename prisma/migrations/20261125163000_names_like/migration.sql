-- The same with the names themselves: which of them a typo may mean is decided by lib/search/rules/typo.ts.
CREATE FUNCTION names_like(words text[], most int) RETURNS TABLE (word text, id uuid, name text) LANGUAGE sql STABLE
  SET pg_trgm.word_similarity_threshold = 0.35 AS $$
  SELECT w, o.id, o.name FROM unnest(words) w CROSS JOIN LATERAL (
    (SELECT id, name FROM "Client" WHERE w <% name ORDER BY word_similarity(w, name) DESC, id LIMIT most)
    UNION ALL (SELECT id, name FROM "Contact" WHERE w <% name AND "erasedAt" IS NULL ORDER BY word_similarity(w, name) DESC, id LIMIT most)
    UNION ALL (SELECT id, name FROM "User" WHERE w <% name ORDER BY word_similarity(w, name) DESC, id LIMIT most)) o
$$;
