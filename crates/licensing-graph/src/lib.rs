//! Microsoft Graph over the simulated tenant.
