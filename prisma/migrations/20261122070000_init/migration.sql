-- Search by any part of a name, and the likely duplicates of a client.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('SALES', 'PM', 'TEAM_LEAD', 'DEVELOPER', 'MANAGER');

-- CreateEnum
CREATE TYPE "TeamKind" AS ENUM ('SALES', 'DELIVERY');

-- CreateEnum
CREATE TYPE "MeetingPreference" AS ENUM ('IN_WRITING', 'SHORT_CALLS', 'NO_CLIENT_CALLS', 'ANY');

-- CreateEnum
CREATE TYPE "DealStage" AS ENUM ('PROSPECT', 'QUALIFIED', 'PROPOSAL', 'WON', 'LOST', 'PARKED');

-- CreateEnum
CREATE TYPE "HandoverStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'IN_DELIVERY', 'CLOSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ContractType" AS ENUM ('FIXED', 'TIME_AND_MATERIALS', 'RETAINER', 'BLOCK');

-- CreateEnum
CREATE TYPE "Complexity" AS ENUM ('SIMPLE', 'STANDARD', 'COMPLEX');

-- CreateEnum
CREATE TYPE "KeyRole" AS ENUM ('PM', 'TEAM_LEAD');

-- CreateEnum
CREATE TYPE "KeyState" AS ENUM ('OPEN', 'ACCEPTED', 'RETURNED');

-- CreateEnum
CREATE TYPE "ContactRole" AS ENUM ('DECISION_MAKER', 'SPONSOR', 'CHAMPION', 'DAY_TO_DAY', 'TECHNICAL', 'BILLING', 'LEGAL', 'SCEPTIC');

-- CreateEnum
CREATE TYPE "AnswerState" AS ENUM ('VALUE', 'UNKNOWN', 'NOT_APPLICABLE');

-- CreateEnum
CREATE TYPE "ItemPhase" AS ENUM ('BEFORE', 'DURING', 'AFTER');

-- CreateEnum
CREATE TYPE "ItemState" AS ENUM ('OPEN', 'DONE', 'SKIPPED');

-- CreateEnum
CREATE TYPE "ItemOwner" AS ENUM ('CONTACT_OWNER', 'PM', 'TEAM_LEAD', 'MANAGER');

-- CreateEnum
CREATE TYPE "PromiseContract" AS ENUM ('IN_CONTRACT', 'TO_RENEGOTIATE', 'DECLINED');

-- CreateEnum
CREATE TYPE "PromiseStatus" AS ENUM ('OPEN', 'KEPT', 'BROKEN');

-- CreateEnum
CREATE TYPE "ConditionState" AS ENUM ('OPEN', 'MET');

-- CreateEnum
CREATE TYPE "ReturnReason" AS ENUM ('MISSING', 'UNCLEAR', 'CONTRADICTORY', 'WRONG_ESTIMATE', 'UNRECONCILED_PROMISE', 'WRONG_PEOPLE', 'UNREALISTIC_DATE', 'OUT_OF_SCOPE');

-- CreateEnum
CREATE TYPE "AttendeeExceptionKind" AS ENUM ('ADDITION', 'WAIVER');

-- CreateEnum
CREATE TYPE "PolicyKind" AS ENUM ('COMPLEXITY_RUBRIC', 'TRACTION_RUBRIC', 'BRIEF_TEMPLATE', 'CHECKLIST_TEMPLATE', 'ATTENDEE_PARAMETERS', 'CLOCKS');

