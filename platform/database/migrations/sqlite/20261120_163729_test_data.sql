ALTER TABLE `orders` ADD `test` integer DEFAULT false;
--> statement-breakpoint
ALTER TABLE `payments` ADD `test` integer DEFAULT false;
