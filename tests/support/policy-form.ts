export { postedForm as posted } from "@/lib/policies/rules/posted-form";
