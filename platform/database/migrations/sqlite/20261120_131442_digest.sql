ALTER TABLE `notifications` ADD `digest_due` integer;
--> statement-breakpoint
CREATE INDEX `digestDue_createdAt_idx` ON `notifications` (`digest_due`,`created_at`);
--> statement-breakpoint
ALTER TABLE `notification_preferences` ADD `digest` integer;
--> statement-breakpoint
ALTER TABLE `push_subscriptions` ADD `session` text;
--> statement-breakpoint
CREATE INDEX `push_subscriptions_session_idx` ON `push_subscriptions` (`session`);
