DROP INDEX `products_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `products_locales_locale_parent_id_unique` ON `products_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `variants_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_locales_locale_parent_id_unique` ON `variants_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `categories_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_locales_locale_parent_id_unique` ON `categories_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_hero_actions_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_hero_actions_locales_locale_parent_id_unique` ON `pages_blocks_hero_actions_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_hero_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_hero_locales_locale_parent_id_unique` ON `pages_blocks_hero_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_text_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_text_locales_locale_parent_id_unique` ON `pages_blocks_text_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_features_items_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_features_items_locales_locale_parent_id_unique` ON `pages_blocks_features_items_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_features_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_features_locales_locale_parent_id_unique` ON `pages_blocks_features_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_posts_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_posts_locales_locale_parent_id_unique` ON `pages_blocks_posts_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_faq_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_faq_locales_locale_parent_id_unique` ON `pages_blocks_faq_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_contact_form_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_contact_form_locales_locale_parent_id_unique` ON `pages_blocks_contact_form_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_banner_actions_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_banner_actions_locales_locale_parent_id_unique` ON `pages_blocks_banner_actions_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_banner_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_banner_locales_locale_parent_id_unique` ON `pages_blocks_banner_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_products_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_products_locales_locale_parent_id_unique` ON `pages_blocks_products_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_blocks_shelves_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_blocks_shelves_locales_locale_parent_id_unique` ON `pages_blocks_shelves_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `pages_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_locales_locale_parent_id_unique` ON `pages_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_hero_actions_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_hero_actions_locales_locale_parent_id_unique` ON `_pages_v_blocks_hero_actions_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_hero_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_hero_locales_locale_parent_id_unique` ON `_pages_v_blocks_hero_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_text_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_text_locales_locale_parent_id_unique` ON `_pages_v_blocks_text_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_features_items_locales_locale_parent_id_uniq`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_features_items_locales_locale_parent_id_uniq` ON `_pages_v_blocks_features_items_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_features_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_features_locales_locale_parent_id_unique` ON `_pages_v_blocks_features_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_posts_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_posts_locales_locale_parent_id_unique` ON `_pages_v_blocks_posts_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_faq_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_faq_locales_locale_parent_id_unique` ON `_pages_v_blocks_faq_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_contact_form_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_contact_form_locales_locale_parent_id_unique` ON `_pages_v_blocks_contact_form_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_banner_actions_locales_locale_parent_id_uniq`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_banner_actions_locales_locale_parent_id_uniq` ON `_pages_v_blocks_banner_actions_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_banner_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_banner_locales_locale_parent_id_unique` ON `_pages_v_blocks_banner_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_products_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_products_locales_locale_parent_id_unique` ON `_pages_v_blocks_products_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_blocks_shelves_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_blocks_shelves_locales_locale_parent_id_unique` ON `_pages_v_blocks_shelves_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_pages_v_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_pages_v_locales_locale_parent_id_unique` ON `_pages_v_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `posts_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `posts_locales_locale_parent_id_unique` ON `posts_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `_posts_v_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `_posts_v_locales_locale_parent_id_unique` ON `_posts_v_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `post_categories_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `post_categories_locales_locale_parent_id_unique` ON `post_categories_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `authors_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `authors_locales_locale_parent_id_unique` ON `authors_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `faqs_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `faqs_locales_locale_parent_id_unique` ON `faqs_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `media_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `media_locales_locale_parent_id_unique` ON `media_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `settings_navigation_header_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `settings_navigation_header_locales_locale_parent_id_unique` ON `settings_navigation_header_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `settings_navigation_footer_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `settings_navigation_footer_locales_locale_parent_id_unique` ON `settings_navigation_footer_locales` (`_parent_id`,`_locale`);
--> statement-breakpoint
DROP INDEX `settings_locales_locale_parent_id_unique`;
--> statement-breakpoint
CREATE UNIQUE INDEX `settings_locales_locale_parent_id_unique` ON `settings_locales` (`_parent_id`,`_locale`);
