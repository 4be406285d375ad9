-- AlterTable
ALTER TABLE "TractionEvidence" ADD COLUMN     "trialTaskId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "TractionEvidence_trialTaskId_key" ON "TractionEvidence"("trialTaskId");

-- AddForeignKey
ALTER TABLE "TractionEvidence" ADD CONSTRAINT "TractionEvidence_trialTaskId_fkey" FOREIGN KEY ("trialTaskId") REFERENCES "TrialTask"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- P5.3: paid trial tasks that were ordered before count as well, where the rubric asks for them and nobody recorded one by hand. One event each.
WITH named AS (
  SELECT one->>'label' AS label FROM (SELECT content FROM "PolicyVersion" WHERE kind = 'TRACTION_RUBRIC' AND status = 'PUBLISHED' ORDER BY version DESC LIMIT 1) rubric,
    jsonb_array_elements(rubric.content->'evidence') one WHERE one->>'id' = 'paid'
), counted AS (
  INSERT INTO "TractionEvidence" (id, "dealId", kind, "happenedOn", words, "addedById", "trialTaskId")
  SELECT gen_random_uuid(), t."dealId", 'paid', t."approvedAt"::date, 'A paid trial task is ordered: ' || btrim(t.purpose), t."approvedById", t.id
  FROM "TrialTask" t JOIN "Deal" d ON d.id = t."dealId"
  WHERE t."priceMinor" > 0 AND t.state IN ('APPROVED', 'RUNNING', 'DELIVERED', 'EVALUATED') AND t."approvedAt" IS NOT NULL AND t."approvedById" IS NOT NULL
    AND d.stage IN ('PROSPECT', 'QUALIFIED', 'PROPOSAL', 'PARKED') AND EXISTS (SELECT FROM named)
    AND NOT EXISTS (SELECT FROM "TractionEvidence" e WHERE e."dealId" = t."dealId" AND e.kind = 'paid' AND e."withdrawnAt" IS NULL)
  RETURNING id, "dealId", "happenedOn"
)
INSERT INTO "Event" (id, "streamKind", stream, type, payload, actor)
SELECT gen_random_uuid(), 'DEAL', counted."dealId", 'traction.evidenceAdded',
  json_build_object('evidenceId', counted.id, 'label', named.label, 'on', counted."happenedOn")::text, 'system:migration'
FROM counted, named;
