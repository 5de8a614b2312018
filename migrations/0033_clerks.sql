CREATE TABLE "auth"."clerk_link" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text,
	"made_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	"used_by" text,
	"used_key_hash" text
);
--> statement-breakpoint
CREATE TABLE "auth"."device" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "device_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "auth"."device_person" (
	"device_id" text NOT NULL,
	"user_id" text NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "device_person_device_id_user_id_pk" PRIMARY KEY("device_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."device_session" (
	"session_id" text PRIMARY KEY NOT NULL,
	"device_id" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."pin" (
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"salt" text NOT NULL,
	"hash" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pin_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "auth"."clerk_link" ADD CONSTRAINT "clerk_link_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."clerk_link" ADD CONSTRAINT "clerk_link_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."clerk_link" ADD CONSTRAINT "clerk_link_used_by_user_id_fk" FOREIGN KEY ("used_by") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."device" ADD CONSTRAINT "device_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."device_person" ADD CONSTRAINT "device_person_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "auth"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."device_person" ADD CONSTRAINT "device_person_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."device_session" ADD CONSTRAINT "device_session_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "auth"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."device_session" ADD CONSTRAINT "device_session_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "auth"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."pin" ADD CONSTRAINT "pin_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."pin" ADD CONSTRAINT "pin_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clerk_link_by_organization" ON "auth"."clerk_link" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "device_by_organization" ON "auth"."device" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "device_person_by_user" ON "auth"."device_person" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "device_session_by_device" ON "auth"."device_session" USING btree ("device_id");