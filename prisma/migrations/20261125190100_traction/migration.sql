-- AlterTable
ALTER TABLE "Deal" ADD COLUMN     "nextStep" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "nextStepOn" DATE,
ADD COLUMN     "parkedFrom" "DealStage",
ADD COLUMN     "revivedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "TractionEvidence" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "happenedOn" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TractionEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvolvementGrant" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "allows" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "score" INTEGER NOT NULL,
    "needed" INTEGER NOT NULL,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,
    "revokedReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "InvolvementGrant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TractionEvidence_dealId_happenedOn_idx" ON "TractionEvidence"("dealId", "happenedOn");

-- CreateIndex
CREATE INDEX "InvolvementGrant_dealId_idx" ON "InvolvementGrant"("dealId");

-- CreateIndex
CREATE INDEX "InvolvementGrant_grantedAt_idx" ON "InvolvementGrant"("grantedAt");

-- CreateIndex
CREATE INDEX "Deal_stage_number_idx" ON "Deal"("stage", "number");

-- AddForeignKey
ALTER TABLE "TractionEvidence" ADD CONSTRAINT "TractionEvidence_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TractionEvidence" ADD CONSTRAINT "TractionEvidence_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TractionEvidence" ADD CONSTRAINT "TractionEvidence_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvolvementGrant" ADD CONSTRAINT "InvolvementGrant_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvolvementGrant" ADD CONSTRAINT "InvolvementGrant_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvolvementGrant" ADD CONSTRAINT "InvolvementGrant_revokedById_fkey" FOREIGN KEY ("revokedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Evidence and grants stay as they were recorded; only that they were taken back is written later (P5.1, P5.2).
GRANT SELECT, INSERT, UPDATE ("withdrawnAt", "withdrawnById", "withdrawnReason") ON "TractionEvidence" TO portal_app;
GRANT SELECT, INSERT, UPDATE ("revokedAt", "revokedById", "revokedReason") ON "InvolvementGrant" TO portal_app;
GRANT UPDATE ("nextStep", "nextStepOn", "parkedFrom", "revivedAt") ON "Deal" TO portal_app;

-- A withdrawal and a revocation are final.
CREATE FUNCTION keep_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was taken back stays taken back'; END $$;
CREATE TRIGGER keep_withdrawn BEFORE UPDATE ON "TractionEvidence" FOR EACH ROW WHEN (OLD."withdrawnAt" IS NOT NULL) EXECUTE FUNCTION keep_taken_back();
CREATE TRIGGER keep_revoked BEFORE UPDATE ON "InvolvementGrant" FOR EACH ROW WHEN (OLD."revokedAt" IS NOT NULL) EXECUTE FUNCTION keep_taken_back();

-- P5.6: silence was not kept so far; for the deals that are open now it begins today.
UPDATE "Deal" SET "revivedAt" = now() WHERE stage IN ('PROSPECT', 'QUALIFIED', 'PROPOSAL');
