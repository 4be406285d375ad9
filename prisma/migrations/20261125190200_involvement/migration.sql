-- CreateEnum
CREATE TYPE "InvolvementKind" AS ENUM ('WRITTEN', 'CALL', 'ESTIMATE');

-- CreateEnum
CREATE TYPE "InvolvementState" AS ENUM ('REQUESTED', 'ACCEPTED', 'ANSWERED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DeclineReason" AS ENUM ('NO_TIME', 'NOT_MY_FIELD', 'TOO_VAGUE', 'TOO_EARLY', 'ALREADY_WRITTEN');

-- CreateEnum
CREATE TYPE "TrialState" AS ENUM ('REQUESTED', 'APPROVED', 'RUNNING', 'DELIVERED', 'EVALUATED', 'DECLINED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "TrialOutcome" AS ENUM ('MET', 'PARTLY', 'NOT_MET');

-- CreateTable
CREATE TABLE "Involvement" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "kind" "InvolvementKind" NOT NULL,
    "personId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "teamId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "asked" TEXT NOT NULL,
    "suggestion" TEXT NOT NULL,
    "annex" TEXT NOT NULL DEFAULT '',
    "whyCall" TEXT NOT NULL DEFAULT '',
    "withClient" BOOLEAN NOT NULL DEFAULT false,
    "capMinutes" INTEGER NOT NULL,
    "neededBy" DATE NOT NULL,
    "why" TEXT NOT NULL,
    "grantId" UUID,
    "state" "InvolvementState" NOT NULL DEFAULT 'REQUESTED',
    "answer" TEXT NOT NULL DEFAULT '',
    "agreed" BOOLEAN,
    "declineReason" "DeclineReason",
    "note" TEXT NOT NULL DEFAULT '',
    "spentMinutes" INTEGER NOT NULL DEFAULT 0,
    "acceptedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Involvement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NamedDeveloper" (
    "dealId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "namedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NamedDeveloper_pkey" PRIMARY KEY ("dealId","userId")
);

-- CreateTable
CREATE TABLE "TrialTask" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "developerId" UUID NOT NULL,
    "leadId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "entryCriteria" TEXT NOT NULL,
    "exitCriteria" TEXT NOT NULL,
    "capMinutes" INTEGER NOT NULL,
    "priceMinor" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "why" TEXT NOT NULL,
    "grantId" UUID,
    "state" "TrialState" NOT NULL DEFAULT 'REQUESTED',
    "spentMinutes" INTEGER NOT NULL DEFAULT 0,
    "stoppedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "result" TEXT NOT NULL DEFAULT '',
    "deliveredAt" TIMESTAMPTZ(3),
    "outcome" "TrialOutcome",
    "evaluation" TEXT NOT NULL DEFAULT '',
    "evaluatedAt" TIMESTAMPTZ(3),
    "declineReason" "DeclineReason",
    "note" TEXT NOT NULL DEFAULT '',
    "endedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrialTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DealHours" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "involvementId" UUID,
    "trialTaskId" UUID,
    "minutes" INTEGER NOT NULL,
    "workedOn" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealHours_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Involvement_dealId_createdAt_idx" ON "Involvement"("dealId", "createdAt");

-- CreateIndex
CREATE INDEX "Involvement_personId_state_idx" ON "Involvement"("personId", "state");

-- CreateIndex
CREATE INDEX "Involvement_teamId_idx" ON "Involvement"("teamId");

-- CreateIndex
CREATE INDEX "TrialTask_dealId_createdAt_idx" ON "TrialTask"("dealId", "createdAt");

-- CreateIndex
CREATE INDEX "TrialTask_developerId_state_idx" ON "TrialTask"("developerId", "state");

-- CreateIndex
CREATE INDEX "TrialTask_leadId_state_idx" ON "TrialTask"("leadId", "state");

-- CreateIndex
CREATE INDEX "TrialTask_teamId_idx" ON "TrialTask"("teamId");

-- CreateIndex
CREATE INDEX "DealHours_dealId_idx" ON "DealHours"("dealId");

-- CreateIndex
CREATE INDEX "DealHours_involvementId_idx" ON "DealHours"("involvementId");

-- CreateIndex
CREATE INDEX "DealHours_trialTaskId_idx" ON "DealHours"("trialTaskId");

-- CreateIndex
CREATE INDEX "DealHours_personId_workedOn_idx" ON "DealHours"("personId", "workedOn");

-- AddForeignKey
ALTER TABLE "Involvement" ADD CONSTRAINT "Involvement_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Involvement" ADD CONSTRAINT "Involvement_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Involvement" ADD CONSTRAINT "Involvement_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Involvement" ADD CONSTRAINT "Involvement_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NamedDeveloper" ADD CONSTRAINT "NamedDeveloper_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NamedDeveloper" ADD CONSTRAINT "NamedDeveloper_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NamedDeveloper" ADD CONSTRAINT "NamedDeveloper_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrialTask" ADD CONSTRAINT "TrialTask_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrialTask" ADD CONSTRAINT "TrialTask_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrialTask" ADD CONSTRAINT "TrialTask_developerId_fkey" FOREIGN KEY ("developerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrialTask" ADD CONSTRAINT "TrialTask_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrialTask" ADD CONSTRAINT "TrialTask_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealHours" ADD CONSTRAINT "DealHours_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealHours" ADD CONSTRAINT "DealHours_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealHours" ADD CONSTRAINT "DealHours_involvementId_fkey" FOREIGN KEY ("involvementId") REFERENCES "Involvement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealHours" ADD CONSTRAINT "DealHours_trialTaskId_fkey" FOREIGN KEY ("trialTaskId") REFERENCES "TrialTask"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold whatever the application does.
ALTER TABLE "Involvement"
  ADD CONSTRAINT involvement_role CHECK (role IN ('PM', 'TEAM_LEAD', 'DEVELOPER')),
  ADD CONSTRAINT involvement_cap CHECK ("capMinutes" BETWEEN 5 AND 2400),
  ADD CONSTRAINT involvement_asks CHECK (btrim(asked) <> '' AND btrim(suggestion) <> ''),
  ADD CONSTRAINT involvement_call CHECK (kind <> 'CALL' OR btrim("whyCall") <> ''),
  ADD CONSTRAINT involvement_declined CHECK ((state = 'DECLINED') = ("declineReason" IS NOT NULL)),
  ADD CONSTRAINT involvement_answered CHECK (state <> 'ANSWERED' OR btrim(answer) <> '');
ALTER TABLE "TrialTask"
  ADD CONSTRAINT trial_cap CHECK ("capMinutes" BETWEEN 30 AND 4800),
  ADD CONSTRAINT trial_price CHECK ("priceMinor" >= 0),
  ADD CONSTRAINT trial_people CHECK ("developerId" <> "leadId"),
  ADD CONSTRAINT trial_declined CHECK ((state = 'DECLINED') = ("declineReason" IS NOT NULL)),
  ADD CONSTRAINT trial_delivered CHECK (state NOT IN ('DELIVERED', 'EVALUATED') OR (btrim(result) <> '' AND "stoppedAt" IS NULL)),
  ADD CONSTRAINT trial_evaluated CHECK ((state = 'EVALUATED') = (outcome IS NOT NULL));
ALTER TABLE "DealHours"
  ADD CONSTRAINT hours_minutes CHECK (minutes BETWEEN 5 AND 720),
  ADD CONSTRAINT hours_of_one CHECK (num_nonnulls("involvementId", "trialTaskId") = 1);

-- One open request of a kind per person and deal: a repeat has one effect.
CREATE UNIQUE INDEX one_open_request ON "Involvement" ("dealId", "personId", kind) WHERE state IN ('REQUESTED', 'ACCEPTED');
CREATE INDEX running_trials ON "TrialTask" ("developerId") WHERE state = 'RUNNING';

-- P6.4, P5.4: a request begins as one, and what was answered, declined or withdrawn stays so.
CREATE FUNCTION guard_involvement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'REQUESTED' OR NEW."spentMinutes" <> 0 THEN RAISE EXCEPTION 'an involvement starts as REQUESTED'; END IF;
  ELSIF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('REQUESTED', 'ACCEPTED'), ('REQUESTED', 'ANSWERED'), ('REQUESTED', 'DECLINED'), ('REQUESTED', 'WITHDRAWN'),
    ('ACCEPTED', 'ANSWERED'), ('ACCEPTED', 'DECLINED'), ('ACCEPTED', 'WITHDRAWN')
  ) THEN
    RAISE EXCEPTION 'an involvement cannot move from % to %', OLD.state, NEW.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "Involvement" FOR EACH ROW EXECUTE FUNCTION guard_involvement();

-- P6.5: the same of a trial task, and three at most run per developer. The lock queues those who start at once.
CREATE FUNCTION guard_trial() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'REQUESTED' OR NEW."spentMinutes" <> 0 THEN RAISE EXCEPTION 'a trial task starts as REQUESTED'; END IF;
  ELSIF NEW.state <> OLD.state THEN
    IF (OLD.state::text, NEW.state::text) NOT IN (
      ('REQUESTED', 'APPROVED'), ('REQUESTED', 'DECLINED'), ('REQUESTED', 'CANCELLED'),
      ('APPROVED', 'RUNNING'), ('APPROVED', 'DECLINED'), ('APPROVED', 'CANCELLED'),
      ('RUNNING', 'DELIVERED'), ('RUNNING', 'CANCELLED'), ('DELIVERED', 'EVALUATED')
    ) THEN
      RAISE EXCEPTION 'a trial task cannot move from % to %', OLD.state, NEW.state;
    END IF;
    IF NEW.state = 'RUNNING' THEN
      PERFORM pg_advisory_xact_lock(hashtextextended('trials of ' || NEW."developerId", 0));
      IF (SELECT count(*) FROM "TrialTask" t WHERE t."developerId" = NEW."developerId" AND t.state = 'RUNNING') >= 3 THEN
        RAISE EXCEPTION 'at most three trial tasks run per developer';
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON "TrialTask" FOR EACH ROW EXECUTE FUNCTION guard_trial();

-- P5.5: the time spent is the sum of what was recorded, by who was asked. At the cap an involvement takes no more; a trial task
-- that passes it stops (P6.5). Runs as the owner: the application may not write the sum itself.
CREATE FUNCTION count_hours() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."involvementId" IS NOT NULL THEN
    UPDATE "Involvement" SET "spentMinutes" = "spentMinutes" + NEW.minutes
      WHERE id = NEW."involvementId" AND "dealId" = NEW."dealId" AND "personId" = NEW."personId"
        AND state IN ('ACCEPTED', 'ANSWERED') AND "spentMinutes" < "capMinutes";
  ELSE
    UPDATE "TrialTask" SET "spentMinutes" = "spentMinutes" + NEW.minutes,
        "stoppedAt" = CASE WHEN "spentMinutes" + NEW.minutes > "capMinutes" THEN recorded_now() END
      WHERE id = NEW."trialTaskId" AND "dealId" = NEW."dealId" AND "developerId" = NEW."personId"
        AND state = 'RUNNING' AND "stoppedAt" IS NULL;
  END IF;
  IF NOT FOUND THEN RAISE EXCEPTION 'no time can be recorded here'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER count_hours BEFORE INSERT ON "DealHours" FOR EACH ROW EXECUTE FUNCTION count_hours();

-- What was asked and recorded stays; only what commands write may change.
GRANT SELECT, INSERT ON "Involvement", "TrialTask", "DealHours", "NamedDeveloper" TO portal_app;
GRANT UPDATE (state, answer, agreed, "declineReason", note, "acceptedAt", "endedAt", revision) ON "Involvement" TO portal_app;
GRANT UPDATE (state, "capMinutes", "stoppedAt", "approvedById", "approvedAt", "startedAt", result, "deliveredAt", outcome,
  evaluation, "evaluatedAt", "declineReason", note, "endedAt", revision) ON "TrialTask" TO portal_app;
