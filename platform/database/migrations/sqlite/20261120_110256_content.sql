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
ALTER TABLE `products` ADD `seo_image_id` text REFERENCES media(id) ON UPDATE no action ON DELETE set null;
--> statement-breakpoint
ALTER TABLE `products` ADD `seo_canonical` text;
--> statement-breakpoint
ALTER TABLE `products` ADD `seo_noindex` integer DEFAULT false;
--> statement-breakpoint
CREATE INDEX `products_seo_seo_image_idx` ON `products` (`seo_image_id`);
--> statement-breakpoint
ALTER TABLE `categories` ADD `seo_image_id` text REFERENCES media(id) ON UPDATE no action ON DELETE set null;
--> statement-breakpoint
ALTER TABLE `categories` ADD `seo_canonical` text;
--> statement-breakpoint
ALTER TABLE `categories` ADD `seo_noindex` integer DEFAULT false;
--> statement-breakpoint
CREATE INDEX `categories_seo_seo_image_idx` ON `categories` (`seo_image_id`);
--> statement-breakpoint
ALTER TABLE `categories_locales` ADD `seo_title` text;
--> statement-breakpoint
ALTER TABLE `categories_locales` ADD `seo_description` text;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `pages_id` text REFERENCES pages(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `posts_id` text REFERENCES posts(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `post_categories_id` text REFERENCES post_categories(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `authors_id` text REFERENCES authors(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `faqs_id` text REFERENCES faqs(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `redirects_id` text REFERENCES redirects(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE `payload_locked_documents_rels` ADD `contact_messages_id` text REFERENCES contact_messages(id) ON UPDATE no action ON DELETE cascade;
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
CREATE INDEX `payload_locked_documents_rels_redirects_id_idx` ON `payload_locked_documents_rels` (`redirects_id`);
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_contact_messages_id_idx` ON `payload_locked_documents_rels` (`contact_messages_id`);
