-- CreateTable, unlogged: who is here now is not worth a write to disk
CREATE UNLOGGED TABLE "Presence" (
    "handoverId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("handoverId","userId")
);
GRANT SELECT, INSERT, UPDATE, DELETE ON "Presence" TO portal_app;

-- Every web process listens on this channel. A notice carries an id and never content: `h` a handover to which something
-- happened, `u` a person of whose inbox or notices something changed, `p` a handover that somebody opened or left.
CREATE FUNCTION tell_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('live', 'h ' || NEW.stream); RETURN NULL; END $$;
CREATE TRIGGER tell AFTER INSERT ON "Event" FOR EACH ROW WHEN (NEW."streamKind" = 'HANDOVER') EXECUTE FUNCTION tell_event();

CREATE FUNCTION tell_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_notify('live', 'u ' || NEW."userId"); RETURN NULL; END $$;
CREATE TRIGGER tell_new AFTER INSERT ON "Notification" FOR EACH ROW EXECUTE FUNCTION tell_person();
CREATE TRIGGER tell_read AFTER UPDATE ON "Notification" FOR EACH ROW WHEN (OLD."readAt" IS DISTINCT FROM NEW."readAt") EXECUTE FUNCTION tell_person();

-- Also whoever holds a key no more, and to whom the handover may not exist any more.
CREATE FUNCTION tell_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM pg_notify('live', 'u ' || OLD."holderId"); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM pg_notify('live', 'u ' || NEW."holderId"); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_new AFTER INSERT OR DELETE ON "HandoverKey" FOR EACH ROW EXECUTE FUNCTION tell_holder();
CREATE TRIGGER tell_changed AFTER UPDATE ON "HandoverKey" FOR EACH ROW WHEN (OLD."holderId" <> NEW."holderId") EXECUTE FUNCTION tell_holder();
