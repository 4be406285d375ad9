-- AlterTable
ALTER TABLE "BriefVersion" ADD COLUMN     "mends" INTEGER;

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "threadId" UUID,
    "keyId" UUID,
    "authorId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "rowId" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "reason" "ReturnReason",
    "suggestion" TEXT NOT NULL DEFAULT '',
    "version" INTEGER,
    "sentAt" TIMESTAMPTZ(3),
    "pointId" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadingTime" (
    "handoverId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "userId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadingTime_pkey" PRIMARY KEY ("handoverId","version","userId","section")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReviewComment_pointId_key" ON "ReviewComment"("pointId");

-- CreateIndex
CREATE INDEX "ReviewComment_handoverId_sentAt_idx" ON "ReviewComment"("handoverId", "sentAt");

-- CreateIndex
CREATE INDEX "ReviewComment_authorId_sentAt_idx" ON "ReviewComment"("authorId", "sentAt");

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingTime" ADD CONSTRAINT "ReadingTime_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was sent stays as it was sent; only its marks change, and undoing its decision makes it pending again (B1).
CREATE FUNCTION keep_sent_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."sentAt" IS NOT NULL THEN RAISE EXCEPTION 'a comment that was sent is never deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD."sentAt" IS NOT NULL AND (NEW."handoverId", NEW."authorId", NEW.field, NEW.text, NEW.suggestion, NEW."threadId", NEW."rowId", NEW.reason)
    IS DISTINCT FROM (OLD."handoverId", OLD."authorId", OLD.field, OLD.text, OLD.suggestion, OLD."threadId", OLD."rowId", OLD.reason)
  THEN RAISE EXCEPTION 'a comment that was sent stays as it was sent'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_sent_comment BEFORE UPDATE OR DELETE ON "ReviewComment" FOR EACH ROW EXECUTE FUNCTION keep_sent_comment();

-- The points of returns so far, as the first comments of their threads.
INSERT INTO "ReviewComment" (id, "handoverId", "keyId", "authorId", field, "rowId", text, reason, suggestion, version, "sentAt", "pointId", "createdAt")
  SELECT gen_random_uuid(), "handoverId", "keyId", "byId", field, "rowId", needed, reason, suggestion, version, "createdAt", id, "createdAt"
  FROM "ReturnPoint" WHERE "undoneAt" IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "ReviewComment" TO portal_app;
GRANT SELECT, INSERT, UPDATE ON "ReadingTime" TO portal_app;
