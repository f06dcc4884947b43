CREATE TABLE `users_roles` (
	`order` integer NOT NULL,
	`parent_id` text NOT NULL,
	`value` text,
	`id` text(36) PRIMARY KEY NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `users_roles_order_idx` ON `users_roles` (`order`);
--> statement-breakpoint
CREATE INDEX `users_roles_parent_idx` ON `users_roles` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `users_roles_value_idx` ON `users_roles` (`value`);
--> statement-breakpoint
CREATE TABLE `users_sessions` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`created_at` text,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `users_sessions_order_idx` ON `users_sessions` (`_order`);
--> statement-breakpoint
CREATE INDEX `users_sessions_parent_id_idx` ON `users_sessions` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`phone` text,
	`locale` text DEFAULT 'en',
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`enable_a_p_i_key` integer,
	`api_key` text,
	`api_key_index` text,
	`email` text NOT NULL,
	`reset_password_token` text,
	`reset_password_expiration` text,
	`salt` text,
	`hash` text,
	`_verified` integer,
	`_verificationtoken` text,
	`login_attempts` numeric DEFAULT 0,
	`lock_until` text
);

--> statement-breakpoint
CREATE INDEX `users_phone_idx` ON `users` (`phone`);
--> statement-breakpoint
CREATE INDEX `users_updated_at_idx` ON `users` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `users_created_at_idx` ON `users` (`created_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_idx` ON `users` (`email`);
--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`url` text,
	`thumbnail_u_r_l` text,
	`filename` text,
	`mime_type` text,
	`filesize` numeric,
	`width` numeric,
	`height` numeric,
	`focal_x` numeric,
	`focal_y` numeric,
	`sizes_thumb_url` text,
	`sizes_thumb_width` numeric,
	`sizes_thumb_height` numeric,
	`sizes_thumb_mime_type` text,
	`sizes_thumb_filesize` numeric,
	`sizes_thumb_filename` text,
	`sizes_card_url` text,
	`sizes_card_width` numeric,
	`sizes_card_height` numeric,
	`sizes_card_mime_type` text,
	`sizes_card_filesize` numeric,
	`sizes_card_filename` text,
	`sizes_full_url` text,
	`sizes_full_width` numeric,
	`sizes_full_height` numeric,
	`sizes_full_mime_type` text,
	`sizes_full_filesize` numeric,
	`sizes_full_filename` text
);

