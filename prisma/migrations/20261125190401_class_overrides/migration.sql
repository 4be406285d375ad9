-- CreateEnum
CREATE TYPE "ClassOverrideState" AS ENUM ('ASKED', 'STANDING', 'DECLINED', 'ENDED');

-- CreateTable
CREATE TABLE "ClassOverride" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "rubricId" UUID NOT NULL,
    "from" "Complexity" NOT NULL,
    "class" "Complexity" NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ClassOverrideState" NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leadId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClassOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyConsent" (
    "policyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PolicyConsent_pkey" PRIMARY KEY ("policyId","userId")
);

-- CreateIndex
CREATE INDEX "ClassOverride_dealId_idx" ON "ClassOverride"("dealId");

-- CreateIndex
CREATE INDEX "ClassOverride_leadId_state_idx" ON "ClassOverride"("leadId", "state");

-- AddForeignKey
ALTER TABLE "ClassOverride" ADD CONSTRAINT "ClassOverride_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyConsent" ADD CONSTRAINT "PolicyConsent_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- P6.3: one wish and one override at a time; a reason always, and a lower class stands only with a named lead's consent.
CREATE UNIQUE INDEX one_class_override ON "ClassOverride" ("dealId", state) WHERE state IN ('ASKED', 'STANDING');
ALTER TABLE "ClassOverride" ADD CONSTRAINT override_is_another_class CHECK (class <> "from");
ALTER TABLE "ClassOverride" ADD CONSTRAINT override_has_a_reason CHECK (btrim(reason) <> '');
ALTER TABLE "ClassOverride" ADD CONSTRAINT lower_class_by_consent
  CHECK (state <> 'STANDING' OR class > "from" OR ("leadId" IS NOT NULL AND "decidedAt" IS NOT NULL));
GRANT SELECT, INSERT ON "ClassOverride" TO portal_app;
GRANT UPDATE (state, "decidedAt", note, "endedById", "endedAt") ON "ClassOverride" TO portal_app;

-- B6: consents to a draft. An edit takes them away.
GRANT SELECT, INSERT, UPDATE, DELETE ON "PolicyConsent" TO portal_app;
