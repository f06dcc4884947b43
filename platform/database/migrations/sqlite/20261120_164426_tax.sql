CREATE TABLE `tax_rates` (
	`id` text PRIMARY KEY NOT NULL,
	`zone_id` text NOT NULL,
	`class_id` text NOT NULL,
	`rate_bp` numeric NOT NULL,
	`valid_from` text NOT NULL,
	`key` text NOT NULL,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	FOREIGN KEY (`zone_id`) REFERENCES `tax_zones`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`class_id`) REFERENCES `tax_classes`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `tax_rates_zone_idx` ON `tax_rates` (`zone_id`);
--> statement-breakpoint
CREATE INDEX `tax_rates_class_idx` ON `tax_rates` (`class_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `tax_rates_key_idx` ON `tax_rates` (`key`);
--> statement-breakpoint
CREATE INDEX `tax_rates_updated_at_idx` ON `tax_rates` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `tax_rates_created_at_idx` ON `tax_rates` (`created_at`);
--> statement-breakpoint
CREATE INDEX `zone_class_validFrom_idx` ON `tax_rates` (`zone_id`,`class_id`,`valid_from`);
--> statement-breakpoint
CREATE TABLE `tax_classes` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text DEFAULT 'rated' NOT NULL,
	`default` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE UNIQUE INDEX `tax_classes_name_idx` ON `tax_classes` (`name`);
--> statement-breakpoint
CREATE INDEX `tax_classes_updated_at_idx` ON `tax_classes` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `tax_classes_created_at_idx` ON `tax_classes` (`created_at`);
--> statement-breakpoint
CREATE TABLE `tax_zones` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`tax_name` text DEFAULT 'VAT' NOT NULL,
	`prices_include_tax` integer DEFAULT true,
	`active` integer DEFAULT false,
	`default` integer DEFAULT false,
	`updated_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
	`created_at` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
);

--> statement-breakpoint
CREATE INDEX `tax_zones_name_idx` ON `tax_zones` (`name`);
--> statement-breakpoint
CREATE INDEX `tax_zones_updated_at_idx` ON `tax_zones` (`updated_at`);
--> statement-breakpoint
CREATE INDEX `tax_zones_created_at_idx` ON `tax_zones` (`created_at`);
--> statement-breakpoint
CREATE TABLE `tax_zones_texts` (
	`id` integer PRIMARY KEY NOT NULL,
	`order` integer NOT NULL,
	`parent_id` text NOT NULL,
	`path` text NOT NULL,
	`text` text,
	FOREIGN KEY (`parent_id`) REFERENCES `tax_zones`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `tax_zones_texts_order_parent` ON `tax_zones_texts` (`order`,`parent_id`);
--> statement-breakpoint
ALTER TABLE `orders_items` ADD `net` numeric DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `orders_items` ADD `tax_class` text;
--> statement-breakpoint
ALTER TABLE `orders` ADD `taxes` text;
--> statement-breakpoint
ALTER TABLE `orders` ADD `shipping_tax` numeric DEFAULT 0;
--> statement-breakpoint
ALTER TABLE `orders` ADD `tax_zone` text;
--> statement-breakpoint
ALTER TABLE `products` ADD `tax_class_id` text REFERENCES tax_classes(id) ON UPDATE no action ON DELETE set null;
--> statement-breakpoint
CREATE INDEX `products_tax_class_idx` ON `products` (`tax_class_id`);
--> statement-breakpoint
ALTER TABLE `locations` ADD `country` text;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `tax_rates_id` text REFERENCES tax_rates(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `tax_classes_id` text REFERENCES tax_classes(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `tax_zones_id` text REFERENCES tax_zones(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_tax_rates_id_idx` ON `payload_locked_documents_rels` (`tax_rates_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_tax_classes_id_idx` ON `payload_locked_documents_rels` (`tax_classes_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_tax_zones_id_idx` ON `payload_locked_documents_rels` (`tax_zones_id`);
--> statement-breakpoint
ALTER TABLE `settings` ADD `shop_shipping_tax_class_id` text REFERENCES tax_classes(id) ON UPDATE no action ON DELETE set null;
--> statement-breakpoint
CREATE INDEX `settings_shop_shop_shipping_tax_class_idx` ON `settings` (`shop_shipping_tax_class_id`);
--> statement-breakpoint
INSERT INTO `tax_zones` (`id`, `name`, `tax_name`, `prices_include_tax`, `active`, `default`) SELECT '0199a000-0000-7000-8000-000000000001', 'Everywhere', `tax_name`, coalesce(`tax_prices_include_tax`, 1), 1, 1 FROM `settings` LIMIT 1;
--> statement-breakpoint
INSERT INTO `tax_classes` (`id`, `name`, `kind`, `default`) SELECT '0199a000-0000-7000-8000-000000000002', 'Standard', 'rated', 1 FROM `settings` LIMIT 1;
--> statement-breakpoint
INSERT INTO `tax_classes` (`id`, `name`, `kind`, `default`) SELECT '0199a000-0000-7000-8000-000000000003', 'Exempt', 'exempt', 0 FROM `settings` LIMIT 1;
--> statement-breakpoint
INSERT INTO `tax_rates` (`id`, `zone_id`, `class_id`, `rate_bp`, `valid_from`, `key`) SELECT '0199a000-0000-7000-8000-000000000004', '0199a000-0000-7000-8000-000000000001', '0199a000-0000-7000-8000-000000000002', `tax_rate_bp`, '2000-01-01T12:00:00.000Z', '0199a000-0000-7000-8000-000000000001' || ':' || '0199a000-0000-7000-8000-000000000002' || ':2000-01-01' FROM `settings` LIMIT 1;
--> statement-breakpoint
UPDATE `settings` SET `shop_shipping_tax_class_id` = '0199a000-0000-7000-8000-000000000003';
--> statement-breakpoint
UPDATE `orders_items` SET `net` = `total` - `tax_amount`, `tax_class` = 'Standard';
--> statement-breakpoint
ALTER TABLE `settings` DROP COLUMN `tax_name`;
--> statement-breakpoint
ALTER TABLE `settings` DROP COLUMN `tax_rate_bp`;
--> statement-breakpoint
ALTER TABLE `settings` DROP COLUMN `tax_prices_include_tax`;
