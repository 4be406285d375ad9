-- What must hold whatever the application does. Written by hand, the tables come from schema.prisma.

-- The instant that is recorded: the transaction's start. Only an owner's session (the sample, a repair) may set another.
CREATE FUNCTION recorded_now() RETURNS timestamptz LANGUAGE sql STABLE RETURN
  CASE WHEN session_user <> 'portal_app' AND coalesce(current_setting('portal.now', true), '') <> ''
    THEN current_setting('portal.now')::timestamptz ELSE date_trunc('milliseconds', now()) END;

-- One organisation, one account per address, one live handover per deal, one PM's key and one lead's key per team (P1.13).
CREATE UNIQUE INDEX one_organisation ON "Organisation" ((true));
CREATE UNIQUE INDEX one_account_per_address ON "User" (lower(email));
CREATE UNIQUE INDEX one_live_handover_per_deal ON "Handover" ("dealId") WHERE status NOT IN ('WITHDRAWN', 'CLOSED');
DROP INDEX one_key_each, one_policy_version;
CREATE UNIQUE INDEX one_key_each ON "HandoverKey" ("handoverId", role, "teamId") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX one_policy_version ON "PolicyVersion" (kind, "teamId", version) NULLS NOT DISTINCT;

-- The pipeline reads what is open, by state.
CREATE INDEX open_handovers ON "Handover" (status, "statusSince", id) WHERE status NOT IN ('WITHDRAWN', 'CLOSED');
-- Won deals that nobody handed over yet (P1.11).
CREATE INDEX won_deals ON "Deal" ("wonAt", id) WHERE stage = 'WON';

