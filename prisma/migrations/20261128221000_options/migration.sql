-- CreateEnum
CREATE TYPE "EstimateSource" AS ENUM ('WRITTEN', 'RATE_CARD');

-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('ASKED', 'APPROVED', 'DECLINED', 'ENDED');

-- CreateTable
CREATE TABLE "DealOption" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "position" INTEGER,
    "name" TEXT NOT NULL,
    "plainWords" TEXT NOT NULL DEFAULT '',
    "benefits" TEXT NOT NULL DEFAULT '',
    "risks" TEXT NOT NULL DEFAULT '',
    "assumptions" TEXT NOT NULL DEFAULT '',
    "exclusions" TEXT NOT NULL DEFAULT '',
    "clientProvides" TEXT NOT NULL DEFAULT '',
    "weeksLow" INTEGER,
    "weeksHigh" INTEGER,
    "priceMinor" BIGINT,
    "currency" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DealOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OptionPhase" (
    "id" UUID NOT NULL,
    "optionId" UUID NOT NULL,
    "position" INTEGER,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "followsId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OptionPhase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhaseEstimate" (
    "id" UUID NOT NULL,
    "phaseId" UUID NOT NULL,
    "phaseRevision" INTEGER NOT NULL,
    "seq" SERIAL NOT NULL,
    "lowMinutes" INTEGER NOT NULL,
    "likelyMinutes" INTEGER NOT NULL,
    "highMinutes" INTEGER NOT NULL,
    "source" "EstimateSource" NOT NULL,
    "estimatorId" UUID NOT NULL,
    "involvementId" UUID,
    "rateCardItemId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "risks" TEXT NOT NULL DEFAULT '',
    "validUntil" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PhaseEstimate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EstimateApproval" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "optionId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'ASKED',
    "estimateIds" UUID[],
    "note" TEXT NOT NULL DEFAULT '',
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EstimateApproval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateCardItem" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "lowMinutes" INTEGER NOT NULL,
    "likelyMinutes" INTEGER NOT NULL,
    "highMinutes" INTEGER NOT NULL,
    "leadId" UUID NOT NULL,
    "validUntil" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),
    "retiredById" UUID,

    CONSTRAINT "RateCardItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
ALTER TABLE "DealOption" ADD CONSTRAINT "DealOption_dealId_position_key" UNIQUE ("dealId", "position") DEFERRABLE INITIALLY IMMEDIATE;

-- CreateIndex
CREATE UNIQUE INDEX "DealOption_id_dealId_key" ON "DealOption"("id", "dealId");

-- CreateIndex
ALTER TABLE "OptionPhase" ADD CONSTRAINT "OptionPhase_optionId_position_key" UNIQUE ("optionId", "position") DEFERRABLE INITIALLY IMMEDIATE;

-- CreateIndex
CREATE UNIQUE INDEX "OptionPhase_id_optionId_key" ON "OptionPhase"("id", "optionId");

-- CreateIndex
CREATE INDEX "PhaseEstimate_phaseId_seq_idx" ON "PhaseEstimate"("phaseId", "seq");

-- CreateIndex
CREATE INDEX "PhaseEstimate_involvementId_idx" ON "PhaseEstimate"("involvementId");

-- CreateIndex
CREATE INDEX "EstimateApproval_dealId_idx" ON "EstimateApproval"("dealId");

-- CreateIndex
CREATE INDEX "EstimateApproval_optionId_idx" ON "EstimateApproval"("optionId");

-- CreateIndex
CREATE INDEX "EstimateApproval_leadId_state_idx" ON "EstimateApproval"("leadId", "state");

-- CreateIndex
CREATE INDEX "RateCardItem_teamId_retiredAt_idx" ON "RateCardItem"("teamId", "retiredAt");

