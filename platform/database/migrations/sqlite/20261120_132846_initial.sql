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
	`status` text DEFAULT 'draft' NOT NULL,
	`number` text NOT NULL,
	`subtotal` numeric NOT NULL,
	`tax_total` numeric NOT NULL,
	`shipping_total` numeric NOT NULL,
	`total` numeric NOT NULL,
	`currency` text DEFAULT 'TZS' NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`shipping_name` text,
	`shipping_phone` text,
	`shipping_line1` text,
	`shipping_line2` text,
	`shipping_city` text,
	`shipping_region` text,
	`shipping_country` text,
	`pickup_id` text,
	`customer_id` text,
	`kind` text DEFAULT 'shop' NOT NULL,
	`locale` text DEFAULT 'en',
	`prices_include_tax` integer DEFAULT true,
	`paid_at` text,
	`expires_at` text,
	`secret_hash` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`pickup_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`customer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `orders_status_idx` ON `orders` (`status`);
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
	`seo_image_id` text,
	`seo_canonical` text,
	`seo_noindex` integer DEFAULT false,
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
	FOREIGN KEY (`seo_image_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `products_slug_idx` ON `products` (`slug`);
--> statement-breakpoint
CREATE INDEX `products_price_idx` ON `products` (`price`);
--> statement-breakpoint
CREATE INDEX `products_seo_seo_image_idx` ON `products` (`seo_image_id`);
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
	`seo_image_id` text,
	`seo_canonical` text,
	`seo_noindex` integer DEFAULT false,
	`order` numeric DEFAULT 0,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`seo_image_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `categories_slug_idx` ON `categories` (`slug`);
--> statement-breakpoint
CREATE INDEX `categories_parent_idx` ON `categories` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `categories_seo_seo_image_idx` ON `categories` (`seo_image_id`);
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
	`seo_title` text,
	`seo_description` text,
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
	`status` text DEFAULT 'held' NOT NULL,
	`order_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`location_id` text NOT NULL,
	`quantity` numeric NOT NULL,
	`expires_at` text NOT NULL,
	`extended` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `reservations_status_idx` ON `reservations` (`status`);
--> statement-breakpoint
CREATE INDEX `reservations_order_idx` ON `reservations` (`order_id`);
--> statement-breakpoint
CREATE INDEX `reservations_variant_idx` ON `reservations` (`variant_id`);
--> statement-breakpoint
CREATE INDEX `reservations_location_idx` ON `reservations` (`location_id`);
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
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text DEFAULT 'created' NOT NULL,
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
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`payer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`opened_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `payments_status_idx` ON `payments` (`status`);
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
CREATE TABLE `carts_items` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text,
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
CREATE TABLE `pages_blocks_hero_actions` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`href` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_hero`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_hero_actions_order_idx` ON `pages_blocks_hero_actions` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_hero_actions_parent_id_idx` ON `pages_blocks_hero_actions` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_hero_actions_locales` (
	`label` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_hero_actions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_hero_actions_locales_locale_parent_id_unique` ON `pages_blocks_hero_actions_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_hero` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`scene` text DEFAULT 'none',
	`picture_id` text,
	`block_name` text,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_hero_order_idx` ON `pages_blocks_hero` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_hero_parent_id_idx` ON `pages_blocks_hero` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_hero_path_idx` ON `pages_blocks_hero` (`_path`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_hero_picture_idx` ON `pages_blocks_hero` (`picture_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_hero_locales` (
	`eyebrow` text,
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_hero`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_hero_locales_locale_parent_id_unique` ON `pages_blocks_hero_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_text` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`picture_id` text,
	`block_name` text,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_text_order_idx` ON `pages_blocks_text` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_text_parent_id_idx` ON `pages_blocks_text` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_text_path_idx` ON `pages_blocks_text` (`_path`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_text_picture_idx` ON `pages_blocks_text` (`picture_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_text_locales` (
	`title` text,
	`body` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_text`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_text_locales_locale_parent_id_unique` ON `pages_blocks_text_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_features_items` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`icon` text DEFAULT 'badge-check',
	`href` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_features`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_features_items_order_idx` ON `pages_blocks_features_items` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_features_items_parent_id_idx` ON `pages_blocks_features_items` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_features_items_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_features_items`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_features_items_locales_locale_parent_id_unique` ON `pages_blocks_features_items_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_features` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`numbered` integer DEFAULT false,
	`block_name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_features_order_idx` ON `pages_blocks_features` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_features_parent_id_idx` ON `pages_blocks_features` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_features_path_idx` ON `pages_blocks_features` (`_path`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_features_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_features`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_features_locales_locale_parent_id_unique` ON `pages_blocks_features_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_posts` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`category_id` text,
	`limit` numeric DEFAULT 3,
	`block_name` text,
	FOREIGN KEY (`category_id`) REFERENCES `post_categories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_posts_order_idx` ON `pages_blocks_posts` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_posts_parent_id_idx` ON `pages_blocks_posts` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_posts_path_idx` ON `pages_blocks_posts` (`_path`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_posts_category_idx` ON `pages_blocks_posts` (`category_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_posts_locales` (
	`title` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_posts`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_posts_locales_locale_parent_id_unique` ON `pages_blocks_posts_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_faq` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`audience` text DEFAULT 'general',
	`block_name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_faq_order_idx` ON `pages_blocks_faq` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_faq_parent_id_idx` ON `pages_blocks_faq` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_faq_path_idx` ON `pages_blocks_faq` (`_path`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_faq_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_faq`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_faq_locales_locale_parent_id_unique` ON `pages_blocks_faq_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_contact_form` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`contacts` integer DEFAULT true,
	`block_name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_contact_form_order_idx` ON `pages_blocks_contact_form` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_contact_form_parent_id_idx` ON `pages_blocks_contact_form` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_contact_form_path_idx` ON `pages_blocks_contact_form` (`_path`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_contact_form_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_contact_form`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_contact_form_locales_locale_parent_id_unique` ON `pages_blocks_contact_form_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_banner_actions` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`href` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_banner`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_banner_actions_order_idx` ON `pages_blocks_banner_actions` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_banner_actions_parent_id_idx` ON `pages_blocks_banner_actions` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_banner_actions_locales` (
	`label` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_banner_actions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_banner_actions_locales_locale_parent_id_unique` ON `pages_blocks_banner_actions_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_banner` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`tone` text DEFAULT 'primary',
	`picture_id` text,
	`block_name` text,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_banner_order_idx` ON `pages_blocks_banner` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_banner_parent_id_idx` ON `pages_blocks_banner` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_banner_path_idx` ON `pages_blocks_banner` (`_path`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_banner_picture_idx` ON `pages_blocks_banner` (`picture_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_banner_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_banner`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_banner_locales_locale_parent_id_unique` ON `pages_blocks_banner_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_products` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`selection` text DEFAULT 'newest',
	`category_id` text,
	`limit` numeric DEFAULT 8,
	`block_name` text,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_products_order_idx` ON `pages_blocks_products` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_products_parent_id_idx` ON `pages_blocks_products` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_products_path_idx` ON `pages_blocks_products` (`_path`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_products_category_idx` ON `pages_blocks_products` (`category_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_products_locales` (
	`title` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_products`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_products_locales_locale_parent_id_unique` ON `pages_blocks_products_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_shelves` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`_path` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`block_name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_blocks_shelves_order_idx` ON `pages_blocks_shelves` (`_order`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_shelves_parent_id_idx` ON `pages_blocks_shelves` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_blocks_shelves_path_idx` ON `pages_blocks_shelves` (`_path`);
--> statement-breakpoint
CREATE TABLE `pages_blocks_shelves_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages_blocks_shelves`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_shelves_locales_locale_parent_id_unique` ON `pages_blocks_shelves_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text,
	`seo_image_id` text,
	`seo_canonical` text,
	`seo_noindex` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`_status` text DEFAULT 'draft',
	FOREIGN KEY (`seo_image_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_slug_idx` ON `pages` (`slug`);
--> statement-breakpoint
CREATE INDEX `pages_seo_seo_image_idx` ON `pages` (`seo_image_id`);
--> statement-breakpoint
CREATE INDEX `pages_updated_at_idx` ON `pages` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `pages_created_at_idx` ON `pages` (`created_at`);
--> statement-breakpoint
CREATE INDEX `pages__status_idx` ON `pages` (`_status`);
--> statement-breakpoint
CREATE TABLE `pages_locales` (
	`title` text,
	`summary` text,
	`seo_title` text,
	`seo_description` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `pages_locales_locale_parent_id_unique` ON `pages_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `pages_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text NOT NULL,
	`path` text NOT NULL,
	`products_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`products_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `pages_rels_order_idx` ON `pages_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `pages_rels_parent_idx` ON `pages_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `pages_rels_path_idx` ON `pages_rels` (`path`);
--> statement-breakpoint
CREATE INDEX `pages_rels_products_id_idx` ON `pages_rels` (`products_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_hero_actions` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`href` text,
	`_uuid` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_hero`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_hero_actions_order_idx` ON `_pages_v_blocks_hero_actions` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_hero_actions_parent_id_idx` ON `_pages_v_blocks_hero_actions` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_hero_actions_locales` (
	`label` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_hero_actions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_hero_actions_locales_locale_parent_id_unique` ON `_pages_v_blocks_hero_actions_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_hero` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`scene` text DEFAULT 'none',
	`picture_id` text,
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_hero_order_idx` ON `_pages_v_blocks_hero` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_hero_parent_id_idx` ON `_pages_v_blocks_hero` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_hero_path_idx` ON `_pages_v_blocks_hero` (`_path`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_hero_picture_idx` ON `_pages_v_blocks_hero` (`picture_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_hero_locales` (
	`eyebrow` text,
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_hero`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_hero_locales_locale_parent_id_unique` ON `_pages_v_blocks_hero_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_text` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`picture_id` text,
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_text_order_idx` ON `_pages_v_blocks_text` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_text_parent_id_idx` ON `_pages_v_blocks_text` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_text_path_idx` ON `_pages_v_blocks_text` (`_path`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_text_picture_idx` ON `_pages_v_blocks_text` (`picture_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_text_locales` (
	`title` text,
	`body` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_text`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_text_locales_locale_parent_id_unique` ON `_pages_v_blocks_text_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_features_items` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`icon` text DEFAULT 'badge-check',
	`href` text,
	`_uuid` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_features`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_features_items_order_idx` ON `_pages_v_blocks_features_items` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_features_items_parent_id_idx` ON `_pages_v_blocks_features_items` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_features_items_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_features_items`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_features_items_locales_locale_parent_id_uniq` ON `_pages_v_blocks_features_items_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_features` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`numbered` integer DEFAULT false,
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_features_order_idx` ON `_pages_v_blocks_features` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_features_parent_id_idx` ON `_pages_v_blocks_features` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_features_path_idx` ON `_pages_v_blocks_features` (`_path`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_features_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_features`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_features_locales_locale_parent_id_unique` ON `_pages_v_blocks_features_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_posts` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`category_id` text,
	`limit` numeric DEFAULT 3,
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`category_id`) REFERENCES `post_categories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_posts_order_idx` ON `_pages_v_blocks_posts` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_posts_parent_id_idx` ON `_pages_v_blocks_posts` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_posts_path_idx` ON `_pages_v_blocks_posts` (`_path`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_posts_category_idx` ON `_pages_v_blocks_posts` (`category_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_posts_locales` (
	`title` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_posts`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_posts_locales_locale_parent_id_unique` ON `_pages_v_blocks_posts_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_faq` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`audience` text DEFAULT 'general',
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_faq_order_idx` ON `_pages_v_blocks_faq` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_faq_parent_id_idx` ON `_pages_v_blocks_faq` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_faq_path_idx` ON `_pages_v_blocks_faq` (`_path`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_faq_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_faq`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_faq_locales_locale_parent_id_unique` ON `_pages_v_blocks_faq_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_contact_form` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`contacts` integer DEFAULT true,
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_contact_form_order_idx` ON `_pages_v_blocks_contact_form` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_contact_form_parent_id_idx` ON `_pages_v_blocks_contact_form` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_contact_form_path_idx` ON `_pages_v_blocks_contact_form` (`_path`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_contact_form_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_contact_form`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_contact_form_locales_locale_parent_id_unique` ON `_pages_v_blocks_contact_form_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_banner_actions` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`href` text,
	`_uuid` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_banner`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_banner_actions_order_idx` ON `_pages_v_blocks_banner_actions` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_banner_actions_parent_id_idx` ON `_pages_v_blocks_banner_actions` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_banner_actions_locales` (
	`label` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_banner_actions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_banner_actions_locales_locale_parent_id_uniq` ON `_pages_v_blocks_banner_actions_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_banner` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`tone` text DEFAULT 'primary',
	`picture_id` text,
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_banner_order_idx` ON `_pages_v_blocks_banner` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_banner_parent_id_idx` ON `_pages_v_blocks_banner` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_banner_path_idx` ON `_pages_v_blocks_banner` (`_path`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_banner_picture_idx` ON `_pages_v_blocks_banner` (`picture_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_banner_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_banner`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_banner_locales_locale_parent_id_unique` ON `_pages_v_blocks_banner_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_products` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`selection` text DEFAULT 'newest',
	`category_id` text,
	`limit` numeric DEFAULT 8,
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_products_order_idx` ON `_pages_v_blocks_products` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_products_parent_id_idx` ON `_pages_v_blocks_products` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_products_path_idx` ON `_pages_v_blocks_products` (`_path`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_products_category_idx` ON `_pages_v_blocks_products` (`category_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_products_locales` (
	`title` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_products`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_products_locales_locale_parent_id_unique` ON `_pages_v_blocks_products_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_shelves` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`_path` text NOT NULL,
	`id` text(36) PRIMARY KEY NOT NULL,
	`_uuid` text,
	`block_name` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_shelves_order_idx` ON `_pages_v_blocks_shelves` (`_order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_shelves_parent_id_idx` ON `_pages_v_blocks_shelves` (`_parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_blocks_shelves_path_idx` ON `_pages_v_blocks_shelves` (`_path`);
--> statement-breakpoint
CREATE TABLE `_pages_v_blocks_shelves_locales` (
	`title` text,
	`text` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v_blocks_shelves`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_shelves_locales_locale_parent_id_unique` ON `_pages_v_blocks_shelves_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`parent_id` text,
	`version_slug` text,
	`version_seo_image_id` text,
	`version_seo_canonical` text,
	`version_seo_noindex` integer DEFAULT false,
	`version_updated_at` text,
	`version_created_at` text,
	`version__status` text DEFAULT 'draft',
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`snapshot` integer,
	`published_locale` text,
	`latest` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_seo_image_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `_pages_v_parent_idx` ON `_pages_v` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_version_version_slug_idx` ON `_pages_v` (`version_slug`);
--> statement-breakpoint
CREATE INDEX `_pages_v_version_seo_version_seo_image_idx` ON `_pages_v` (`version_seo_image_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_version_version_updated_at_idx` ON `_pages_v` (`version_updated_at`);
--> statement-breakpoint
CREATE INDEX `_pages_v_version_version_created_at_idx` ON `_pages_v` (`version_created_at`);
--> statement-breakpoint
CREATE INDEX `_pages_v_version_version__status_idx` ON `_pages_v` (`version__status`);
--> statement-breakpoint
CREATE INDEX `_pages_v_created_at_idx` ON `_pages_v` (`created_at`);
--> statement-breakpoint
CREATE INDEX `_pages_v_updated_at_idx` ON `_pages_v` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `_pages_v_snapshot_idx` ON `_pages_v` (`snapshot`);
--> statement-breakpoint
CREATE INDEX `_pages_v_published_locale_idx` ON `_pages_v` (`published_locale`);
--> statement-breakpoint
CREATE INDEX `_pages_v_latest_idx` ON `_pages_v` (`latest`);
--> statement-breakpoint
CREATE TABLE `_pages_v_locales` (
	`version_title` text,
	`version_summary` text,
	`version_seo_title` text,
	`version_seo_description` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_locales_locale_parent_id_unique` ON `_pages_v_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_pages_v_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`products_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `_pages_v`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`products_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_pages_v_rels_order_idx` ON `_pages_v_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `_pages_v_rels_parent_idx` ON `_pages_v_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `_pages_v_rels_path_idx` ON `_pages_v_rels` (`path`);
--> statement-breakpoint
CREATE INDEX `_pages_v_rels_products_id_idx` ON `_pages_v_rels` (`products_id`);
--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text,
	`cover_id` text,
	`seo_image_id` text,
	`seo_canonical` text,
	`seo_noindex` integer DEFAULT false,
	`published_at` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`_status` text DEFAULT 'draft',
	FOREIGN KEY (`cover_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`seo_image_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `posts_slug_idx` ON `posts` (`slug`);
--> statement-breakpoint
CREATE INDEX `posts_cover_idx` ON `posts` (`cover_id`);
--> statement-breakpoint
CREATE INDEX `posts_seo_seo_image_idx` ON `posts` (`seo_image_id`);
--> statement-breakpoint
CREATE INDEX `posts_published_at_idx` ON `posts` (`published_at`);
--> statement-breakpoint
CREATE INDEX `posts_updated_at_idx` ON `posts` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `posts_created_at_idx` ON `posts` (`created_at`);
--> statement-breakpoint
CREATE INDEX `posts__status_idx` ON `posts` (`_status`);
--> statement-breakpoint
CREATE INDEX `_status_publishedAt_idx` ON `posts` (`_status`,`published_at`);
--> statement-breakpoint
CREATE TABLE `posts_locales` (
	`title` text,
	`excerpt` text,
	`body` text,
	`seo_title` text,
	`seo_description` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `posts_locales_locale_parent_id_unique` ON `posts_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `posts_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text NOT NULL,
	`path` text NOT NULL,
	`post_categories_id` text,
	`authors_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`post_categories_id`) REFERENCES `post_categories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authors_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `posts_rels_order_idx` ON `posts_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `posts_rels_parent_idx` ON `posts_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `posts_rels_path_idx` ON `posts_rels` (`path`);
--> statement-breakpoint
CREATE INDEX `posts_rels_post_categories_id_idx` ON `posts_rels` (`post_categories_id`);
--> statement-breakpoint
CREATE INDEX `posts_rels_authors_id_idx` ON `posts_rels` (`authors_id`);
--> statement-breakpoint
CREATE TABLE `_posts_v` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`parent_id` text,
	`version_slug` text,
	`version_cover_id` text,
	`version_seo_image_id` text,
	`version_seo_canonical` text,
	`version_seo_noindex` integer DEFAULT false,
	`version_published_at` text,
	`version_updated_at` text,
	`version_created_at` text,
	`version__status` text DEFAULT 'draft',
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`snapshot` integer,
	`published_locale` text,
	`latest` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_cover_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`version_seo_image_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `_posts_v_parent_idx` ON `_posts_v` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `_posts_v_version_version_slug_idx` ON `_posts_v` (`version_slug`);
--> statement-breakpoint
CREATE INDEX `_posts_v_version_version_cover_idx` ON `_posts_v` (`version_cover_id`);
--> statement-breakpoint
CREATE INDEX `_posts_v_version_seo_version_seo_image_idx` ON `_posts_v` (`version_seo_image_id`);
--> statement-breakpoint
CREATE INDEX `_posts_v_version_version_published_at_idx` ON `_posts_v` (`version_published_at`);
--> statement-breakpoint
CREATE INDEX `_posts_v_version_version_updated_at_idx` ON `_posts_v` (`version_updated_at`);
--> statement-breakpoint
CREATE INDEX `_posts_v_version_version_created_at_idx` ON `_posts_v` (`version_created_at`);
--> statement-breakpoint
CREATE INDEX `_posts_v_version_version__status_idx` ON `_posts_v` (`version__status`);
--> statement-breakpoint
CREATE INDEX `_posts_v_created_at_idx` ON `_posts_v` (`created_at`);
--> statement-breakpoint
CREATE INDEX `_posts_v_updated_at_idx` ON `_posts_v` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `_posts_v_snapshot_idx` ON `_posts_v` (`snapshot`);
--> statement-breakpoint
CREATE INDEX `_posts_v_published_locale_idx` ON `_posts_v` (`published_locale`);
--> statement-breakpoint
CREATE INDEX `_posts_v_latest_idx` ON `_posts_v` (`latest`);
--> statement-breakpoint
CREATE INDEX `version__status_version_publishedAt_idx` ON `_posts_v` (`version__status`,`version_published_at`);
--> statement-breakpoint
CREATE TABLE `_posts_v_locales` (
	`version_title` text,
	`version_excerpt` text,
	`version_body` text,
	`version_seo_title` text,
	`version_seo_description` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `_posts_v`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `_posts_v_locales_locale_parent_id_unique` ON `_posts_v_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `_posts_v_rels` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer,
	`parent_id` text(36) NOT NULL,
	`path` text NOT NULL,
	`post_categories_id` text,
	`authors_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `_posts_v`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`post_categories_id`) REFERENCES `post_categories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authors_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `_posts_v_rels_order_idx` ON `_posts_v_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `_posts_v_rels_parent_idx` ON `_posts_v_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `_posts_v_rels_path_idx` ON `_posts_v_rels` (`path`);
--> statement-breakpoint
CREATE INDEX `_posts_v_rels_post_categories_id_idx` ON `_posts_v_rels` (`post_categories_id`);
--> statement-breakpoint
CREATE INDEX `_posts_v_rels_authors_id_idx` ON `_posts_v_rels` (`authors_id`);
--> statement-breakpoint
CREATE TABLE `post_categories` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`seo_image_id` text,
	`seo_canonical` text,
	`seo_noindex` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`seo_image_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `post_categories_slug_idx` ON `post_categories` (`slug`);
--> statement-breakpoint
CREATE INDEX `post_categories_seo_seo_image_idx` ON `post_categories` (`seo_image_id`);
--> statement-breakpoint
CREATE INDEX `post_categories_updated_at_idx` ON `post_categories` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `post_categories_created_at_idx` ON `post_categories` (`created_at`);
--> statement-breakpoint
CREATE TABLE `post_categories_locales` (
	`title` text NOT NULL,
	`description` text,
	`seo_title` text,
	`seo_description` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `post_categories`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `post_categories_locales_locale_parent_id_unique` ON `post_categories_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `authors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`picture_id` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`picture_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `authors_slug_idx` ON `authors` (`slug`);
--> statement-breakpoint
CREATE INDEX `authors_picture_idx` ON `authors` (`picture_id`);
--> statement-breakpoint
CREATE INDEX `authors_updated_at_idx` ON `authors` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `authors_created_at_idx` ON `authors` (`created_at`);
--> statement-breakpoint
CREATE TABLE `authors_locales` (
	`role` text,
	`bio` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `authors_locales_locale_parent_id_unique` ON `authors_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `faqs` (
	`id` text PRIMARY KEY NOT NULL,
	`audience` text DEFAULT 'general' NOT NULL,
	`order` numeric DEFAULT 0,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `faqs_audience_idx` ON `faqs` (`audience`);
--> statement-breakpoint
CREATE INDEX `faqs_order_idx` ON `faqs` (`order`);
--> statement-breakpoint
CREATE INDEX `faqs_updated_at_idx` ON `faqs` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `faqs_created_at_idx` ON `faqs` (`created_at`);
--> statement-breakpoint
CREATE INDEX `audience_order_idx` ON `faqs` (`audience`,`order`);
--> statement-breakpoint
CREATE TABLE `faqs_locales` (
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `faqs`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `faqs_locales_locale_parent_id_unique` ON `faqs_locales` (`_locale`,`_parent_id`);
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
CREATE TABLE `redirects` (
	`id` text PRIMARY KEY NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`automatic` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `redirects_from_idx` ON `redirects` (`from`);
--> statement-breakpoint
CREATE INDEX `redirects_to_idx` ON `redirects` (`to`);
--> statement-breakpoint
CREATE INDEX `redirects_updated_at_idx` ON `redirects` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `redirects_created_at_idx` ON `redirects` (`created_at`);
--> statement-breakpoint
CREATE TABLE `contact_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text DEFAULT 'new' NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`subject` text,
	`message` text NOT NULL,
	`locale` text,
	`ticket` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `contact_messages_status_idx` ON `contact_messages` (`status`);
--> statement-breakpoint
CREATE INDEX `contact_messages_email_idx` ON `contact_messages` (`email`);
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_messages_ticket_idx` ON `contact_messages` (`ticket`);
--> statement-breakpoint
CREATE INDEX `contact_messages_updated_at_idx` ON `contact_messages` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `contact_messages_created_at_idx` ON `contact_messages` (`created_at`);
--> statement-breakpoint
CREATE INDEX `status_createdAt_1_idx` ON `contact_messages` (`status`,`created_at`);
--> statement-breakpoint
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
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`kind` text NOT NULL,
	`about_collection` text NOT NULL,
	`about_id` text NOT NULL,
	`params` text,
	`listed` integer DEFAULT true NOT NULL,
	`read_at` text,
	`digest_due` integer,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `notifications_user_idx` ON `notifications` (`user_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_key_idx` ON `notifications` (`key`);
--> statement-breakpoint
CREATE INDEX `notifications_updated_at_idx` ON `notifications` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `notifications_created_at_idx` ON `notifications` (`created_at`);
--> statement-breakpoint
CREATE INDEX `user_listed_createdAt_idx` ON `notifications` (`user_id`,`listed`,`created_at`);
--> statement-breakpoint
CREATE INDEX `user_listed_readAt_idx` ON `notifications` (`user_id`,`listed`,`read_at`);
--> statement-breakpoint
CREATE INDEX `digestDue_createdAt_idx` ON `notifications` (`digest_due`,`created_at`);
--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`kind` text NOT NULL,
	`in_app` integer,
	`mail` integer,
	`digest` integer,
	`push` integer,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `notification_preferences_user_idx` ON `notification_preferences` (`user_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `notification_preferences_key_idx` ON `notification_preferences` (`key`);
--> statement-breakpoint
CREATE INDEX `notification_preferences_updated_at_idx` ON `notification_preferences` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `notification_preferences_created_at_idx` ON `notification_preferences` (`created_at`);
--> statement-breakpoint
CREATE TABLE `push_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`session` text,
	`address` text NOT NULL,
	`p256dh` text NOT NULL,
	`auth` text NOT NULL,
	`hash` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `push_subscriptions_user_idx` ON `push_subscriptions` (`user_id`);
--> statement-breakpoint
CREATE INDEX `push_subscriptions_session_idx` ON `push_subscriptions` (`session`);
--> statement-breakpoint
CREATE UNIQUE INDEX `push_subscriptions_hash_idx` ON `push_subscriptions` (`hash`);
--> statement-breakpoint
CREATE INDEX `push_subscriptions_updated_at_idx` ON `push_subscriptions` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `push_subscriptions_created_at_idx` ON `push_subscriptions` (`created_at`);
--> statement-breakpoint
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
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`sha256` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`url` text,
	`thumbnail_u_r_l` text,
	`filename` text,
	`mime_type` text,
	`filesize` numeric,
	`width` numeric,
	`height` numeric,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE UNIQUE INDEX `files_filename_compound_idx` ON `files` (`filename`,`created_at`);
--> statement-breakpoint
CREATE INDEX `files_owner_idx` ON `files` (`owner_id`);
--> statement-breakpoint
CREATE INDEX `files_updated_at_idx` ON `files` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `files_created_at_idx` ON `files` (`created_at`);
--> statement-breakpoint
CREATE INDEX `files_filename_idx` ON `files` (`filename`);
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
	`subject` text NOT NULL,
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
CREATE INDEX `subject_document_1_idx` ON `transitions` (`subject`,`document`);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text DEFAULT 'pending' NOT NULL,
	`event` text NOT NULL,
	`subscriber` text NOT NULL,
	`data` text,
	`attempts` numeric DEFAULT 0 NOT NULL,
	`next_attempt_at` text,
	`last_error` text,
	`delivered_at` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `outbox_status_idx` ON `outbox` (`status`);
--> statement-breakpoint
CREATE INDEX `outbox_event_idx` ON `outbox` (`event`);
--> statement-breakpoint
CREATE INDEX `outbox_subscriber_idx` ON `outbox` (`subscriber`);
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
	`status` text DEFAULT 'waiting' NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`locale` text,
	`sent_at` text,
	`error` text,
	`message_id` text,
	`body` text,
	`body_until` text,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `mails_status_idx` ON `mails` (`status`);
--> statement-breakpoint
CREATE INDEX `mails_to_idx` ON `mails` (`to`);
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
CREATE TABLE `api_usage` (
	`id` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`key_id` text NOT NULL,
	`owner_id` text,
	`route` text NOT NULL,
	`calls` numeric DEFAULT 0 NOT NULL,
	`failures` numeric DEFAULT 0 NOT NULL,
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
CREATE TABLE `payload_kv` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`data` text NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `payload_kv_key_idx` ON `payload_kv` (`key`);
--> statement-breakpoint
CREATE TABLE `payload_jobs_log` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`executed_at` text NOT NULL,
	`completed_at` text NOT NULL,
	`task_slug` text NOT NULL,
	`task_i_d` text NOT NULL,
	`input` text,
	`output` text,
	`state` text NOT NULL,
	`error` text,
	FOREIGN KEY (`_parent_id`) REFERENCES `payload_jobs`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `payload_jobs_log_order_idx` ON `payload_jobs_log` (`_order`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_log_parent_id_idx` ON `payload_jobs_log` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `payload_jobs` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`input` text,
	`completed_at` text,
	`total_tried` numeric DEFAULT 0,
	`has_error` integer DEFAULT false,
	`error` text,
	`task_slug` text,
	`queue` text DEFAULT 'default',
	`wait_until` text,
	`processing` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `payload_jobs_completed_at_idx` ON `payload_jobs` (`completed_at`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_total_tried_idx` ON `payload_jobs` (`total_tried`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_has_error_idx` ON `payload_jobs` (`has_error`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_task_slug_idx` ON `payload_jobs` (`task_slug`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_queue_idx` ON `payload_jobs` (`queue`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_wait_until_idx` ON `payload_jobs` (`wait_until`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_processing_idx` ON `payload_jobs` (`processing`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_updated_at_idx` ON `payload_jobs` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `payload_jobs_created_at_idx` ON `payload_jobs` (`created_at`);
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
	`orders_id` text,
	`products_id` text,
	`variants_id` text,
	`categories_id` text,
	`brands_id` text,
	`stock_levels_id` text,
	`stock_moves_id` text,
	`reservations_id` text,
	`locations_id` text,
	`payments_id` text,
	`payment_events_id` text,
	`carts_id` text,
	`pages_id` text,
	`posts_id` text,
	`post_categories_id` text,
	`authors_id` text,
	`faqs_id` text,
	`media_id` text,
	`redirects_id` text,
	`contact_messages_id` text,
	`users_id` text,
	`sign_ins_id` text,
	`notifications_id` text,
	`notification_preferences_id` text,
	`push_subscriptions_id` text,
	`api_keys_id` text,
	`files_id` text,
	`audit_log_id` text,
	`transitions_id` text,
	`outbox_id` text,
	`mails_id` text,
	`idempotency_keys_id` text,
	`number_series_id` text,
	`jobs_id` text,
	`webhooks_id` text,
	`webhook_deliveries_id` text,
	`api_usage_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `payload_locked_documents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`orders_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`products_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variants_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`categories_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`brands_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stock_levels_id`) REFERENCES `stock_levels`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`stock_moves_id`) REFERENCES `stock_moves`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reservations_id`) REFERENCES `reservations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`locations_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`payments_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`payment_events_id`) REFERENCES `payment_events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`carts_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`pages_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`posts_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`post_categories_id`) REFERENCES `post_categories`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authors_id`) REFERENCES `authors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`faqs_id`) REFERENCES `faqs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`redirects_id`) REFERENCES `redirects`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`contact_messages_id`) REFERENCES `contact_messages`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`users_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`sign_ins_id`) REFERENCES `sign_ins`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`notifications_id`) REFERENCES `notifications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`notification_preferences_id`) REFERENCES `notification_preferences`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`push_subscriptions_id`) REFERENCES `push_subscriptions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`api_keys_id`) REFERENCES `api_keys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`files_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`audit_log_id`) REFERENCES `audit_log`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`transitions_id`) REFERENCES `transitions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`outbox_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mails_id`) REFERENCES `mails`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`idempotency_keys_id`) REFERENCES `idempotency_keys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`number_series_id`) REFERENCES `number_series`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`jobs_id`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`webhooks_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`webhook_deliveries_id`) REFERENCES `webhook_deliveries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`api_usage_id`) REFERENCES `api_usage`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_order_idx` ON `payload_locked_documents_rels` (`order`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_parent_idx` ON `payload_locked_documents_rels` (`parent_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_path_idx` ON `payload_locked_documents_rels` (`path`);
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
CREATE INDEX `payload_locked_documents_rels_payments_id_idx` ON `payload_locked_documents_rels` (`payments_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_payment_events_id_idx` ON `payload_locked_documents_rels` (`payment_events_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_carts_id_idx` ON `payload_locked_documents_rels` (`carts_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_pages_id_idx` ON `payload_locked_documents_rels` (`pages_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_posts_id_idx` ON `payload_locked_documents_rels` (`posts_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_post_categories_id_idx` ON `payload_locked_documents_rels` (`post_categories_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_authors_id_idx` ON `payload_locked_documents_rels` (`authors_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_faqs_id_idx` ON `payload_locked_documents_rels` (`faqs_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_media_id_idx` ON `payload_locked_documents_rels` (`media_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_redirects_id_idx` ON `payload_locked_documents_rels` (`redirects_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_contact_messages_id_idx` ON `payload_locked_documents_rels` (`contact_messages_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_users_id_idx` ON `payload_locked_documents_rels` (`users_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_sign_ins_id_idx` ON `payload_locked_documents_rels` (`sign_ins_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_notifications_id_idx` ON `payload_locked_documents_rels` (`notifications_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_notification_preferences_i_idx` ON `payload_locked_documents_rels` (`notification_preferences_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_push_subscriptions_id_idx` ON `payload_locked_documents_rels` (`push_subscriptions_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_api_keys_id_idx` ON `payload_locked_documents_rels` (`api_keys_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_files_id_idx` ON `payload_locked_documents_rels` (`files_id`);
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
CREATE INDEX `payload_locked_documents_rels_webhooks_id_idx` ON `payload_locked_documents_rels` (`webhooks_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_webhook_deliveries_id_idx` ON `payload_locked_documents_rels` (`webhook_deliveries_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_api_usage_id_idx` ON `payload_locked_documents_rels` (`api_usage_id`);
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
CREATE TABLE `settings_navigation_header` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`href` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `settings`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `settings_navigation_header_order_idx` ON `settings_navigation_header` (`_order`);
--> statement-breakpoint
CREATE INDEX `settings_navigation_header_parent_id_idx` ON `settings_navigation_header` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `settings_navigation_header_locales` (
	`label` text NOT NULL,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `settings_navigation_header`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `settings_navigation_header_locales_locale_parent_id_unique` ON `settings_navigation_header_locales` (`_locale`,`_parent_id`);
--> statement-breakpoint
CREATE TABLE `settings_navigation_footer` (
	`_order` integer NOT NULL,
	`_parent_id` text(36) NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	`href` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `settings`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `settings_navigation_footer_order_idx` ON `settings_navigation_footer` (`_order`);
--> statement-breakpoint
CREATE INDEX `settings_navigation_footer_parent_id_idx` ON `settings_navigation_footer` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `settings_navigation_footer_locales` (
	`label` text NOT NULL,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `settings_navigation_footer`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `settings_navigation_footer_locales_locale_parent_id_unique` ON `settings_navigation_footer_locales` (`_locale`,`_parent_id`);
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
	`contacts_hours` text,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text(36) NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `settings`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `settings_locales_locale_parent_id_unique` ON `settings_locales` (`_locale`,`_parent_id`);
