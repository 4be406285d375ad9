import { TextLink } from "@/components/ui/text-link";
import { type OrganisationKind, pageOf } from "@/lib/policies/fields/policy-form";
import { POLICY_KINDS } from "@/lib/policies/format";

/** Quietly, beside what was computed: by which version of which policy (B6, B7). */
export function PolicyNote({ kind, version }: { kind: OrganisationKind; version: number }) {
  return <p className="text-sm text-ink-2">By <TextLink href={`/policies/${pageOf({ kind })}`}>version {version} of the {POLICY_KINDS[kind].label.toLowerCase()} policy</TextLink>.</p>;
}