-- B1, B2: a new handover is a draft, only the moves of lib/handovers/lifecycle.ts exist, and exactly one person answers.
CREATE FUNCTION guard_handover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'DRAFT' THEN RAISE EXCEPTION 'a handover starts as DRAFT'; END IF;
    NEW."headSeq" := 0;
    NEW."headHash" := '';
    NEW."statusSince" := recorded_now();
  ELSIF NEW.status <> OLD.status THEN
    IF (OLD.status::text, NEW.status::text) NOT IN (
      ('DRAFT', 'SUBMITTED'), ('DRAFT', 'WITHDRAWN'),
      ('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'WITHDRAWN'),
      ('RETURNED', 'SUBMITTED'), ('RETURNED', 'WITHDRAWN'),
      ('ACCEPTED', 'SUBMITTED'), ('ACCEPTED', 'IN_DELIVERY'), ('ACCEPTED', 'CLOSED'),
      ('IN_DELIVERY', 'CLOSED')
    ) THEN
      RAISE EXCEPTION 'a handover cannot move from % to %', OLD.status, NEW.status;
    END IF;
    IF NEW.status IN ('SUBMITTED', 'ACCEPTED') AND NOT EXISTS (
      SELECT FROM "HandoverKey" k WHERE k."handoverId" = NEW.id AND k.role = 'PM' AND k."holderId" = NEW."pmId"
    ) THEN
      RAISE EXCEPTION 'a handover needs its PM''s key to be %', NEW.status;
    END IF;
    IF NEW.status = 'ACCEPTED' AND EXISTS (
      SELECT FROM "HandoverKey" k WHERE k."handoverId" = NEW.id AND k.state <> 'ACCEPTED'
    ) THEN
      RAISE EXCEPTION 'a handover is accepted when all its keys are';
    END IF;
    NEW."statusSince" := recorded_now();
  END IF;
  NEW."accountableId" := CASE WHEN NEW.status IN ('ACCEPTED', 'IN_DELIVERY', 'CLOSED') AND NEW."pmId" IS NOT NULL
    THEN NEW."pmId" ELSE NEW."contactOwnerId" END;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "Handover" FOR EACH ROW EXECUTE FUNCTION guard_handover();

-- A key's holder is who is named: the PM of the handover, or the lead of its team. Renaming moves the key.
CREATE FUNCTION name_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.role = 'PM' THEN
    SELECT "pmId" INTO NEW."holderId" FROM "Handover" WHERE id = NEW."handoverId";
  ELSE
    SELECT "leadId" INTO NEW."holderId" FROM "HandoverTeam"
      WHERE "handoverId" = NEW."handoverId" AND "teamId" = NEW."teamId";
  END IF;
  IF NEW."holderId" IS NULL THEN RAISE EXCEPTION 'a key needs a named holder'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER name_holder BEFORE INSERT OR UPDATE ON "HandoverKey" FOR EACH ROW EXECUTE FUNCTION name_holder();

CREATE FUNCTION rename_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Handover' THEN
    UPDATE "HandoverKey" SET "holderId" = NEW."pmId" WHERE "handoverId" = NEW.id AND role = 'PM';
  ELSE
    UPDATE "HandoverKey" SET "holderId" = NEW."leadId"
      WHERE "handoverId" = NEW."handoverId" AND role = 'TEAM_LEAD' AND "teamId" = NEW."teamId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rename_pm AFTER UPDATE OF "pmId" ON "Handover"
  FOR EACH ROW WHEN (OLD."pmId" IS DISTINCT FROM NEW."pmId") EXECUTE FUNCTION rename_holder();
CREATE TRIGGER rename_lead AFTER UPDATE OF "leadId" ON "HandoverTeam"
  FOR EACH ROW WHEN (OLD."leadId" IS DISTINCT FROM NEW."leadId") EXECUTE FUNCTION rename_holder();

-- States, values and owners as intervals of recorded time (R1).
CREATE FUNCTION keep_interval(s uuid, k "IntervalKind", v text) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Interval" SET "to" = recorded_now() WHERE stream = s AND kind = k AND "to" IS NULL AND value <> coalesce(v, '');
  IF v IS NOT NULL AND NOT EXISTS (SELECT FROM "Interval" WHERE stream = s AND kind = k AND "to" IS NULL) THEN
    INSERT INTO "Interval" (stream, kind, value, "from") VALUES (s, k, v, recorded_now());
  END IF;
END $$;

CREATE FUNCTION handover_intervals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.status <> OLD.status THEN
    PERFORM keep_interval(NEW.id, 'STATUS', NEW.status::text); END IF;
  IF TG_OP = 'INSERT' OR NEW."contactOwnerId" <> OLD."contactOwnerId" THEN
    PERFORM keep_interval(NEW.id, 'OWNER', NEW."contactOwnerId"::text); END IF;
  IF TG_OP = 'INSERT' OR NEW."pmId" IS DISTINCT FROM OLD."pmId" THEN
    PERFORM keep_interval(NEW.id, 'PM', NEW."pmId"::text); END IF;
  IF TG_OP = 'INSERT' OR NEW."accountableId" <> OLD."accountableId" THEN
    PERFORM keep_interval(NEW.id, 'ACCOUNTABLE', NEW."accountableId"::text); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER intervals AFTER INSERT OR UPDATE ON "Handover" FOR EACH ROW EXECUTE FUNCTION handover_intervals();

CREATE FUNCTION deal_intervals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.stage <> OLD.stage THEN
    PERFORM keep_interval(NEW.id, 'STAGE', NEW.stage::text); END IF;
  IF TG_OP = 'INSERT' OR (NEW."valueMinor", NEW.currency) <> (OLD."valueMinor", OLD.currency) THEN
    PERFORM keep_interval(NEW.id, 'VALUE', NEW."valueMinor" || ' ' || NEW.currency); END IF;
  IF TG_OP = 'INSERT' OR NEW."contactOwnerId" <> OLD."contactOwnerId" THEN
    PERFORM keep_interval(NEW.id, 'OWNER', NEW."contactOwnerId"::text); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER intervals AFTER INSERT OR UPDATE ON "Deal" FOR EACH ROW EXECUTE FUNCTION deal_intervals();

-- The history's heads belong to the chain alone.
CREATE FUNCTION fresh_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW."headSeq" := 0; NEW."headHash" := ''; RETURN NEW; END $$;
CREATE TRIGGER fresh_head BEFORE INSERT ON "Deal" FOR EACH ROW EXECUTE FUNCTION fresh_head();
CREATE TRIGGER fresh_head BEFORE INSERT ON "Organisation" FOR EACH ROW EXECUTE FUNCTION fresh_head();

-- B3: each event carries the hash of the one before, the head stays on the parent, so a cut tail shows.
CREATE FUNCTION digest_of(t text) RETURNS text LANGUAGE sql IMMUTABLE RETURN encode(sha256(convert_to(t, 'UTF8')), 'hex');
CREATE FUNCTION event_hash(e "Event") RETURNS text LANGUAGE sql IMMUTABLE RETURN digest_of(concat_ws(E'\n',
  e."prevHash", e.id, e."streamKind"::text, e.stream, e.seq, e.type, e.actor, e."subjectId", extract(epoch FROM e.at), e.digest));

-- Runs as the owner: the application may not write the head itself. The lock queues rival writers.
CREATE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE parent text := CASE NEW."streamKind" WHEN 'ORGANISATION' THEN 'Organisation' WHEN 'DEAL' THEN 'Deal' ELSE 'Handover' END;
BEGIN
  EXECUTE format('SELECT "headSeq" + 1, "headHash" FROM %I WHERE id = $1 FOR UPDATE', parent)
    INTO NEW.seq, NEW."prevHash" USING NEW.stream;
  IF NEW.seq IS NULL THEN RAISE EXCEPTION 'no such stream: %', NEW.stream; END IF;
  NEW.at := recorded_now(); -- the transaction's start, from which its jobs' delays count too
  NEW.digest := digest_of(NEW.payload);
  NEW.hash := event_hash(NEW);
  EXECUTE format('UPDATE %I SET "headSeq" = $1, "headHash" = $2 WHERE id = $3', parent) USING NEW.seq, NEW.hash, NEW.stream;
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION chain_event();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.payload IS NULL AND (to_jsonb(NEW) - 'payload') = (to_jsonb(OLD) - 'payload') THEN
    RETURN NEW; -- an erasure redacts the payload and leaves its digest
  END IF;
  RAISE EXCEPTION 'events are never changed or deleted';
END $$;
CREATE TRIGGER redact_only BEFORE UPDATE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON "Event" EXECUTE FUNCTION refuse_change();

-- B6: what is published stays as it was published.
CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'PUBLISHED' THEN RAISE EXCEPTION 'a published policy never changes: publish a new version'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON "PolicyVersion" FOR EACH ROW EXECUTE FUNCTION keep_published();

-- Erasing a client's person (B3): the record, the brief's rows about them, the frozen versions, and the payloads that
-- name them. Chains stay whole: an event keeps its payload's digest, a version the digest of what was submitted.
CREATE FUNCTION erase_contact(contact uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE rows_of uuid[];
BEGIN
  SELECT coalesce(array_agg(DISTINCT "rowId"), '{}') INTO rows_of FROM (
    SELECT "rowId" FROM "BriefAnswer" WHERE field = 'contacts.contact' AND value = to_jsonb(contact::text)
    UNION
    SELECT (a->>'rowId')::uuid FROM "BriefVersion" v, jsonb_array_elements(v.content->'answers') a
      WHERE a->>'field' = 'contacts.contact' AND a->>'value' = contact::text
  ) found;
  UPDATE "Contact" SET name = 'Erased person', title = '', email = '', phone = '', zone = '', language = '',
    "erasedAt" = recorded_now(), revision = revision + 1 WHERE id = contact AND "erasedAt" IS NULL;
  UPDATE "BriefAnswer" SET value = '"(erased)"', reason = NULL, "unknownRisk" = NULL, revision = revision + 1
    WHERE "rowId" = ANY (rows_of) AND field LIKE 'contacts.%' AND field NOT IN ('contacts.contact', 'contacts.roles');
  UPDATE "BriefVersion" v SET content = jsonb_set(
      jsonb_set(v.content, '{labels}', (v.content->'labels') || jsonb_build_object(contact::text, 'Erased person')),
      '{answers}', (
        SELECT coalesce(jsonb_agg(CASE
            WHEN (a->>'rowId')::uuid = ANY (rows_of) AND a->>'field' LIKE 'contacts.%'
              AND a->>'field' NOT IN ('contacts.contact', 'contacts.roles')
            THEN a || '{"value": "(erased)", "reason": null}' ELSE a END ORDER BY n), '[]')
        FROM jsonb_array_elements(v.content->'answers') WITH ORDINALITY AS x (a, n)))
    WHERE v.content->'labels' ? contact::text;
  UPDATE "Event" SET payload = NULL WHERE "subjectId" = contact AND payload IS NOT NULL AND type <> 'contact.erased';
END $$;

-- The application's role: adds events, moves handovers, owns nothing, deletes only what may be taken back.
GRANT USAGE ON SCHEMA public TO portal_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;
GRANT INSERT ON ALL TABLES IN SCHEMA public TO portal_app;
REVOKE INSERT ON "Interval", "SetupToken", "SampleState" FROM portal_app;
GRANT UPDATE ON "User", "TimeOff", "Holiday", "Team", "Invitation", "RateLimit", "Client", "Contact", "PolicyVersion",
  "HandoverTeam", "HandoverKey", "BriefAnswer", "ReturnPoint", "Condition", "ChecklistItem", "LedgerPromise",
  "AttendeeException", "Notification" TO portal_app;
GRANT UPDATE (name, zone, currency, "soloMode") ON "Organisation" TO portal_app;
GRANT UPDATE ("clientId", name, stage, "valueMinor", currency, source, "expectedClose", "contractType", "contactOwnerId",
  "ownerId", "wonAt", "signedOn", "signedEvidence", "atRiskUntil", "atRiskReason", "atRiskApprovedById", "atRiskApprovedAt",
  "lostReason", revision, "updatedAt") ON "Deal" TO portal_app;
GRANT UPDATE (status, revision, "briefVersion", "contactOwnerId", "dealOwnerId", "writerId", "pmId", complexity,
  "submittedAt", "firstSubmitAt", "decidedAt", "acceptedAt", rounds, "requiredPercent", "qualityPercent", outcome,
  "updatedAt") ON "Handover" TO portal_app;
GRANT DELETE ON "TimeOff", "Holiday", "Membership", "RateLimit", "DealTeam", "DealCollaborator", "HandoverTeam",
  "HandoverKey", "BriefAnswer", "ChecklistItem", "LedgerPromise" TO portal_app;
GRANT EXECUTE ON FUNCTION erase_contact(uuid) TO portal_app;
