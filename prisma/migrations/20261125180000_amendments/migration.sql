-- CreateEnum
CREATE TYPE "MaterialKind" AS ENUM ('COMMERCIAL', 'TECHNICAL');

-- CreateEnum
CREATE TYPE "ConfirmationState" AS ENUM ('OPEN', 'CONFIRMED', 'REFUSED');

-- AlterTable
ALTER TABLE "BriefVersion" ADD COLUMN     "amendment" TEXT;

-- CreateTable
CREATE TABLE "Confirmation" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "MaterialKind" NOT NULL,
    "teamId" UUID,
    "holderId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ConfirmationState" NOT NULL DEFAULT 'OPEN',
    "note" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Confirmation_holderId_state_idx" ON "Confirmation"("holderId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "one_confirmation_each" ON "Confirmation"("handoverId", "version", "kind", "teamId");

-- AddForeignKey
ALTER TABLE "Confirmation" ADD CONSTRAINT "Confirmation_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One confirmation per side, also where it is no team's.
DROP INDEX one_confirmation_each;
CREATE UNIQUE INDEX one_confirmation_each ON "Confirmation" ("handoverId", version, kind, "teamId") NULLS NOT DISTINCT;

GRANT SELECT, INSERT, UPDATE ON "Confirmation" TO portal_app;
