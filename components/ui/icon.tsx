import { cx } from "./cx";
import { type IconName, SPRITE } from "./icon-names";

type IconProps = {
  name: IconName;
  /** Pixels; 16 beside text, 20 alone. */
  size?: number;
  className?: string;
  /** Only when the icon stands without words; otherwise it is hidden from readers. */
  label?: string;
};

/** One shape of the sprite, in the colour of the text around it. No JavaScript. */
export function Icon({ name, size = 16, className, label }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      className={cx("shrink-0", className)}
      aria-hidden={label ? undefined : true}
      aria-label={label}
      role={label ? "img" : undefined}
    >
      <use href={`${SPRITE}#${name}`} />
    </svg>
  );
}
