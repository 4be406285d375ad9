import { absoluteTime, relativeTime } from "./time-text";

type RelativeTimeProps = {
  at: Date | string;
  /** The moment the page was made (`ctx.now`): the text never depends on the browser's clock. */
  now: Date | string;
  /** The reader's zone, an IANA name. */
  zone: string;
  /** Off inside a link or a row that is one: its focus shows the time already. */
  focusable?: boolean;
  /** Open the tip leftwards, in a last column. */
  tipAlign?: "start" | "end";
};

/** Relative text; the absolute time on hover and focus, in the reader's zone. */
export function RelativeTime({ at, now, zone, focusable = true, tipAlign }: RelativeTimeProps) {
  const moment = new Date(at);
  const absolute = absoluteTime(moment, zone);
  return (
    <time dateTime={moment.toISOString()} data-tip={absolute} data-tip-align={tipAlign} tabIndex={focusable ? 0 : undefined} className="has-tip">
      {relativeTime(moment, new Date(now), zone)}
      <span className="sr-only">{` (${absolute})`}</span>
    </time>
  );
}
