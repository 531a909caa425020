//! R14 wording.
