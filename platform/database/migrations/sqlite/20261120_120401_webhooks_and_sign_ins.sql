CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`session` text NOT NULL,
	`agent` text,
	`last_seen_at` text,
	`revoked_at` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `sign_ins_user_idx` ON `sign_ins` (`user_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ins_session_idx` ON `sign_ins` (`session`);
--> statement-breakpoint
CREATE INDEX `sign_ins_updated_at_idx` ON `sign_ins` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `sign_ins_created_at_idx` ON `sign_ins` (`created_at`);
--> statement-breakpoint
CREATE INDEX `revokedAt_user_idx` ON `sign_ins` (`revoked_at`,`user_id`);
--> statement-breakpoint
CREATE TABLE `webhooks_events` (
	`order` integer NOT NULL,
	`parent_id` text NOT NULL,
	`value` text,
	`id` text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `webhooks_events_order_idx` ON `webhooks_events` (`order`);
--> statement-breakpoint
CREATE INDEX `webhooks_events_parent_idx` ON `webhooks_events` (`parent_id`);
--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`owner_id` text,
	`failures` numeric DEFAULT 0 NOT NULL,
	`failing_since` text,
	`sealed` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `webhooks_status_idx` ON `webhooks` (`status`);
--> statement-breakpoint
CREATE INDEX `webhooks_owner_idx` ON `webhooks` (`owner_id`);
--> statement-breakpoint
CREATE INDEX `webhooks_updated_at_idx` ON `webhooks` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `webhooks_created_at_idx` ON `webhooks` (`created_at`);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text,
	`event` text NOT NULL,
	`message` text NOT NULL,
	`status` text NOT NULL,
	`response_code` numeric,
	`ms` numeric NOT NULL,
	`attempt` numeric NOT NULL,
	`error` text,
	`url` text,
	`body` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `webhook_deliveries_webhook_idx` ON `webhook_deliveries` (`webhook_id`);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_message_idx` ON `webhook_deliveries` (`message`);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_status_idx` ON `webhook_deliveries` (`status`);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_updated_at_idx` ON `webhook_deliveries` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_created_at_idx` ON `webhook_deliveries` (`created_at`);
--> statement-breakpoint
CREATE INDEX `webhook_createdAt_idx` ON `webhook_deliveries` (`webhook_id`,`created_at`);
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `sign_ins_id` text REFERENCES sign_ins(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `webhooks_id` text REFERENCES webhooks(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `webhook_deliveries_id` text REFERENCES webhook_deliveries(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_sign_ins_id_idx` ON `payload_locked_documents_rels` (`sign_ins_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_webhooks_id_idx` ON `payload_locked_documents_rels` (`webhooks_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_webhook_deliveries_id_idx` ON `payload_locked_documents_rels` (`webhook_deliveries_id`);
