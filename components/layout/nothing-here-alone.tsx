"use client";

import { AuthLayout } from "./auth-layout";
import { NOTHING_HERE, onward } from "./nothing-here";

/** `NothingHere` where there is no frame. A client component because Next sends it along with every page: this is a name, not its elements. */
export function NothingHereAlone() {
  return <AuthLayout title="Nothing is here" description={NOTHING_HERE}>{onward}</AuthLayout>;
}
