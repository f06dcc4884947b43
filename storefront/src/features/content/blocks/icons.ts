import BadgeCheck from '@lucide/astro/icons/badge-check'
import BookOpen from '@lucide/astro/icons/book-open'
import Building from '@lucide/astro/icons/building'
import ChartLine from '@lucide/astro/icons/chart-line'
import Clock from '@lucide/astro/icons/clock'
import Code from '@lucide/astro/icons/code'
import CreditCard from '@lucide/astro/icons/credit-card'
import Globe from '@lucide/astro/icons/globe'
import GraduationCap from '@lucide/astro/icons/graduation-cap'
import HandCoins from '@lucide/astro/icons/hand-coins'
import Handshake from '@lucide/astro/icons/handshake'
import Headset from '@lucide/astro/icons/headset'
import Heart from '@lucide/astro/icons/heart'
import Lightbulb from '@lucide/astro/icons/lightbulb'
import Mail from '@lucide/astro/icons/mail'
import MapPin from '@lucide/astro/icons/map-pin'
import PackageCheck from '@lucide/astro/icons/package-check'
import Rocket from '@lucide/astro/icons/rocket'
import Server from '@lucide/astro/icons/server'
import ShieldCheck from '@lucide/astro/icons/shield-check'
import ShoppingBag from '@lucide/astro/icons/shopping-bag'
import Smartphone from '@lucide/astro/icons/smartphone'
import Sparkles from '@lucide/astro/icons/sparkles'
import Store from '@lucide/astro/icons/store'
import Truck from '@lucide/astro/icons/truck'
import Users from '@lucide/astro/icons/users'
import Wifi from '@lucide/astro/icons/wifi'
import Wrench from '@lucide/astro/icons/wrench'
import type { FeaturesBlock } from '../../../../../payload-types.ts'

/** The name of a picture that editors may choose. */
export type IconName = FeaturesBlock['items'][number]['icon']

/** The pictures that editors may choose, by their names. */
export const icons = {
  'badge-check': BadgeCheck,
  'book-open': BookOpen,
  building: Building,
  'chart-line': ChartLine,
  clock: Clock,
  code: Code,
  'credit-card': CreditCard,
  globe: Globe,
  'graduation-cap': GraduationCap,
  'hand-coins': HandCoins,
  handshake: Handshake,
  headset: Headset,
  heart: Heart,
  lightbulb: Lightbulb,
  mail: Mail,
  'map-pin': MapPin,
  'package-check': PackageCheck,
  rocket: Rocket,
  server: Server,
  'shield-check': ShieldCheck,
  'shopping-bag': ShoppingBag,
  smartphone: Smartphone,
  sparkles: Sparkles,
  store: Store,
  truck: Truck,
  users: Users,
  wifi: Wifi,
  wrench: Wrench,
} satisfies Record<IconName, unknown>
