CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`owner_id` text,
	`expires_at` text,
	`last_used_at` text,
	`noticed_on` text,
	`hash` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `api_keys_status_idx` ON `api_keys` (`status`);
--> statement-breakpoint
CREATE INDEX `api_keys_owner_idx` ON `api_keys` (`owner_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_idx` ON `api_keys` (`hash`);
--> statement-breakpoint
CREATE INDEX `api_keys_updated_at_idx` ON `api_keys` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `api_keys_created_at_idx` ON `api_keys` (`created_at`);
--> statement-breakpoint
CREATE INDEX `owner_createdAt_idx` ON `api_keys` (`owner_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `api_keys_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer NOT NULL,
	`parent_id` text NOT NULL,
	`path` text NOT NULL,
	`text` text,
	FOREIGN KEY (`parent_id`) REFERENCES `api_keys`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `api_keys_texts_order_parent` ON `api_keys_texts` (`order`,`parent_id`);
--> statement-breakpoint
CREATE TABLE `api_usage` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`key_id` text NOT NULL,
	`owner_id` text,
	`route` text NOT NULL,
	`calls` numeric DEFAULT 0 NOT NULL,
	`errors` numeric DEFAULT 0 NOT NULL,
	`bytes` numeric DEFAULT 0 NOT NULL,
	`up_to5` numeric DEFAULT 0 NOT NULL,
	`up_to10` numeric DEFAULT 0 NOT NULL,
	`up_to25` numeric DEFAULT 0 NOT NULL,
	`up_to50` numeric DEFAULT 0 NOT NULL,
	`up_to100` numeric DEFAULT 0 NOT NULL,
	`up_to250` numeric DEFAULT 0 NOT NULL,
	`up_to500` numeric DEFAULT 0 NOT NULL,
	`up_to1000` numeric DEFAULT 0 NOT NULL,
	`up_to2500` numeric DEFAULT 0 NOT NULL,
	`up_to5000` numeric DEFAULT 0 NOT NULL,
	`slower` numeric DEFAULT 0 NOT NULL,
	`slot` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`key_id`) REFERENCES `api_keys`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `api_usage_day_idx` ON `api_usage` (`day`);
--> statement-breakpoint
CREATE INDEX `api_usage_key_idx` ON `api_usage` (`key_id`);
--> statement-breakpoint
CREATE INDEX `api_usage_owner_idx` ON `api_usage` (`owner_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_usage_slot_idx` ON `api_usage` (`slot`);
--> statement-breakpoint
CREATE INDEX `api_usage_updated_at_idx` ON `api_usage` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `api_usage_created_at_idx` ON `api_usage` (`created_at`);
--> statement-breakpoint
CREATE INDEX `key_day_idx` ON `api_usage` (`key_id`,`day`);
--> statement-breakpoint
CREATE INDEX `owner_day_idx` ON `api_usage` (`owner_id`,`day`);
--> statement-breakpoint
CREATE TABLE `__new_carts_items` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text,
	`quantity` numeric NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
INSERT INTO `__new_carts_items`("_order", "_parent_id", "id", "variant_id", "quantity") SELECT "_order", "_parent_id", "id", "variant_id", "quantity" FROM `carts_items`;
--> statement-breakpoint
DROP TABLE `carts_items`;
--> statement-breakpoint
ALTER TABLE `__new_carts_items` RENAME TO `carts_items`;
--> statement-breakpoint
CREATE INDEX `carts_items_order_idx` ON `carts_items` (`_order`);
--> statement-breakpoint
CREATE INDEX `carts_items_parent_id_idx` ON `carts_items` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `carts_items_variant_idx` ON `carts_items` (`variant_id`);
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `api_keys_id` text REFERENCES api_keys(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `api_usage_id` text REFERENCES api_usage(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_api_keys_id_idx` ON `payload_locked_documents_rels` (`api_keys_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_api_usage_id_idx` ON `payload_locked_documents_rels` (`api_usage_id`);
--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `enable_a_p_i_key`;
--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `api_key`;
--> statement-breakpoint
ALTER TABLE `users` DROP COLUMN `api_key_index`;