--> statement-breakpoint
CREATE INDEX `media_updated_at_idx` ON `media` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `media_created_at_idx` ON `media` (`created_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_filename_idx` ON `media` (`filename`);
--> statement-breakpoint
CREATE INDEX `media_sizes_thumb_sizes_thumb_filename_idx` ON `media` (`sizes_thumb_filename`);
--> statement-breakpoint
CREATE INDEX `media_sizes_card_sizes_card_filename_idx` ON `media` (`sizes_card_filename`);
--> statement-breakpoint
CREATE INDEX `media_sizes_full_sizes_full_filename_idx` ON `media` (`sizes_full_filename`);
--> statement-breakpoint
CREATE TABLE `media_locales` (
	`alt` text NOT NULL,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `media_locales_locale_parent_id_unique` ON `media_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`subject` text,
	`document` text,
	`by_id` text,
	`by_name` text,
	`details` text,
	`request_id` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `audit_log_action_idx` ON `audit_log` (`action`);
--> statement-breakpoint
CREATE INDEX `audit_log_by_idx` ON `audit_log` (`by_id`);
--> statement-breakpoint
CREATE INDEX `audit_log_updated_at_idx` ON `audit_log` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `audit_log_created_at_idx` ON `audit_log` (`created_at`);
--> statement-breakpoint
CREATE INDEX `subject_document_idx` ON `audit_log` (`subject`,`document`);
--> statement-breakpoint
CREATE TABLE `transitions` (
	`id` text PRIMARY KEY NOT NULL,
	`collection` text NOT NULL,
	`document` text NOT NULL,
	`verb` text NOT NULL,
	`from` text,
	`to` text NOT NULL,
	`reason` text,
	`by_id` text,
	`by_name` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `transitions_by_idx` ON `transitions` (`by_id`);
--> statement-breakpoint
CREATE INDEX `transitions_updated_at_idx` ON `transitions` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `transitions_created_at_idx` ON `transitions` (`created_at`);
--> statement-breakpoint
CREATE INDEX `collection_document_idx` ON `transitions` (`collection`,`document`);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`subscriber` text NOT NULL,
	`data` text,
	`attempts` numeric DEFAULT 0 NOT NULL,
	`next_attempt_at` text,
	`last_error` text,
	`delivered_at` text,
	`status` text DEFAULT 'pending' NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `outbox_event_idx` ON `outbox` (`event`);
--> statement-breakpoint
CREATE INDEX `outbox_subscriber_idx` ON `outbox` (`subscriber`);
--> statement-breakpoint
CREATE INDEX `outbox_status_idx` ON `outbox` (`status`);
--> statement-breakpoint
CREATE INDEX `outbox_updated_at_idx` ON `outbox` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `outbox_created_at_idx` ON `outbox` (`created_at`);
--> statement-breakpoint
CREATE INDEX `status_nextAttemptAt_idx` ON `outbox` (`status`,`next_attempt_at`);
--> statement-breakpoint
CREATE INDEX `status_deliveredAt_idx` ON `outbox` (`status`,`delivered_at`);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`locale` text,
	`status` text DEFAULT 'waiting' NOT NULL,
	`sent_at` text,
	`error` text,
	`message_id` text,
	`body` text,
	`body_until` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `mails_to_idx` ON `mails` (`to`);
--> statement-breakpoint
CREATE INDEX `mails_status_idx` ON `mails` (`status`);
--> statement-breakpoint
CREATE INDEX `mails_body_until_idx` ON `mails` (`body_until`);
--> statement-breakpoint
CREATE INDEX `mails_updated_at_idx` ON `mails` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `mails_created_at_idx` ON `mails` (`created_at`);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`route` text NOT NULL,
	`status` numeric,
	`keep` integer DEFAULT false,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`answer` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `idempotency_keys_route_idx` ON `idempotency_keys` (`route`);
--> statement-breakpoint
CREATE UNIQUE INDEX `idempotency_keys_key_idx` ON `idempotency_keys` (`key`);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_updated_at_idx` ON `idempotency_keys` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created_at_idx` ON `idempotency_keys` (`created_at`);
--> statement-breakpoint
CREATE INDEX `keep_createdAt_idx` ON `idempotency_keys` (`keep`,`created_at`);
--> statement-breakpoint
CREATE TABLE `number_series` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`series` text NOT NULL,
	`year` numeric NOT NULL,
	`last` numeric NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `number_series_key_idx` ON `number_series` (`key`);
--> statement-breakpoint
CREATE INDEX `number_series_updated_at_idx` ON `number_series` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `number_series_created_at_idx` ON `number_series` (`created_at`);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`every` text NOT NULL,
	`status` text DEFAULT 'waiting' NOT NULL,
	`last_run_at` text,
	`last_duration` numeric,
	`last_done` numeric,
	`last_error` text,
	`failures` numeric DEFAULT 0 NOT NULL,
	`next_run_at` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_name_idx` ON `jobs` (`name`);
--> statement-breakpoint
CREATE INDEX `jobs_status_idx` ON `jobs` (`status`);
--> statement-breakpoint
CREATE INDEX `jobs_last_run_at_idx` ON `jobs` (`last_run_at`);
--> statement-breakpoint
CREATE INDEX `jobs_next_run_at_idx` ON `jobs` (`next_run_at`);
--> statement-breakpoint
CREATE INDEX `jobs_updated_at_idx` ON `jobs` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `jobs_created_at_idx` ON `jobs` (`created_at`);
--> statement-breakpoint
CREATE TABLE `orders_items` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`sku` text NOT NULL,
	`quantity` numeric NOT NULL,
	`unit_price` numeric NOT NULL,
	`tax_amount` numeric NOT NULL,
	`total` numeric NOT NULL,
	`tax_rate_bp` numeric NOT NULL,
	`variant_id` text,
	`product_id` text,
	`kind` text NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `orders_items_order_idx` ON `orders_items` (`_order`);
--> statement-breakpoint
CREATE INDEX `orders_items_parent_id_idx` ON `orders_items` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `orders_items_variant_idx` ON `orders_items` (`variant_id`);
--> statement-breakpoint
CREATE INDEX `orders_items_product_idx` ON `orders_items` (`product_id`);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`subtotal` numeric NOT NULL,
	`tax_total` numeric NOT NULL,
	`shipping_total` numeric NOT NULL,
	`total` numeric NOT NULL,
	`currency` text DEFAULT 'TZS' NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`shipping_name` text,
	`shipping_line1` text,
	`shipping_line2` text,
	`shipping_city` text,
	`shipping_region` text,
	`shipping_country` text,
	`shipping_phone` text,
	`pickup_id` text,
	`customer_id` text,
	`kind` text DEFAULT 'shop' NOT NULL,
	`locale` text DEFAULT 'en',
	`prices_include_tax` integer DEFAULT true,
	`paid_at` text,
	`expires_at` text,
	`secret_hash` text,
	`status` text DEFAULT 'draft' NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`pickup_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`customer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number_idx` ON `orders` (`number`);
--> statement-breakpoint
CREATE INDEX `orders_email_idx` ON `orders` (`email`);
--> statement-breakpoint
CREATE INDEX `orders_phone_idx` ON `orders` (`phone`);
--> statement-breakpoint
CREATE INDEX `orders_pickup_idx` ON `orders` (`pickup_id`);
--> statement-breakpoint
CREATE INDEX `orders_customer_idx` ON `orders` (`customer_id`);
--> statement-breakpoint
CREATE INDEX `orders_secret_hash_idx` ON `orders` (`secret_hash`);
--> statement-breakpoint
CREATE INDEX `orders_status_idx` ON `orders` (`status`);
--> statement-breakpoint
CREATE INDEX `orders_updated_at_idx` ON `orders` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `orders_created_at_idx` ON `orders` (`created_at`);
--> statement-breakpoint
CREATE INDEX `status_createdAt_idx` ON `orders` (`status`,`created_at`);
--> statement-breakpoint
CREATE INDEX `customer_createdAt_idx` ON `orders` (`customer_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`price` numeric NOT NULL,
	`currency` text DEFAULT 'TZS' NOT NULL,
	`published` integer DEFAULT false,
	`in_stock` integer DEFAULT false,
	`kind` text DEFAULT 'physical' NOT NULL,
	`source` text DEFAULT 'local' NOT NULL,
	`condition` text DEFAULT 'new' NOT NULL,
	`category_id` text,
	`brand_id` text,
	`weight_grams` numeric,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `products_slug_idx` ON `products` (`slug`);
--> statement-breakpoint
CREATE INDEX `products_price_idx` ON `products` (`price`);
--> statement-breakpoint
CREATE INDEX `products_published_idx` ON `products` (`published`);
--> statement-breakpoint
CREATE INDEX `products_in_stock_idx` ON `products` (`in_stock`);
--> statement-breakpoint
CREATE INDEX `products_category_idx` ON `products` (`category_id`);
--> statement-breakpoint
CREATE INDEX `products_brand_idx` ON `products` (`brand_id`);
--> statement-breakpoint
CREATE INDEX `products_updated_at_idx` ON `products` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `products_created_at_idx` ON `products` (`created_at`);
--> statement-breakpoint
CREATE INDEX `published_createdAt_idx` ON `products` (`published`,`created_at`);
--> statement-breakpoint
CREATE INDEX `published_price_idx` ON `products` (`published`,`price`);
--> statement-breakpoint
CREATE INDEX `published_category_createdAt_idx` ON `products` (`published`,`category_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `products_locales` (
	`title` text NOT NULL,
	`summary` text,
	`description` text,
	`seo_title` text,
	`seo_description` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `products_locales_locale_parent_id_unique` ON `products_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `products_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text NOT NULL,
	`path` text NOT NULL,
	`media_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `products_rels_order_idx` ON `products_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `products_rels_parent_idx` ON `products_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `products_rels_path_idx` ON `products_rels` (`path`);
--> statement-breakpoint
CREATE INDEX `products_rels_media_id_idx` ON `products_rels` (`media_id`);
--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`sku` text NOT NULL,
	`barcode` text,
	`price` numeric,
	`position` numeric DEFAULT 0,
	`in_stock` integer DEFAULT false,
	`published` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `variants_product_idx` ON `variants` (`product_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku_idx` ON `variants` (`sku`);
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_barcode_idx` ON `variants` (`barcode`);
--> statement-breakpoint
CREATE INDEX `variants_in_stock_idx` ON `variants` (`in_stock`);
--> statement-breakpoint
CREATE INDEX `variants_published_idx` ON `variants` (`published`);
--> statement-breakpoint
CREATE INDEX `variants_updated_at_idx` ON `variants` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `variants_created_at_idx` ON `variants` (`created_at`);
--> statement-breakpoint
CREATE INDEX `product_position_idx` ON `variants` (`product_id`,`position`);
--> statement-breakpoint
CREATE TABLE `variants_locales` (
	`title` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `variants_locales_locale_parent_id_unique` ON `variants_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`parent_id` text,
	`order` numeric DEFAULT 0,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `categories_slug_idx` ON `categories` (`slug`);
--> statement-breakpoint
CREATE INDEX `categories_parent_idx` ON `categories` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `categories_order_idx` ON `categories` (`order`);
--> statement-breakpoint
CREATE INDEX `categories_updated_at_idx` ON `categories` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `categories_created_at_idx` ON `categories` (`created_at`);
--> statement-breakpoint
CREATE TABLE `categories_locales` (
	`title` text NOT NULL,
	`description` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `categories_locales_locale_parent_id_unique` ON `categories_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `brands` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `brands_name_idx` ON `brands` (`name`);
--> statement-breakpoint
CREATE UNIQUE INDEX `brands_slug_idx` ON `brands` (`slug`);
--> statement-breakpoint
CREATE INDEX `brands_updated_at_idx` ON `brands` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `brands_created_at_idx` ON `brands` (`created_at`);
--> statement-breakpoint
CREATE TABLE `stock_levels` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`location_id` text NOT NULL,
	`on_hand` numeric DEFAULT 0 NOT NULL,
	`reserved` numeric DEFAULT 0 NOT NULL,
	`available` numeric DEFAULT 0 NOT NULL,
	`low_stock_at` numeric,
	`low` integer DEFAULT false,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `stock_levels_variant_idx` ON `stock_levels` (`variant_id`);
--> statement-breakpoint
CREATE INDEX `stock_levels_location_idx` ON `stock_levels` (`location_id`);
--> statement-breakpoint
CREATE INDEX `stock_levels_available_idx` ON `stock_levels` (`available`);
--> statement-breakpoint
CREATE INDEX `stock_levels_low_idx` ON `stock_levels` (`low`);
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_levels_key_idx` ON `stock_levels` (`key`);
--> statement-breakpoint
CREATE INDEX `stock_levels_updated_at_idx` ON `stock_levels` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `stock_levels_created_at_idx` ON `stock_levels` (`created_at`);
--> statement-breakpoint
CREATE INDEX `variant_available_idx` ON `stock_levels` (`variant_id`,`available`);
--> statement-breakpoint
CREATE INDEX `low_available_idx` ON `stock_levels` (`low`,`available`);
--> statement-breakpoint
CREATE TABLE `stock_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`location_id` text NOT NULL,
	`kind` text NOT NULL,
	`quantity` numeric NOT NULL,
	`reason` text,
	`order_id` text,
	`by_id` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `stock_moves_variant_idx` ON `stock_moves` (`variant_id`);
--> statement-breakpoint
CREATE INDEX `stock_moves_location_idx` ON `stock_moves` (`location_id`);
--> statement-breakpoint
CREATE INDEX `stock_moves_kind_idx` ON `stock_moves` (`kind`);
--> statement-breakpoint
CREATE INDEX `stock_moves_order_idx` ON `stock_moves` (`order_id`);
--> statement-breakpoint
CREATE INDEX `stock_moves_by_idx` ON `stock_moves` (`by_id`);
--> statement-breakpoint
CREATE INDEX `stock_moves_updated_at_idx` ON `stock_moves` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `stock_moves_created_at_idx` ON `stock_moves` (`created_at`);
--> statement-breakpoint
CREATE INDEX `variant_location_idx` ON `stock_moves` (`variant_id`,`location_id`);
--> statement-breakpoint
CREATE TABLE `reservations` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`location_id` text NOT NULL,
	`quantity` numeric NOT NULL,
	`expires_at` text NOT NULL,
	`extended` integer DEFAULT false,
	`status` text DEFAULT 'held' NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `reservations_order_idx` ON `reservations` (`order_id`);
--> statement-breakpoint
CREATE INDEX `reservations_variant_idx` ON `reservations` (`variant_id`);
--> statement-breakpoint
CREATE INDEX `reservations_location_idx` ON `reservations` (`location_id`);
--> statement-breakpoint
CREATE INDEX `reservations_status_idx` ON `reservations` (`status`);
--> statement-breakpoint
CREATE INDEX `reservations_updated_at_idx` ON `reservations` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `reservations_created_at_idx` ON `reservations` (`created_at`);
--> statement-breakpoint
CREATE INDEX `status_expiresAt_idx` ON `reservations` (`status`,`expires_at`);
--> statement-breakpoint
CREATE INDEX `order_status_idx` ON `reservations` (`order_id`,`status`);
--> statement-breakpoint
CREATE TABLE `locations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	`address` text,
	`pickup` integer DEFAULT false,
	`default` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `locations_name_idx` ON `locations` (`name`);
--> statement-breakpoint
CREATE UNIQUE INDEX `locations_code_idx` ON `locations` (`code`);
--> statement-breakpoint
CREATE INDEX `locations_pickup_idx` ON `locations` (`pickup`);
--> statement-breakpoint
CREATE INDEX `locations_updated_at_idx` ON `locations` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `locations_created_at_idx` ON `locations` (`created_at`);
--> statement-breakpoint
CREATE TABLE `carts_items` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` numeric NOT NULL,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `carts_items_order_idx` ON `carts_items` (`_order`);
--> statement-breakpoint
CREATE INDEX `carts_items_parent_id_idx` ON `carts_items` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `carts_items_variant_idx` ON `carts_items` (`variant_id`);
--> statement-breakpoint
CREATE TABLE `carts` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text,
	`secret_hash` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `carts_customer_idx` ON `carts` (`customer_id`);
--> statement-breakpoint
CREATE INDEX `carts_secret_hash_idx` ON `carts` (`secret_hash`);
--> statement-breakpoint
CREATE INDEX `carts_updated_at_idx` ON `carts` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `carts_created_at_idx` ON `carts` (`created_at`);
--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`title` text NOT NULL,
	`amount` numeric NOT NULL,
	`received_amount` numeric,
	`excess` numeric,
	`currency` text DEFAULT 'TZS' NOT NULL,
	`provider` text NOT NULL,
	`provider_reference` text,
	`phone` text,
	`operator` text,
	`payer_id` text,
	`opened_by_id` text,
	`expires_at` text NOT NULL,
	`paid_at` text,
	`redirect` text,
	`failure_code` text,
	`failure_message` text,
	`open_key` text,
	`prompt_key` text,
	`prompt_number` numeric,
	`address_hash` text,
	`secret_hash` text,
	`status` text DEFAULT 'created' NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`payer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`opened_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `payments_reference_idx` ON `payments` (`reference`);
--> statement-breakpoint
CREATE INDEX `payments_excess_idx` ON `payments` (`excess`);
--> statement-breakpoint
CREATE INDEX `payments_provider_idx` ON `payments` (`provider`);
--> statement-breakpoint
CREATE INDEX `payments_provider_reference_idx` ON `payments` (`provider_reference`);
--> statement-breakpoint
CREATE INDEX `payments_payer_idx` ON `payments` (`payer_id`);
--> statement-breakpoint
CREATE INDEX `payments_opened_by_idx` ON `payments` (`opened_by_id`);
--> statement-breakpoint
CREATE INDEX `payments_paid_at_idx` ON `payments` (`paid_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_open_key_idx` ON `payments` (`open_key`);
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_prompt_key_idx` ON `payments` (`prompt_key`);
--> statement-breakpoint
CREATE INDEX `payments_address_hash_idx` ON `payments` (`address_hash`);
--> statement-breakpoint
CREATE INDEX `payments_secret_hash_idx` ON `payments` (`secret_hash`);
--> statement-breakpoint
CREATE INDEX `payments_status_idx` ON `payments` (`status`);
--> statement-breakpoint
CREATE INDEX `payments_updated_at_idx` ON `payments` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `payments_created_at_idx` ON `payments` (`created_at`);
--> statement-breakpoint
CREATE INDEX `status_expiresAt_1_idx` ON `payments` (`status`,`expires_at`);
--> statement-breakpoint
CREATE INDEX `phone_promptNumber_idx` ON `payments` (`phone`,`prompt_number`);
--> statement-breakpoint
CREATE INDEX `payer_createdAt_idx` ON `payments` (`payer_id`,`created_at`);
--> statement-breakpoint
CREATE TABLE `payments_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text NOT NULL,
	`path` text NOT NULL,
	`orders_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`orders_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `payments_rels_order_idx` ON `payments_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `payments_rels_parent_idx` ON `payments_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `payments_rels_path_idx` ON `payments_rels` (`path`);
--> statement-breakpoint
CREATE INDEX `payments_rels_orders_id_idx` ON `payments_rels` (`orders_id`);
--> statement-breakpoint
CREATE TABLE `payment_events` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`verdict` text DEFAULT 'received' NOT NULL,
	`payment_id` text,
	`note` text,
	`reference` text,
	`trusted` integer DEFAULT false,
	`body` text NOT NULL,
	`headers` text,
	`event` text,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `payment_events_payment_idx` ON `payment_events` (`payment_id`);
--> statement-breakpoint
CREATE INDEX `payment_events_reference_idx` ON `payment_events` (`reference`);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_events_key_idx` ON `payment_events` (`key`);
--> statement-breakpoint
CREATE INDEX `payment_events_updated_at_idx` ON `payment_events` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `payment_events_created_at_idx` ON `payment_events` (`created_at`);
--> statement-breakpoint
CREATE INDEX `verdict_updatedAt_idx` ON `payment_events` (`verdict`,`updated_at`);
--> statement-breakpoint
CREATE TABLE `payload_kv` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`data` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `payload_kv_key_idx` ON `payload_kv` (`key`);
--> statement-breakpoint
CREATE TABLE `payload_locked_documents` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`global_slug` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `payload_locked_documents_global_slug_idx` ON `payload_locked_documents` (`global_slug`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_updated_at_idx` ON `payload_locked_documents` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_created_at_idx` ON `payload_locked_documents` (`created_at`);
--> statement-breakpoint
CREATE TABLE `payload_locked_documents_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`users_id` text,
	`media_id` text,
	`audit_log_id` text,
	`transitions_id` text,
	`outbox_id` text,
	`mails_id` text,
	`idempotency_keys_id` text,
	`number_series_id` text,
	`jobs_id` text,
	`orders_id` text,
	`products_id` text,
	`variants_id` text,
	`categories_id` text,
	`brands_id` text,
	`stock_levels_id` text,
	`stock_moves_id` text,
	`reservations_id` text,
	`locations_id` text,
	`carts_id` text,
	`payments_id` text,
	`payment_events_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `payload_locked_documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`users_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audit_log_id`) REFERENCES `audit_log`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`transitions_id`) REFERENCES `transitions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`outbox_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mails_id`) REFERENCES `mails`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`idempotency_keys_id`) REFERENCES `idempotency_keys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`number_series_id`) REFERENCES `number_series`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`jobs_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`orders_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`products_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variants_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`categories_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`brands_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stock_levels_id`) REFERENCES `stock_levels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stock_moves_id`) REFERENCES `stock_moves`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reservations_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`locations_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`carts_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`payments_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`payment_events_id`) REFERENCES `payment_events`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_order_idx` ON `payload_locked_documents_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_parent_idx` ON `payload_locked_documents_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_path_idx` ON `payload_locked_documents_rels` (`path`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_users_id_idx` ON `payload_locked_documents_rels` (`users_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_media_id_idx` ON `payload_locked_documents_rels` (`media_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_audit_log_id_idx` ON `payload_locked_documents_rels` (`audit_log_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_transitions_id_idx` ON `payload_locked_documents_rels` (`transitions_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_outbox_id_idx` ON `payload_locked_documents_rels` (`outbox_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_mails_id_idx` ON `payload_locked_documents_rels` (`mails_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_idempotency_keys_id_idx` ON `payload_locked_documents_rels` (`idempotency_keys_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_number_series_id_idx` ON `payload_locked_documents_rels` (`number_series_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_jobs_id_idx` ON `payload_locked_documents_rels` (`jobs_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_orders_id_idx` ON `payload_locked_documents_rels` (`orders_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_products_id_idx` ON `payload_locked_documents_rels` (`products_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_variants_id_idx` ON `payload_locked_documents_rels` (`variants_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_categories_id_idx` ON `payload_locked_documents_rels` (`categories_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_brands_id_idx` ON `payload_locked_documents_rels` (`brands_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_stock_levels_id_idx` ON `payload_locked_documents_rels` (`stock_levels_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_stock_moves_id_idx` ON `payload_locked_documents_rels` (`stock_moves_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_reservations_id_idx` ON `payload_locked_documents_rels` (`reservations_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_locations_id_idx` ON `payload_locked_documents_rels` (`locations_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_carts_id_idx` ON `payload_locked_documents_rels` (`carts_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_payments_id_idx` ON `payload_locked_documents_rels` (`payments_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_payment_events_id_idx` ON `payload_locked_documents_rels` (`payment_events_id`);
--> statement-breakpoint
CREATE TABLE `payload_preferences` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`key` text,
	`value` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `payload_preferences_key_idx` ON `payload_preferences` (`key`);
--> statement-breakpoint
CREATE INDEX `payload_preferences_updated_at_idx` ON `payload_preferences` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `payload_preferences_created_at_idx` ON `payload_preferences` (`created_at`);
--> statement-breakpoint
CREATE TABLE `payload_preferences_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`users_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `payload_preferences`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`users_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `payload_preferences_rels_order_idx` ON `payload_preferences_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `payload_preferences_rels_parent_idx` ON `payload_preferences_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `payload_preferences_rels_path_idx` ON `payload_preferences_rels` (`path`);
--> statement-breakpoint
CREATE INDEX `payload_preferences_rels_users_id_idx` ON `payload_preferences_rels` (`users_id`);
--> statement-breakpoint
CREATE TABLE `payload_migrations` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`name` text,
	`batch` numeric,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `payload_migrations_updated_at_idx` ON `payload_migrations` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `payload_migrations_created_at_idx` ON `payload_migrations` (`created_at`);
--> statement-breakpoint
CREATE TABLE `settings` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`brand_name` text DEFAULT 'PRITECH VIOR' NOT NULL,
	`brand_logo_id` text,
	`brand_accent` text DEFAULT '#e07a1f',
	`contacts_email` text DEFAULT 'hello@demo.test',
	`contacts_phone` text DEFAULT '+255 712 000 000',
	`contacts_address` text DEFAULT 'Samora Avenue, Dar es Salaam, Tanzania',
	`currency` text DEFAULT 'TZS' NOT NULL,
	`tax_name` text DEFAULT 'VAT' NOT NULL,
	`tax_rate_bp` numeric DEFAULT 1800 NOT NULL,
	`tax_prices_include_tax` integer DEFAULT true,
	`shop_shipping_fee` numeric DEFAULT 500000 NOT NULL,
	`shop_free_shipping_from` numeric,
	`shop_guest_checkout` integer DEFAULT true,
	`updated_at` text,
	`created_at` text,
	FOREIGN KEY (`brand_logo_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `settings_brand_brand_logo_idx` ON `settings` (`brand_logo_id`);
--> statement-breakpoint
CREATE TABLE `settings_locales` (
	`brand_tagline` text DEFAULT 'Technology that works where you live.',
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `settings`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `settings_locales_locale_parent_id_unique` ON `settings_locales` (`_locale`,`_parent_id`);
