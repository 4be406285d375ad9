-- AlterTable
ALTER TABLE "BriefVersion" ADD COLUMN     "prefilledChanged" INTEGER,
ADD COLUMN     "prefilledStayed" INTEGER,
ADD COLUMN     "typed" INTEGER;

-- CreateTable
CREATE TABLE "AnswerSource" (
    "handoverId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "taken" JSONB,
    "kept" JSONB,
    "keptById" UUID,
    "keptAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnswerSource_pkey" PRIMARY KEY ("handoverId","field","rowId")
);

-- AddForeignKey
ALTER TABLE "AnswerSource" ADD CONSTRAINT "AnswerSource_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Drafts that were begun before know their source without a date: it is when the answer was filled in.
INSERT INTO "AnswerSource" ("handoverId", field, "rowId", source, "sourceId", "heldAt", taken)
  SELECT a."handoverId", a.field, a."rowId", a.source, CASE a.source WHEN 'client' THEN d."clientId" ELSE d.id END, a."updatedAt", a.value
  FROM "BriefAnswer" a JOIN "Handover" h ON h.id = a."handoverId" JOIN "Deal" d ON d.id = h."dealId"
  WHERE a.source IN ('client', 'deal') AND a.value IS NOT NULL;

-- Erasing a client's person forgets what was filled in about them, too (B3). `erase_contact` sets the column.
CREATE FUNCTION forget_sources() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "AnswerSource" s USING "BriefAnswer" a
    WHERE a.field = 'contacts.contact' AND a.value = to_jsonb(NEW.id::text)
      AND s."handoverId" = a."handoverId" AND s."rowId" = a."rowId" AND s.field LIKE 'contacts.%';
  RETURN NULL;
END $$;
CREATE TRIGGER forget_sources AFTER UPDATE OF "erasedAt" ON "Contact"
  FOR EACH ROW WHEN (NEW."erasedAt" IS NOT NULL AND OLD."erasedAt" IS NULL) EXECUTE FUNCTION forget_sources();

GRANT SELECT, INSERT, UPDATE ON "AnswerSource" TO portal_app;
