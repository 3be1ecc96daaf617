//! The gate under policies: expected verdicts are those of `docs/policy.md`.

mod approvals;
mod conditions;
mod drawn;
mod every_route;
mod legs;
mod order;
mod properties;
mod sessions;
mod support;
mod terms;
