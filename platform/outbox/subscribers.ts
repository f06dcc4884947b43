import { mailSender } from '../mail/sender.ts'
import type { Subscriber } from './subscriber.ts'

/** The platform's own subscribers. */
export const subscribers: Subscriber[] = [mailSender]
