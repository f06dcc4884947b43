CREATE TABLE `products_options_values` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `products_options`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `products_options_values_order_idx` ON `products_options_values` (`_order`);
--> statement-breakpoint
CREATE INDEX `products_options_values_parent_id_idx` ON `products_options_values` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `products_options_values_locales` (
	`label` text NOT NULL,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `products_options_values`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `products_options_values_locales_locale_parent_id_unique` ON `products_options_values_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
CREATE TABLE `products_options` (
	`_order` integer NOT NULL,
	`_parent_id` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `products_options_order_idx` ON `products_options` (`_order`);
--> statement-breakpoint
CREATE INDEX `products_options_parent_id_idx` ON `products_options` (`_parent_id`);
--> statement-breakpoint
CREATE TABLE `products_options_locales` (
	`name` text NOT NULL,
	`id` integer PRIMARY KEY NOT NULL,
	`_locale` text NOT NULL,
	`_parent_id` text NOT NULL,
	FOREIGN KEY (`_parent_id`) REFERENCES `products_options`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `products_options_locales_locale_parent_id_unique` ON `products_options_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
ALTER TABLE `variants` ADD `choices` text;
--> statement-breakpoint
ALTER TABLE `variants` ADD `combination` text;
--> statement-breakpoint
ALTER TABLE `variants` ADD `weight_grams` numeric;
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_combination_idx` ON `variants` (`combination`);
