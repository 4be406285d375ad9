-- Two letters that changed places leave few trigrams of a short word: less likeness is enough.
ALTER FUNCTION similar_names(text[], int) SET pg_trgm.word_similarity_threshold = 0.35;
