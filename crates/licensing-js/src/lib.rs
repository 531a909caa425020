//! A simulated tenant for scripts: Microsoft Graph, and a few methods for what Graph has no call for.
//!
//! The module is ordinary Rust over [`serde_json::Value`], so that it is tested natively; the program of this package
//! is the same as a JavaScript class and adds nothing to it. Every method takes its arguments as they come from a
//! script, checks them whole, and on an error has changed nothing.
//!
//! ```
//! use licensing_js::{Lab, catalog};
//! use serde_json::json;
//!
//! let mut lab = Lab::new(catalog()?, None)?;
//! lab.set_units(Some(json!("ENTERPRISEPACK")), Some(json!(5)))?;
//! let answer = lab.graph(Some(json!({ "method": "GET", "url": "/subscribedSkus" })));
//! assert_eq!(answer["body"]["value"][0]["prepaidUnits"]["enabled"], 5);
//! # Ok::<(), licensing_js::Misuse>(())
//! ```

mod argument;
pub mod calls;
mod find;
mod lab;
mod misuse;
mod options;
mod trace;

pub use argument::Given;
pub use lab::{Lab, catalog};
pub use misuse::Misuse;
