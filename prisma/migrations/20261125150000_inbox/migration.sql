-- AlterTable
ALTER TABLE "HandoverKey" ADD COLUMN     "handoverStatus" "HandoverStatus" NOT NULL DEFAULT 'DRAFT',
ADD COLUMN     "statusSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "Snooze" (
    "userId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "briefVersion" INTEGER NOT NULL,

    CONSTRAINT "Snooze_pkey" PRIMARY KEY ("userId","keyId")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "teamId" UUID,
    "name" TEXT NOT NULL,
    "filters" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Snooze_keyId_idx" ON "Snooze"("keyId");

-- CreateIndex
CREATE INDEX "SavedView_teamId_idx" ON "SavedView"("teamId");

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "HandoverKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand from here on.

-- A view's name is its owner's, whatever its case.
CREATE UNIQUE INDEX one_name_per_owner ON "SavedView" ("ownerId", lower(name));

-- A key knows its holder, and where its handover stands, since when. Nobody writes these by hand.
CREATE OR REPLACE FUNCTION name_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT h.status, h."statusSince", CASE WHEN NEW.role = 'PM' THEN h."pmId"
      ELSE (SELECT t."leadId" FROM "HandoverTeam" t WHERE t."handoverId" = h.id AND t."teamId" = NEW."teamId") END
    INTO NEW."handoverStatus", NEW."statusSince", NEW."holderId"
    FROM "Handover" h WHERE h.id = NEW."handoverId";
  IF NEW."holderId" IS NULL THEN RAISE EXCEPTION 'a key needs a named holder'; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION tell_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "HandoverKey" SET "handoverStatus" = NEW.status, "statusSince" = NEW."statusSince" WHERE "handoverId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_keys AFTER UPDATE OF status ON "Handover"
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION tell_keys();

UPDATE "HandoverKey" k SET "handoverStatus" = h.status, "statusSince" = h."statusSince" FROM "Handover" h WHERE h.id = k."handoverId";

-- One index for each view of the inbox, in its order; a key is in one of them.
CREATE INDEX inbox_open ON "HandoverKey" ("holderId", coalesce("dueAt", 'infinity'), id)
  WHERE state = 'OPEN' AND "handoverStatus" = 'SUBMITTED';
CREATE INDEX inbox_waiting ON "HandoverKey" ("holderId", "statusSince" DESC, id DESC) WHERE "handoverStatus" = 'RETURNED';
CREATE INDEX inbox_accepted ON "HandoverKey" ("holderId", "statusSince" DESC, id DESC)
  WHERE state = 'ACCEPTED' AND "handoverStatus" IN ('SUBMITTED', 'ACCEPTED', 'IN_DELIVERY');
CREATE INDEX inbox_done ON "HandoverKey" ("holderId", "statusSince" DESC, id DESC) WHERE "handoverStatus" IN ('CLOSED', 'WITHDRAWN');

GRANT SELECT, INSERT, UPDATE, DELETE ON "Snooze", "SavedView" TO portal_app;
