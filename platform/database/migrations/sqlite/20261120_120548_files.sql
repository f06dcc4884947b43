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
ALTER TABLE `payload_locked_documents_rels` ADD `files_id` text REFERENCES files(id) ON UPDATE no action ON DELETE cascade;
--> statement-breakpoint
CREATE INDEX `payload_locked_documents_rels_files_id_idx` ON `payload_locked_documents_rels` (`files_id`);
