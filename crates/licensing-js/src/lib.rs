//! A simulated tenant for scripts: Microsoft Graph, and a few methods for what Graph has no call for.
//!
//! The module is ordinary Rust over [`serde_json::Value`], so that it is tested natively; the program of this package
//! is the same as a JavaScript class and adds nothing to it. The page offers the same methods over the tenant that it
//! shows: for it the feature `full-catalog` is off, and nothing here is exported to JavaScript by itself. Every method takes its arguments as they come from a
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
pub mod document;
mod find;
pub mod foresight;
mod lab;
mod method;
mod misuse;
mod options;
#[cfg(target_arch = "wasm32")]
pub mod plain;
mod subject;
mod trace;

pub use argument::Given;
pub use lab::Lab;
#[cfg(feature = "full-catalog")]
pub use lab::catalog;
pub use method::Method;
pub use misuse::Misuse;
pub use subject::Subject;