-- AddForeignKey
ALTER TABLE "DealOption" ADD CONSTRAINT "DealOption_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionPhase" ADD CONSTRAINT "OptionPhase_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "DealOption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionPhase" ADD CONSTRAINT "OptionPhase_followsId_optionId_fkey" FOREIGN KEY ("followsId", "optionId") REFERENCES "OptionPhase"("id", "optionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseEstimate" ADD CONSTRAINT "PhaseEstimate_phaseId_fkey" FOREIGN KEY ("phaseId") REFERENCES "OptionPhase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseEstimate" ADD CONSTRAINT "PhaseEstimate_estimatorId_fkey" FOREIGN KEY ("estimatorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseEstimate" ADD CONSTRAINT "PhaseEstimate_involvementId_fkey" FOREIGN KEY ("involvementId") REFERENCES "Involvement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseEstimate" ADD CONSTRAINT "PhaseEstimate_rateCardItemId_fkey" FOREIGN KEY ("rateCardItemId") REFERENCES "RateCardItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EstimateApproval" ADD CONSTRAINT "EstimateApproval_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EstimateApproval" ADD CONSTRAINT "EstimateApproval_optionId_dealId_fkey" FOREIGN KEY ("optionId", "dealId") REFERENCES "DealOption"("id", "dealId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EstimateApproval" ADD CONSTRAINT "EstimateApproval_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RateCardItem" ADD CONSTRAINT "RateCardItem_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RateCardItem" ADD CONSTRAINT "RateCardItem_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does. Ten options of a deal and thirty phases of an option at most: each has a place.
ALTER TABLE "DealOption"
  ADD CONSTRAINT option_place CHECK (("archivedAt" IS NULL) = (position IS NOT NULL) AND position BETWEEN 1 AND 10),
  ADD CONSTRAINT option_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT option_weeks CHECK (("weeksLow" IS NULL) = ("weeksHigh" IS NULL) AND "weeksLow" BETWEEN 1 AND "weeksHigh" AND "weeksHigh" <= 260),
  ADD CONSTRAINT option_price CHECK ("priceMinor" >= 0);
ALTER TABLE "OptionPhase"
  ADD CONSTRAINT phase_place CHECK (("removedAt" IS NULL) = (position IS NOT NULL) AND position BETWEEN 1 AND 30),
  ADD CONSTRAINT phase_name CHECK (btrim(name) <> ''),
  ADD CONSTRAINT phase_gone_follows_none CHECK ("removedAt" IS NULL OR "followsId" IS NULL);
ALTER TABLE "PhaseEstimate"
  ADD CONSTRAINT estimate_hours CHECK (0 < "lowMinutes" AND "lowMinutes" <= "likelyMinutes" AND "likelyMinutes" <= "highMinutes" AND "highMinutes" <= 120000),
  ADD CONSTRAINT estimate_source CHECK (num_nonnulls("involvementId", "rateCardItemId") = 1 AND (source = 'RATE_CARD') = ("rateCardItemId" IS NOT NULL));
ALTER TABLE "RateCardItem"
  ADD CONSTRAINT rate_card_hours CHECK (0 < "lowMinutes" AND "lowMinutes" <= "likelyMinutes" AND "likelyMinutes" <= "highMinutes" AND "highMinutes" <= 120000),
  ADD CONSTRAINT rate_card_name CHECK (btrim(name) <> '');
ALTER TABLE "EstimateApproval"
  ADD CONSTRAINT approval_of_estimates CHECK (state <> 'APPROVED' OR coalesce(cardinality("estimateIds"), 0) > 0),
  ADD CONSTRAINT approval_decided CHECK ((state IN ('APPROVED', 'DECLINED')) = ("decidedAt" IS NOT NULL)),
  ADD CONSTRAINT approval_declined_says_why CHECK (state <> 'DECLINED' OR btrim(note) <> '');
CREATE UNIQUE INDEX one_open_approval ON "EstimateApproval" ("optionId") WHERE state = 'ASKED';