-- CreateEnum
CREATE TYPE "PolicyStatus" AS ENUM ('DRAFT', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "InvitationPurpose" AS ENUM ('INVITE', 'RESET');

-- CreateEnum
CREATE TYPE "StreamKind" AS ENUM ('ORGANISATION', 'DEAL', 'HANDOVER');

-- CreateEnum
CREATE TYPE "IntervalKind" AS ENUM ('STATUS', 'OWNER', 'PM', 'ACCOUNTABLE', 'STAGE', 'VALUE', 'TEAMS');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "soloMode" BOOLEAN NOT NULL DEFAULT false,
    "headSeq" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SetupToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampleState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'absent',
    "detail" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SampleState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "zone" TEXT NOT NULL,
    "workingHours" JSONB NOT NULL,
    "meetingPreference" "MeetingPreference" NOT NULL DEFAULT 'ANY',
    "loadCap" INTEGER NOT NULL DEFAULT 6,
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "backupId" UUID,
    "singleKeys" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimeOff" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TimeOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "TeamKind" NOT NULL,
    "technical" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "defaultPmId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "userId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "role" "Role" NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("userId","teamId","role")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "purpose" "InvitationPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Client" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "legalName" TEXT NOT NULL DEFAULT '',
    "industry" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "zone" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "roles" "ContactRole"[],
    "erasedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deal" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "clientId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "stage" "DealStage" NOT NULL DEFAULT 'PROSPECT',
    "valueMinor" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "expectedClose" DATE,
    "contractType" "ContractType",
    "contactOwnerId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "wonAt" TIMESTAMPTZ(3),
    "signedOn" DATE,
    "signedEvidence" TEXT NOT NULL DEFAULT '',
    "atRiskUntil" TIMESTAMPTZ(3),
    "atRiskReason" TEXT NOT NULL DEFAULT '',
    "atRiskApprovedById" UUID,
    "atRiskApprovedAt" TIMESTAMPTZ(3),
    "lostReason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "headSeq" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DealTeam" (
    "dealId" UUID NOT NULL,
    "teamId" UUID NOT NULL,

    CONSTRAINT "DealTeam_pkey" PRIMARY KEY ("dealId","teamId")
);

-- CreateTable
CREATE TABLE "DealCollaborator" (
    "dealId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealCollaborator_pkey" PRIMARY KEY ("dealId","userId")
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" UUID NOT NULL,
    "kind" "PolicyKind" NOT NULL,
    "teamId" UUID,
    "version" INTEGER NOT NULL,
    "status" "PolicyStatus" NOT NULL DEFAULT 'DRAFT',
    "content" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "dealId" UUID NOT NULL,
    "status" "HandoverStatus" NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "briefVersion" INTEGER NOT NULL DEFAULT 0,
    "contactOwnerId" UUID NOT NULL,
    "dealOwnerId" UUID NOT NULL,
    "writerId" UUID,
    "pmId" UUID,
    "accountableId" UUID NOT NULL,
    "complexity" "Complexity",
    "statusSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "firstSubmitAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "rounds" INTEGER NOT NULL DEFAULT 0,
    "requiredPercent" INTEGER NOT NULL DEFAULT 0,
    "qualityPercent" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "headSeq" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandoverTeam" (
    "handoverId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "leadId" UUID,
    "templateId" UUID,

    CONSTRAINT "HandoverTeam_pkey" PRIMARY KEY ("handoverId","teamId")
);

-- CreateTable
CREATE TABLE "HandoverKey" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "role" "KeyRole" NOT NULL,
    "teamId" UUID,
    "holderId" UUID NOT NULL,
    "state" "KeyState" NOT NULL DEFAULT 'OPEN',
    "acceptedVersion" INTEGER,
    "dueAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HandoverKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BriefAnswer" (
    "handoverId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "rowId" UUID NOT NULL,
    "state" "AnswerState" NOT NULL DEFAULT 'VALUE',
    "value" JSONB,
    "unknownOwnerId" UUID,
    "unknownDue" DATE,
    "unknownRisk" TEXT,
    "reason" TEXT,
    "source" TEXT NOT NULL DEFAULT 'typed',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BriefAnswer_pkey" PRIMARY KEY ("handoverId","field","rowId")
);

-- CreateTable
CREATE TABLE "BriefVersion" (
    "handoverId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BriefVersion_pkey" PRIMARY KEY ("handoverId","version")
);

-- CreateTable
CREATE TABLE "ReturnPoint" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "keyId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "rowId" UUID,
    "reason" "ReturnReason" NOT NULL,
    "needed" TEXT NOT NULL,
    "suggestion" TEXT NOT NULL DEFAULT '',
    "resolvedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReturnPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Condition" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "ConditionState" NOT NULL DEFAULT 'OPEN',
    "metAt" TIMESTAMPTZ(3),
    "metById" UUID,
    "undoneAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistItem" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "phase" "ItemPhase" NOT NULL,
    "ownerRole" "ItemOwner" NOT NULL,
    "teamId" UUID,
    "ownerId" UUID,
    "dueAt" TIMESTAMPTZ(3),
    "mandatory" BOOLEAN NOT NULL,
    "fact" TEXT,
    "state" "ItemState" NOT NULL DEFAULT 'OPEN',
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ChecklistItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerPromise" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "rowId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "type" TEXT NOT NULL DEFAULT '',
    "contract" "PromiseContract",
    "status" "PromiseStatus" NOT NULL DEFAULT 'OPEN',
    "ownerId" UUID,
    "dueOn" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LedgerPromise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendeeException" (
    "id" UUID NOT NULL,
    "handoverId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "AttendeeExceptionKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttendeeException_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "streamKind" "StreamKind" NOT NULL,
    "stream" UUID NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "type" TEXT NOT NULL,
    "payload" TEXT,
    "digest" TEXT NOT NULL DEFAULT '',
    "actor" TEXT NOT NULL,
    "subjectId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "prevHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interval" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "stream" UUID NOT NULL,
    "kind" "IntervalKind" NOT NULL,
    "value" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "Interval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "href" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TimeOff_userId_to_idx" ON "TimeOff"("userId", "to");

-- CreateIndex
CREATE UNIQUE INDEX "Holiday_date_key" ON "Holiday"("date");

-- CreateIndex
CREATE UNIQUE INDEX "Team_slug_key" ON "Team"("slug");

-- CreateIndex
CREATE INDEX "Membership_teamId_role_idx" ON "Membership"("teamId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_userId_idx" ON "Invitation"("userId");

-- CreateIndex
CREATE INDEX "client_name_trgm" ON "Client" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Contact_clientId_idx" ON "Contact"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_number_key" ON "Deal"("number");

-- CreateIndex
CREATE INDEX "Deal_clientId_idx" ON "Deal"("clientId");

-- CreateIndex
CREATE INDEX "Deal_contactOwnerId_stage_idx" ON "Deal"("contactOwnerId", "stage");

-- CreateIndex
CREATE INDEX "Deal_ownerId_idx" ON "Deal"("ownerId");

-- CreateIndex
CREATE INDEX "Deal_stage_wonAt_idx" ON "Deal"("stage", "wonAt");

-- CreateIndex
CREATE INDEX "deal_name_trgm" ON "Deal" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "DealTeam_teamId_idx" ON "DealTeam"("teamId");

-- CreateIndex
CREATE INDEX "DealCollaborator_userId_idx" ON "DealCollaborator"("userId");

-- CreateIndex
CREATE INDEX "PolicyVersion_kind_status_idx" ON "PolicyVersion"("kind", "status");

-- CreateIndex
CREATE UNIQUE INDEX "one_policy_version" ON "PolicyVersion"("kind", "teamId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Handover_number_key" ON "Handover"("number");

-- CreateIndex
CREATE INDEX "Handover_contactOwnerId_status_idx" ON "Handover"("contactOwnerId", "status");

-- CreateIndex
CREATE INDEX "Handover_dealOwnerId_idx" ON "Handover"("dealOwnerId");

-- CreateIndex
CREATE INDEX "Handover_pmId_status_idx" ON "Handover"("pmId", "status");

-- CreateIndex
CREATE INDEX "Handover_dealId_idx" ON "Handover"("dealId");

-- CreateIndex
CREATE INDEX "Handover_status_statusSince_idx" ON "Handover"("status", "statusSince");

-- CreateIndex
CREATE INDEX "HandoverTeam_teamId_idx" ON "HandoverTeam"("teamId");

-- CreateIndex
CREATE INDEX "HandoverTeam_leadId_idx" ON "HandoverTeam"("leadId");

-- CreateIndex
CREATE INDEX "HandoverKey_holderId_state_dueAt_idx" ON "HandoverKey"("holderId", "state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "one_key_each" ON "HandoverKey"("handoverId", "role", "teamId");

-- CreateIndex
CREATE INDEX "ReturnPoint_handoverId_version_idx" ON "ReturnPoint"("handoverId", "version");

-- CreateIndex
CREATE INDEX "Condition_handoverId_idx" ON "Condition"("handoverId");

-- CreateIndex
CREATE INDEX "Condition_ownerId_state_idx" ON "Condition"("ownerId", "state");

-- CreateIndex
CREATE INDEX "ChecklistItem_ownerId_state_dueAt_idx" ON "ChecklistItem"("ownerId", "state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChecklistItem_handoverId_item_key" ON "ChecklistItem"("handoverId", "item");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerPromise_handoverId_rowId_key" ON "LedgerPromise"("handoverId", "rowId");

-- CreateIndex
CREATE INDEX "AttendeeException_handoverId_idx" ON "AttendeeException"("handoverId");

-- CreateIndex
CREATE INDEX "Event_type_at_idx" ON "Event"("type", "at");

-- CreateIndex
CREATE INDEX "Event_subjectId_idx" ON "Event"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Event_stream_seq_key" ON "Event"("stream", "seq");

-- CreateIndex
CREATE INDEX "Interval_stream_kind_from_idx" ON "Interval"("stream", "kind", "from");

-- CreateIndex
CREATE INDEX "Interval_kind_value_from_idx" ON "Interval"("kind", "value", "from");

-- CreateIndex
CREATE INDEX "Notification_userId_readAt_at_idx" ON "Notification"("userId", "readAt", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_userId_eventId_key" ON "Notification"("userId", "eventId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_backupId_fkey" FOREIGN KEY ("backupId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeOff" ADD CONSTRAINT "TimeOff_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_contactOwnerId_fkey" FOREIGN KEY ("contactOwnerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealTeam" ADD CONSTRAINT "DealTeam_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealTeam" ADD CONSTRAINT "DealTeam_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealCollaborator" ADD CONSTRAINT "DealCollaborator_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealCollaborator" ADD CONSTRAINT "DealCollaborator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_contactOwnerId_fkey" FOREIGN KEY ("contactOwnerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_dealOwnerId_fkey" FOREIGN KEY ("dealOwnerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_pmId_fkey" FOREIGN KEY ("pmId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverTeam" ADD CONSTRAINT "HandoverTeam_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverTeam" ADD CONSTRAINT "HandoverTeam_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverTeam" ADD CONSTRAINT "HandoverTeam_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverKey" ADD CONSTRAINT "HandoverKey_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverKey" ADD CONSTRAINT "HandoverKey_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefAnswer" ADD CONSTRAINT "BriefAnswer_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BriefVersion" ADD CONSTRAINT "BriefVersion_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnPoint" ADD CONSTRAINT "ReturnPoint_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Condition" ADD CONSTRAINT "Condition_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistItem" ADD CONSTRAINT "ChecklistItem_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerPromise" ADD CONSTRAINT "LedgerPromise_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendeeException" ADD CONSTRAINT "AttendeeException_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
