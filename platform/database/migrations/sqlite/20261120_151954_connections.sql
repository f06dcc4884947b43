CREATE TABLE `connections` (
	`id` text(36) PRIMARY KEY NOT NULL,
	`smtp_url` text,
	`azampay_app_name` text,
	`azampay_client_id` text,
	`azampay_client_secret` text,
	`azampay_api_key` text,
	`azampay_environment` text,
	`azampay_token_host` text,
	`azampay_checkout_host` text,
	`updated_at` text,
	`created_at` text
);

