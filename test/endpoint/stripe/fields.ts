/**
 * The fields of the objects that the code touches and their types, as Stripe publishes them in its samples
 * (github.com/stripe/openapi, MIT) and types. A `?` may also be null, and so may what stands within it.
 */
export const STRIPE_FIELDS: Record<string, string> = {
  account: `
    business_profile:object? business_profile.annual_revenue.amount:any?
    business_profile.annual_revenue.currency:any? business_profile.annual_revenue.fiscal_year_end:any?
    business_profile.estimated_worker_count:any? business_profile.mcc:any?
    business_profile.minority_owned_business_designation:any? business_profile.name:any?
    business_profile.product_description:any? business_profile.support_address.city:any?
    business_profile.support_address.country:any? business_profile.support_address.line1:any?
    business_profile.support_address.line2:any? business_profile.support_address.postal_code:any?
    business_profile.support_address.state:any? business_profile.support_email:any?
    business_profile.support_phone:any? business_profile.support_url:any? business_profile.url:any?
    business_type:string? capabilities:object? capabilities.card_payments:string?
    capabilities.transfers:string? charges_enabled:boolean controller:object? controller.type:string?
    country:string? created:number? default_currency:string? details_submitted:boolean email:string?
    external_accounts:object? external_accounts.data:array? external_accounts.has_more:boolean?
    external_accounts.object:string? external_accounts.url:string? future_requirements:object?
    future_requirements.alternatives:array? future_requirements.current_deadline:any?
    future_requirements.currently_due:array? future_requirements.disabled_reason:any?
    future_requirements.errors:array? future_requirements.eventually_due:array?
    future_requirements.past_due:array? future_requirements.pending_verification:array? id:string
    metadata:object? object:string payouts_enabled:boolean requirements:object?
    requirements.alternatives:array? requirements.current_deadline:any? requirements.currently_due:array?
    requirements.disabled_reason:string? requirements.errors:array? requirements.eventually_due:array?
    requirements.past_due:array? requirements.pending_verification:array? settings:object?
    settings.bacs_debit_payments.display_name:any? settings.bacs_debit_payments.service_user_number:any?
    settings.branding.icon:any? settings.branding.logo:any? settings.branding.primary_color:any?
    settings.branding.secondary_color:any? settings.card_issuing.tos_acceptance.date:any?
    settings.card_issuing.tos_acceptance.ip:any? settings.card_payments.decline_on.avs_failure:boolean?
    settings.card_payments.decline_on.cvc_failure:boolean?
    settings.card_payments.statement_descriptor_prefix:any?
    settings.card_payments.statement_descriptor_prefix_kana:any?
    settings.card_payments.statement_descriptor_prefix_kanji:any? settings.dashboard.display_name:any?
    settings.dashboard.timezone:string? settings.invoices.default_account_tax_ids:any?
    settings.invoices.hosted_payment_method_save:any? settings.payments.statement_descriptor:any?
    settings.payments.statement_descriptor_kana:any? settings.payments.statement_descriptor_kanji:any?
    settings.payments.statement_descriptor_prefix_kana:any?
    settings.payments.statement_descriptor_prefix_kanji:any?
    settings.payouts.debit_negative_balances:boolean? settings.payouts.schedule.delay_days:number?
    settings.payouts.schedule.interval:string? settings.payouts.statement_descriptor:any?
    tos_acceptance:object? tos_acceptance.date:any? tos_acceptance.ip:any? tos_acceptance.user_agent:any?
    type:string`,
  account_link: `
    created:number expires_at:number object:string url:string`,
  'checkout.session': `
    adaptive_pricing:object? adaptive_pricing.enabled:boolean? after_expiration:object?
    after_expiration.recovery.allow_promotion_codes:boolean? after_expiration.recovery.enabled:boolean?
    after_expiration.recovery.expires_at:any? after_expiration.recovery.url:any?
    allow_promotion_codes:boolean? amount_subtotal:number? amount_total:number? automatic_tax:object
    automatic_tax.enabled:boolean? automatic_tax.liability.type:string? automatic_tax.provider:any?
    automatic_tax.status:any? billing_address_collection:string? cancel_url:string?
    client_reference_id:string? client_secret:string? collected_information:object?
    collected_information.business_name:any? collected_information.individual_name:any?
    collected_information.shipping_details.address.city:any?
    collected_information.shipping_details.address.country:any?
    collected_information.shipping_details.address.line1:any?
    collected_information.shipping_details.address.line2:any?
    collected_information.shipping_details.address.postal_code:any?
    collected_information.shipping_details.address.state:any?
    collected_information.shipping_details.name:string? consent:object? consent.promotions:any?
    consent.terms_of_service:any? consent_collection:object?
    consent_collection.payment_method_reuse_agreement.position:string? consent_collection.promotions:any?
    consent_collection.terms_of_service:any? created:number currency:string? currency_conversion:object?
    currency_conversion.amount_subtotal:number? currency_conversion.amount_total:number?
    currency_conversion.fx_rate:string? currency_conversion.source_currency:string? custom_fields:array
    custom_text:object custom_text.after_submit.message:string? custom_text.shipping_address.message:string?
    custom_text.submit.message:string? custom_text.terms_of_service_acceptance.message:string?
    customer:string? customer_account:string? customer_creation:string? customer_details:object?
    customer_details.address.city:any? customer_details.address.country:any?
    customer_details.address.line1:any? customer_details.address.line2:any?
    customer_details.address.postal_code:any? customer_details.address.state:any?
    customer_details.business_name:any? customer_details.email:string? customer_details.individual_name:any?
    customer_details.name:any? customer_details.phone:any? customer_details.tax_exempt:string?
    customer_details.tax_ids:any? customer_email:string? discounts:array? expires_at:number id:string
    integration_identifier:string? invoice:string? invoice_creation:object?
    invoice_creation.enabled:boolean? invoice_creation.invoice_data.account_tax_ids:any?
    invoice_creation.invoice_data.custom_fields:any? invoice_creation.invoice_data.description:any?
    invoice_creation.invoice_data.footer:any? invoice_creation.invoice_data.issuer.type:string?
    invoice_creation.invoice_data.metadata:any?
    invoice_creation.invoice_data.rendering_options.amount_tax_display:any?
    invoice_creation.invoice_data.rendering_options.template:any? livemode:boolean locale:string?
    managed_payments:object? managed_payments.enabled:boolean? metadata:object? mode:string object:string
    origin_context:string? payment_intent:string? payment_link:string? payment_method_collection:string?
    payment_method_configuration_details:object? payment_method_configuration_details.id:string?
    payment_method_configuration_details.parent:any? payment_method_options:object?
    payment_method_types:array payment_status:string permissions:object?
    permissions.update_shipping_details:any? phone_number_collection:object?
    phone_number_collection.enabled:boolean? recovered_from:string? saved_payment_method_options:object?
    saved_payment_method_options.allow_redisplay_filters:any?
    saved_payment_method_options.payment_method_remove:any?
    saved_payment_method_options.payment_method_save:any? setup_intent:string?
    shipping_address_collection:object? shipping_address_collection.allowed_countries:array?
    shipping_cost:object? shipping_cost.amount_subtotal:number? shipping_cost.amount_tax:number?
    shipping_cost.amount_total:number? shipping_cost.shipping_rate:any? shipping_options:array
    status:string? submit_type:string? subscription:string? success_url:string? total_details:object?
    total_details.amount_discount:number? total_details.amount_shipping:any?
    total_details.amount_tax:number? ui_mode:string? url:string? wallet_options:object?`,
  payment_intent: `
    amount:number amount_capturable:number amount_details:object? amount_received:number application:string?
    application_fee_amount:number? automatic_payment_methods:object?
    automatic_payment_methods.enabled:boolean? canceled_at:number? cancellation_reason:string?
    capture_method:string client_secret:string? confirmation_method:string created:number currency:string
    customer:string? customer_account:string? description:string? excluded_payment_method_types:array?
    id:string last_payment_error:object? last_payment_error.type:string? latest_charge:string?
    livemode:boolean managed_payments:object? managed_payments.enabled:boolean? metadata:object
    next_action:object? next_action.type:string? object:string on_behalf_of:string? payment_method:string?
    payment_method_configuration_details:object? payment_method_configuration_details.id:string?
    payment_method_configuration_details.parent:any? payment_method_options:object?
    payment_method_types:array processing:object? processing.type:string? receipt_email:string?
    review:string? setup_future_usage:string? shipping:object? source:string? statement_descriptor:string?
    statement_descriptor_suffix:string? status:string transfer_data:object?
    transfer_data.destination.id:string? transfer_data.destination.object:string? transfer_group:string?`,
  charge: `
    amount:number amount_captured:number amount_refunded:number application:string? application_fee:string?
    application_fee_amount:number? balance_transaction:string? billing_details:object
    billing_details.address.city:any? billing_details.address.country:any?
    billing_details.address.line1:any? billing_details.address.line2:any?
    billing_details.address.postal_code:any? billing_details.address.state:any? billing_details.email:any?
    billing_details.name:string? billing_details.phone:any? billing_details.tax_id:any?
    calculated_statement_descriptor:string? captured:boolean created:number currency:string customer:string?
    description:string? disputed:boolean failure_balance_transaction:string? failure_code:string?
    failure_message:string? fraud_details:object? id:string livemode:boolean metadata:object object:string
    on_behalf_of:string? outcome:object? outcome.advice_code:any? outcome.network_advice_code:any?
    outcome.network_decline_code:any? outcome.network_status:any? outcome.reason:any?
    outcome.seller_message:any? outcome.type:string? paid:boolean payment_intent:string?
    payment_method:string? payment_method_details:object? payment_method_details.card.amount_authorized:any?
    payment_method_details.card.authorization_code:any? payment_method_details.card.brand:string?
    payment_method_details.card.checks.address_line1_check:any?
    payment_method_details.card.checks.address_postal_code_check:any?
    payment_method_details.card.checks.cvc_check:string? payment_method_details.card.country:string?
    payment_method_details.card.exp_month:number? payment_method_details.card.exp_year:number?
    payment_method_details.card.extended_authorization.status:string?
    payment_method_details.card.fingerprint:string? payment_method_details.card.funding:string?
    payment_method_details.card.incremental_authorization.status:string?
    payment_method_details.card.installments.plan.count:any?
    payment_method_details.card.installments.plan.interval:any?
    payment_method_details.card.installments.plan.type:string? payment_method_details.card.last4:string?
    payment_method_details.card.mandate:any? payment_method_details.card.multicapture.status:string?
    payment_method_details.card.network:string? payment_method_details.card.network_token.used:boolean?
    payment_method_details.card.network_transaction_id:any?
    payment_method_details.card.overcapture.maximum_amount_capturable:number?
    payment_method_details.card.overcapture.status:string? payment_method_details.card.regulated_status:any?
    payment_method_details.card.three_d_secure.authentication_flow:any?
    payment_method_details.card.three_d_secure.electronic_commerce_indicator:any?
    payment_method_details.card.three_d_secure.exemption_indicator:any?
    payment_method_details.card.three_d_secure.result:any?
    payment_method_details.card.three_d_secure.result_reason:any?
    payment_method_details.card.three_d_secure.transaction_id:any?
    payment_method_details.card.three_d_secure.version:any?
    payment_method_details.card.transaction_link_id:any?
    payment_method_details.card.wallet.dynamic_last4:any? payment_method_details.card.wallet.type:string?
    payment_method_details.type:string? receipt_email:string? receipt_number:string? receipt_url:string?
    refunded:boolean refunds:object? refunds.data:array? refunds.has_more:boolean? refunds.object:string?
    refunds.url:string? review:string? shipping:object? source:object? source_transfer:string?
    statement_descriptor:string? statement_descriptor_suffix:string? status:string transfer_data:object?
    transfer_data.amount:any? transfer_data.destination.id:string? transfer_data.destination.object:string?
    transfer_group:string?`,
  refund: `
    amount:number balance_transaction:string? charge:string? created:number currency:string customer:string?
    customer_account:string? destination_details:object? destination_details.card.type:string?
    destination_details.type:string? id:string metadata:object? object:string payment_intent:string?
    payment_method:string? reason:string? receipt_number:string? source_transfer_reversal:string?
    status:string? transfer_reversal:string?`,
  application_fee: `
    account:string amount:number amount_refunded:number application:string balance_transaction:string?
    charge:string created:number currency:string fee_source:object? fee_source.charge:string?
    fee_source.type:string? id:string livemode:boolean object:string originating_transaction:string?
    refunded:boolean refunds:object refunds.data:array? refunds.has_more:boolean? refunds.object:string?
    refunds.url:string?`,
  fee_refund: `
    amount:number balance_transaction:string? created:number currency:string fee:string id:string
    metadata:object? object:string`,
  dispute: `
    amount:number balance_transactions:array charge:string created:number currency:string
    enhanced_eligibility_types:array evidence:object evidence.access_activity_log:any?
    evidence.billing_address:any? evidence.cancellation_policy:any?
    evidence.cancellation_policy_disclosure:any? evidence.cancellation_rebuttal:any?
    evidence.customer_communication:any? evidence.customer_email_address:any? evidence.customer_name:any?
    evidence.customer_purchase_ip:any? evidence.customer_signature:any?
    evidence.duplicate_charge_documentation:any? evidence.duplicate_charge_explanation:any?
    evidence.duplicate_charge_id:any? evidence.product_description:any? evidence.receipt:any?
    evidence.refund_policy:any? evidence.refund_policy_disclosure:any?
    evidence.refund_refusal_explanation:any? evidence.service_date:any? evidence.service_documentation:any?
    evidence.shipping_address:any? evidence.shipping_carrier:any? evidence.shipping_date:any?
    evidence.shipping_documentation:any? evidence.shipping_tracking_number:any?
    evidence.uncategorized_file:any? evidence.uncategorized_text:any? evidence_details:object
    evidence_details.due_by:number? evidence_details.has_evidence:boolean?
    evidence_details.past_due:boolean? evidence_details.submission_count:number? id:string
    is_charge_refundable:boolean livemode:boolean metadata:object object:string payment_intent:string?
    payment_method_details:object? payment_method_details.card.brand:string?
    payment_method_details.card.case_type:string? payment_method_details.card.network:string?
    payment_method_details.card.network_reason_code:string? payment_method_details.type:string?
    reason:string status:string`,
  event: `
    api_version:string? created:number data:object id:string livemode:boolean object:string
    pending_webhooks:number request:object? request.id:any? request.idempotency_key:any? type:string`,
  balance_transaction: `
    amount:number available_on:number balance_type:string created:number currency:string description:string?
    exchange_rate:number? fee:number fee_details:array id:string net:number object:string
    reporting_category:string source:string? status:string type:string`,
  item: `
    adjustable_quantity:object? adjustable_quantity.enabled:boolean? adjustable_quantity.maximum:any?
    adjustable_quantity.minimum:any? amount_discount:number amount_subtotal:number amount_tax:number
    amount_total:number currency:string description:string? id:string metadata:object? object:string
    price:object? price.active:boolean? price.billing_scheme:string? price.created:number?
    price.currency:string? price.custom_unit_amount.maximum:any? price.custom_unit_amount.minimum:any?
    price.custom_unit_amount.preset:any? price.id:string? price.livemode:boolean? price.lookup_key:any?
    price.nickname:any? price.object:string? price.product:string? price.recurring.interval:string?
    price.recurring.interval_count:number? price.recurring.meter:any? price.recurring.trial_period_days:any?
    price.recurring.usage_type:string? price.tax_behavior:string? price.tiers_mode:any?
    price.transform_quantity.divide_by:number? price.transform_quantity.round:string? price.type:string?
    price.unit_amount:number? price.unit_amount_decimal:any? quantity:number?`,
};
