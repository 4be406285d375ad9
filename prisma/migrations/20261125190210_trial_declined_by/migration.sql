-- AlterTable
ALTER TABLE "TrialTask" ADD COLUMN     "declinedById" UUID;

-- Who declined it: the developer is not asked about the deal again (P5.4).
ALTER TABLE "TrialTask" ADD CONSTRAINT trial_declined_by CHECK ((state = 'DECLINED') = ("declinedById" IS NOT NULL));
GRANT UPDATE ("declinedById") ON "TrialTask" TO portal_app;
