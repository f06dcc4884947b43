UPDATE connections SET smtp_url = json_quote(smtp_url) WHERE smtp_url IS NOT NULL;
--> statement-breakpoint
UPDATE connections SET azampay_client_secret = json_quote(azampay_client_secret) WHERE azampay_client_secret IS NOT NULL;
--> statement-breakpoint
UPDATE connections SET azampay_api_key = json_quote(azampay_api_key) WHERE azampay_api_key IS NOT NULL;
