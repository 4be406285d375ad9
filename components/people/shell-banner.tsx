import { SampleBanner } from "@/components/layout/sample-banner";
import { Button } from "@/components/ui/button";
import { dropSampleAction, switchPersonAction } from "@/lib/setup/actions";

/** Above every page of a sample session: whose eyes one looks through, and the way out. */
export function ShellBanner({ name }: { name: string }) {
  return (
    <SampleBanner
      action={
        <span className="flex flex-wrap gap-2">
          <form action={switchPersonAction}><Button type="submit" size="sm" icon="users">Switch person</Button></form>
          <form action={dropSampleAction}><Button type="submit" size="sm" icon="trash">Leave and delete the sample</Button></form>
        </span>
      }
    >
      Sample data: you look at the portal as <strong className="font-medium">{name}</strong>. Nothing here is real.
    </SampleBanner>
  );
}
