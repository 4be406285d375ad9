-- AlterEnum
ALTER TYPE "PolicyKind" ADD VALUE 'DISCOVERY_SET';

-- AlterTable
ALTER TABLE "AnswerSource" ADD COLUMN     "state" "AnswerState" NOT NULL DEFAULT 'VALUE';

-- CreateTable
CREATE TABLE "DiscoveryAnswer" (
    "dealId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "state" "AnswerState" NOT NULL DEFAULT 'VALUE',
    "value" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "policyId" UUID NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DiscoveryAnswer_pkey" PRIMARY KEY ("dealId","field")
);

-- AddForeignKey
ALTER TABLE "DiscoveryAnswer" ADD CONSTRAINT "DiscoveryAnswer_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscoveryAnswer" ADD CONSTRAINT "DiscoveryAnswer_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "PolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscoveryAnswer" ADD CONSTRAINT "DiscoveryAnswer_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- P7.4: an answer is written over, like those of a brief; who asked stays with it.
GRANT SELECT, INSERT, UPDATE ON "DiscoveryAnswer" TO portal_app;
