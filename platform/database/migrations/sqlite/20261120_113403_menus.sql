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
ALTER TABLE `settings_locales` ADD `contacts_hours` text;