-- P7.1: phases follow one another, and never in a circle; nothing follows one that was taken out. The lock queues who orders
-- the same option at once.
CREATE FUNCTION guard_phase() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before uuid := NEW."followsId";
BEGIN
  IF NEW."removedAt" IS NULL AND before IS NULL THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('phases of ' || NEW."optionId", 0));
  IF NEW."removedAt" IS NOT NULL THEN
    IF EXISTS (SELECT FROM "OptionPhase" p WHERE p."followsId" = NEW.id) THEN RAISE EXCEPTION 'another phase follows this one'; END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM "OptionPhase" p WHERE p.id = before AND p."removedAt" IS NOT NULL) THEN RAISE EXCEPTION 'a phase follows one that is there'; END IF;
  WHILE before IS NOT NULL LOOP
    IF before = NEW.id THEN RAISE EXCEPTION 'phases cannot follow one another in a circle'; END IF;
    before := (SELECT p."followsId" FROM "OptionPhase" p WHERE p.id = before);
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "OptionPhase" FOR EACH ROW EXECUTE FUNCTION guard_phase();

-- P7.2, P7.3: an estimate is written by the person who was asked for it, or repeats a lead's standing one. Nobody else's hours count.
CREATE FUNCTION guard_estimate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.source = 'WRITTEN' AND NOT EXISTS (
    SELECT FROM "Involvement" i JOIN "DealOption" o ON o."dealId" = i."dealId" JOIN "OptionPhase" p ON p."optionId" = o.id
    WHERE i.id = NEW."involvementId" AND p.id = NEW."phaseId" AND i.kind = 'ESTIMATE' AND i.state IN ('REQUESTED', 'ACCEPTED')
      AND i."personId" = NEW."estimatorId" AND NEW."createdById" = NEW."estimatorId"
  ) THEN RAISE EXCEPTION 'an estimate is written by who was asked for it'; END IF;
  IF NEW.source = 'RATE_CARD' AND NOT EXISTS (
    SELECT FROM "RateCardItem" r JOIN "DealTeam" t ON t."teamId" = r."teamId" JOIN "DealOption" o ON o."dealId" = t."dealId" JOIN "OptionPhase" p ON p."optionId" = o.id
    WHERE r.id = NEW."rateCardItemId" AND p.id = NEW."phaseId" AND r."retiredAt" IS NULL AND r."leadId" = NEW."estimatorId" AND r."validUntil" = NEW."validUntil"
      AND (r."lowMinutes", r."likelyMinutes", r."highMinutes") = (NEW."lowMinutes", NEW."likelyMinutes", NEW."highMinutes")
  ) THEN RAISE EXCEPTION 'a standing estimate is repeated as it stands'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON "PhaseEstimate" FOR EACH ROW EXECUTE FUNCTION guard_estimate();

-- P6.6: an approval is asked for first, and what was decided stays so.
CREATE FUNCTION guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'ASKED' THEN RAISE EXCEPTION 'an approval starts as ASKED'; END IF;
  ELSIF OLD.state <> 'ASKED' THEN RAISE EXCEPTION 'an approval that was % stays so', OLD.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "EstimateApproval" FOR EACH ROW EXECUTE FUNCTION guard_approval();
CREATE TRIGGER keep_retired BEFORE UPDATE ON "RateCardItem" FOR EACH ROW WHEN (OLD."retiredAt" IS NOT NULL) EXECUTE FUNCTION keep_taken_back();

-- Estimates are never changed; of the rest only what commands write.
GRANT SELECT, INSERT ON "DealOption", "OptionPhase", "PhaseEstimate", "EstimateApproval", "RateCardItem" TO portal_app;
GRANT UPDATE (position, name, "plainWords", benefits, risks, assumptions, exclusions, "clientProvides", "weeksLow", "weeksHigh", "priceMinor", currency,
  revision, "changedById", "changedAt", "archivedAt") ON "DealOption" TO portal_app;
GRANT UPDATE (position, name, words, "followsId", revision, "removedAt") ON "OptionPhase" TO portal_app;
GRANT UPDATE (state, "estimateIds", note, "decidedAt", "endedAt") ON "EstimateApproval" TO portal_app;
GRANT UPDATE ("retiredAt", "retiredById") ON "RateCardItem" TO portal_app;
GRANT USAGE ON SEQUENCE "PhaseEstimate_seq_seq" TO portal_app;
