import type { Metadata } from "next";
import { NothingHereAlone } from "@/components/layout/nothing-here-alone";

export const metadata: Metadata = { title: "Not found" };

export default NothingHereAlone;
