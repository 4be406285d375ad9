/** Every failure that a person or an API client can see. Doors translate; nothing else does. */
export const ERRORS = {
  UNAUTHENTICATED: { http: 401, message: "Please sign in." },
  FORBIDDEN: { http: 403, message: "You are not allowed to do that." },
  NOT_FOUND: { http: 404, message: "Not found." },
  CONFLICT: { http: 409, message: "Someone changed this first. Reload and try again." },
  INVALID: { http: 422, message: "Some fields need attention." },
  TOO_MANY: { http: 429, message: "Too many tries. Wait a few minutes and try again." },
  UNAVAILABLE: { http: 503, message: "The portal cannot reach its database. Nothing was lost; try again in a moment." },
  INTERNAL: { http: 500, message: "Something went wrong." },
} as const satisfies Record<string, { http: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;
/** Sentences per field, the field's path joined with dots. */
export type FieldErrors = Record<string, string[]>;

/** Why something is refused, as a pure function says it: a code for the door, the rule's number, a sentence. */
export type Refusal = { code: ErrorCode; rule: string; reason: string };

export class AppError extends Error {
  readonly rule?: string;
  readonly fields?: FieldErrors;
  /** What Next hands on to an error page in the browser, which knows nothing else of an error (components/layout/page-problem.tsx). */
  readonly digest?: string;

  constructor(
    readonly code: ErrorCode,
    detail: { reason?: string; rule?: string; fields?: FieldErrors } = {},
  ) {
    super(detail.reason ?? ERRORS[code].message);
    this.name = "AppError";
    this.rule = detail.rule;
    this.fields = detail.fields;
    if (code === "UNAVAILABLE") this.digest = code;
  }
}

/** From fact to failure: pure functions return a refusal, commands throw it. */
export function enforce(refusal: Refusal | null): void {
  if (refusal) throw new AppError(refusal.code, refusal);
}
