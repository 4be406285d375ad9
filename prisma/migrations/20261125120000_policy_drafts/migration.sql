-- AlterTable
ALTER TABLE "PolicyVersion" ADD COLUMN     "draftedAt" TIMESTAMPTZ(3),
ADD COLUMN     "draftedById" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- B6: one draft of each definition at a time. It can be thrown away; `keep_published` refuses that of a published version.
CREATE UNIQUE INDEX one_policy_draft ON "PolicyVersion" (kind, "teamId") NULLS NOT DISTINCT WHERE status = 'DRAFT';
GRANT DELETE ON "PolicyVersion" TO portal_app;
