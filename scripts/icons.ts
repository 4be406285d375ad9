/**
 * Draws the icon sprite: `npx tsx scripts/icons.ts` writes public/icons.svg and components/ui/icon-names.ts.
 * One file that the browser keeps, instead of a component per icon per row. Shapes: Lucide (ISC).
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import {
  Activity, AlarmClock, Archive, ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ArrowUpRight, Ban, Banknote, Bell, BellOff,
  Bookmark, Briefcase, Building2, Calendar, CalendarCheck, ChartColumn, Check, CheckCheck, ChevronDown, ChevronLeft,
  ChevronRight, ChevronUp, ChevronsUpDown, Circle, CircleAlert, CircleCheck, CircleDashed, CircleDot, CirclePause,
  CircleQuestionMark, CircleSlash, CircleX, Clock, CloudOff, CloudCheck, Columns2, Copy, CornerDownRight, CornerUpLeft,
  Download, Ellipsis, ExternalLink, Eye, EyeOff, FileText, Flag, Folder, Funnel, Gauge, GitBranch, GitCompare, Globe,
  Handshake, History, Hourglass, House, Inbox, Info, Key, Keyboard, Layers, Lightbulb, Link, List, ListChecks,
  LoaderCircle, Lock, LockOpen, LogIn, LogOut, Mail, MapPin, Menu, MessageCircleQuestionMark, MessageSquare, Monitor,
  Moon, Paperclip, Pencil, Phone, Pin, Play, Plug, Plus, Printer, Quote, RefreshCw, RotateCcw, Save, Scale, Search,
  Send, Server, Settings, Shield, ShieldCheck, SlidersHorizontal, Sparkles, Star, Sun, Tag, Target, ThumbsDown,
  ThumbsUp, Timer, Trash2, TrendingUp, TriangleAlert, Undo2, Upload, User, UserCheck, UserPlus, Users, Webhook, WifiOff,
  Wrench, X,
} from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const ICONS = {
  activity: Activity, "alarm-clock": AlarmClock, "alert-circle": CircleAlert, "alert-triangle": TriangleAlert,
  archive: Archive, "arrow-down": ArrowDown, "arrow-left": ArrowLeft, "arrow-right": ArrowRight, "arrow-up": ArrowUp,
  "arrow-up-right": ArrowUpRight, ban: Ban, bell: Bell, "bell-off": BellOff, bookmark: Bookmark, branch: GitBranch,
  briefcase: Briefcase, building: Building2, calendar: Calendar, "calendar-check": CalendarCheck, chart: ChartColumn,
  check: Check, "check-check": CheckCheck, "chevron-down": ChevronDown, "chevron-left": ChevronLeft,
  "chevron-right": ChevronRight, "chevron-up": ChevronUp, "chevrons-up-down": ChevronsUpDown, circle: Circle,
  "circle-check": CircleCheck, "circle-dashed": CircleDashed, "circle-dot": CircleDot, "circle-pause": CirclePause,
  "circle-slash": CircleSlash, "circle-x": CircleX, clock: Clock, "cloud-check": CloudCheck, "cloud-off": CloudOff,
  columns: Columns2, compare: GitCompare, copy: Copy, "corner-down-right": CornerDownRight,
  "corner-up-left": CornerUpLeft, download: Download, "external-link": ExternalLink, eye: Eye, "eye-off": EyeOff,
  "file-text": FileText, filter: Funnel, flag: Flag, folder: Folder, gauge: Gauge, globe: Globe, handshake: Handshake,
  "help-circle": CircleQuestionMark, history: History, home: House, hourglass: Hourglass, inbox: Inbox, info: Info,
  key: Key, keyboard: Keyboard, layers: Layers, lightbulb: Lightbulb, link: Link, list: List, "list-checks": ListChecks,
  loader: LoaderCircle, lock: Lock, "lock-open": LockOpen, "log-in": LogIn, "log-out": LogOut, mail: Mail,
  "map-pin": MapPin, menu: Menu, "message-question": MessageCircleQuestionMark, "message-square": MessageSquare,
  money: Banknote, monitor: Monitor, moon: Moon, "more-horizontal": Ellipsis, paperclip: Paperclip, pencil: Pencil,
  phone: Phone, pin: Pin, play: Play, plug: Plug, plus: Plus, printer: Printer, quote: Quote, refresh: RefreshCw,
  restart: RotateCcw, save: Save, scale: Scale, search: Search, send: Send, server: Server, settings: Settings,
  shield: Shield, "shield-check": ShieldCheck, sliders: SlidersHorizontal, sparkles: Sparkles, star: Star, sun: Sun,
  tag: Tag, target: Target, "thumbs-down": ThumbsDown, "thumbs-up": ThumbsUp, timer: Timer, trash: Trash2,
  "trending-up": TrendingUp, undo: Undo2, upload: Upload, user: User, "user-check": UserCheck, "user-plus": UserPlus,
  users: Users, webhook: Webhook, "wifi-off": WifiOff, wrench: Wrench, x: X,
};

const symbols = Object.entries(ICONS).map(([name, Shape]) => {
  const inner = renderToStaticMarkup(createElement(Shape)).replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`;
});
const sprite = `<svg xmlns="http://www.w3.org/2000/svg"><!-- Lucide, ISC License: https://lucide.dev/license -->\n${symbols.join("\n")}\n</svg>\n`;
const version = createHash("sha256").update(sprite).digest("hex").slice(0, 8);

writeFileSync("public/icons.svg", sprite);
writeFileSync(
  "components/ui/icon-names.ts",
  `// Written by scripts/icons.ts, together with the sprite.\n\n/** The sprite's address; it changes with its content, so that it can be kept for ever. */\nexport const SPRITE = "/icons.svg?v=${version}";\n\n/** Every icon there is. */\nexport const ICON_NAMES = [\n${Object.keys(ICONS).map((name) => `  "${name}",`).join("\n")}\n] as const;\n\nexport type IconName = (typeof ICON_NAMES)[number];\n`,
);
