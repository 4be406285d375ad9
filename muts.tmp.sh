node mut.tmp.mjs db tests/db/reports/foretold.test.ts lib/handovers/commands/first-class.ts 'if (firstClass !== null) return;' 'if (firstClass !== null) return void (await tx.deal.updateMany({ where: { id: dealId }, data: { firstClass: "COMPLEX" } }));'
node mut.tmp.mjs db tests/db/reports/foretold.test.ts lib/reports/queries/foretold.ts 'f.turned IS NOT NULL AND' ''
node mut.tmp.mjs db tests/db/ratings/ratings.test.ts lib/ratings/commands/check.ts 'payload: { verdict, fields: named, sentence, turnedOut,' 'payload: { verdict, fields: named, sentence, turnedOut: null,'
node mut.tmp.mjs unit tests/unit/reports/rules/foretold.test.ts lib/reports/rules/foretold.ts 'one.byHand === byHand && ' ''
