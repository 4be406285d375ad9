-- CreateEnum
CREATE TYPE "SearchSource" AS ENUM ('LIVE', 'FROZEN');

-- CreateTable
CREATE TABLE "BriefSearch" (
    "handoverId" UUID NOT NULL,
    "source" "SearchSource" NOT NULL,
    "number" INTEGER NOT NULL,
    "readers" TEXT[],
    "document" tsvector NOT NULL,
    "texts" JSONB NOT NULL,

    CONSTRAINT "BriefSearch_pkey" PRIMARY KEY ("handoverId","source")
);

-- CreateTable
CREATE TABLE "SearchField" (
    "id" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "SearchField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchMark" (
    "handoverId" UUID NOT NULL,
    "transaction" BIGINT NOT NULL,

    CONSTRAINT "SearchMark_pkey" PRIMARY KEY ("handoverId","transaction")
);

-- CreateIndex
CREATE INDEX "BriefSearch_number_idx" ON "BriefSearch"("number");

-- CreateIndex
CREATE INDEX "BriefSearch_readers_document_idx" ON "BriefSearch" USING GIN ("readers", "document");

-- From here on by hand: how the texts get there.

-- Short lists of new rows keep the search quick; more statistics let the planner know rare words from frequent ones.
ALTER INDEX "BriefSearch_readers_document_idx" SET (gin_pending_list_limit = 256);
ALTER TABLE "BriefSearch" ALTER COLUMN document SET STATISTICS 1000, ALTER COLUMN readers SET STATISTICS 1000;
CREATE INDEX contact_name_trgm ON "Contact" USING gin (name gin_trgm_ops);

-- The words of a text: in small letters, without accents, apart at everything that separates words in any script that
-- has separators. lib/search/rules/words.ts says the same, and a test compares the two.
CREATE FUNCTION search_words(t text) RETURNS SETOF text LANGUAGE sql IMMUTABLE ROWS 100 AS $$
  SELECT left(w, 30) FROM regexp_split_to_table(
    lower(regexp_replace(normalize(t, NFKD), '[\u0300-\u036f]', '', 'g')), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+') w WHERE w <> ''
$$;

-- Clients, their people and colleagues whose names hold a word that is like one of these.
CREATE FUNCTION similar_names(words text[], most int) RETURNS TABLE (word text, id uuid) LANGUAGE sql STABLE
  SET pg_trgm.word_similarity_threshold = 0.45 AS $$
  SELECT w, o.id FROM unnest(words) w CROSS JOIN LATERAL (
    (SELECT id FROM "Client" WHERE w <% name ORDER BY word_similarity(w, name) DESC, id LIMIT most)
    UNION ALL (SELECT id FROM "Contact" WHERE w <% name AND "erasedAt" IS NULL ORDER BY word_similarity(w, name) DESC, id LIMIT most)
    UNION ALL (SELECT id FROM "User" WHERE w <% name ORDER BY word_similarity(w, name) DESC, id LIMIT most)) o
$$;

-- One brief, read anew: what its answers say now, and what its last version says. A field that nobody declared to the
-- search is not found. The lock queues rivals, and what they wrote is seen after it.
CREATE FUNCTION index_brief(h uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head record;
  one record;
  everybody text[];
  writers text[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('search ' || h, 0));
  SELECT b.id, b.number, b.status, b."briefVersion", b."firstSubmitAt", b."contactOwnerId", b."dealOwnerId", b."pmId", b."dealId",
    d.name AS deal, d."clientId", c.name AS client, c."legalName" AS legal
    INTO head FROM "Handover" b JOIN "Deal" d ON d.id = b."dealId" JOIN "Client" c ON c.id = d."clientId" WHERE b.id = h;
  writers := ARRAY['w' || head."contactOwnerId", 'w' || head."dealOwnerId"]
    || ARRAY(SELECT 'w' || "userId" FROM "DealCollaborator" WHERE "dealId" = head."dealId");
  everybody := writers || ARRAY['o' || head."contactOwnerId", 'o' || head."dealOwnerId"];
  IF head."firstSubmitAt" IS NOT NULL THEN
    everybody := everybody || ARRAY(SELECT 'p' || head."pmId" WHERE head."pmId" IS NOT NULL)
      || ARRAY(SELECT 'l' || "leadId" FROM "HandoverTeam" WHERE "handoverId" = h AND "leadId" IS NOT NULL)
      || ARRAY(SELECT 't' || "teamId" FROM "HandoverTeam" WHERE "handoverId" = h);
  END IF;

  FOR one IN
    WITH source AS (
      SELECT 'LIVE'::"SearchSource" AS source, CASE WHEN head.status = 'RETURNED' AND head."briefVersion" > 0 THEN writers ELSE everybody END AS readers,
        ARRAY(SELECT "templateId" FROM "HandoverTeam" WHERE "handoverId" = h AND "templateId" IS NOT NULL) AS templates
        WHERE head.status IN ('DRAFT', 'RETURNED') OR head."briefVersion" = 0
      UNION ALL
      SELECT 'FROZEN', CASE WHEN head.status = 'RETURNED' THEN ARRAY(SELECT unnest(everybody) EXCEPT SELECT unnest(writers)) ELSE everybody END,
        ARRAY(SELECT t::uuid FROM "BriefVersion" v, jsonb_array_elements_text(v.content->'policies'->'templates') t
          WHERE v."handoverId" = h AND v.version = head."briefVersion")
        WHERE head.status <> 'DRAFT' AND head."briefVersion" > 0
    ), field AS (
      SELECT s.source, f.id, f.visibility, f.kind, f.label FROM source s, "SearchField" f
      UNION ALL
      SELECT s.source, 'custom.' || (p.content->>'slug') || '.' || (f->>'key'), f->>'visibility', search_kind(f->>'type'), f->>'label'
        FROM source s JOIN "PolicyVersion" p ON p.id = ANY (s.templates), jsonb_array_elements(p.content->'fields') f
    ), answer AS (
      SELECT 'LIVE'::"SearchSource" AS source, a.field, a.state::text AS state, a.value, a."unknownRisk" AS risk, a.reason,
        (SELECT c.name FROM "Contact" c WHERE c."clientId" = head."clientId" AND to_jsonb(c.id::text) = a.value) AS contact
        FROM "BriefAnswer" a WHERE a."handoverId" = h
      UNION ALL
      SELECT 'FROZEN', a->>'field', a->>'state', a->'value', a->'unknown'->>'risk', a->>'reason',
        CASE WHEN jsonb_typeof(a->'value') = 'string' THEN v.content->'labels'->>(a->>'value') END
        FROM "BriefVersion" v, jsonb_array_elements(v.content->'answers') a
        WHERE v."handoverId" = h AND v.version = head."briefVersion"
    ), said AS (
      SELECT source, 'all' AS visibility, n.field, n.label, n.text FROM source,
        LATERAL (VALUES ('client', 'Client', head.client), ('client.legalName', 'Legal name', head.legal), ('deal', 'Deal', head.deal)) AS n (field, label, text)
      UNION ALL
      SELECT f.source, f.visibility, f.id, f.label,
        CASE WHEN a.state = 'UNKNOWN' THEN a.risk WHEN a.state = 'NOT_APPLICABLE' THEN a.reason
          WHEN f.kind = 'contact' THEN a.contact
          WHEN f.kind = 'file' THEN a.value->>'name'
          WHEN f.kind = 'text' AND jsonb_typeof(a.value) = 'string' THEN a.value #>> '{}' END
        FROM answer a JOIN field f ON f.source = a.source AND f.id = a.field
    )
    SELECT s.source, s.readers,
      (SELECT coalesce(jsonb_agg(jsonb_build_array(t.visibility, t.field, t.label, t.text)), '[]') FROM said t WHERE t.source = s.source AND t.text <> '') AS texts,
      array_to_tsvector(ARRAY( -- so many words that the document stays below what a tsvector can hold
          SELECT DISTINCT left(t.visibility, 1) || w FROM said t, search_words(t.text) w WHERE t.source = s.source AND t.text <> '' LIMIT 8000)
        || ARRAY(SELECT '@' || id FROM unnest(ARRAY[head."clientId", head."contactOwnerId", head."dealOwnerId", head."pmId"]
            || ARRAY(SELECT "leadId" FROM "HandoverTeam" WHERE "handoverId" = h)) AS id WHERE id IS NOT NULL)
        || ARRAY(SELECT DISTINCT '@' || (a.value #>> '{}') FROM answer a JOIN field f ON f.source = a.source AND f.id = a.field
            WHERE a.source = s.source AND f.kind = 'contact' AND f.visibility = 'all' AND a.contact IS NOT NULL)) AS document
    FROM source s
  LOOP
    INSERT INTO "BriefSearch" AS b ("handoverId", source, number, readers, document, texts)
      VALUES (h, one.source, head.number, one.readers, one.document, one.texts)
      ON CONFLICT ("handoverId", source) DO UPDATE SET readers = excluded.readers, document = excluded.document, texts = excluded.texts
      WHERE (b.readers, b.document, b.texts) IS DISTINCT FROM (excluded.readers, excluded.document, excluded.texts);
  END LOOP;
  DELETE FROM "BriefSearch" WHERE "handoverId" = h AND ((source = 'LIVE' AND NOT (head.status IN ('DRAFT', 'RETURNED') OR head."briefVersion" = 0))
    OR (source = 'FROZEN' AND NOT (head.status <> 'DRAFT' AND head."briefVersion" > 0)));
END $$;

-- What of a field's value is text: as lib/search/rules/fields.ts says it of the core's.
CREATE FUNCTION search_kind(type text) RETURNS text LANGUAGE sql IMMUTABLE RETURN
  CASE WHEN type IN ('text', 'longText', 'url') THEN 'text' WHEN type IN ('file', 'contact') THEN type ELSE 'other' END;

-- Whatever changes a brief, its people or its names marks it, and it is read anew once, before the transaction commits.
CREATE FUNCTION mark_brief(changed uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "SearchMark" ("handoverId", transaction) SELECT DISTINCT h, txid_current() FROM unnest(changed) h ORDER BY 1 ON CONFLICT DO NOTHING;
$$;
REVOKE EXECUTE ON FUNCTION mark_brief(uuid[]), index_brief(uuid) FROM PUBLIC;

CREATE FUNCTION index_marked() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "SearchMark" WHERE "handoverId" = NEW."handoverId" AND transaction = NEW.transaction;
  PERFORM index_brief(NEW."handoverId");
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER index_marked AFTER INSERT ON "SearchMark" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION index_marked();

CREATE FUNCTION mark_of_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE changed record;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  CASE TG_TABLE_NAME
    WHEN 'Handover' THEN PERFORM mark_brief(ARRAY[changed.id]);
    WHEN 'HandoverTeam' THEN PERFORM mark_brief(ARRAY[changed."handoverId"]);
    WHEN 'Deal' THEN PERFORM mark_brief(ARRAY(SELECT id FROM "Handover" WHERE "dealId" = changed.id));
    WHEN 'DealCollaborator' THEN PERFORM mark_brief(ARRAY(SELECT id FROM "Handover" WHERE "dealId" = changed."dealId"));
    WHEN 'Client' THEN PERFORM mark_brief(ARRAY(SELECT h.id FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId" WHERE d."clientId" = changed.id));
    WHEN 'Contact' THEN PERFORM mark_brief(ARRAY(SELECT h.id FROM "Handover" h JOIN "Deal" d ON d.id = h."dealId" WHERE d."clientId" = changed."clientId"));
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_new AFTER INSERT ON "Handover" FOR EACH ROW EXECUTE FUNCTION mark_of_row();
-- An acceptance changes neither the texts nor who reads them, and costs nothing here.
CREATE TRIGGER mark AFTER UPDATE ON "Handover" FOR EACH ROW WHEN (
  (OLD."briefVersion", OLD."contactOwnerId", OLD."dealOwnerId", OLD."pmId", OLD."firstSubmitAt", OLD."dealId", OLD.status = 'DRAFT', OLD.status = 'RETURNED')
  IS DISTINCT FROM
  (NEW."briefVersion", NEW."contactOwnerId", NEW."dealOwnerId", NEW."pmId", NEW."firstSubmitAt", NEW."dealId", NEW.status = 'DRAFT', NEW.status = 'RETURNED')
) EXECUTE FUNCTION mark_of_row();
CREATE TRIGGER mark AFTER INSERT OR UPDATE OR DELETE ON "HandoverTeam" FOR EACH ROW EXECUTE FUNCTION mark_of_row();
CREATE TRIGGER mark AFTER UPDATE ON "Deal" FOR EACH ROW
  WHEN ((OLD.name, OLD."clientId") IS DISTINCT FROM (NEW.name, NEW."clientId")) EXECUTE FUNCTION mark_of_row();
CREATE TRIGGER mark AFTER INSERT OR DELETE ON "DealCollaborator" FOR EACH ROW EXECUTE FUNCTION mark_of_row();
CREATE TRIGGER mark AFTER UPDATE ON "Client" FOR EACH ROW
  WHEN ((OLD.name, OLD."legalName") IS DISTINCT FROM (NEW.name, NEW."legalName")) EXECUTE FUNCTION mark_of_row();
CREATE TRIGGER mark AFTER UPDATE ON "Contact" FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION mark_of_row();

CREATE FUNCTION mark_of_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM mark_brief(ARRAY(SELECT DISTINCT "handoverId" FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER mark_new AFTER INSERT ON "BriefAnswer" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_of_rows();
CREATE TRIGGER mark_changed AFTER UPDATE ON "BriefAnswer" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_of_rows();
CREATE TRIGGER mark_removed AFTER DELETE ON "BriefAnswer" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_of_rows();
CREATE TRIGGER mark_new AFTER INSERT ON "BriefVersion" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_of_rows();
CREATE TRIGGER mark_changed AFTER UPDATE ON "BriefVersion" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_of_rows();

-- The application asks, and only the triggers write.
GRANT SELECT ON "BriefSearch", "SearchField" TO portal_app;
